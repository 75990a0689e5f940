""" "I don't agree": said by a parent, by the child, or by whoever told us, about what they were told (S3-20, J2)."""

from datetime import date

from kith.access import Actor, Audience, Right
from kith.decisions.acts.challenging import lodge
from kith.decisions.models import Challenge
from kith.people.models import Person
from kith.record import NotYours
from kith.record.acting import act

_MADE = "decisions.Challenge"
_SAYS = "A decision about {about} was challenged."  # whoever else reads the line learns not by whom
_THEIRS = (Audience.FAMILY, Audience.CHILD)
TELLER = "Whoever told us"  # in confidence, as a teller is (design 7.9)


@act(_SAYS, family=True, makes=_MADE)
def disagree(*, by: Actor, about: Person, on: date, decision_id: int, concern: str, wanted: str = "") -> Challenge:
    """By a parent, or the child in their own corner, about a decision they were told of: one question is asked, and
    what they want instead may be left open. It pauses what any challenge pauses, and is answered by somebody else.

    Raises Refused: nothing said; a decision they were not told of, or one that has ended. NotYours for anyone else.
    """
    if by.audience not in _THEIRS:
        raise NotYours("disagree is for the family and the child.")
    wanted = wanted.strip() or "They did not say."
    return lodge(by, about, decision_id, concern, wanted, (by.account_id, by.name), None, tells=False)


@act(_SAYS, tie=False, needs=Right.RECORD_ON_ANY_CHILD, makes=_MADE)
def disagree_as_teller(
    *, by: Actor, about: Person, on: date, decision_id: int, concern: str, wanted: str, raised_by_id: int
) -> Challenge:
    """The same, written by the system for a professional who told us of the child and has no tie to them: they read
    the reasons released to them and nothing else. Their name stays in confidence. Raises Refused as above.
    """
    return lodge(by, about, decision_id, concern, wanted, (raised_by_id, TELLER), None)
