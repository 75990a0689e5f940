"""A child's clocks on a page, what people say about lateness, the manager's list, and every limit there is."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from kith.access import acting_as
from kith.calendar import PartDate
from kith.people.acts import begin_record, move_home
from kith.standards.acts import ask_more_time
from kith.standards.models import Explanation, MoreTime
from tests.cast import TODAY
from tests.standards.clockwork import add, by_limit, put_at
from tests.visits.going import page, text

BECAUSE = "The grandparents come home on Friday and have to be heard."


@pytest.fixture
def assessing(cast) -> str:
    return f"clock-assessment-{add('assessment_assessment', cast.maya, started_on=date(2026, 9, 7))}"


def on(day: date) -> dict[str, int]:
    return {"until_on-day": day.day, "until_on-month": day.month, "until_on-year": day.year}


def test_each_clock_says_how_far_it_has_run_by_when_and_why_then(cast, browse, assessing):
    add("involvement_enquiry", cast.maya, started_on=date(2026, 11, 2))
    shown = text(browse("aisha").get(page("child-clocks", cast.maya)))
    assert "Day 11 of 15." in shown
    assert "Needed by Mon 23 Nov." in shown
    assert "15 working days from 2 November 2026, counted from the strategy discussion that started" in shown
    assert "It was needed by Tue 3 Nov." in shown
    assert "Day 55 of 45." in shown
    assert "Done Thu 3 Sep; it was needed by Thu 3 Sep." in shown
    assert 'href="/limits/"' in shown


def test_a_limit_nobody_has_verified_says_so_where_it_is_read(cast, browse):
    put_at(cast.maya, "child_in_need")
    assert "not verified" not in text(browse("aisha").get(page("child-clocks", cast.maya))).lower()
    put_at(cast.maya, "looked_after")
    with acting_as(cast.system):
        move_home(
            by=cast.system,
            about=[cast.maya],
            on=TODAY - timedelta(days=6),
            lines="8 Fern Bank",
            postcode="NC2 2FB",
            kind="placement",
        )
    shown = text(browse("aisha").get(page("child-clocks", cast.maya)))
    assert "Limit not verified" in shown
    assert "Kith does not hold what ends" not in shown
    assert "not verified." in shown


def test_a_child_nothing_is_counted_for_has_kind_words(cast, browse):
    with acting_as(cast.system):
        nia = begin_record(by=cast.system, given="Nia", family="Rees", born=PartDate(date(2019, 5, 5), "day"))
    reader = browse("theo")
    reader.post(page("give-because", nia), {"because": "Her school rang."})
    assert "No clock runs for this child" in text(reader.get(page("child-clocks", nia)))


def test_of_many_that_have_ended_the_newest_are_shown_until_all_are_asked_for(cast, browse):
    for days in range(7, 7 * 15, 7):
        add("involvement_enquiry", cast.maya, started_on=TODAY - timedelta(days), conference_on=TODAY - timedelta(days))
    shown = text(browse("aisha").get(page("child-clocks", cast.maya)))
    assert shown.count("First child protection conference") < 12
    assert "the newest 12 are shown" in shown
    shown = text(browse("aisha").get(page("child-clocks", cast.maya, all=1)))
    assert shown.count("First child protection conference") == 14


def test_a_late_clock_is_explained_and_asked_about_from_its_own_line(cast, browse, assessing):
    shown = text(browse("aisha").get(page("child-clocks", cast.maya)))
    late = by_limit(cast, cast.maya)["referral-decision"].id
    assert reverse("explain-clock", args=[cast.maya.ref, late]) in shown
    assert reverse("ask-more-time", args=[cast.maya.ref, assessing]) in shown
    assert reverse("explain-standard", args=[cast.maya.ref, "seen-in-time"]) in shown
    answer = browse("aisha").post(page("explain-clock", cast.maya, late), {"reason": "n/a"})
    assert answer.status_code == 422
    assert "what got in the way" in text(answer)
    answer = browse("aisha").post(page("explain-clock", cast.maya, late), {"reason": "Two of us were ill that week."})
    assert answer.url == page("child-clocks", cast.maya)
    assert "A reason is waiting to be accepted." in text(browse("aisha").get(page("child-clocks", cast.maya)))
    with acting_as(cast.grace):
        pk = Explanation.objects.get().pk
    accepting = page("accept-explanation", cast.maya, pk)
    assert accepting in text(browse("grace").get(reverse("sign-off")))
    assert "whoever asked: 1 working day from 1 September 2026." in text(browse("grace").get(accepting))


def test_more_time_is_asked_for_answered_and_told_beside_the_day_that_stands(cast, browse, assessing):
    asking = page("ask-more-time", cast.maya, assessing)
    assert "The day of the limit does not move" in text(browse("aisha").get(asking))
    kept = browse("aisha").post(asking, {"reason": BECAUSE, **on(date(2026, 11, 2))})
    assert kept.status_code == 422
    assert BECAUSE in text(kept)
    assert "give a later day" in text(kept)
    assert browse("aisha").post(asking, {"reason": BECAUSE, **on(date(2026, 11, 27))}).status_code == 303
    assert "More time is asked for, until 27 November 2026." in text(
        browse("aisha").get(page("child-clocks", cast.maya))
    )
    with acting_as(cast.grace):
        pk = MoreTime.objects.get().pk
    answering = page("answer-more-time", cast.maya, pk)
    assert answering in text(browse("grace").get(reverse("sign-off")))
    assert BECAUSE in text(browse("grace").get(answering))
    assert browse("grace").post(answering, {"allowed": "yes", "because": ""}).status_code == 422
    assert browse("grace").post(answering, {"allowed": "yes", "because": "They must be heard."}).url == "/team/"
    shown = text(browse("aisha").get(page("child-clocks", cast.maya)))
    assert "More time was allowed until 27 November 2026. The day of the limit has not moved." in shown
    assert "Allowed: They must be heard." in shown
    assert "Late, explained" in shown
    assert answering not in text(browse("grace").get(reverse("sign-off")))


def test_what_cannot_take_more_time_or_is_another_childs_is_not_there(cast, browse, assessing):
    late = by_limit(cast, cast.maya)["referral-decision"].id
    assert browse("aisha").get(page("ask-more-time", cast.maya, late)).status_code == 404
    assert browse("aisha").get(page("ask-more-time", cast.leo, assessing)).status_code == 404
    assert browse("aisha").get(page("explain-clock", cast.leo, assessing)).status_code == 404
    with acting_as(cast.aisha):
        asked = ask_more_time(
            by=cast.aisha, about=cast.maya, clock=assessing, until_on=date(2026, 11, 27), reason=BECAUSE
        )
    assert browse("grace").get(page("answer-more-time", cast.leo, asked.pk)).status_code == 404
    assert browse("aisha").get(page("answer-more-time", cast.maya, asked.pk)).status_code == 404
    assert browse("sol").get(page("child-clocks", cast.maya)).status_code == 302


def test_the_manager_sees_what_ends_soon_and_what_is_late_whoever_leads(cast, browse, assessing):
    add("involvement_enquiry", cast.leo, started_on=date(2026, 11, 3))
    shown = text(browse("grace").get("/team/"))
    soon = shown[shown.index('id="clocks-soon"') : shown.index('id="clocks-late"')]
    assert "Leo Okafor-Nowak" in soon
    assert "First child protection conference" in soon
    late = shown[shown.index('id="clocks-late"') :]
    assert "Assessment finished and told to the family" in late
    assert "Say why" not in soon + late


def test_the_managers_list_asks_as_much_for_three_children_as_for_one(cast, browse, django_assert_max_num_queries):
    grace = browse("grace")
    with django_assert_max_num_queries(60) as before:
        grace.get("/team/")
    for child in (cast.maya, cast.leo, cast.sam):
        add("involvement_enquiry", child, started_on=date(2026, 11, 3))
        add("involvement_enquiry", child, started_on=date(2026, 10, 1))
    with django_assert_max_num_queries(len(before)):
        grace.get("/team/")


def test_every_limit_is_there_with_its_source_and_what_was_not_kept(cast, browse):
    shown = text(browse("grace").get("/limits/"))
    assert "England: england-2026.1" in shown
    assert "Regulation 28" in shown
    assert "First review of a looked-after child" in shown
    assert shown.count("Not verified") >= 10
    breached = shown[shown.index('id="breached"') : shown.index('id="every"')]
    assert "3 late" in breached
    assert "Decide what happens next" in breached
    assert 'id="breached"' not in text(browse("aisha").get("/limits/"))
    assert browse("kelly").get("/limits/").status_code == 404
