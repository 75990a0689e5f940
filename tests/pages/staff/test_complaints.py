"""Complaints on screen: taken, seen to step by step, late where they are late, each number its list (S4-25)."""

from datetime import date

import pytest
from django.urls import reverse

from kith.access import acting_as
from kith.directory.models import Notice
from kith.feedback.models import Complaint, ComplaintStage
from tests.architecture.counts import wrong
from tests.cast import TODAY
from tests.feedback.complaining import FOUND, WORDS, answered, answerer, on_day, only_stage, sees_to_complaints, taken
from tests.visits.going import text

DAY = {"on-day": TODAY.day, "on-month": TODAY.month, "on-year": TODAY.year}


def step(row, what):
    return reverse("complaint-step", args=[row.pk, what])


def test_s4_25_anybody_here_takes_a_complaint_and_the_ones_it_is_about_never_meet_it(cast, browse):
    sees_to_complaints(cast)
    sent = {"words": WORDS, "who": "Kelly Okafor", "whose": "family", "how": "phone", "children": cast.maya.ref, **DAY}
    answer = browse("theo").post(reverse("take-complaint"), {**sent, "staff": cast.staff["aisha"].pk})
    assert answer.status_code == 303
    assert WORDS in text(browse("rowan").get(answer.url))
    assert browse("aisha").get(answer.url).status_code == 404
    assert WORDS not in text(browse("aisha").get(reverse("complaints")))
    for page in ("child", "child-story", "child-decisions"):
        assert WORDS not in text(browse("aisha").get(reverse(page, args=[cast.maya.ref])))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"children": "Nobody Atall"}, "Nobody is called"),
        ({"children": "Okafor"}, "More than one person"),
        ({"words": ""}, "What is wrong?"),
    ],
)
def test_what_cannot_be_kept_says_why_and_keeps_what_was_typed(cast, browse, given, says):
    sent = {"words": WORDS, "who": "Kelly Okafor", "whose": "family", "how": "phone", **DAY, **given}
    answer = browse("theo").post(reverse("take-complaint"), sent)
    assert answer.status_code == 422
    assert says in text(answer)
    assert "Kelly Okafor" in text(answer)
    with acting_as(cast.theo):
        assert not Complaint.objects.exists()


def test_s4_25_a_complaint_is_seen_to_step_by_step(cast, browse):
    by = sees_to_complaints(cast)
    row = taken(cast)
    rowan, sol = browse("rowan"), browse("sol")
    refused = rowan.post(step(row, "answerer"), {"answerer": cast.staff["aisha"].pk})
    assert refused.status_code == 422
    assert "The complaint is about Aisha Khan" in text(refused)
    assert rowan.post(step(row, "answerer"), {"answerer": cast.staff["sol"].pk}).status_code == 303
    assert "day 0 of 10" in text(sol.get(reverse("complaint", args=[row.pk])))
    told = {"told_on-day": 17, "told_on-month": 11, "told_on-year": 2026}
    assert sol.post(step(row, "longer"), {"because": "Two people are away.", **told}).status_code == 303
    refused = sol.post(step(row, "answer"), {**FOUND, **DAY, "lesson": ""})
    assert refused.status_code == 422
    assert "Write what we learn" in text(refused)
    assert sol.post(step(row, "answer"), {**FOUND, **DAY}).status_code == 303
    assert sol.post(step(row, "told"), {"told_by": "Sol Marsh", "thought": "At last.", **DAY}).status_code == 303
    page = text(rowan.get(reverse("complaint", args=[row.pk])))
    for said in (FOUND["reasons"], FOUND["lesson"], "At last.", "It takes longer than", "day 0 of 20"):
        assert said in page
    assert rowan.post(step(row, "further"), {"why": "We want it looked at again.", **DAY}).status_code == 303
    assert rowan.post(step(row, "withdrawn"), {"words": "It is fine now.", **DAY}).status_code == 303
    assert "What was said is kept." in text(rowan.get(reverse("complaint", args=[row.pk])))
    assert rowan.get(step(row, "further")).status_code == 404
    assert rowan.get(step(row, "nothing")).status_code == 404
    assert by


def test_s4_25_duty_the_advocate_the_procedure_and_whom_it_is_about(cast, browse):
    sees_to_complaints(cast)
    row, rowan = taken(cast, staff=[], whose="child"), browse("rowan")
    declined = {"advocate": "declined", "words": "I can say it myself."}
    assert rowan.post(step(row, "advocate"), declined).status_code == 303
    assert rowan.post(step(row, "duty"), {}).status_code == 303
    assert rowan.post(step(row, "route"), {"route": "data"}).status_code == 303
    assert rowan.post(step(row, "about"), {"staff": cast.staff["aisha"].pk, "staff_too": ""}).status_code == 303
    assert rowan.post(step(row, "happened"), DAY).status_code == 303
    page = text(rowan.get(reverse("complaint", args=[row.pk])))
    for said in ("I can say it myself.", "Duty was told at once", "About data protection", "about:</b> Aisha Khan"):
        assert said in page


def test_s4_25_the_list_shows_what_is_late_and_every_number_is_its_list(cast, browse):
    by = sees_to_complaints(cast)
    late = taken(cast, by=on_day(cast.theo, date(2026, 9, 1)))
    taken(cast)
    answered(cast, by, answerer(cast, by, only_stage(taken(cast), by)), outcome="not_upheld", lesson="")
    client, path = browse("rowan"), reverse("complaints")
    page = text(client.get(path))
    assert "Late" in page
    assert late.reference in text(client.get(f"{path}?show=late"))
    assert wrong(client.get(path).content.decode(), path, lambda where: client.get(where).content.decode()) == []
    assert "Late" in text(client.get(reverse("complaint", args=[late.pk])))


def test_s4_25_a_notice_leads_to_the_complaints(cast, browse):
    sees_to_complaints(cast)
    taken(cast)
    with acting_as(cast.rowan):
        notice = Notice.objects.get(kind="complaint")
    assert browse("rowan").get(reverse("open-notice", args=[notice.pk])).url == reverse("complaints")
    with acting_as(cast.system):
        assert ComplaintStage.objects.count() == 1
