"""What was learnt of a child's day: which part, how it is known, and what it is (S3-10, N18)."""

from collections.abc import Mapping
from typing import Any

from django import forms

from kith.packs.pack import Pack
from kith.visits.rules import Learnt
from kith.web.forms import asked

DAY_SLOTS = (1, 2, 3)


def day_fields(slot: int, pack: Pack) -> dict[str, forms.Field]:
    known = forms.ChoiceField(
        label="How do you know?", choices=pack.choices("how_known"), required=False, widget=forms.RadioSelect
    )
    words = forms.CharField(label="What is it like?", required=False, widget=forms.Textarea)
    return {
        f"day_topic_{slot}": asked(
            forms.ChoiceField(
                label="What part of the day?", choices=[("", "---------"), *pack.choices("day_topic")], required=False
            ),
            as_select=True,
        ),
        f"day_text_{slot}": asked(words, rows=2),
        f"day_known_{slot}": asked(known, inline=True),
        f"day_by_{slot}": forms.CharField(label="If you were told: by whom?", required=False, max_length=200),
    }


def day_in(given: Mapping[str, Any]) -> list[Learnt]:
    """What the answers of a valid form say."""
    return [
        Learnt(
            topic=given[f"day_topic_{slot}"],
            known=given[f"day_known_{slot}"],
            text=given[f"day_text_{slot}"],
            told_by=given[f"day_by_{slot}"],
        )
        for slot in DAY_SLOTS
        if given[f"day_text_{slot}"]
    ]
