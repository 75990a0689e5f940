"""The same pages under another nation's pack: they open, they keep what is written, and they speak that nation's words.

Records here were begun under England's pack; from today the place works by another.
"""

import re

import pytest
from django.urls import reverse

from kith import packs
from kith.involvement.models import LegalStatus, MeetingLine, Placement
from tests.cast import TODAY
from tests.involvement.reaching import MAYA, NIA, found, told
from tests.pages.staff.test_whole import day
from tests.visits.going import page, text

NATIONS = ["jersey", "scotland"]
OF_A_CHILD = [
    "child",
    "child-assessment",
    "child-clocks",
    "child-contacts",
    "child-decisions",
    "child-looked-after",
    "child-plan",
    "child-protection",
    "child-around",
    "child-family",
    "child-story",
    "child-voice",
    "child-whole",
    "ask-for-level",
    "begin-assessment",
    "begin-placement",
    "decide",
    "early-help",
    "keep-level",
    "record-care-check",
    "record-care-review",
    "record-law",
    "record-visit",
    "report-missing",
    "say-danger",
]
KINDS = ["strategy", "conference", "review", "core_group", "transfer_in"]
ENGLISH = re.compile(r"section 47|section 20|section 17|section 31|children act 1989|local authority", re.IGNORECASE)


@pytest.fixture(params=NATIONS)
def pack(request, settings):
    settings.PACK = request.param
    return packs.pack_for(request.param, TODAY)


def test_every_page_of_the_journey_opens_and_none_speaks_of_englands_law(cast, browse, pack):
    aisha, wrong = browse("aisha"), []
    paths = [page(name, cast.maya) for name in OF_A_CHILD]
    paths += [reverse("record-meeting", args=[cast.maya.ref, kind]) for kind in KINDS]
    for path in paths:
        answer = aisha.get(path)
        said = ENGLISH.findall(text(answer)) if answer.status_code == 200 else []
        wrong += [f"{path}: {answer.status_code} {said}"] if answer.status_code != 200 or said else []
    assert wrong == []


def test_meetings_to_keep_a_child_safe_carry_that_nations_names_and_are_kept(cast, browse, pack):
    aisha = browse("aisha")
    for kind, name in (
        ("strategy", pack.terms.strategy_meeting),
        ("conference", pack.terms.conference_first),
        ("core_group", pack.terms.core_group),
    ):
        path = reverse("record-meeting", args=[cast.maya.ref, kind])
        assert name.lower() in text(aisha.get(path)).lower()
        assert aisha.post(path, {**day("on", TODAY), "known": "She is hungry.", "key": kind}).status_code == 303
        line = MeetingLine.objects.get(person=cast.maya, kind=kind)
        assert name.lower() in text(aisha.get(page("protection-meeting", cast.maya, line.pk))).lower()
    assert pack.terms.strategy_meeting.lower() in text(aisha.get(page("child-protection", cast.maya))).lower()


def test_law_and_home_are_that_nations_and_kept(cast, browse, pack):
    aisha = browse("aisha")
    law = pack.choices("legal_status")[0][0]
    assert aisha.post(page("record-law", cast.maya), {"status": law, **day("on", TODAY)}).status_code == 303
    home = {"kind": pack.choices("placement_kind")[0][0], **day("on", TODAY), "where": "new", "lines": "4 Larch Walk"}
    assert aisha.post(page("begin-placement", cast.maya), home).status_code == 303
    assert (LegalStatus.objects.count(), Placement.objects.count()) == (1, 1)
    shown = text(aisha.get(page("child-looked-after", cast.maya)))
    assert pack.choices("legal_status")[0][1] in shown
    assert ENGLISH.findall(shown) == []


def test_an_assessment_has_every_part_of_that_nations_map(cast, browse, pack):
    aisha = browse("aisha")
    assert aisha.post(page("begin-assessment", cast.maya), {"why": "School rang."}).status_code == 303
    for domain, title in pack.choices("assessment_domain"):
        path = reverse("note-domain", args=[cast.maya.ref, domain])
        assert title in text(aisha.get(path))
        assert aisha.post(path, {"strengths": f"Good at {domain}.", "concern": "none"}).status_code == 303
    shown = text(aisha.get(page("child-assessment", cast.maya)))
    assert all(title in shown for _, title in pack.choices("assessment_domain"))


def test_a_contact_is_taken_asked_about_and_decided_by_that_nations_levels(cast, browse, pack):
    theo, contact = browse("theo"), told(cast, MAYA, NIA)
    found(cast, contact, 1, cast.maya)
    for path in ("/front-door/", "/front-door/take/", f"/front-door/{contact.reference}/"):
        assert theo.get(path).status_code == 200, path
    decides = theo.get(f"/front-door/{contact.reference}/decide/")
    for level in pack.threshold_document(TODAY).levels:
        assert level.label in text(decides)
    nothing = theo.post(f"/front-door/{contact.reference}/decide/", {"1-reasons": "Hungry."})
    assert nothing.status_code == 422
    assert browse("").get("/tell-us/").status_code == 200
