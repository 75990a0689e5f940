"""Rows of the register about strengths and each child's own wellbeing, by their objective tests (group D)."""

import pytest

from kith.access import acting_as
from kith.assessment import acts, queries, rules
from kith.assessment.models import Assessment, Wellbeing, held
from kith.people import acts as people
from kith.record import Refused
from tests.assessment.making import DOMAINS, PACK, begun, filled, sign
from tests.cast import TODAY
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


# -- S1-26


@pytest.mark.parametrize(
    ("strong", "needed", "percent", "low"), [(1, 5, 16, True), (1, 4, 20, False), (0, 3, 0, True), (3, 0, 100, False)]
)
def test_s1_26_the_share_that_says_what_is_strong_is_what_a_hand_counts_and_a_low_one_is_told(
    cast, browse, strong, needed, percent, low
):
    assessment = begun(cast)
    with acting_as(cast.aisha):
        for n, domain in enumerate(DOMAINS[: strong + needed]):
            said = {"strengths": "Kelly sings with them."} if n < strong else {"needs": "The door does not shut."}
            acts.note_domain(by=cast.aisha, about=cast.maya, assessment=assessment, domain=domain, **said)
        acts.note_domain(by=cast.aisha, about=cast.maya, assessment=assessment, domain=DOMAINS[-1], strengths=".")
        found = rules.balance(held(assessment, TODAY))
    assert (found.strengths, found.worries, found.percent, found.is_low(PACK)) == (strong, needed, percent, low)
    shown = text(browse("aisha").get(page("child-assessment", cast.maya)))
    assert (f"{percent}% of what is written says what is strong." in shown) is low


def test_s1_26_two_blaming_words_are_two_suggestions_and_the_text_stays(cast, browse):
    assessment = begun(cast)
    blames = "Kelly failed to engage and was non-compliant with the plan."
    with acting_as(cast.aisha):
        acts.write_analysis(by=cast.aisha, about=cast.maya, assessment=assessment, part="analysis", text=blames)
        suggested = rules.kinder(rules.written_in(held(assessment, TODAY)))
    assert [one.partition("”")[0] for one in suggested] == ["“failed to engage", "“non-compliant"]
    shown = text(browse("aisha").get(page("child-assessment", cast.maya)))
    assert "Words that may hurt, and what to say instead" in shown
    assert all(one in shown for one in suggested)
    assert blames in shown


def test_s1_26_what_the_family_says_in_its_own_words_is_not_put_right(cast):
    assessment = begun(cast)
    with acting_as(cast.aisha):
        said = {"assessment": assessment, "part": "family", "text": "They say I failed to engage."}
        acts.write_analysis(by=cast.aisha, about=cast.maya, **said)
        assert rules.kinder(rules.written_in(held(assessment, TODAY))) == []
