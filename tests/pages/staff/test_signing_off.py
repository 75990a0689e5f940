"""What waits for a signature: all of it, oldest first, by when; nobody's own work; Monday's count is its length."""

import re
from dataclasses import replace
from datetime import timedelta

from django.urls import reverse

from kith.access import acting_as
from kith.decisions.models import Decision
from kith.involvement.acts import share_anyway
from kith.standards.acts import explain_missed
from tests.architecture.counts import length
from tests.assessment.making import filled
from tests.cast import NOW, TODAY
from tests.decisions.making import decided, made_senior, written_past_the_guard
from tests.decisions.test_sign_offs_asked import ask
from tests.visits.going import text

QUEUE = "/team/sign-off/"


def queue(browse, who="grace"):
    return browse(who).get(QUEUE).content.decode()


def test_it_holds_every_kind_the_longest_waiting_first_and_says_by_when(cast, browse):
    with acting_as(cast.aisha):
        decided(cast, cast.aisha, "enquiry")
        early = replace(cast.aisha, now=NOW - timedelta(days=9))
        explain_missed(
            by=early, about=cast.maya, standard_id="seen-in-time", reason="The road was under water.", plan="On Friday."
        )
    ask(cast, "assessment", filled(cast), words="The nights.", by_when=TODAY + timedelta(2))
    shown = text(browse("grace").get(QUEUE))
    for words in ("What an enquiry led to", "A reason for being late", "An assessment to sign", "The nights."):
        assert words in shown
    assert shown.index("A reason for being late") < shown.index("An assessment to sign")
    assert length(queue(browse), "waiting") == 3


def test_a_second_reader_of_a_protective_act_is_late_after_the_next_working_day(cast, browse):
    with acting_as(cast.aisha):
        found = decided(cast, cast.aisha, "enquiry")
    assert "past the day" not in text(browse("grace").get(QUEUE))
    with acting_as(cast.system):
        written_past_the_guard(Decision.objects.filter(pk=found.pk), finished_on=TODAY - timedelta(days=5))
    assert "1 of them is past the day." in text(browse("grace").get(QUEUE))


def test_nobody_finds_their_own_work_there(cast, browse):
    with acting_as(cast.grace):
        decided(cast, cast.grace, "enquiry")
        explain_missed(
            by=cast.grace,
            about=cast.maya,
            standard_id="seen-in-time",
            reason="The road was flooded.",
            plan="On Friday.",
        )
        share_anyway(by=cast.grace, about=cast.maya, called="Police", reason="crime", harm="He waits at the gate.")
    assert length(queue(browse), "waiting") == 0
    assert "Nothing waits for you." in text(browse("grace").get(QUEUE))
    made_senior(cast, "rowan")
    assert "What an enquiry led to" in text(browse("rowan").get(QUEUE))


def test_what_was_shared_without_agreement_waits_for_whoever_says_whether_it_was_right(cast, browse):
    with acting_as(cast.aisha):
        share_anyway(by=cast.aisha, about=cast.maya, called="Police", reason="crime", harm="He waits at the gate.")
    assert "Shared without agreement: was it right?" in text(browse("grace").get(QUEUE))


def test_it_is_there_for_whoever_may_sign_something_and_for_nobody_else(cast, browse):
    for who, status in (("grace", 200), ("rowan", 200), ("aisha", 404), ("theo", 404), ("sol", 404), ("kelly", 404)):
        assert browse(who).get(QUEUE).status_code == status, who


def test_monday_says_as_many_as_the_queue_holds(cast, browse):
    with acting_as(cast.aisha):
        decided(cast, cast.aisha, "enquiry")
    ask(cast, "assessment", filled(cast))
    card = text(browse("grace").get(reverse("team"))).partition(f'href="{QUEUE}#waiting"')[2]
    assert re.search(r"\d+", card)[0] == "2"
    assert length(queue(browse), "waiting") == 2


def test_monday_has_seven_lines_and_no_more(cast, browse):
    page = browse("grace").get(reverse("team")).content.decode()
    assert page.count("kith-measure__number") == 7
