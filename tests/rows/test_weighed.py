"""S1-05.2: what a child wants is weighed by age and understanding, and somebody to speak up with them is offered."""

import pytest

from kith.access import acting_as
from kith.decisions.models import Decision
from kith.record import Refused
from tests.cast import TODAY
from tests.decisions.making import decided
from tests.visits.going import page, text

WEIGHED = "Little: she is fourteen and understands it well, but the court has forbidden it."


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"child_view": "", "child_view_weight": ""}, "Write what the child thinks of it"),
        ({"child_view_weight": ""}, "Say what weight"),
        ({"child_view_weight": "No weight."}, "Say why the child’s view was given that weight"),
        ({"child_view_weight": "None"}, "Say what weight"),
    ],
)
def test_s1_05_2_a_decision_is_not_finished_without_the_childs_view_and_why_it_weighed_as_it_did(cast, given, words):
    with acting_as(cast.aisha):
        with pytest.raises(Refused) as refusal:
            decided(cast, cast.aisha, **given)
        assert words in str(refusal.value)
        assert refusal.value.field in ("child_view", "child_view_weight")
        kept = decided(cast, cast.aisha, finish=False, **given)  # the twin: the same, incomplete
        assert Decision.objects.get(pk=kept.pk).finished_on is None
        assert decided(cast, cast.aisha, child_view_weight=WEIGHED).finished_on == TODAY


def test_s1_05_2_when_an_advocate_was_offered_what_was_said_and_what_is_understood_stand_on_the_decision(cast, browse):
    with acting_as(cast.aisha):
        made = decided(
            cast,
            cast.aisha,
            understood="Aisha asked her to tell it back in her own words, and she did.",
            advocate_offered_on=TODAY,
            advocate_answer="Not now, thank you.",
        )
    shown = text(browse("aisha").get(page("decision", cast.maya, made.pk)))
    for said in (
        "Offered somebody to speak up with them",
        "17 November 2026",
        "Not now, thank you.",
        "she did.",
    ):
        assert said in shown, said
