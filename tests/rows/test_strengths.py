"""Rows of the register about strengths and each child's own wellbeing, by their objective tests (group D)."""

import pytest

from kith.access import acting_as
from kith.assessment import acts, queries
from kith.assessment.models import Assessment, Wellbeing
from kith.people import acts as people
from kith.record import Refused
from tests.assessment.making import DOMAINS, filled, sign
from tests.visits.going import page, text

# -- S0-05


def test_s0_05_an_assessment_without_a_strength_is_kept_and_not_signed(cast):
    assessment = filled(cast)
    with acting_as(cast.aisha):
        for domain in DOMAINS:
            acts.note_domain(
                by=cast.aisha, about=cast.maya, assessment=assessment, domain=domain, needs="Tired.", concern="some"
            )
    with pytest.raises(Refused, match="no strength is written, and not how we looked for one"):
        sign(cast, assessment)
    with acting_as(cast.aisha):
        assert not Assessment.objects.get(pk=assessment.pk).signed


def test_s0_05_the_familys_own_meeting_is_asked_for_and_so_is_a_part_for_each_one_near(cast, browse):
    path = page("child-map", cast.maya)
    with acting_as(cast.aisha):
        people.put_on_map(by=cast.aisha, about=cast.maya, kind="family", ring=1, called="Uncle Chidi", flow="gives")
    shown = text(browse("aisha").get(path))
    assert "A meeting of the family’s own people has not been offered yet." in shown
    assert "Uncle Chidi has no part yet. What could they do?" in shown
    with acting_as(cast.aisha):
        asked = {"asked_who": "Kelly", "outcome": "told_us", "said": "Next month, at Nan’s."}
        people.record_asking(by=cast.aisha, about=cast.maya, topic="family_meeting", **asked)
        people.record_offer(
            by=cast.aisha, about=cast.maya, role="overnight", called="Uncle Chidi", what="Has Sam for the night."
        )
    shown = text(browse("aisha").get(path))
    assert "has not been offered yet" not in shown
    assert "Has Sam for the night." in shown


# -- S4-02


def test_s4_02_each_of_three_siblings_has_numbers_and_a_course_of_their_own_and_shares_no_field(cast, browse):
    with acting_as(cast.aisha):
        for child, scores in ((cast.maya, (3, 4)), (cast.leo, (7, 8)), (cast.sam, (9, 1))):
            for score in scores:
                acts.rate_wellbeing(by=cast.aisha, about=child, view="worker", view_of="Aisha", scores={"safe": score})
        assert Wellbeing.objects.count() == 6
        assert {len(queries.wellbeing(child)["safe"]["worker"]) for child in (cast.maya, cast.leo, cast.sam)} == {2}
    for child, course in ((cast.maya, "3, 4"), (cast.leo, "7, 8"), (cast.sam, "9, 1")):
        shown = text(browse("aisha").get(page("child-whole", child)))
        assert course in shown
        assert shown.count('class="kith-trend"') == 1, "a picture for this child, and of nobody else"
        assert not [other for other in ("3, 4", "7, 8", "9, 1") if other != course and other in shown]
