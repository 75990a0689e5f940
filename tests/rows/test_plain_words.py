"""Words a family can read, and nobody is blamed by: asked for, never forced, kept with the reason (S4-23, S4-18)."""

import pytest

from kith.access import acting_as
from kith.plans import acts as planning
from kith.record import Refused
from kith.sharing.models import Release
from kith.story.models import Booklet
from kith.words import flags, reading_age
from tests.plans.making import STEP, begun, confirmed, outcome, step
from tests.story.test_booklets import HARD, furnished, made
from tests.visits.going import page, text
from tests.voice.hearing import heard

GRADE_14 = (
    "Subsequent to the multidisciplinary consultation, practitioners ascertained that alternative accommodation "
    "arrangements necessitated comprehensive reconsideration of the parenting capacity by every agency of the "
    "safeguarding partnership."
)
BLAMING = "Kelly failed to engage. Tomek lacks insight and was non-compliant. The siblings were seen. NFA."
WHY = "It is the court's own wording, and Aisha reads it with her."


@pytest.fixture
def sent(cast, browse):
    aisha, path = browse("aisha"), page("child-print", cast.maya, "overview")
    form = {"recipient": cast.people["kelly"].ref, "recipient_name": "", "who_else_sees": "nobody else"}
    return lambda words, **more: aisha.post(path, {**form, "text": words, **more})


def test_s4_23_a_hard_paragraph_shows_its_age_and_words_and_is_sent_only_with_a_reason(cast, sent):
    words = f"{GRADE_14} The core group will meet."
    assert reading_age(GRADE_14) > 19  # school grade 14
    shown = sent(words, read="1")
    assert shown.status_code == 200
    for advice in ("This reads at about age 20", "A long sentence: “Subsequent to", "core group"):
        assert advice in text(shown)
    refused = sent(words)
    assert refused.status_code == 422
    assert "Make it plainer, or say why it goes as it is." in text(refused)
    assert GRADE_14 in text(refused), "what was typed is kept"
    assert sent(words, as_it_is_because="n/a").status_code == 422
    assert not Release.objects.exists()
    assert sent(words, as_it_is_because=WHY).status_code == 303
    with acting_as(cast.aisha):
        assert Release.objects.get().as_it_is_because == WHY


def test_s4_23_plain_words_go_unasked(cast, sent):
    assert sent("We will come on Friday. Ring us if you need to.").status_code == 303


def test_s4_23_so_is_what_is_made_for_the_child(cast):
    with acting_as(cast.aisha):
        pieces = furnished(cast)
        with pytest.raises(Refused, match="read at about age") as refusal:
            made(cast, cast.aisha, pieces, facts=[HARD])
        assert refusal.value.field == "sent_hard_because"
        assert made(cast, cast.aisha, pieces, facts=[HARD], sent_hard_because=WHY).sent_hard_because == WHY
        assert Booklet.objects.count() == 1


def test_s4_23_said_back_in_their_own_words_or_it_is_not_understood_yet(cast, browse):
    """The teach-back: without what they said themselves a plan is kept, and is not agreed."""
    with acting_as(cast.aisha):
        plan = begun(cast.aisha, cast.maya)
        outcome(cast.aisha, plan)
        step(cast.aisha, plan)
        for who, whose in (("Kelly Okafor", "parent"), ("Maya", "child")):
            planning.confirm_plan_words(
                by=cast.aisha, about=cast.maya, plan=plan, who=who, whose=whose, view="agrees", words=""
            )
        with pytest.raises(Refused, match=f"Not yet confirmed in their own words: {STEP['owner_name']}"):
            planning.agree_plan(by=cast.aisha, about=cast.maya, plan=plan)
    assert "Not yet in their own words." in text(browse("aisha").get(page("child-plan", cast.maya)))
    with acting_as(cast.aisha):
        confirmed(cast.aisha, plan)
        assert planning.agree_plan(by=cast.aisha, about=cast.maya, plan=plan).agreed


# --- S4-18 ---


def test_s4_18_five_listed_phrases_are_five_flags_nothing_is_stopped_and_the_reason_is_kept(cast, sent):
    found = flags(BLAMING)
    assert [flag.found for flag in found] == ["failed to engage", "lacks insight", "non-compliant", "siblings", "NFA"]
    shown = text(sent(BLAMING, read="1"))
    for flag in found:
        assert f"“{flag.found}”: {flag.instead}".replace("'", "&#x27;") in shown
    with acting_as(cast.aisha):
        assert not Release.objects.exists(), "asking how it reads sends nothing"
    assert sent(BLAMING, as_it_is_because=WHY).status_code == 303
    assert sent(BLAMING).status_code == 303
    with acting_as(cast.aisha):
        assert [one.as_it_is_because for one in Release.objects.order_by("pk")] == [WHY, ""]


def test_s4_18_why_words_went_as_they_are_stands_in_the_register_of_copies(cast, browse, sent):
    sent(BLAMING, as_it_is_because="They are Kelly's own words of herself.")
    assert "own words of herself." in text(browse("aisha").get(page("child-copies", cast.maya)))


def test_s4_18_an_answer_to_a_child_is_read_the_same_way(cast, browse):
    with acting_as(cast.aisha):
        wish = heard(cast, cast.aisha).wish
    shown = browse("aisha").post(
        page("answer-wish", cast.maya, wish.pk), {"outcome": "not_agreed", "reason": BLAMING, "read": "1"}
    )
    assert text(shown).count("<li>“") >= len(flags(BLAMING))
