"""Supervision about one child: kept as it is written, signed by both when it is whole (S3-31, S3-32, S4-19)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from kith import packs
from kith.access import acting_as
from kith.record import NotYours, Refused
from kith.record.models import Act, Occasion
from kith.standards.clocks import queries as clocks
from kith.workforce import acts, queries, rules
from kith.workforce.acts import Thought, ToDo
from kith.workforce.models import Hypothesis, PersonalNote, Supervision, SupervisionAction
from tests.cast import TODAY
from tests.visits.going import the_log_will_not_be_written
from tests.workforce.talking import THOUGHTS, TO_DO, begun, signed, written

PACK = packs.pack_for("england", TODAY)
DOING = {
    "begin_supervision": (lambda by, child, cast: None, lambda by, child, cast, _: begun(by, child, cast)),
    "write_supervision": (
        begun,
        lambda by, child, cast, talk: acts.write_supervision(
            by=by, about=child, supervision=talk, thoughts=THOUGHTS, to_do=TO_DO, like_now="She counts the stairs."
        ),
    ),
    "sign_supervision": (written, lambda by, child, cast, talk: signed(by, talk)),
    "do_supervision_action": (
        written,
        lambda by, child, cast, talk: acts.do_supervision_action(
            by=by, about=child, action=SupervisionAction.objects.get(supervision=talk)
        ),
    ),
}
MODELS = (Supervision, Hypothesis, SupervisionAction)


def refused(by, talk, words, **given):
    with pytest.raises(Refused, match=words) as found:
        signed(by, talk, **given)
    kept = Supervision.objects.get(pk=talk.pk)
    assert (kept.worker_signed_on, kept.supervisor_signed_on, kept.finished_on) == (None, None, None)
    return found.value.field


@pytest.mark.parametrize("name", DOING)
def test_the_worker_may_and_a_stranger_may_not(cast, name):
    before, do = DOING[name]
    with acting_as(cast.aisha):
        held = before(cast.aisha, cast.maya, cast)
    for other in (cast.sol, cast.theo):
        with acting_as(other), pytest.raises(NotYours):
            do(other, cast.maya, cast, held)
    with acting_as(cast.aisha):
        assert do(cast.aisha, cast.maya, cast, held).person_id == cast.maya.pk
        assert Act.objects.filter(person=cast.maya, name=name, staff_only=True).exists()


@pytest.mark.parametrize("name", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    before, do = DOING[name]
    with acting_as(cast.aisha):
        held = before(cast.aisha, cast.maya, cast)
        was = [list(model.objects.order_by("pk").values()) for model in MODELS]
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        do(cast.aisha, cast.maya, cast, held)
    with acting_as(cast.aisha):
        assert [list(model.objects.order_by("pk").values()) for model in MODELS] == was


def test_it_stands_when_both_have_signed_and_is_not_written_on(cast):
    with acting_as(cast.aisha):
        talk = signed(cast.aisha, written(cast.aisha, cast.maya, cast))
        assert (talk.worker_signed_on, talk.finished_on) == (TODAY, None)
        with pytest.raises(Refused, match="The other one signs next"):
            signed(cast.aisha, talk)
    with acting_as(cast.grace):
        assert [one.pk for one in queries.unsigned_by(cast.grace)] == [talk.pk]
        assert signed(cast.grace, talk).finished_on == TODAY
    with acting_as(cast.aisha), pytest.raises(Refused, match="Both have signed"):
        acts.write_supervision(by=cast.aisha, about=cast.maya, supervision=talk, like_now="Other words.")


def test_a_worker_signs_for_themselves_and_never_as_the_supervisor(cast):
    with acting_as(cast.aisha):
        talk = signed(cast.aisha, written(cast.aisha, cast.maya, cast))
        assert talk.supervisor_signed_on is None
    with acting_as(cast.system), pytest.raises(NotYours, match="neither of the two"):
        signed(cast.system, talk)
    with acting_as(cast.aisha), pytest.raises(Refused, match="Nobody supervises themselves"):
        begun(cast.aisha, cast.leo, cast, supervisor_id=cast.aisha.account_id)
    with acting_as(cast.aisha), pytest.raises(Refused, match="whoever manages the worker’s team"):
        begun(cast.aisha, cast.leo, cast, supervisor_id=cast.sol.account_id)
    with connection.cursor() as cursor, pytest.raises(IntegrityError), transaction.atomic():
        cursor.execute("update workforce_supervision set supervisor_id = worker_id")


def test_a_change_after_one_signature_is_signed_again(cast):
    with acting_as(cast.aisha):
        talk = signed(cast.aisha, written(cast.aisha, cast.maya, cast))
    with acting_as(cast.grace):
        changed = acts.write_supervision(by=cast.grace, about=cast.maya, supervision=talk, not_known="Who drinks.")
        assert changed.worker_signed_on is None


def test_s3_31_one_explanation_is_kept_and_not_signed(cast):
    with acting_as(cast.aisha):
        talk = written(cast.aisha, cast.maya, cast, thoughts=THOUGHTS[:1])
        assert refused(cast.aisha, talk, "Write a second explanation") == "clear_cut_because"
        assert Hypothesis.objects.get(supervision=talk).what == THOUGHTS[0].what
        assert refused(cast.aisha, talk, "second explanation", clear_cut_because="She told us herself, twice.")
    with acting_as(cast.grace):
        refused(cast.grace, talk, "second explanation", clear_cut_because=".")
        done = signed(cast.grace, talk, clear_cut_because="The police saw it; nothing is left to explain.")
        assert done.supervisor_signed_on == TODAY
    with acting_as(cast.aisha):
        assert signed(cast.aisha, talk).finished_on == TODAY


@pytest.mark.parametrize(
    ("without", "words"),
    [
        ({"thoughts": []}, "what you think explains it"),
        (
            {"thoughts": [THOUGHTS[0], replace(THOUGHTS[1], speaks_against="n/a")]},
            "what against: “She wakes because she l",
        ),
        ({"like_now": " "}, "what it is like to be this child"),
        ({"not_known": "."}, "what is not known"),
        ({"next_test": ""}, "what will be done next to find out"),
        ({"assumptions": ""}, "what is being assumed"),
        ({"would_change": "n/a"}, "what would change your minds"),
        ({"to_do": [ToDo("Ask Maya what wakes her.")]}, "who does it, by when, and because of what"),
    ],
)
def test_each_part_that_is_missing_stops_the_signature_and_not_the_writing(cast, without, words):
    with acting_as(cast.aisha):
        refused(cast.aisha, written(cast.aisha, cast.maya, cast, **without), words)
        assert Supervision.objects.get().question == ""


@pytest.mark.parametrize(
    ("days", "words"), [(None, "the day of the next"), (0, "comes after this one"), (29, "due sooner")]
)
def test_s3_32_the_next_one_is_within_the_packs_limit(cast, days, words):
    with acting_as(cast.aisha):
        next_on = None if days is None else TODAY + timedelta(days)
        talk = written(cast.aisha, cast.maya, cast)
        assert refused(cast.aisha, talk, words, next_on=next_on) == "next_on"
        assert signed(cast.aisha, talk).next_on == TODAY + timedelta(28)


def test_e35_a_child_on_a_protection_plan_is_looked_at_by_a_manager_sooner_of_the_two():
    assert rules.next_by(TODAY, "child_in_need", PACK) == TODAY + timedelta(28)
    assert rules.next_by(TODAY, "child_protection", PACK) == TODAY + timedelta(28)
    assert rules.next_by(TODAY, "child_in_need", packs.pack_for("jersey", TODAY)) is None


def test_s3_32_twenty_nine_days_later_the_clock_of_that_child_is_late(cast):
    with acting_as(cast.aisha):
        talk = signed(
            cast.aisha, written(cast.aisha, cast.maya, cast, on=TODAY - timedelta(29)), next_on=TODAY - timedelta(1)
        )
    with acting_as(cast.grace):
        signed(cast.grace, talk, next_on=TODAY - timedelta(1))
        found = {line.clock.timescale.key: line for line in clocks.clocks_of(cast.maya, cast.grace)}
        assert found["supervision"].state == "late"
        assert "supervision" not in {line.clock.timescale.key for line in clocks.clocks_of(cast.leo, cast.grace)}


def test_one_talk_about_a_child_at_a_time_and_each_child_has_their_own(cast):
    with acting_as(cast.aisha):
        begun(cast.aisha, cast.maya, cast, agenda=["Life today is older than it may be."])
        with pytest.raises(Refused, match="not finished yet"):
            begun(cast.aisha, cast.maya, cast)
        talk = begun(cast.aisha, cast.leo, cast)
        with pytest.raises(NotYours, match="another child’s"):
            acts.write_supervision(by=cast.aisha, about=cast.maya, supervision=talk)
        assert set(queries.newest_of_each([cast.maya.pk, cast.leo.pk])) == {cast.maya.pk, cast.leo.pk}


def test_the_workers_own_view_is_in_the_workers_hand(cast):
    with acting_as(cast.aisha):
        talk = acts.write_supervision(
            by=cast.aisha, about=cast.maya, supervision=begun(cast.aisha, cast.maya, cast), worker_view="I fear more."
        )
    with acting_as(cast.grace), pytest.raises(NotYours, match="own view"):
        acts.write_supervision(by=cast.grace, about=cast.maya, supervision=talk, worker_view="She fears nothing.")


def test_how_minds_moved_stays_visible(cast):
    with acting_as(cast.aisha):
        first = signed(cast.aisha, written(cast.aisha, cast.maya, cast))
    with acting_as(cast.grace):
        signed(cast.grace, first)
    with acting_as(cast.aisha):
        second = begun(cast.aisha, cast.maya, cast)
        assert [one.what for one in queries.hypotheses_before(second)] == [one.what for one in THOUGHTS]
        acts.write_supervision(by=cast.aisha, about=cast.maya, supervision=second, thoughts=[Thought("She is ill.")])
        action = queries.actions_open(cast.maya)[0]
        acts.do_supervision_action(by=cast.aisha, about=cast.maya, action=action)
        with pytest.raises(Refused, match="done already"):
            acts.do_supervision_action(by=cast.aisha, about=cast.maya, action=action)


NOTE = "I dream of the stairs too."


def note(by, cast, **given):
    both = {"worker_id": cast.aisha.account_id, "supervisor_id": cast.grace.account_id}
    return acts.keep_personal_note(by=by, **{**both, "words": NOTE, **given})


def test_s3_32_a_personal_note_is_read_by_the_two_and_is_on_no_childs_file(cast):
    with acting_as(cast.aisha):
        kept = note(cast.aisha, cast)
        assert not Act.objects.filter(occasion_id=kept.occasion_id).exists()
        assert [one.words for one in queries.notes_between(cast.aisha, cast.grace.account_id)] == [NOTE]
        assert NOTE not in Occasion.objects.get(pk=kept.occasion_id).said
    with acting_as(cast.grace):
        assert PersonalNote.objects.get().words == NOTE
    for name in ("sol", "theo", "rowan", "dara"):
        with acting_as(cast.actors[name]):
            assert not PersonalNote.objects.exists()
            assert not Occasion.objects.filter(pk=kept.occasion_id).exists()


@pytest.mark.parametrize("name", ["priya", "kelly"])
def test_no_partner_and_no_family_may_even_ask_for_notes_or_talks(cast, name):
    for model in (PersonalNote, Supervision, Hypothesis, SupervisionAction):
        with acting_as(cast.actors[name]), pytest.raises(Exception, match="permission denied"), transaction.atomic():
            model.objects.exists()


def test_a_note_is_between_a_worker_and_their_manager_and_has_words(cast):
    with acting_as(cast.sol), pytest.raises(NotYours):
        note(cast.sol, cast)
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="Write the note"):
            note(cast.aisha, cast, words=" ")
        with pytest.raises(Refused, match="whoever manages"):
            note(cast.aisha, cast, supervisor_id=cast.sol.account_id)
    with acting_as(cast.kelly), pytest.raises(NotYours):
        note(cast.kelly, cast)
    with the_log_will_not_be_written("record_occasion"), acting_as(cast.aisha):
        note(cast.aisha, cast)
    with acting_as(cast.aisha):
        assert not PersonalNote.objects.exists()
