"""The five outcomes on the map of a child's life, listed as it is signed, and counted for a team (N14)."""

import pytest
from django.urls import reverse

from kith.access import acting_as
from kith.assessment import acts
from kith.assessment.models import SetAside
from tests.architecture.counts import wrong
from tests.assessment.making import begun, filled

FIGURES = "/team/figures/"


def text(page):
    return page.content.decode()


def at(cast, name, *more):
    return reverse(name, args=[cast.maya.ref, *more])


@pytest.fixture
def assessment(cast):
    made = begun(cast)
    with acting_as(cast.aisha):
        acts.note_domain(
            by=cast.aisha,
            about=cast.maya,
            assessment=made,
            domain="child-health",
            strengths="Runs everywhere.",
            outcomes=["healthy"],
        )
    return made


def test_outcomes_are_ticked_where_a_part_is_written_and_stand_in_one_table(cast, browse, assessment):
    aisha, path = browse("aisha"), at(cast, "note-domain", "child-health")
    assert 'value="healthy" checked' in text(aisha.get(path))
    said = {"strengths": "Runs everywhere.", "outcomes": ["healthy", "achieve"]}
    assert aisha.post(path, said).status_code == 303
    page = text(aisha.get(at(cast, "child-assessment")))
    assert "Be healthy; Enjoy and achieve" in page
    assert "Not looked at yet" in page
    assert page.count('data-label="Parenting capacity"') == 5


def test_what_is_not_relevant_is_said_with_its_reason_and_may_be_taken_back(cast, browse, assessment):
    aisha, path = browse("aisha"), at(cast, "set-outcome-aside", "wellbeing", "child")
    assert path in text(aisha.get(at(cast, "child-assessment")))
    page = aisha.post(path, {"because": ""})
    assert page.status_code == 422
    assert "Write why it is of no matter" in text(page)
    assert aisha.post(path, {"because": "She is nine: nobody expects her to earn."}).status_code == 303
    assert "Not relevant, because: She is nine" in text(aisha.get(at(cast, "child-assessment")))
    assert "Leave it empty if it is to be looked at" in text(aisha.get(path))
    assert aisha.post(path, {"because": ""}).status_code == 303
    assert SetAside.objects.get().because == ""


def test_whoever_signs_reads_what_was_not_looked_at_and_may_sign_all_the_same(cast, browse):
    filled(cast)
    grace, path = browse("grace"), at(cast, "sign-assessment")
    page = text(grace.get(path))
    assert "Not looked at, and nobody says why" in page
    assert "It can be signed so" in page
    assert grace.post(path, {"read": "on"}).status_code == 303
    assert "It can be signed so" not in text(grace.get(at(cast, "child-assessment")))


@pytest.mark.parametrize(("name", "status"), [("", 302), ("priya", 404), ("kelly", 404), ("gary", 404), ("grace", 200)])
def test_only_whoever_writes_on_the_assessment_has_the_page(cast, browse, assessment, name, status):
    assert browse(name).get(at(cast, "set-outcome-aside", "wellbeing", "child")).status_code == status


def test_an_outcome_and_a_side_that_are_not_there_have_no_page(cast, browse, assessment):
    for outcome, side in (("rich", "child"), ("safe", "moon")):
        assert browse("aisha").get(at(cast, "set-outcome-aside", outcome, side)).status_code == 404


def test_a_team_reads_how_many_children_were_never_looked_at_and_who_they_are_and_no_worker(cast, browse, assessment):
    grace = browse("grace")
    page = text(grace.get(FIGURES))
    assert "Of 1 child with an assessment" in page
    opened = f"{FIGURES}?cell=safe.family"
    assert "?cell=safe.family#not-looked" in page
    there = text(grace.get(opened))
    assert "Stay safe: family and environmental factors" in there
    section = there.partition('id="not-looked"')[2]
    assert "Maya Okafor-Nowak" in section
    assert "Leo" not in section
    assert "Aisha Khan" not in section
    assert wrong(page, FIGURES, lambda path: text(grace.get(path))) == []
    assert "?cell=healthy.child" not in page
    assert 'id="not-looked"' not in text(grace.get(f"{FIGURES}?cell=rich.moon"))


def test_before_any_assessment_the_team_reads_so(cast, browse):
    assert "No child has an assessment written here yet" in text(browse("grace").get(FIGURES))
