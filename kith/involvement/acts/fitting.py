"""What fits of the threshold document when help moves, and why not more or less (S3-18, S2-24)."""

from collections.abc import Sequence
from datetime import date
from typing import TypedDict, Unpack

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.involvement import rules
from kith.involvement.models import LevelChange
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act


class Fits(TypedDict, total=False):
    """A level of the threshold document, its signs, and why not the one above and the one below (S3-18)."""

    threshold: str
    indicators: Sequence[str]
    why_not_above: str
    why_not_below: str


@act(
    "{by} wrote down which level of need fits {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="involvement.LevelChange",
    again=lambda given: given["change"],
)
def match_level(*, by: Actor, about: Person, on: date, change: LevelChange, **fits: Unpack[Fits]) -> LevelChange:
    """What fits of the threshold document, and why not more or less, for a step that did not wait for it (S3-18):
    kept however little it is. Raises Refused: a level or a sign that document does not have; the help stayed the same.
    """
    found = LevelChange.objects.select_for_update().filter(pk=change.pk, person=about).exclude(way="same").first()
    if found is None:
        raise Refused("The help stayed the same then.")
    document = rules.fitted(found, packs.pack_for(settings.PACK, on), on)
    signs = {sign.code for level in document.levels for sign in level.indicators}
    if fits.get("threshold") and document.level(fits["threshold"]) is None:
        raise Refused("Choose the level of need in the threshold document.", field="threshold")
    if set(fits.get("indicators", ())) - signs:
        raise Refused(f"Choose among the signs of {document.title}.", field="indicators")
    say_what_fits(found, fits)
    found.save()
    return found


def say_what_fits(change: LevelChange, fits: Fits) -> None:
    """What is said now stands; what is left empty stays as it was."""
    change.threshold = fits.get("threshold") or change.threshold
    change.indicators = list(fits.get("indicators", ())) or change.indicators
    change.why_not_above = fits.get("why_not_above", "").strip() or change.why_not_above
    change.why_not_below = fits.get("why_not_below", "").strip() or change.why_not_below
