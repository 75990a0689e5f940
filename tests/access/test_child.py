"""What the database itself lets a child see and write: their own, and only what is meant for them."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet

from kith.access import Audience, acting_as
from kith.access.install import declared
from kith.demo.pictures import garden
from kith.directory.models import HandOver, Pin
from kith.involvement.acts import raise_concern
from kith.involvement.models import ImmediateConcern, LeadWorker, Spell
from kith.people.acts import say_situation
from kith.people.models import Address, Person, Relationship, Residence, SituationLine
from kith.record.models import Act, Draft, Occasion
from kith.visits.acts import Promised, Said, Seen, plan_visit, record_visit
from kith.visits.models import ChildLine, PlannedVisit, Promise, Visit
from kith.voice import acts
from kith.voice.models import Answer, ChosenPerson, Drawing, Wish, Words
from kith.voice.rules import Said as OnSheet
from tests.cast import NOW, TODAY
from tests.handing import child_actor
from tests.voice.hearing import answered, heard, untold

# Every table a child holds any grant on, and what they may do there. Nothing else, and nothing by accident.
MAY = {
    "standards_expectation": "select",  # how promises to themselves stand
    "decisions_decisiontold": "select",  # what is told of a decision, in plain words, to the child
    "directory_agency": "select",
    "directory_dutyturn": "select",
    "directory_notice": "select, update",
    "directory_partnerworker": "select",
    "directory_staff": "select",
    "directory_team": "select",
    "feedback_complaint": "insert, select",  # their own alone
    "feedback_complaintchild": "insert, select",
    "feedback_complaintstage": "insert, select",  # by when they hear; the answer once they were told it
    "involvement_differencesaid": "select",
    "involvement_immediateconcern": "select",
    "involvement_howtoreach": "select",
    "involvement_leadworker": "select",
    "involvement_workerphoto": "select",
    "decisions_challenge": "insert, select",  # theirs, of a decision they were told of
    "involvement_workerasked": "insert, select",
    "people_aboutme": "insert, select, update",
    "people_language": "select",
    "people_mapplace": "select",
    "people_person": "select",
    "people_personname": "select",
    "people_rightsleaflet": "select",
    "record_act": "insert, select",
    "record_draft": "delete, insert, select, update",
    "record_occasion": "insert, select",
    "visits_plannedvisit": "select",
    "visits_promise": "select",
    "sharing_paper": "select",  # copies released to the child themselves: a picture of the family, their plan
    "sharing_acknowledged": "insert, select",
    "sharing_release": "select",
    "sharing_walkthrough": "insert, select",
    "voice_answer": "select",
    "voice_chosenperson": "insert, select, update",
    "voice_cornerlook": "insert, select, update",
    "voice_drawing": "insert, select",
    "voice_wish": "insert, select",
    "voice_words": "insert, select",
}


@pytest.fixture
def maya(cast):
    return child_actor(cast)


def test_a_child_holds_these_grants_and_no_others():
    rules = {table: policy.rules.get(Audience.CHILD) for table, policy in declared().items()}
    assert {table: ", ".join(sorted(rule.may)) for table, rule in rules.items() if rule} == MAY


def everything(cast):
    """Things about Maya, and about her brother, that workers wrote."""
    with acting_as(cast.aisha):
        record_visit(
            by=cast.aisha,
            about=[cast.maya, cast.leo],
            on=TODAY,
            lines=[
                Seen(
                    cast.maya,
                    True,
                    alone="alone",
                    saw="Tired.",
                    means="She minds Sam.",
                    said=[Said("wish", "my own bed"), Said("harm", "he pushed me")],
                    promised=[Promised("Send the form", TODAY + timedelta(days=3))],
                ),
                Seen(cast.leo, True, alone="alone", saw="Wet hair.", said=[Said("wish", "a bike")]),
            ],
            happened_at=NOW - timedelta(hours=1),
            mode="home",
        )
        say_situation(by=cast.aisha, about=cast.maya, kind="danger", text="Gary was seen near the school.")
        plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW + timedelta(days=2))
        plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW + timedelta(days=1), unannounced=True)
        plan_visit(by=cast.aisha, about=cast.leo, planned_for=NOW + timedelta(days=2))


def test_a_child_reads_what_they_said_and_were_promised_and_nothing_written_about_them(cast, maya):
    everything(cast)
    with acting_as(maya):
        assert [w.text for w in Words.objects.all()] == ["my own bed"]
        assert [p.text for p in Promise.objects.all()] == ["Send the form"]
        assert [p.planned_for for p in PlannedVisit.objects.all()] == [NOW + timedelta(days=2)]
        assert [p.called for p in Person.objects.all()] == ["Maya Okafor-Nowak"]
        assert LeadWorker.objects.count() == 1
        assert not Act.objects.exists()
    for table in (SituationLine, ChildLine, Visit, Spell, Residence, Address, Relationship, HandOver, Pin):
        with acting_as(maya), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            list(table.objects.all())


def test_an_answer_is_there_once_it_was_told_or_laid_ready(cast, maya):
    with acting_as(cast.aisha):
        told = answered(cast, cast.aisha, heard(cast, cast.aisha, "one"))
        untold(cast, cast.aisha, heard(cast, cast.aisha, "two"))
        card = untold(cast, cast.aisha, heard(cast, cast.aisha, "three"), card=True)
    with acting_as(maya):
        assert {a.pk for a in Answer.objects.all()} == {told.pk, card.pk}


def test_a_child_sees_their_own_lines_of_the_log_and_no_one_elses(cast, maya):
    everything(cast)
    with acting_as(maya):
        acts.say_in_corner(by=maya, about=cast.maya, sheet="my-own", said=[OnSheet("telling", "hello")])
        assert [a.name for a in Act.objects.all()] == ["say_in_corner"]
        assert [o.name for o in Occasion.objects.all()] == ["say_in_corner"]


def test_harm_told_in_ones_own_corner_is_readable_and_harm_told_to_a_worker_is_not(cast, maya):
    everything(cast)
    with acting_as(maya):
        acts.say_in_corner(by=maya, about=cast.maya, sheet="my-own", said=[OnSheet("harm", "he hit me")])
        assert [w.text for w in Words.objects.filter(sort="harm")] == ["he hit me"]


def test_another_childs_corner_is_not_there(cast, maya):
    leo = child_actor(cast, "leo")
    with acting_as(leo):
        acts.say_in_corner(by=leo, about=cast.leo, sheet="x", said=[OnSheet("wish", "a bike")], drawing=garden())
        acts.choose_person(by=leo, about=cast.leo, name="Bea", how_close="close")
        raise_concern(by=leo, key="corner-l", what="I don't feel safe", person=cast.leo)
        Draft.objects.create(account_id=leo.account_id, key="corner:x", title="x", fields={"a": "b"}, saved_at=NOW)
    with acting_as(maya):
        for model in (Words, Wish, Drawing, ChosenPerson, ImmediateConcern, Draft):
            assert not model.objects.exists(), model


def test_a_child_changes_no_answer_and_no_words_and_takes_no_concern(cast, maya):
    with acting_as(cast.aisha):
        answered(cast, cast.aisha, heard(cast, cast.aisha))
    with acting_as(maya):
        raise_concern(by=maya, key="corner-m", what="I don't feel safe", person=cast.maya)
    for model, change in ((Answer, {"reason": "Yes"}), (Words, {"text": "other"}), (ImmediateConcern, {"what": ""})):
        with acting_as(maya), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            QuerySet(model).update(**change)


def test_a_child_cannot_say_anything_in_another_childs_name(cast, maya):
    with acting_as(maya), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        ChosenPerson(person=cast.leo, name="x", how_close="close", act_id=1, latest_act_id=1).save_base(
            force_insert=True, raw=True
        )
    with acting_as(maya), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select kith_child_said(%s)", [cast.leo.pk])


def test_staff_read_nothing_a_child_kept_for_themselves(cast, maya):
    with acting_as(maya):
        Draft.objects.create(
            account_id=maya.account_id, key="corner:worries", title="W", fields={"words": "secret"}, saved_at=NOW
        )
    for reader in (cast.aisha, cast.grace, cast.theo, cast.kelly):
        with acting_as(reader):
            assert not Draft.objects.exists()


def test_the_family_reads_nothing_of_a_childs_corner(cast, maya):
    with acting_as(maya):
        acts.say_in_corner(by=maya, about=cast.maya, sheet="x", said=[OnSheet("wish", "a bike")], may_tell=["family"])
    for model in (Words, Drawing, Wish, ChosenPerson):
        with acting_as(cast.kelly), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            list(model.objects.all())


@pytest.mark.parametrize("reader", ["aisha", "kelly", "theo"])
def test_nobody_else_reacts_in_a_childs_name(cast, maya, reader):
    with acting_as(cast.aisha):
        answer = answered(cast, cast.aisha, heard(cast, cast.aisha), reaction="")
    with (
        acting_as(cast.actors[reader]),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("select kith_child_reacts(%s, 'ok', '', false, %s, %s)", [answer.pk, answer.act_id, TODAY])
