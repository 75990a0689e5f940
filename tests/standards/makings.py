"""Facts about an invented child, and the smallest standard of each shape, for tests that need no database."""

from datetime import date
from typing import Any

from kith import packs
from kith.standards.shapes import (
    Answering,
    At,
    Both,
    EachAnswered,
    Every,
    Facts,
    Following,
    Has,
    Judged,
    PutRight,
    Within,
    Wording,
)
from kith.standards.shapes.every import Turn

TODAY = date(2026, 11, 17)  # a Tuesday
START = date(2026, 9, 1)

PLAIN = Wording(
    met="{child}: met {last}.",
    due="{child}: due {by}.",
    missed="{child}: missed since {since}.",
    explained="{child}: explained until {until}.",
    not_yet="{child}: not yet.",
    not_applicable="{child}: not asked.",
)


def at(today: date = TODAY, pack: str = "england-2026") -> At:
    return At(today, packs.pack_for(pack, today))


def facts(**known: Any) -> Facts:
    """Maya, nine, a child in need since 1 September 2026, led by Aisha; everything else as given."""
    return Facts(
        **{
            "person_id": 1,
            "ref": "K7M-4QXA",
            "called": "Maya",
            "sort_key": "maya",
            "level": "child_in_need",
            "started_on": START,
            "born_on": date(2017, 3, 4),
            "leads": 1,
            "lead_id": 7,
            "lead_name": "Aisha Khan",
            "lead_from": date(2026, 9, 3),
            "first_led_on": date(2026, 9, 3),
            **known,
        }
    )


MEANING: dict[str, Any] = {
    "title": "A promise",
    "wording": PLAIN,
    "put_right": PutRight("record-visit", "Put it right"),
}

# Ninety days, from the last time the story was read through.
every = Every(id="every", limit="story-reviewed", last=lambda known, at: known.reviewed_to, **MEANING)
# At least one visit in two.
every_other = Every(
    id="every-other",
    turns=lambda known: [Turn(line.on, line.alone == "alone") for line in known.seen],
    in_turns={"child_in_need": "seen-alone-every", "looked_after": 1},
    **MEANING,
)
within = Within(
    id="within", limit="tell-child-answer", of=Following(table="", done="", since=""), left="{child}: left.", **MEANING
)
has = Has(id="has", limit="family-known", current=lambda known: known.parents > 1, **MEANING)
each_answered = EachAnswered(id="each-answered", asked=Answering(table="", done=""), by="the lead worker", **MEANING)
both = Both(
    id="both",
    parts=(
        Has(id="one", title="two parents", limit="family-known", current=lambda known: known.parents > 1),
        Has(id="other", title="who decides", limit="family-known", current=lambda known: known.deciders > 0),
    ),
    **MEANING,
)
judged = Judged(id="judged", question="Would the child know themselves in this record?", **MEANING)

ONE_OF_EACH = (every, every_other, within, has, each_answered, both, judged)
