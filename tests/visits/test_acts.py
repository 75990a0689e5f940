"""Going to see children: one visit, a line for each, saved whatever is missing."""

from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.record import NotYours, Refused
from kith.record.models import Act, Occasion
from kith.visits.acts import Promised, Said, Seen, plan_visit, record_visit
from kith.visits.models import ChildLine, PlannedVisit, Promise, ToComplete, Visit
from kith.visits.queries import standing_of
from kith.voice.models import Wish, Words
from tests.cast import NOW, TODAY
from tests.visits.going import not_seen, the_log_will_not_be_written, visit, went_before


def gaps_of(child):
    return sorted(ToComplete.objects.filter(person=child).values_list("what", flat=True))


def test_one_visit_to_three_children_is_one_occasion_three_lines_and_three_acts(cast):
    lines = [
        Seen(cast.maya, True, alone="alone", saw="Drew at the table.", said=[Said("wish", "I want my own bed")]),
        Seen(cast.leo, True, alone="child_chose_not", alone_words="He asked Maya to stay.", saw="Built a tower."),
        Seen(
            cast.sam,
            True,
            alone="not_appropriate",
            alone_words="A baby in his mother's arms.",
            saw="Smiled, followed my face, reached for Kelly.",
            promised=[Promised("Bring the cot form", TODAY + timedelta(days=3))],
        ),
    ]
    with acting_as(cast.aisha):
        made = visit(cast.aisha, lines, for_everyone="Warm, food in the cupboard.")

        assert Occasion.objects.filter(name="record_visit").count() == 1
        assert ChildLine.objects.filter(visit=made).count() == 3
        assert [a.said for a in Act.objects.filter(name="record_visit").order_by("id")] == [
            "Aisha Khan visited Maya Okafor-Nowak.",
            "Aisha Khan visited Leo Okafor-Nowak.",
            "Aisha Khan visited Sam Okafor.",
        ]
        assert Words.objects.get().text == "I want my own bed"
        assert Wish.objects.get().owed_by_id == cast.aisha.account_id
        assert Promise.objects.get().person == cast.sam
        assert not ToComplete.objects.exists()
        assert Visit.objects.get().for_everyone == "Warm, food in the cupboard."


def test_the_shared_facts_are_held_once_and_a_child_not_seen_is_said_so(cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.maya, True, alone="alone", saw="Read to me."), not_seen(cast.leo)])
        assert Visit.objects.count() == 1
        assert Act.objects.get(person=cast.leo, name="record_visit").said == (
            "Aisha Khan went to see Leo Okafor-Nowak, who was not seen."
        )


def test_a_doorstep_visit_with_nobody_seen_saves_with_one_line_and_the_rest_is_owed(cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.leo, False, not_seen_words="Door refused.")], mode="doorstep", for_everyone="")
        assert ChildLine.objects.get().not_seen_words == "Door refused."
        assert gaps_of(cast.leo) == ["not_seen_reason", "plan_to_see"]
        assert standing_of(cast.leo).seen_on is None  # the clock is as late as it was
        assert standing_of(cast.leo).tried_on == TODAY


def test_a_missing_reason_and_a_missing_observation_are_saved_and_owed_in_two_working_days(cast):
    with acting_as(cast.aisha):
        visit(
            cast.aisha,
            [Seen(cast.leo, True, alone="not_tried", saw="Ran."), Seen(cast.sam, True, alone="not_appropriate")],
        )
        assert (gaps_of(cast.leo), gaps_of(cast.sam)) == (["alone_reason"], ["observation"])
        assert set(ToComplete.objects.values_list("due_on", "owed_by_id")) == {
            (date(2026, 11, 19), cast.aisha.account_id)
        }


def test_s3_10_a_home_visit_without_daily_life_is_kept_and_owes_it_once_for_the_family(cast):
    with acting_as(cast.aisha):
        seen = [Seen(child, True, alone="alone", saw=f"Saw {child}.") for child in (cast.maya, cast.leo)]
        visit(cast.aisha, [not_seen(cast.sam), *seen], for_everyone="n/a")
        assert (gaps_of(cast.sam), gaps_of(cast.maya), gaps_of(cast.leo)) == ([], ["daily_life"], [])


@pytest.mark.parametrize("mode", ["doorstep", "video"])
def test_the_doorstep_and_a_screen_never_count_as_seeing_a_child(cast, mode):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.maya, True, alone="alone", saw="Waved from the step.")], mode=mode)
        assert standing_of(cast.maya).seen_on is None
        assert standing_of(cast.maya).alone_on is None


def test_telling_of_harm_is_kept_whole_with_the_question_and_is_no_wish(cast):
    said = [Said("harm", "He hits me with the belt", question_asked="What happened to your arm?")]
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.maya, True, alone="alone", said=said)])
        words = Words.objects.get()
        assert (words.text, words.question_asked) == ("He hits me with the belt", "What happened to your arm?")
        assert not Wish.objects.exists()


def test_words_nobody_sorted_are_saved_and_owed_an_answer(cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.maya, True, alone="alone", said=[Said("", "It is loud at night")])])
        assert Words.objects.get().sort == "worry"
        assert Wish.objects.get().words.text == "It is loud at night"


def test_words_say_where_and_how_they_were_said(cast):
    said = [Said("wish", "A dog", way="drawn", checked_back=True)]
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.maya, True, alone="alone", said=said)], mode="school", for_everyone="")
        words = Words.objects.get()
        assert (words.where, words.way, words.checked_back) == ("At school or nursery", "drawn", True)


def test_the_lead_owes_the_answer_whoever_heard_the_words(cast):
    with acting_as(cast.grace):
        visit(cast.grace, [Seen(cast.maya, True, alone="alone", said=[Said("wish", "A dog")])])
        assert (Wish.objects.get().owed_by_id, Wish.objects.get().owed_by_name) == (
            cast.aisha.account_id,
            "Aisha Khan",
        )
        assert not ChildLine.objects.get().by_lead


def test_a_promise_without_a_day_is_due_by_the_next_time_the_family_hears_from_us(cast):
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.maya, True, alone="alone", promised=[Promised("Ask about a bed")])])
        assert Promise.objects.get().due_on == TODAY + timedelta(days=14)


def test_a_visit_that_was_arranged_ends_its_arrangement_for_the_children_it_was_to(cast):
    with acting_as(cast.aisha):
        plan_visit(by=cast.aisha, about=[cast.maya, cast.leo], planned_for=NOW + timedelta(hours=1))
        for_maya = PlannedVisit.objects.get(person=cast.maya)
        visit(cast.aisha, [Seen(cast.maya, True, alone="alone", planned=for_maya)])
        assert PlannedVisit.objects.get(person=cast.maya).visited == ChildLine.objects.get(person=cast.maya)
        assert PlannedVisit.objects.get(person=cast.leo).visited is None


def test_the_same_form_sent_twice_is_one_visit(cast):
    lines = [Seen(cast.maya, True, alone="alone", saw="Sang.", said=[Said("wish", "A dog")])]
    with acting_as(cast.aisha):
        first, second = (visit(cast.aisha, lines, key="the same key") for _ in range(2))
        assert first == second
        assert (Visit.objects.count(), Words.objects.count()) == (1, 1)


def test_a_visit_of_last_week_is_taken_with_both_days(cast):
    on = TODAY - timedelta(days=7)
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.maya, True, alone="alone")], on=on, happened_at=NOW - timedelta(days=7))
        act = Act.objects.get(name="record_visit")
        assert (act.happened_on, act.recorded_at.date()) == (on, TODAY)


def seen(cast, child="maya", **details):
    return Seen(cast.people[child], True, alone="alone", **details)


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"happened_at": NOW + timedelta(minutes=5)}, "at", "has not come yet"),
        ({"happened_at": NOW - timedelta(days=1)}, "on", "do not agree"),
        ({"on": TODAY + timedelta(days=1)}, "on", "has not come yet"),
    ],
)
def test_a_visit_still_to_come_or_on_another_day_is_refused(cast, change, field, said):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match=said) as refusal:
            visit(cast.aisha, [seen(cast)], **change)
        assert refusal.value.field == field
        assert not Visit.objects.exists()


def test_a_promise_due_before_the_visit_is_refused_and_without_its_day_the_same_visit_saves(cast):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="cannot be due before") as refusal:
            visit(cast.aisha, [seen(cast, promised=[Promised("Ring", TODAY - timedelta(days=1))])])
        assert refusal.value.field == "due_on"
        assert not Visit.objects.exists()
        visit(cast.aisha, [seen(cast, promised=[Promised("Ring")])])
        assert Promise.objects.get().text == "Ring"


@pytest.mark.parametrize("about", [["maya", "leo"], ["leo"], ["maya", "maya"]])
def test_a_line_for_another_child_or_a_child_twice_is_refused(cast, about):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="one line of their own"):
            visit(cast.aisha, [seen(cast)], about=[cast.people[name] for name in about])
        assert not Visit.objects.exists()


@pytest.mark.parametrize(
    ("line", "change", "field"),
    [
        ({}, {"mode": "moon"}, "mode"),
        ({"alone": "perhaps"}, {}, "alone"),
        ({"bedroom": "perhaps"}, {}, "bedroom"),
        ({"not_seen_because": "perhaps"}, {}, "not_seen_because"),
    ],
)
def test_an_answer_that_is_none_of_the_packs_is_refused_and_left_out_the_visit_saves(cast, line, change, field):
    with acting_as(cast.aisha):
        with pytest.raises(Refused) as refusal:
            visit(cast.aisha, [Seen(cast.maya, True, **line)], **change)
        assert refusal.value.field == field
        assert not Visit.objects.exists()
        visit(cast.aisha, [Seen(cast.maya, True)])


def test_last_months_words_again_are_no_observation(cast):
    went_before(cast, 30, [Seen(cast.sam, True, alone="not_appropriate", saw="Smiled at his mother.")])
    with acting_as(cast.aisha):
        visit(cast.aisha, [Seen(cast.sam, True, alone="not_appropriate", saw="smiled at his mother")])
        assert gaps_of(cast.sam) == ["observation"]


def test_a_visit_to_nobody_is_refused(cast):
    with acting_as(cast.system), pytest.raises(Refused, match="which children") as refusal:
        visit(cast.system, [])
    assert refusal.value.field == "children"


def test_words_that_say_nothing_are_refused(cast):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="own words"):
            visit(cast.aisha, [seen(cast, said=[Said("wish", "  ")])])
        assert not Visit.objects.exists()


def test_someone_from_another_team_cannot_record_a_visit(cast):
    with acting_as(cast.sol):
        with pytest.raises(NotYours):
            visit(cast.sol, [seen(cast)])
        assert not Visit.objects.exists()


def test_a_tie_to_one_child_is_no_tie_to_a_sister(cast):
    from kith.directory.acts import begin_tie
    from kith.directory.models import Account

    with acting_as(cast.system):
        account = Account.objects.get(pk=cast.sol.account_id)
        begin_tie(by=cast.system, about=cast.leo, account=account, because="working_with", may_write=True)
    with acting_as(cast.sol):
        with pytest.raises(NotYours):
            visit(cast.sol, [seen(cast), seen(cast, "leo")])
        visit(cast.sol, [seen(cast, "leo")])
        assert ChildLine.objects.get().person == cast.leo


def test_duty_may_record_a_visit_to_any_child(cast):
    with acting_as(cast.theo):
        visit(cast.theo, [seen(cast)])
        assert ChildLine.objects.get().by_lead is False


def test_a_child_nobody_leads_was_not_visited_by_their_lead(cast):
    from kith.people.acts import begin_record

    with acting_as(cast.system):
        new = begin_record(by=cast.system, given="Noor", family="Ali")
        made = visit(cast.system, [Seen(new, True, alone="alone", saw="Slept.")])
        assert made.lines.get().by_lead is False


def test_nothing_of_a_visit_is_saved_when_the_log_cannot_be_written(cast):
    said = [Said("wish", "A dog")]
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        visit(cast.aisha, [seen(cast, said=said, promised=[Promised("Ring")])])
    for table in (Visit, ChildLine, ToComplete, Words, Wish, Promise):
        assert not table.objects.exists(), table


def test_opening_time_is_kept_for_the_minutes_it_took(cast):
    with acting_as(cast.aisha):
        made = visit(cast.aisha, [seen(cast)], opened_at=NOW - timedelta(minutes=6))
        assert made.opened_at == NOW - timedelta(minutes=6)


def test_record_visit_is_the_act_of_this_room(cast):
    assert record_visit.terms.story
    assert record_visit.terms.makes == "visits.Visit"
