"""Decisions and their reasons: kept whatever is missing, finished only when nothing is, agreed by somebody else."""

from datetime import date

import pytest
from django.conf import settings
from django.db import IntegrityError

from kith import packs
from kith.access import acting_as
from kith.decisions.acts import (
    agree_decision,
    decide,
    end_decision,
    finish_decision,
    return_decision,
    revise_decision,
)
from kith.decisions.models import Agreement, BottomLine, Considered, Decision, DecisionRevision
from kith.decisions.queries import may_rest_on, what_is_missing, written
from kith.decisions.rules import AgreementGiven, DissentGiven, LineGiven, OptionGiven
from kith.directory.models import Notice
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.workforce.acts import begin_supervision
from tests.cast import TODAY
from tests.decisions.making import decided, only_started, reasons_for, written_past_the_guard
from tests.visits.going import the_log_will_not_be_written

KINDS = [code for code, _ in packs.pack_for(settings.PACK, TODAY).choices("decision_kind")]
DOING = {
    "decide": lambda cast, by, made: decided(cast, by),
    "revise_decision": lambda cast, by, made: revise_decision(by=by, about=cast.maya, decision=made, chosen="No."),
    "finish_decision": lambda cast, by, made: finish_decision(by=by, about=cast.maya, decision=made),
    "end_decision": lambda cast, by, made: end_decision(by=by, about=cast.maya, decision=made, because="Withdrawn."),
}
READING = {
    "agree_decision": lambda cast, by, made: agree_decision(by=by, about=cast.maya, decision=made),
    "return_decision": lambda cast, by, made: return_decision(
        by=by, about=cast.maya, decision=made, because="Ask Maya."
    ),
}


def kept():
    return [
        list(model.objects.order_by("pk").values()) for model in (Decision, Considered, BottomLine, DecisionRevision)
    ]


@pytest.mark.parametrize("name", [*DOING, *READING])
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha, finish=name in READING)
    by = cast.grace if name in READING else cast.aisha
    with acting_as(cast.system):
        before = kept()
    with the_log_will_not_be_written(), acting_as(by):
        (DOING | READING)[name](cast, by, made)
    with acting_as(cast.system):
        assert kept() == before


@pytest.mark.parametrize("name", [*DOING, *READING])
def test_someone_without_tie_or_right_may_not(cast, name):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha)
    with acting_as(cast.sol), pytest.raises(NotYours):
        (DOING | READING)[name](cast, cast.sol, made)


@pytest.mark.parametrize("kind", KINDS)
def test_s3_17_a_decision_without_its_reasons_is_not_finished_at_any_point_it_is_owed(cast, kind):
    with acting_as(cast.aisha), pytest.raises(Refused, match="Give the reasons") as refusal:
        decided(cast, cast.aisha, kind, reasons="n/a")
    assert refusal.value.field == "reasons"


@pytest.mark.parametrize("kind", KINDS)
def test_s3_17_twin_the_same_is_kept_incomplete_and_owed_by_the_next_working_day(cast, kind):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha, kind, reasons="n/a", finish=False)
        assert (made.state, made.reasons, made.finished_on) == ("proposed", "n/a", None)
        assert made.owed_by_on == date(2026, 11, 18)
        assert [missing.field for missing in what_is_missing(written(made))] == ["reasons"]


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"question": " "}, "question", "what had to be decided"),
        ({"chosen": "."}, "chosen", "what was decided"),
        ({"options": [OptionGiven("Saturdays", chosen=True)]}, "options", "at least two real ways"),
        ({"options": [OptionGiven("A"), OptionGiven("B", chosen=True)]}, "options", "Say why not: A"),
        ({"rests_on": ""}, "rests_on", "rests on"),
        ({"child_view": ""}, "child_view", "why that is not known"),
        ({"child_view_weight": ""}, "child_view_weight", "weight"),
        ({"agreements": []}, "agreements", "Kelly Okafor agrees"),
        ({"bottom_lines": []}, "bottom_lines", "must stay true"),
        ({"bottom_lines": [LineGiven("Nan is there")]}, "bottom_lines", "what event breaks"),
        ({"bottom_lines": [LineGiven("Nan is there", "She leaves")]}, "bottom_lines", "who watches"),
        ({"bottom_lines": [LineGiven("Nan is there", "She leaves", watcher_name="Nan")]}, "bottom_lines", "is told"),
        ({"what_would_change_it": ""}, "what_would_change_it", "would change"),
        ({"review_by_on": None}, "review_by_on", "looked at again"),
    ],
)
def test_s3_17_each_missing_part_is_named_when_finishing_and_saved_all_the_same(cast, changed, field, words):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match=words) as refusal:
            decided(cast, cast.aisha, **changed)
        assert refusal.value.field == field
        assert decided(cast, cast.aisha, finish=False, **changed).state == "proposed"


def test_one_way_only_no_bottom_line_and_no_view_are_answers_when_they_say_why(cast):
    with acting_as(cast.aisha):
        made = decided(
            cast,
            cast.aisha,
            options=[],
            only_one_because="The court has ordered it.",
            bottom_lines=[],
            no_bottom_lines_because="Nothing about Saturdays bears on her safety.",
            child_view="",
            child_view_not_known="Maya is away with Nan until Friday; Aisha asks her then.",
        )
        assert made.finished_on == TODAY


def agreeing(cast, **tomek):
    return [AgreementGiven(cast.people["kelly"], "agreed"), AgreementGiven(cast.people["tomek"], **tomek)]


@pytest.mark.parametrize(
    ("tomek", "words"),
    [
        ({"answer": "not_agreed"}, "in their words"),
        ({"answer": "not_agreed", "words": "I want Sundays too"}, "what harm"),
        ({"answer": "not_agreed", "words": "I want Sundays", "because": "Sundays are work days"}, "sought again"),
        ({"answer": "not_asked", "exception": "harm"}, "stood in the way"),
    ],
)
def test_s1_24_going_on_without_agreement_owes_words_harm_and_the_day_it_is_sought_again(cast, tomek, words):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match=words):
            decided(cast, cast.aisha, agreements=agreeing(cast, **tomek))
        made = decided(cast, cast.aisha, finish=False, agreements=agreeing(cast, **tomek))
        assert made.agreements.get(holder=cast.people["tomek"]).answer == tomek["answer"]


@pytest.mark.parametrize(
    ("tomek", "words"),
    [({"answer": "not_asked"}, "why they were not asked"), ({"answer": "maybe"}, "whether they agree")],
)
def test_n33_not_asked_without_a_lawful_exception_is_no_answer(cast, tomek, words):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match=words):
            decided(cast, cast.aisha, finish=False, agreements=agreeing(cast, **tomek))
        assert Decision.objects.count() == 0


def test_n33_nor_does_the_database_take_it(cast):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha)
    with acting_as(cast.system), pytest.raises(IntegrityError, match="not_asked_for_a_lawful_reason"):
        written_past_the_guard(Agreement.objects.filter(decision=made), answer="not_asked")


def test_evidence_is_a_line_of_the_same_childs_record_and_stands_for_what_it_rests_on(cast):
    with acting_as(cast.aisha):
        line = Act.objects.filter(person=cast.maya).first()
        made = decided(cast, cast.aisha, rests_on="", evidence=[line])
        assert made.evidence.get().line_id == line.pk
        with pytest.raises(Refused, match="another child"):
            decided(cast, cast.aisha, evidence=[Act.objects.filter(person=cast.leo).first()])


def test_who_thinks_otherwise_is_kept_with_their_name(cast):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha, dissents=[DissentGiven("Priya Nair", "I would wait a month.")])
        assert made.dissents.get().who == "Priya Nair"


def test_a_kind_the_pack_does_not_have_is_refused(cast):
    with acting_as(cast.aisha), pytest.raises(Refused) as refusal:
        only_started(cast, cast.aisha, "whim")
    assert refusal.value.field == "kind"


def test_a_decision_about_a_contact_stands_when_it_is_finished_and_every_other_waits_for_a_second_reader(cast):
    with acting_as(cast.aisha):
        assert decided(cast, cast.aisha, "contact").state == "agreed"
        made = decided(cast, cast.aisha, "plan")
        assert (made.state, made.finished_on) == ("proposed", TODAY)
    with acting_as(cast.system):
        told = Notice.objects.filter(kind="decision_to_read").values_list("account_id", flat=True)
        assert list(told) == [cast.grace.account_id]


# -- writing it anew


def test_what_is_proposed_is_written_anew_and_which_parts_were_is_kept(cast):
    with acting_as(cast.aisha):
        made = only_started(cast, cast.aisha)
        again = revise_decision(by=cast.aisha, about=cast.maya, decision=made, finish=True, **reasons_for(cast))
        revision = DecisionRevision.objects.get()
    assert (again.pk, again.finished_on) == (made.pk, TODAY)
    assert {"question", "reasons", "options", "bottom_lines", "agreements"} <= set(revision.parts)


def test_writing_the_same_again_is_no_change(cast):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha)
        revise_decision(by=cast.aisha, about=cast.maya, decision=made, **reasons_for(cast))
        assert DecisionRevision.objects.count() == 0
        assert made.considered.count() == 2


def test_a_bottom_line_left_out_ends_and_one_changed_stays_the_same_line(cast):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha)
        line = made.bottom_lines.get()
        revise_decision(
            by=cast.aisha,
            about=cast.maya,
            decision=made,
            bottom_lines=[LineGiven(line.statement, "She goes out", watcher_name="Nan Rose"), LineGiven("No drink")],
        )
        line.refresh_from_db()
        assert (line.broken_when, line.until_on) == ("She goes out", None)
        revise_decision(by=cast.aisha, about=cast.maya, decision=made, bottom_lines=[LineGiven("No drink")])
        line.refresh_from_db()
        assert line.until_on == TODAY


def test_only_who_writes_it_changes_it_and_only_while_it_is_proposed(cast):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha)
    with acting_as(cast.grace):
        with pytest.raises(Refused, match="is deciding this"):
            revise_decision(by=cast.grace, about=cast.maya, decision=made, chosen="No.")
        agree_decision(by=cast.grace, about=cast.maya, decision=made)
    with acting_as(cast.aisha):
        for change in (revise_decision, finish_decision):
            with pytest.raises(Refused, match="stands"):
                change(by=cast.aisha, about=cast.maya, decision=made)


# -- the second reader


def test_s3_19_the_second_reader_agrees_and_their_name_stands_under_it(cast):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha)
    with acting_as(cast.grace):
        agreed = agree_decision(by=cast.grace, about=cast.maya, decision=made)
    assert (agreed.state, agreed.agreed_by_name, agreed.agreed_on) == ("agreed", "Grace Adeyemi", TODAY)


def test_s3_19_nobody_agrees_their_own_decision(cast):
    with acting_as(cast.grace):
        made = decided(cast, cast.grace)
        with pytest.raises(Refused, match="Nobody agrees their own"):
            agree_decision(by=cast.grace, about=cast.maya, decision=made)
        assert Decision.objects.get().state == "proposed"


def test_s3_19_nor_one_written_for_them(cast):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha, decided_by_id=cast.grace.account_id, decided_by_name="Grace Adeyemi")
    with acting_as(cast.grace), pytest.raises(Refused, match="Nobody agrees their own"):
        agree_decision(by=cast.grace, about=cast.maya, decision=made)


@pytest.mark.parametrize("column", ["written_by_id", "decided_by_id"])
def test_s3_19_nor_does_the_database_take_it(cast, column):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha)
    values = {"written_by_id": None, "decided_by_id": None, column: cast.grace.account_id}
    rows = Decision.objects.filter(pk=made.pk)
    with acting_as(cast.system), pytest.raises(IntegrityError, match="nobody_agrees_what_they"):
        written_past_the_guard(rows, agreed_by_id=cast.grace.account_id, **values)


def test_s3_19_without_a_second_reader_the_database_lets_no_decision_stand(cast):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha)
    with acting_as(cast.system), pytest.raises(IntegrityError, match="agreed_by_a_second_reader"):
        written_past_the_guard(Decision.objects.filter(pk=made.pk), state="agreed")


def test_what_is_not_finished_or_was_changed_while_it_was_read_is_not_agreed(cast):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha)
        opened = made.latest_act_id
        revise_decision(by=cast.aisha, about=cast.maya, decision=made, chosen="Only on Sundays.")
    with acting_as(cast.grace), pytest.raises(Refused, match="not finished"):
        agree_decision(by=cast.grace, about=cast.maya, decision=made)
    with acting_as(cast.aisha):
        finish_decision(by=cast.aisha, about=cast.maya, decision=made)
    with acting_as(cast.grace), pytest.raises(Refused, match="changed while you were reading"):
        agree_decision(by=cast.grace, about=cast.maya, decision=made, as_read=opened)


def test_what_is_given_back_says_what_to_change_and_its_writer_is_told(cast):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha)
    with acting_as(cast.grace):
        with pytest.raises(Refused, match="what to change"):
            return_decision(by=cast.grace, about=cast.maya, decision=made, because=" ")
        returned = return_decision(by=cast.grace, about=cast.maya, decision=made, because="Ask Maya first.")
    assert (returned.state, returned.finished_on, returned.returned_because) == ("proposed", None, "Ask Maya first.")
    with acting_as(cast.system):
        assert Notice.objects.get(kind="decision_returned").account_id == cast.aisha.account_id


# -- afterwards


def test_a_decision_that_stands_instead_changes_the_one_before_and_its_bottom_lines_end(cast):
    with acting_as(cast.aisha):
        first = decided(cast, cast.aisha)
    with acting_as(cast.grace):
        agree_decision(by=cast.grace, about=cast.maya, decision=first)
    with acting_as(cast.aisha):
        second = decided(cast, cast.aisha, instead_of=first)
        with pytest.raises(Refused, match="already stands instead"):
            decided(cast, cast.aisha, instead_of=first)
    with acting_as(cast.grace):
        agree_decision(by=cast.grace, about=cast.maya, decision=second)
    first.refresh_from_db()
    assert (first.state, first.bottom_lines.get().until_on) == ("changed", TODAY)
    assert second.bottom_lines.get().until_on is None


@pytest.mark.parametrize("because", ["", " "])
def test_a_decision_ends_with_a_reason_and_once(cast, because):
    with acting_as(cast.aisha):
        made = only_started(cast, cast.aisha)
        with pytest.raises(Refused, match="Say why"):
            end_decision(by=cast.aisha, about=cast.maya, decision=made, because=because)
        end_decision(by=cast.aisha, about=cast.maya, decision=made, because="Tomek moved away.")
        with pytest.raises(Refused, match="already ended"):
            end_decision(by=cast.aisha, about=cast.maya, decision=made, because="Again.")


def test_decide_inside_is_saved_with_the_least_there_is(cast):
    with acting_as(cast.aisha):
        made = decide(by=cast.aisha, about=cast.maya, kind="legal")
        assert (made.decided_by_name, len(what_is_missing(written(made))) > 5) == ("Aisha Khan", True)


def supervised(cast):
    """The line of the record a supervision about Maya stands on."""
    with acting_as(cast.grace):
        talk = begin_supervision(
            by=cast.grace, about=cast.maya, worker_id=cast.aisha.account_id, supervisor_id=cast.grace.account_id
        )
        return talk.act


REFLECTED = {"shaped_by_reflection": True, "thought_before": "I thought the flat itself was the danger."}


def test_s3_33_shaped_by_reflection_it_is_finished_with_that_supervision_and_what_was_thought_before(cast):
    with acting_as(cast.aisha):
        for given, field in ((REFLECTED, "evidence"), ({**REFLECTED, "thought_before": "."}, "thought_before")):
            made = decided(cast, cast.aisha, finish=False, **given)
            with pytest.raises(Refused) as refusal:
                finish_decision(by=cast.aisha, about=cast.maya, decision=made)
            assert field in [name for name, _ in refusal.value.each]
    line = supervised(cast)
    with acting_as(cast.aisha):
        assert line in may_rest_on(cast.maya)
        made = decided(cast, cast.aisha, finish=False, evidence=[line], **REFLECTED)
        assert finish_decision(by=cast.aisha, about=cast.maya, decision=made).finished_on == TODAY


def test_s3_33_twin_it_is_kept_without_the_link_and_one_nobody_says_was_shaped_owes_none(cast):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha, finish=False, shaped_by_reflection=True)
        assert Decision.objects.get(pk=made.pk).finished_on is None
        assert decided(cast, cast.aisha).finished_on == TODAY
