"""The five outcomes by the sides of the child's life: looked at, not yet, or not relevant because (N14, S0-04)."""

import pytest
from django.db import ProgrammingError, transaction

from kith.access import acting_as
from kith.assessment import acts
from kith.assessment.models import Assessment, SetAside, held
from kith.assessment.queries import looked_over
from kith.assessment.rules import grid, in_lines, never_looked_at, not_looked_at
from kith.record import Refused
from tests.assessment.making import PACK, SIDES, begun, filled, sign
from tests.cast import TODAY

OUTCOMES = [code for code, _ in PACK.choices("five_outcomes")]


def cells(assessment):
    found = held(assessment, TODAY)
    return {(c.outcome, c.side): c for row in grid(found.domains.values(), found.set_aside, PACK) for c in row}


def note(cast, assessment, **said):
    acts.note_domain(by=cast.aisha, about=cast.maya, assessment=assessment, **{"domain": "child-health", **said})


def aside(cast, assessment, **said):
    of = {"outcome": "safe", "side": "child", "because": "She is never out of sight."}
    return acts.set_outcome_aside(by=cast.aisha, about=cast.maya, assessment=assessment, **{**of, **said})


def test_each_of_the_five_outcomes_stands_beside_each_side_and_none_is_looked_at_yet(cast):
    assessment = begun(cast)
    with acting_as(cast.aisha):
        found = cells(assessment)
    assert len(found) == 5 * len(SIDES)
    assert {cell.state for cell in found.values()} == {"not_yet"}


def test_words_written_once_for_a_part_count_for_every_outcome_it_bears_on(cast):
    assessment = begun(cast)
    with acting_as(cast.aisha):
        note(cast, assessment, strengths="Runs everywhere.", outcomes=["healthy", "achieve"])
        found = cells(assessment)
    looked = {key for key, cell in found.items() if cell.state == "looked"}
    assert looked == {("healthy", "child"), ("achieve", "child")}
    assert found["healthy", "child"].parts == ("Health",)


@pytest.mark.parametrize("said", [{"strengths": "."}, {"not_looked_because": "The GP answers on Friday."}])
def test_a_dot_and_a_part_nobody_looked_at_count_for_nothing(cast, said):
    assessment = begun(cast)
    with acting_as(cast.aisha):
        note(cast, assessment, outcomes=["healthy"], **said)
        assert cells(assessment)["healthy", "child"].state == "not_yet"


def test_what_is_not_relevant_says_why_until_it_is_to_be_looked_at_after_all(cast):
    assessment = begun(cast)
    with acting_as(cast.aisha):
        aside(cast, assessment)
        cell = cells(assessment)["safe", "child"]
        assert (cell.state, cell.because) == ("set_aside", "She is never out of sight.")
        aside(cast, assessment, because="")
        assert cells(assessment)["safe", "child"].state == "not_yet"
        with pytest.raises(Refused, match="of no matter"):
            aside(cast, assessment, because="")
        assert SetAside.objects.count() == 1


def test_what_was_looked_at_counts_whatever_was_said_before(cast):
    assessment = begun(cast)
    with acting_as(cast.aisha):
        aside(cast, assessment)
        note(cast, assessment, needs="Her bed is by the window.", outcomes=["safe"])
        assert cells(assessment)["safe", "child"].state == "looked"


def test_a_signature_lists_what_was_not_looked_at_and_waits_for_none_of_it(cast):
    assessment = filled(cast)
    with acting_as(cast.aisha):
        aside(cast, assessment)
        found = held(assessment, TODAY)
        left = not_looked_at(grid(found.domains.values(), found.set_aside, PACK))
        assert len(left) == 14
        assert "Be healthy: " in in_lines(found, PACK)
        assert "Stay safe: The child" not in in_lines(found, PACK)
    assert sign(cast, assessment).signed


def test_a_new_version_carries_ticks_and_reasons_over(cast):
    assessment = filled(cast)
    with acting_as(cast.aisha):
        note(cast, assessment, strengths="Runs everywhere, seen on Monday.", concern="none", outcomes=["healthy"])
        aside(cast, assessment)
    signed = sign(cast, assessment)
    with acting_as(cast.aisha):
        again = acts.reopen_assessment(by=cast.aisha, about=cast.maya, assessment=signed, why="She moved.")
        states = {key: cell.state for key, cell in cells(again).items() if cell.state != "not_yet"}
    assert states == {("healthy", "child"): "looked", ("safe", "child"): "set_aside"}


def test_of_a_team_never_looked_at_is_what_no_version_looked_at(cast):
    assessment = begun(cast)
    with acting_as(cast.aisha):
        note(cast, assessment, strengths="Runs everywhere.", outcomes=["healthy"])
        aside(cast, assessment)
        children, notes, reasons = looked_over([cast.maya.pk, cast.leo.pk])
        found = never_looked_at(children, notes, reasons, PACK)
    assert children == [cast.maya.pk]  # nobody has begun to look at Leo's life at all
    assert found["healthy", "child"] == found["safe", "child"] == []
    assert found["healthy", "family"] == [cast.maya.pk]


@pytest.mark.parametrize("name", ["priya", "kelly", "tomek", "gary"])
def test_another_agency_the_family_and_a_stranger_read_nothing_of_it(cast, name):
    assessment = begun(cast)
    with acting_as(cast.aisha):
        aside(cast, assessment)
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(), acting_as(cast.actors[name]):
        SetAside.objects.exists()
    assert Assessment.objects.exists()
