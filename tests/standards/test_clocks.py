"""Every clock of a child: started and ended by what the record tells, explained by others, its own for each child."""

from datetime import date, timedelta

import pytest
from django.db import connection

from kith.access import acting_as
from kith.involvement.acts import raise_concern
from kith.people.acts import move_home
from kith.record import Refused
from kith.standards import queries as standards
from kith.standards.acts import accept_explanation, explain_missed
from kith.standards.clocks import queries
from kith.standards.clocks.register import CLOCKS, EVENTS, TOLD, UNSEEN
from kith.standards.models import Explanation
from kith.standards.register import standard
from kith.visits.acts import Said, Seen
from tests.cast import TODAY
from tests.packs.shipped import ALL
from tests.standards.clockwork import add, by_limit, change_work, lines, put_at
from tests.visits.going import went_before

REASON = "The school asked us to wait for the new head."


def since(days: int) -> date:
    return TODAY - timedelta(days=days)


# --- the register ---


def test_every_clock_names_a_limit_some_pack_has_and_an_event_the_record_tells() -> None:
    limits = {timescale.key for pack in ALL for timescale in pack.timescales}
    for runs in (*CLOCKS, *UNSEEN):
        assert runs.limit in limits
        assert runs.starts in TOLD | {"sixteen"}
        assert runs.ends in TOLD
        assert not runs.stops or runs.stops in TOLD
        assert not runs.promise or standard(runs.promise)
    assert len({runs.limit for runs in CLOCKS}) == len(CLOCKS)


def test_the_ids_of_clocks_fit_the_column_that_keeps_them() -> None:
    assert max(len(f"clock-{runs.limit}-999999999-261117") for runs in CLOCKS) <= 60


def test_every_event_is_read_for_every_child_in_one_query(cast, django_assert_num_queries) -> None:
    with acting_as(cast.aisha), django_assert_num_queries(1):
        queries.clocks_of(cast.maya, cast.aisha)
    with acting_as(cast.grace), django_assert_num_queries(1):
        queries.ahead([cast.maya.pk, cast.leo.pk, cast.sam.pk], cast.grace)
    with acting_as(cast.grace), django_assert_num_queries(0):
        assert queries.ahead([], cast.grace).soon == []
    assert len(EVENTS) > len(CLOCKS)


# --- what starts and ends them ---


def test_a_referral_is_decided_on_when_a_first_step_follows(cast) -> None:
    found = by_limit(cast, cast.maya)
    decided, led = found["referral-decision"], found["allocation"]
    assert (decided.state, decided.clock.began, decided.clock.due) == ("late", date(2026, 9, 1), date(2026, 9, 2))
    assert (led.state, led.clock.ended, led.clock.due) == ("met", date(2026, 9, 3), date(2026, 9, 3))


def test_an_assessment_counts_from_the_referral_and_a_second_one_from_its_own_day(cast) -> None:
    add("assessment_assessment", cast.maya, started_on=date(2026, 9, 7), authorised_on=date(2026, 10, 1))
    add("assessment_assessment", cast.maya, started_on=date(2026, 10, 12))
    first, second = sorted(
        (line for line in lines(cast, cast.maya) if line.runs.limit == "assessment"), key=lambda line: line.clock.began
    )
    assert (first.state, first.clock.began, first.clock.due) == ("met", date(2026, 9, 1), date(2026, 11, 3))
    assert (second.state, second.clock.began, second.clock.due) == ("running", date(2026, 10, 12), date(2026, 12, 14))
    assert (second.clock.day_of, second.clock.because) == ("day 26 of 45", "45 working days from 12 October 2026")


def test_an_enquiry_leads_to_a_conference_and_a_plan_to_its_reviews(cast) -> None:
    put_at(cast.maya, "child_protection")
    add("involvement_enquiry", cast.maya, started_on=date(2026, 9, 1), conference_on=date(2026, 9, 22))
    add(
        "involvement_protectionplan",
        cast.maya,
        started_on=date(2026, 9, 22),
        reviewed_on="{2026-10-30}",
    )
    found = by_limit(cast, cast.maya)
    assert (found["strategy-to-conference"].state, found["strategy-to-conference"].clock.ended) == (
        "met",
        date(2026, 9, 22),
    )
    assert (found["review-conference-first"].state, found["review-conference-first"].clock.due) == (
        "met",
        date(2026, 12, 22),
    )
    later = found["review-conference-next"]
    assert (later.state, later.clock.began, later.clock.due) == ("running", date(2026, 10, 30), date(2027, 4, 30))


def test_a_plan_that_ended_has_no_review_left_to_keep(cast) -> None:
    add("involvement_protectionplan", cast.maya, started_on=date(2026, 9, 22), ended_on=date(2026, 11, 2))
    found = by_limit(cast, cast.maya)["review-conference-first"]
    assert (found.state, found.is_open) == ("stopped", False)


def test_an_enquiry_that_needed_no_conference_runs_no_clock(cast) -> None:
    add("involvement_enquiry", cast.maya, started_on=date(2026, 9, 1), conference_not_needed=True)
    assert "strategy-to-conference" not in by_limit(cast, cast.maya)


def test_work_brought_over_is_not_late_for_what_no_file_tells(cast) -> None:
    change_work(cast.maya, came_from="Old system", known_from=date(2026, 11, 2))
    add("assessment_assessment", cast.maya, started_on=date(2026, 9, 1))
    found = by_limit(cast, cast.maya)
    assert {"referral-decision", "allocation"}.isdisjoint(found)
    assert found["assessment"].state == "late"


def test_a_child_in_care_has_the_clocks_of_care_and_their_limits_say_not_verified(cast) -> None:
    put_at(cast.maya, "looked_after")
    with acting_as(cast.system):
        moved = {"lines": "8 Fern Bank", "postcode": "NC2 2FB", "kind": "placement"}
        move_home(by=cast.system, about=[cast.maya], on=since(6), **moved)
    found = by_limit(cast, cast.maya)
    assert {"care-plan", "looked-after-review-first", "health-assessment-first", "education-plan-first"} <= set(found)
    assert not found["looked-after-review-first"].clock.timescale.verified
    assert found["visit-looked-after-first"].clock.because == "1 week from 11 November 2026"
    assert "care-plan" not in by_limit(cast, cast.leo)


def test_being_worried_now_is_counted_in_minutes(cast) -> None:
    with acting_as(cast.aisha):
        raise_concern(by=cast.aisha, key="w1", what="She did not come home.", person=cast.maya)
    found = by_limit(cast, cast.maya)["worried-now-acknowledge"]
    assert (found.state, found.clock.day_of) == ("running", "minute 0 of 15")
    assert found.clock.because == "15 minutes from 17 November 2026 at 10:00"


def test_a_wish_keeps_the_day_it_was_given(cast) -> None:
    went_before(cast, 20, [Seen(cast.maya, True, alone="alone", said=[Said("wish", "A dog.")])])
    assert by_limit(cast, cast.maya)["answer-wish"].clock.due == date(2026, 11, 11)
    with connection.cursor() as cursor:
        cursor.execute("update voice_wish set answer_by_on = '2026-11-30'")
    found = by_limit(cast, cast.maya)["answer-wish"]
    assert (found.clock.due, found.state) == (date(2026, 11, 30), "running")


def test_a_wish_a_child_reopened_counts_from_that_day(cast) -> None:
    went_before(cast, 20, [Seen(cast.maya, True, alone="alone", said=[Said("wish", "A dog.")])])
    with connection.cursor() as cursor:
        cursor.execute("update voice_wish set reopened_on = %s, answer_by_on = '2026-12-01'", [TODAY])
    found = by_limit(cast, cast.maya)["answer-wish"]
    assert (found.clock.began, found.clock.due, found.clock.day_of) == (TODAY, date(2026, 12, 1), "day 0 of 10")


def test_brothers_and_sisters_have_clocks_of_their_own(cast) -> None:
    add("involvement_enquiry", cast.leo, started_on=date(2026, 11, 2))
    add("involvement_enquiry", cast.sam, started_on=date(2026, 11, 9))
    due = {child: by_limit(cast, getattr(cast, child))["strategy-to-conference"].clock.due for child in ("leo", "sam")}
    assert due == {"leo": date(2026, 11, 23), "sam": date(2026, 11, 30)}
    assert "strategy-to-conference" not in by_limit(cast, cast.maya)


@pytest.mark.parametrize("level", ["child_in_need", "child_protection", "looked_after", "early_help"])
@pytest.mark.parametrize("seen", [None, 9, 40])
def test_the_visit_clock_is_the_one_the_promise_is_judged_by(cast, level, seen) -> None:
    if seen:
        went_before(cast, seen, [Seen(cast.maya, True, alone="alone")])
    put_at(cast.maya, level)
    with acting_as(cast.aisha):
        row = standards.judge(standard("seen-in-time"), TODAY, [cast.maya.pk])[0]
    visits = [line for line in lines(cast, cast.maya) if line.runs.promise == "seen-in-time"]
    if level == "early_help":
        assert (visits, row.state) == ([], "not_applicable")
        return
    (line,) = visits
    assert (line.clock.timescale.key, line.clock.began, line.clock.due) == (row.key, row.since, row.due)
    assert (line.clock.day_of, line.clock.because) == (row.day_of, row.because)
    assert (line.state == "late") is (row.state == "missed")


def test_a_late_visit_begins_its_own_full_interval(cast) -> None:
    went_before(cast, 40, [Seen(cast.maya, True, alone="alone")])
    went_before(cast, 1, [Seen(cast.maya, True, alone="alone")])
    found = by_limit(cast, cast.maya)["visit-child-in-need"]
    assert (found.clock.began, found.clock.due) == (date(2026, 11, 16), date(2026, 12, 14))


# --- lateness explained ---


def late(cast) -> str:
    return by_limit(cast, cast.maya)["referral-decision"].id


def explained(cast, by="aisha", **details):
    with acting_as(cast.actors[by]):
        given = {"standard_id": late(cast), "reason": REASON, **details}
        return explain_missed(by=cast.actors[by], about=cast.maya, on=TODAY, **given)


def test_a_late_clock_is_explained_once_somebody_else_accepts_the_reason_and_is_never_met(cast) -> None:
    said = explained(cast)
    assert by_limit(cast, cast.maya)["referral-decision"].reason_waits
    with acting_as(cast.grace):
        assert list(standards.explanations_waiting(cast.grace)) == [said]
        accept_explanation(by=cast.grace, about=cast.maya, on=TODAY, explanation=said, expires_on=TODAY + timedelta(20))
    found = by_limit(cast, cast.maya)["referral-decision"]
    assert (found.state, found.clock.state, found.accepted_until) == ("explained", "late", TODAY + timedelta(20))
    assert found.allowed_in_words == "The reason is accepted until 7 December 2026."
    with acting_as(cast.grace):
        assert queries.breaches([cast.maya.pk, cast.leo.pk], cast.grace)["referral-decision"] == (1, 1)


def test_acceptance_of_a_clocks_reason_runs_out(cast) -> None:
    said = explained(cast)
    with acting_as(cast.grace):
        accept_explanation(by=cast.grace, about=cast.maya, on=TODAY, explanation=said, expires_on=TODAY + timedelta(1))
    after = cast.at("aisha", cast.aisha.now + timedelta(days=2))
    with acting_as(after):
        assert queries.clock_of(cast.maya, after, said.standard).state == "late"


@pytest.mark.parametrize(
    ("details", "says"),
    [
        ({"reason": "n/a"}, "what got in the way"),
        ({"standard_id": "clock-referral-decision-0"}, "no such clock"),
    ],
)
def test_explaining_a_clock_is_refused_when(cast, details, says) -> None:
    with pytest.raises(Refused, match=says):
        explained(cast, **details)
    assert not Explanation.objects.exists()


def test_a_clock_in_time_has_nothing_to_explain(cast) -> None:
    with pytest.raises(Refused, match="not late"):
        explained(cast, standard_id=by_limit(cast, cast.maya)["allocation"].id)


# --- a manager's list ---


def test_a_manager_sees_what_ends_within_five_working_days_and_what_is_late(cast) -> None:
    add("involvement_enquiry", cast.leo, started_on=date(2026, 11, 3))  # owed on Tuesday 24 November: five days on
    add("involvement_enquiry", cast.sam, started_on=date(2026, 11, 4))  # and a day later
    add("assessment_assessment", cast.maya, started_on=date(2026, 9, 7))
    with acting_as(cast.grace):
        found = queries.ahead([cast.maya.pk, cast.leo.pk, cast.sam.pk], cast.grace)
    assert [(line.person_id, line.runs.limit) for line in found.soon] == [
        (cast.leo.pk, "enquiry-outcome"),
        (cast.leo.pk, "strategy-to-conference"),
    ]
    assert {(line.person_id, line.runs.limit) for line in found.late if line.runs.limit == "assessment"} == {
        (cast.maya.pk, "assessment")
    }
    days = [line.needed_by for line in found.late]
    assert days == sorted(days)
