"""Which acts suggest themselves for a child's story, as what, and how much they seem to matter (S3-06).

A suggestion is only that: somebody takes it in, or leaves it out and says why. An act of a room that is not named here
suggests itself when it was declared a line of the story that matters.
"""

from dataclasses import dataclass, replace

from kith.story.rules.lenses import HARM, HELP, HOME, LIFE

MATTERS_FROM = 2  # significance: from here on, the story owes the child what it meant


@dataclass(frozen=True)
class Deed:
    """One act, as far as the rule needs it."""

    name: str
    said: str
    story: bool = True  # declared a line of the story
    significance: int = 1  # as it was declared
    first: bool = False  # nothing of the kind was written before: the first home is no move
    sorts: frozenset[str] = frozenset()  # what sorts of words the child said in it
    alone: str = ""  # of a visit: whether the child could talk alone
    situation: str = ""  # what kind of line was written about where things are
    text: str = ""  # that line, what another agency told, or what was decided or celebrated
    told_lens: str = ""  # another agency told it: which part of the story it is
    proposed: bool = False  # a decision that stands only once somebody else has agreed it


@dataclass(frozen=True)
class Suggestion:
    significance: int
    lens: str
    line: str  # the event in one line; {child} is their first name


_ALWAYS = {
    "begin_work": Suggestion(2, HELP, "Our work with {child} began."),
    "close_work": Suggestion(2, HELP, "Our work with {child} ended."),
    "change_level": Suggestion(2, HELP, "{child} began to have another level of help."),
    "allocate": Suggestion(1, HELP, ""),
    "move_home": Suggestion(2, HOME, "{child} moved to another home."),
}
_HAS_ITS_PLACE = {"answer_child", "tell_child", "react"}  # told beside the child's words, without anyone's leave
_SITUATION = {
    "danger": (3, HARM),
    "no_contact": (3, HARM),
    "worry": (2, HARM),
    "bottom_line": (2, HELP),
    "strength": (1, LIFE),
}
_TOLD = {HARM: 2, HOME: 2, "school": 2}
_LENS = {"celebrate": LIFE, "note_breach": HARM}  # of what is only declared to matter
_KEPT_FROM_US = "prevented"


def suggestion(deed: Deed) -> Suggestion | None:
    """What this act suggests; None when it belongs to the everyday record alone."""
    if deed.told_lens:
        return Suggestion(_TOLD.get(deed.told_lens, 1), deed.told_lens, deed.text)
    if "harm" in deed.sorts:
        return Suggestion(3, HARM, "{child} told us of harm.")
    if deed.alone == _KEPT_FROM_US:
        return Suggestion(2, HARM, "{child} was kept from talking with us alone.")
    if deed.situation:
        found = _SITUATION.get(deed.situation)
        return Suggestion(*found, deed.text) if found else None
    if deed.name in _HAS_ITS_PLACE or deed.first or deed.proposed:
        return None
    if deed.name in _ALWAYS:
        known = _ALWAYS[deed.name]
        return known if known.line and not deed.text else replace(known, line=deed.text or deed.said)
    lens = _LENS.get(deed.name, HELP)
    return Suggestion(deed.significance, lens, deed.text or deed.said) if _declared(deed) else None


def _declared(deed: Deed) -> bool:
    return deed.story and deed.significance >= MATTERS_FROM
