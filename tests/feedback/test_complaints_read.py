"""Who reads a complaint, who takes it on, and that it is kept whole or not at all (S4-25)."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, transaction

from kith.access import acting_as
from kith.directory.acts import restrict
from kith.directory.models import Account, Notice
from kith.feedback import acts, queries
from kith.feedback.models import Complaint, ComplaintChild, ComplaintStage
from kith.involvement.models import Contact, ImmediateConcern
from kith.people.models import Person
from kith.record import NotYours
from tests.cast import TODAY
from tests.feedback.complaining import FOUND, WORDS, answered, answerer, on_day, only_stage, sees_to_complaints, taken
from tests.handing import child_actor
from tests.standards.records import one
from tests.visits.going import the_log_will_not_be_written

# -- who may read it


def seen_by(actor):
    with acting_as(actor):
        return tuple(model.objects.count() for model in (Complaint, ComplaintChild, ComplaintStage))


def test_s4_25_whoever_it_is_about_reads_none_of_it_nor_does_anybody_without_business_with_it(cast):
    by = sees_to_complaints(cast)
    with acting_as(cast.kelly):
        row = acts.complain(by=cast.kelly, about=None, words=WORDS, children=[cast.maya])
    with acting_as(by):
        acts.name_subjects(by=by, about=None, complaint=queries.complaint(row.pk), staff=[cast.staff["aisha"]])
    answerer(cast, by, only_stage(row, by))
    assert seen_by(by) == seen_by(cast.sol) == seen_by(cast.kelly) == (1, 1, 1)
    for nobody in ("aisha", "grace", "theo", "dara", "tomek", "gary"):
        assert seen_by(cast.actors[nobody]) == (0, 0, 0), nobody
    assert seen_by(child_actor(cast)) == (0, 0, 0)
    with acting_as(cast.priya), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Complaint.objects.count()


def test_s4_25_not_even_the_right_to_see_to_complaints_opens_one_about_oneself(cast):
    sees_to_complaints(cast)
    mine = sees_to_complaints(cast, "grace")
    taken(cast, staff=[cast.staff["grace"]])
    assert seen_by(mine) == (0, 0, 0)
    with acting_as(mine):
        assert not Notice.objects.filter(kind="complaint").exists()
    assert seen_by(cast.rowan) == (1, 1, 1)


def test_whoever_took_it_reads_what_they_wrote_and_not_how_it_went(cast):
    by = sees_to_complaints(cast)
    row = taken(cast)
    assert seen_by(cast.theo) == (1, 1, 1)
    answerer(cast, by, only_stage(row, by))
    assert seen_by(cast.theo) == (1, 1, 0)


def test_a_child_of_a_complaint_is_not_there_for_whom_the_record_is_closed(cast):
    by = sees_to_complaints(cast, "dara")
    taken(cast)
    guardian = Account.objects.get(pk=cast.rowan.account_id)
    with acting_as(cast.system):
        day = TODAY + timedelta(days=90)
        because = "A colleague's own family."
        restrict(by=cast.system, about=cast.maya, level="restricted", because=because, guardian=guardian, review_on=day)
    assert seen_by(by) == (1, 0, 1)


def test_only_who_answers_or_sees_to_complaints_takes_it_on(cast):
    by = sees_to_complaints(cast)
    row = taken(cast)
    stage = only_stage(row, by)
    for act in (acts.answer_complaint, acts.take_longer, acts.tell_answer):
        given = {
            acts.answer_complaint: FOUND,
            acts.take_longer: {"because": "b b b b", "told_on": TODAY},
            acts.tell_answer: {"told_by": "Theo", "in_person": True},
        }[act]
        with acting_as(cast.theo), pytest.raises(NotYours):
            act(by=cast.theo, about=None, stage=stage, **given)
    for act, given in (
        (acts.name_answerer, {"stage": stage, "answerer": cast.staff["sol"]}),
        (acts.choose_route, {"complaint": row, "route": "data"}),
        (acts.name_subjects, {"complaint": row, "staff": []}),
        (acts.take_further, {"complaint": row, "why": "They want more."}),
    ):
        with acting_as(cast.theo), pytest.raises(NotYours):
            act(by=cast.theo, about=None, **given)
    with acting_as(cast.priya), pytest.raises(NotYours):
        acts.take_complaint(by=cast.priya, about=None, words=WORDS, who="K", whose="family", how="phone")


# -- nothing half done


ACTS = {
    "take_complaint": lambda w: {"words": WORDS, "who": "K", "whose": "family", "how": "phone", "danger": True},
    "offer_advocate": lambda w: {"complaint": w.row, "advocate": "wanted"},
    "name_answerer": lambda w: {"stage": w.fresh, "answerer": w.sol},
    "name_subjects": lambda w: {"complaint": w.row, "staff": []},
    "choose_route": lambda w: {"complaint": w.fresh.complaint, "route": "corporate"},
    "take_longer": lambda w: {"stage": w.stage, "because": "Two people are away.", "told_on": TODAY},
    "answer_complaint": lambda w: {"stage": w.stage, **FOUND},
    "tell_answer": lambda w: {"stage": w.done, "told_by": "Sol", "in_person": True},
    "take_further": lambda w: {"complaint": w.done.complaint, "why": "They want more."},
    "tell_duty": lambda w: {"complaint": w.row},
    "withdraw_complaint": lambda w: {"complaint": w.row, "words": "It is fine now."},
}


@pytest.mark.parametrize("name", ACTS)
def test_a_complaint_is_kept_whole_or_not_at_all(cast, name):
    by = sees_to_complaints(cast)
    row = taken(cast)
    world = SimpleNamespace(
        row=row,
        stage=answerer(cast, by, only_stage(row, by)),
        done=answered(cast, by, answerer(cast, by, only_stage(taken(cast), by))),
        fresh=only_stage(taken(cast), by),
        sol=cast.staff["sol"],
    )
    before = everything(cast)
    with the_log_will_not_be_written("record_occasion"), acting_as(by):
        getattr(acts, name)(by=by, about=None, **ACTS[name](world))
    assert everything(cast) == before


def everything(cast):
    with acting_as(cast.system):
        return [
            list(model.objects.order_by("pk").values())
            for model in (Complaint, ComplaintChild, ComplaintStage, Contact, ImmediateConcern)
        ]


def test_the_same_form_sent_twice_is_one_complaint(cast):
    first = taken(cast, key="once")
    assert taken(cast, key="once").pk == first.pk
    assert isinstance(first.children.get().person, Person)


# -- the promise


def test_s4_25_the_promise_is_told_to_whoever_sees_to_complaints_and_to_nobody_it_is_about(cast):
    by = sees_to_complaints(cast)
    row = taken(cast, by=on_day(cast.theo, TODAY - timedelta(days=40)))
    with acting_as(by):
        assert one(cast, "complaints-answered").state == "missed"
    with acting_as(cast.aisha):
        assert one(cast, "complaints-answered").state == "not_applicable"
    answered(cast, by, answerer(cast, by, only_stage(row, by)), on=TODAY - timedelta(days=1))
    with acting_as(by):
        assert one(cast, "complaints-answered").state == "missed", "late stays late"
    with acting_as(cast.system):
        newer = queries.complaint(taken(cast, by=by).pk)
    with acting_as(by):
        assert one(cast, "complaints-answered").state == "missed"
    answered(cast, by, answerer(cast, by, only_stage(newer, by)))
    with acting_as(by):
        assert one(cast, "complaints-answered").state == "met"
