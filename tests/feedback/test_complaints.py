"""A complaint is kept as it is told, answered in its time by somebody it is not about, and told in person (S4-25)."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from kith import packs
from kith.access import acting_as
from kith.directory.models import Notice
from kith.feedback import acts, queries, rules
from kith.feedback.models import ComplaintStage
from kith.involvement.models import Contact, ImmediateConcern, Spell
from kith.record import Refused
from kith.record.models import Act, Occasion
from tests.cast import TODAY
from tests.feedback.complaining import FOUND, WORDS, answered, answerer, on_day, only_stage, sees_to_complaints, taken
from tests.handing import child_actor

# Where, which procedure, stage, the day it begins; by when, and at the longest.
DUE = [
    ("england", "statutory", "stage_1", date(2026, 11, 17), date(2026, 12, 1), date(2026, 12, 15)),
    ("england", "statutory", "stage_1", date(2026, 12, 21), date(2027, 1, 7), date(2027, 1, 21)),
    ("england", "statutory", "stage_1", date(2027, 3, 22), date(2027, 4, 7), date(2027, 4, 21)),
    ("england", "statutory", "stage_2", date(2026, 12, 1), date(2027, 1, 8), date(2027, 3, 5)),
    ("england", "statutory", "panel", date(2026, 12, 1), date(2027, 1, 15), None),
    ("england", "statutory", "panel_report", date(2026, 12, 23), date(2027, 1, 4), None),
    ("england", "statutory", "response", date(2027, 4, 26), date(2027, 5, 18), None),
    ("england", "corporate", "stage_1", date(2026, 8, 24), date(2026, 9, 8), date(2026, 9, 22)),
    ("england", "data", "receipt", date(2026, 12, 22), date(2027, 1, 21), None),
    ("jersey", "corporate", "stage_1", date(2025, 5, 1), date(2025, 5, 19), date(2025, 6, 3)),
    ("jersey", "data", "receipt", date(2026, 11, 30), date(2026, 12, 30), None),
    ("scotland", "corporate", "stage_1", date(2026, 11, 26), date(2026, 12, 4), date(2026, 12, 11)),
    ("scotland", "corporate", "stage_1", date(2026, 12, 30), date(2027, 1, 8), date(2027, 1, 15)),
    ("scotland", "corporate", "stage_2", date(2026, 7, 20), date(2026, 8, 18), None),
]


@pytest.mark.parametrize(("where", "route", "stage", "began", "due", "longest"), DUE)
def test_s4_25_due_days_are_right_with_holidays_in_every_place(where, route, stage, began, due, longest):
    in_turn, key = packs.in_turn(where, began), rules.limit_of(route, stage)
    clock = rules.clock_of(in_turn, key, began, began)
    assert clock.due == due
    assert clock.day_of.startswith("day 0 of")
    longer = rules.longer_limit(in_turn[-1], key, began)
    assert (in_turn[-1].due(longer, began) if longer else None) == longest


def test_s4_25_twelve_complaints_carry_their_days_and_the_late_are_shown_late(cast):
    by, days = sees_to_complaints(cast), [date(2026, 10, 1) + timedelta(days=4 * n) for n in range(12)]
    for day in days:
        taken(cast, by=on_day(cast.theo, day))
    with acting_as(by):
        stood = {row.received_on: queries.stood(row, TODAY) for row in queries.complaints()}
    pack = packs.pack_for("england", TODAY)
    assert {day: one.stage.due_on for day, one in stood.items()} == {d: pack.due("complaint-stage-1", d) for d in days}
    assert {day for day, one in stood.items() if one.late} == {
        d for d in days if pack.due("complaint-stage-1", d) < TODAY
    }
    assert 0 < sum(one.late for one in stood.values()) < 12


def test_s4_25_an_answer_after_its_day_is_late_for_good(cast):
    by = sees_to_complaints(cast)
    row = taken(cast, by=on_day(cast.theo, date(2026, 10, 1)))
    stage = answerer(cast, by, only_stage(row, by))
    with acting_as(by), pytest.raises(Refused, match="stays late"):
        acts.take_longer(by=by, about=None, stage=stage, because="The manager was away.", told_on=TODAY)
    answered(cast, by, stage)
    with acting_as(by):
        assert queries.stood(queries.complaint(row.pk), TODAY + timedelta(days=400)).late


# -- told


def test_s4_25_a_complaint_is_kept_as_told_and_who_sees_to_complaints_is_told_of_it(cast):
    by = sees_to_complaints(cast)
    row = taken(cast, danger=False, wanted="A call once a week.")
    with acting_as(by):
        kept = queries.complaint(row.pk)
        assert (kept.words, kept.wanted, kept.route, kept.about_names) == (
            WORDS,
            "A call once a week.",
            "statutory",
            "Aisha Khan",
        )
        assert [line.person for line in kept.children.all()] == [cast.maya]
        assert Notice.objects.get(kind="complaint").sentence == "A complaint has come. Open the complaints."
        assert kept.stages.get().due_on == date(2026, 12, 1)


def test_s4_25_a_parent_complains_on_their_own_page_and_reads_it_there(cast):
    by = sees_to_complaints(cast)
    with acting_as(cast.kelly):
        acts.complain(by=cast.kelly, about=None, words=WORDS, children=[cast.maya, cast.leo])
        (mine,) = queries.my_complaints(cast.kelly)
        assert (mine.who, mine.how, mine.whose) == ("Kelly Okafor", "own_page", "family")
        assert mine.stages.get().due_on == date(2026, 12, 1)
        assert mine.children.count() == 2
    with acting_as(by):
        assert queries.complaints().count() == Notice.objects.filter(kind="complaint").count() == 1


def test_s4_25_a_child_is_offered_an_advocate_and_the_offer_is_owed_until_then(cast):
    by, maya = sees_to_complaints(cast), child_actor(cast)
    with acting_as(maya):
        row = acts.complain(by=maya, about=None, words="You did not come.", children=[cast.maya])
    with acting_as(by):
        kept = queries.complaint(row.pk)
        assert "Offer the child somebody to speak up for them." in queries.stood(kept, TODAY).lacks
        for given, says in (
            ({"advocate": "perhaps"}, "Choose what the child said"),
            ({"advocate": "named"}, "who speaks up"),
            ({"advocate": "declined"}, "own words"),
        ):
            with pytest.raises(Refused, match=says):
                acts.offer_advocate(by=by, about=None, complaint=kept, **given)
        acts.offer_advocate(by=by, about=None, complaint=kept, advocate="declined", words="I can say it myself.")
        lacks = queries.stood(queries.complaint(row.pk), TODAY).lacks
        assert lacks == ("Say who answers it.",)


def test_s4_25_danger_goes_to_duty_at_once_and_the_complaint_goes_on(cast):
    by = sees_to_complaints(cast)
    row = taken(cast, words="He locks her in the shed.", danger=True)
    with acting_as(cast.theo):
        assert Contact.objects.get().danger
        assert Contact.objects.get().words == row.words
        assert ImmediateConcern.objects.count() == 1
    assert only_stage(row, by).ended_on is None
    with acting_as(cast.kelly):
        acts.complain(by=cast.kelly, about=None, words="He has a knife.", children=[cast.maya], danger=True)
    with acting_as(cast.theo):
        assert ImmediateConcern.objects.filter(what__contains="He has a knife.", person=cast.maya).exists()
    later = taken(cast, words="The stairs have no rail and he fell twice.")
    with acting_as(by):
        acts.tell_duty(by=by, about=None, complaint=later)
        with pytest.raises(Refused, match="told already"):
            acts.tell_duty(by=by, about=None, complaint=later)
    with acting_as(cast.theo):
        assert ImmediateConcern.objects.count() == 3


def test_s4_25_a_complaint_pauses_nothing_and_stands_in_no_childs_record(cast):
    with acting_as(cast.system):
        before = (list(Spell.objects.order_by("pk").values()), Act.objects.count())
    taken(cast)
    with acting_as(cast.kelly):
        acts.complain(by=cast.kelly, about=None, words=WORDS, children=[cast.maya])
    with acting_as(cast.system):
        assert (list(Spell.objects.order_by("pk").values()), Act.objects.count()) == before
        said = Occasion.objects.filter(name__in=["take_complaint", "complain"]).values_list("said", flat=True)
        assert sorted(said) == ["Kelly Okafor complained on their own page.", "Theo Rowe wrote down a complaint."]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"words": " "}, "own words"),
        ({"who": ""}, "who complains"),
        ({"how": "pigeon"}, "one of the answers"),
        ({"whose": "x"}, "one of the answers"),
        ({"route": "court"}, "one of the answers"),
    ],
)
def test_a_complaint_that_says_nothing_is_refused(cast, given, says):
    with pytest.raises(Refused, match=says):
        taken(cast, **given)


def test_a_complaint_without_words_on_an_own_page_is_refused(cast):
    with acting_as(cast.kelly), pytest.raises(Refused, match="A few words"):
        acts.complain(by=cast.kelly, about=None, words=" ")


# -- who answers


def test_s4_25_nobody_answers_a_complaint_about_themselves_nor_about_their_manager(cast):
    by = sees_to_complaints(cast)
    row = taken(cast, staff=[cast.staff["sol"]])
    stage = only_stage(row, by)
    with pytest.raises(Refused, match="The complaint is about Sol Marsh"):
        answerer(cast, by, stage, "sol")
    of_grace = only_stage(taken(cast, staff=[cast.staff["grace"]]), by)
    with pytest.raises(Refused, match="Aisha Khan is managed by somebody the complaint is about: Grace Adeyemi"):
        answerer(cast, by, of_grace, "aisha")
    with pytest.raises(Refused, match="Aisha Khan leads the work with the child"):
        answerer(cast, by, stage, "aisha")
    assert answerer(cast, by, stage, "grace").answerer_name == "Grace Adeyemi"
    with acting_as(cast.grace):
        assert Notice.objects.filter(kind="complaint", sentence__startswith="You are asked").count() == 1
    with acting_as(by), pytest.raises(Refused, match="Grace Adeyemi answers this complaint"):
        acts.name_subjects(by=by, about=None, complaint=row, staff=[cast.staff["grace"]])
    with acting_as(by), pytest.raises(Refused, match="close the complaint to you"):
        acts.name_subjects(by=by, about=None, complaint=row, staff=[cast.staff["rowan"]])


def test_s4_25_the_database_too_lets_nobody_answer_a_complaint_about_themselves(cast):
    by = sees_to_complaints(cast)
    stage = only_stage(taken(cast, staff=[cast.staff["sol"]]), by)
    ids = [cast.sol.account_id, stage.pk]
    asked = "update feedback_complaintstage set answerer_id = %s where id = %s"
    told = pytest.raises(IntegrityError, match="nobody_answers")
    with acting_as(cast.system), connection.cursor() as cursor, told, transaction.atomic():
        cursor.execute(asked, ids)


def test_s4_25_the_next_stage_is_answered_by_somebody_who_has_not_answered_it(cast):
    by = sees_to_complaints(cast)
    row = taken(cast)
    stage = answerer(cast, by, only_stage(row, by))
    with acting_as(by), pytest.raises(Refused, match="not answered yet"):
        acts.take_further(by=by, about=None, complaint=row, why="They did not say sorry.")
    answered(cast, by, stage, outcome="not_upheld", lesson="")
    with acting_as(by):
        with pytest.raises(Refused, match="why they go on"):
            acts.take_further(by=by, about=None, complaint=row, why="")
        with pytest.raises(Refused, match="before there was an answer"):
            acts.take_further(by=by, about=None, complaint=row, why="It is wrong.", on=TODAY - timedelta(days=1))
        second = acts.take_further(by=by, about=None, complaint=row, why="They did not say sorry.")
    assert (second.stage, second.due_on) == ("stage_2", date(2026, 12, 22))
    with pytest.raises(Refused, match="answered the stage before"):
        answerer(cast, by, second, "sol")
    answered(cast, by, answerer(cast, by, second, "theo"))
    with acting_as(by):
        panel = acts.take_further(by=by, about=None, complaint=row, why="We want it heard by others.")
        assert (panel.stage, panel.due_on) == ("panel", date(2026, 12, 31))
        acts.answer_complaint(by=by, about=None, stage=panel)
        report = queries.stage_waiting(queries.complaint(row.pk))
        assert (report.stage, report.due_on) == ("panel_report", date(2026, 11, 24))
        acts.answer_complaint(by=by, about=None, stage=report)
        ours = queries.stage_waiting(queries.complaint(row.pk))
        assert (ours.stage, ours.due_on) == ("response", date(2026, 12, 8))
    answered(cast, by, ours)
    with acting_as(by), pytest.raises(Refused, match="no further stage"):
        acts.take_further(by=by, about=None, complaint=queries.complaint(row.pk), why="Still not content.")


# -- its days


def test_s4_25_longer_has_a_reason_is_told_and_goes_to_the_longest_there_is(cast):
    by = sees_to_complaints(cast)
    stage = answerer(cast, by, only_stage(taken(cast), by))
    with acting_as(cast.sol):
        mine = ComplaintStage.objects.get(pk=stage.pk)
        with pytest.raises(Refused, match="why it takes longer"):
            acts.take_longer(by=cast.sol, about=None, stage=mine, because="", told_on=TODAY)
        with pytest.raises(Refused, match="Tell them"):
            acts.take_longer(by=cast.sol, about=None, stage=mine, because="Two people are away.", told_on=None)
        longer = acts.take_longer(by=cast.sol, about=None, stage=mine, because="Two people are away.", told_on=TODAY)
        assert (longer.first_due_on, longer.due_on) == (date(2026, 12, 1), date(2026, 12, 15))
        clock = queries.clock(longer.complaint, longer, packs.in_turn("england", TODAY), TODAY)
        assert clock.day_of == "day 0 of 20"
        with pytest.raises(Refused, match="no longer time"):
            acts.take_longer(by=cast.sol, about=None, stage=mine, because="And more.", told_on=TODAY)


def test_s4_25_a_complaint_about_data_protection_has_a_way_and_a_receipt_of_its_own(cast):
    by = sees_to_complaints(cast)
    row = taken(cast)
    with acting_as(by):
        with pytest.raises(Refused, match="one of the procedures"):
            acts.choose_route(by=by, about=None, complaint=row, route="court")
        acts.choose_route(by=by, about=None, complaint=row, route="data")
        stage = queries.stage_waiting(queries.complaint(row.pk))
        assert (stage.stage, stage.due_on) == ("receipt", date(2026, 12, 17))
        acts.answer_complaint(by=by, about=None, stage=stage)
        stage = queries.stage_waiting(queries.complaint(row.pk))
        assert (stage.stage, stage.due_on) == ("answer", None)
        with pytest.raises(Refused, match="on its way already"):
            acts.choose_route(by=by, about=None, complaint=row, route="corporate")


# -- the answer


def test_s4_25_upheld_is_not_closed_without_what_we_learn(cast):
    by = sees_to_complaints(cast)
    stage = only_stage(taken(cast), by)
    with pytest.raises(Refused, match="Say first who answers"):
        answered(cast, by, stage)
    answerer(cast, by, stage)
    stage = only_stage(stage.complaint, by)
    for given, field in (
        ({"outcome": ""}, "outcome"),
        ({"reasons": " "}, "reasons"),
        ({"lesson": ""}, "lesson"),
        ({"outcome": "partly", "lesson": "n/a"}, "lesson"),
    ):
        with pytest.raises(Refused) as said:
            answered(cast, by, stage, **given)
        assert [name for name, _ in said.value.each] == [field]
    with pytest.raises(Refused, match="before this stage began"):
        answered(cast, by, stage, on=TODAY - timedelta(days=1))
    assert answered(cast, by, stage, outcome="not_upheld", lesson="").ended_on == TODAY
    with pytest.raises(Refused, match="is answered"):
        answered(cast, by, stage)
    with acting_as(by), pytest.raises(Refused, match="is answered"):
        acts.name_answerer(by=by, about=None, stage=stage, answerer=cast.staff["theo"])


def test_an_answer_holds_no_address_that_whoever_complained_must_not_learn(cast):
    by = sees_to_complaints(cast)
    row = taken(cast, person_who=cast.people["gary"], who="Gary Stone")
    stage = answerer(cast, by, only_stage(row, by))
    with pytest.raises(Refused, match="must not learn"):
        answered(cast, by, stage, reasons="She lives at 14 Larkspur Court now.")


def test_s4_25_a_child_is_told_the_answer_in_person_and_reads_it_once_told(cast):
    by, maya = sees_to_complaints(cast), child_actor(cast)
    with acting_as(maya):
        row = acts.complain(by=maya, about=None, words="You did not come.", children=[cast.maya], advocate=True)
    stage = answerer(cast, by, only_stage(row, by))
    with acting_as(by), pytest.raises(Refused, match="no answer to tell"):
        acts.tell_answer(by=by, about=None, stage=stage, told_by="Sol Marsh", in_person=True)
    answered(cast, by, stage)
    with acting_as(maya):
        assert not queries.my_complaints(maya)[0].stages.exists()
    with acting_as(by):
        stage = queries.complaint(row.pk).stages.get()
        assert "Tell the child the answer, in person." in queries.stood(queries.complaint(row.pk), TODAY).lacks
        told = {"by": by, "about": None, "stage": stage, "told_by": "Sol Marsh", "in_person": True}
        for given, says in (
            ({"in_person": False}, "told in person"),
            ({"told_by": ""}, "who told them"),
            ({"on": TODAY - timedelta(days=1)}, "before there was"),
        ):
            with pytest.raises(Refused, match=says):
                acts.tell_answer(**(told | given))
        acts.tell_answer(**told, thought="Good. But late.")
    with acting_as(maya):
        kept = queries.my_complaints(maya)[0].stages.get()
        assert (kept.reasons, kept.told_by_name, kept.thought) == (FOUND["reasons"], "Sol Marsh", "Good. But late.")


def test_s4_25_a_complaint_withdrawn_is_kept_with_its_day(cast):
    by = sees_to_complaints(cast)
    with acting_as(cast.kelly):
        row = acts.complain(by=cast.kelly, about=None, words=WORDS)
        with pytest.raises(Refused, match="before it was made"):
            acts.withdraw_complaint(by=cast.kelly, about=None, complaint=row, on=TODAY - timedelta(days=1))
        acts.withdraw_complaint(by=cast.kelly, about=None, complaint=row)
        with pytest.raises(Refused, match="withdrawn already"):
            acts.withdraw_complaint(by=cast.kelly, about=None, complaint=row)
    with acting_as(by):
        kept = queries.complaint(row.pk)
        assert (kept.words, kept.withdrawn_on, queries.stood(kept, TODAY).state) == (WORDS, TODAY, "withdrawn")
        assert not queries.stood(kept, TODAY + timedelta(days=100)).late
        with pytest.raises(Refused, match="is withdrawn"):
            acts.name_answerer(by=by, about=None, stage=kept.stages.get(), answerer=cast.staff["sol"])
        with pytest.raises(Refused, match="is withdrawn"):
            acts.take_further(by=by, about=None, complaint=kept, why="They changed their mind.")
        other = taken(cast, by=by)
        with pytest.raises(Refused, match="what they said"):
            acts.withdraw_complaint(by=by, about=None, complaint=other)
