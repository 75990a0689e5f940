"""An enquiry into whether a child is safe: what is found as it is found, its outcome, what the family was told (E5).

All of it is kept from the pages of families and partners: what they are told is said to them, and noted here.
"""

from datetime import date
from typing import Any

from kith.access import Actor, Right
from kith.decisions.acts import decide_inside
from kith.decisions.rules import Given
from kith.involvement import rules
from kith.involvement.acts.holding import one_of, pack_on
from kith.involvement.models import Enquiry
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

_MADE = "involvement.Enquiry"
_WRITTEN = (
    *("how", "seen_on", "alone", "not_alone_because", "not_seen_because", "child_said", "checks", "medical"),
    *("findings", "safe_until"),
)


@act(
    "{by} wrote down what an enquiry about {about} found.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes=_MADE,
)
def note_enquiry(*, by: Actor, about: Person, on: date, enquiry: Enquiry, **found: Any) -> Enquiry:
    """How it is made, when the child was seen and whether alone, what the child said, who was asked, what was found
    (S1-02, S0-02): each as it comes, kept whatever is missing. `found`: the columns that are written.

    Raises Refused: another child's; concluded; a day to come; an answer that is not the pack's.
    """
    row = _own(about, enquiry)
    pack = pack_on(on)
    one_of(pack, "enquiry_how", found.get("how", ""), "how")
    one_of(pack, "alone", found.get("alone", ""), "alone")
    seen_on = found.get("seen_on")
    if seen_on and seen_on > by.today:
        raise Refused("That day has not come yet. Write it when the child has been seen.", field="seen_on")
    for name in _WRITTEN:
        if name in found:
            value = found[name]
            setattr(row, name, value.strip() if isinstance(value, str) else value)
    row.save()
    return row


@act(
    "{by} concluded an enquiry about {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    story=True,
    significance=3,
    makes=_MADE,
)
def conclude_enquiry(
    *, by: Actor, about: Person, on: date, enquiry: Enquiry, outcome: str, reasons: str, child_view: str = ""
) -> Enquiry:
    """What it led to, with reasons, as a decision somebody else reads (S3-17). An outcome without a conference stops
    no clock before that reader has agreed.

    Raises Refused: no outcome, no reasons; everything the enquiry still lacks (`rules.enquiry_lacks`); concluded.
    """
    row, pack = _own(about, enquiry), pack_on(on)
    if outcome not in dict(pack.choices("enquiry_outcome")):
        raise Refused("Say what the enquiry led to.", field="outcome")
    if needs_words(reasons):
        raise Refused("Give the reasons, in words about this child.", field="reasons")
    if lacks := rules.enquiry_lacks(row, pack):
        raise Refused(rules.said(lacks))
    question = f"What did the enquiry about {about.called} lead to?"
    told: Given = {"question": question, "chosen": pack.label("enquiry_outcome", outcome), "reasons": reasons}
    if child_view.strip():
        told["child_view"] = child_view
    row.decision = decide_inside(by, about, kind="enquiry", on=on, **told)
    row.concluded_on, row.outcome = on, outcome
    if row.conference_on is None:
        row.conference_not_needed = outcome not in pack.flagged("enquiry_outcome", "to_conference")
    row.save()
    return row


@act(
    "{by} told somebody of the family of an enquiry about {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes=_MADE,
)
def tell_of_enquiry(*, by: Actor, about: Person, on: date, enquiry: Enquiry, who: str) -> Enquiry:
    """Who of the family knows, since `on`. Kept from their pages all the same: to tell a mother is not to tell whoever
    she is afraid of (design 7.4). Raises Refused: nobody named; another child's.
    """
    row = _any(about, enquiry)
    if not who.strip():
        raise Refused("Say who was told.", field="who")
    row.family_told_on, row.family_told_who, row.family_not_told_because = on, who.strip(), ""
    row.save()
    return row


@act(
    "{by} said why the family is not told yet about {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes=_MADE,
)
def hold_back_enquiry(*, by: Actor, about: Person, on: date, enquiry: Enquiry, because: str) -> Enquiry:
    """Why not yet: a child could be in danger, or an enquiry spoiled (design 7.4). Raises Refused: no reason; told
    already; another child's.
    """
    row = _any(about, enquiry)
    if row.family_told_on:
        raise Refused("The family has been told.")
    if needs_words(because):
        raise Refused("Say why they are not told yet.", field="because")
    row.family_not_told_because = because.strip()
    row.save()
    return row


def _any(about: Person, enquiry: Enquiry) -> Enquiry:
    found = Enquiry.objects.filter(pk=enquiry.pk, person=about).first()
    if found is None:
        raise Refused("This is another child’s.")
    return found


def _own(about: Person, enquiry: Enquiry) -> Enquiry:
    found = _any(about, enquiry)
    if found.concluded_on:
        raise Refused("This enquiry is concluded. Begin again with another discussion if something new is known.")
    return found
