"""Which help there is for a child, for the family to choose from, and the same in a child's words (S0-10)."""

from kith.calendar import age
from kith.packs.shapes import Help
from kith.pages.staff.guarding import pack_of
from kith.pages.staff.opening import Opened

_ASKED = (("What it is", "what"), ("How soon", "wait"), ("What it costs", "cost"), ("Where", "where"))
_YOURS = "You choose. No is an answer too: the help you have goes on, and you may ask again at any time."


def helps_for(opened: Opened) -> list[Help]:
    """What is there for the child's age; everything, where the age is not known."""
    years = age(opened.child.born_on, opened.actor.today) if opened.child.born_on else None
    return [one for one in pack_of(opened).helps.values() if years is None or one.fits(years)]


def helps_text(opened: Opened) -> str:
    parts = [_told(one) for one in helps_for(opened)]
    return "\n\n".join([f"Help there is for {_name(opened)}", *parts, _YOURS]) if parts else ""


def helps_child_text(opened: Opened) -> str:
    parts = [f"{one.title}\n{one.to_child}" for one in helps_for(opened) if one.to_child]
    last = "You can say yes, no, or not now. You can ask us anything."
    return "\n\n".join([f"{_name(opened)}, here are some things that could help.", *parts, last]) if parts else ""


def _told(one: Help) -> str:
    lines = [f"{label}: {getattr(one, field)}" for label, field in _ASKED if getattr(one, field)]
    return "\n".join([one.title, *lines, f"Who it is for: children {one.ages}"])


def _name(opened: Opened) -> str:
    return opened.child.called.partition(" ")[0] if opened.child.name_held else "your child"
