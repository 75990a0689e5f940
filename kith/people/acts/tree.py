"""Keeping a child's family tree: who belongs to whom in it, what changed, what was asked, and that it is still right.

A worker tied to the child may write down who belongs to the child's family, whoever of it a line is about: the line
goes into that person's record too.
"""

from datetime import date
from typing import Any

from kith.access import Actor, Right
from kith.people import rules
from kith.people.acts.describing import change
from kith.people.acts.families import relate, somebody_new
from kith.people.models import Asking, GettingOn, Person, Relationship, TreeConfirmation
from kith.people.models.kin import is_kin
from kith.record import Refused
from kith.record.acting import act
from kith.record.guard import current_recording

NEW = ("given", "family", "sex", "born", "expected_on", "unnamed_as")  # what is told of somebody new
_WAYS = ("up", "down", "level")


@act("{by} added to the family tree of {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="people.Relationship")
def add_to_family(
    *,
    by: Actor,
    about: Person,
    on: date,
    of: Person,
    kind: str,
    other: Person | None = None,
    way: str = "up",
    second: Person | None = None,
    **told: Any,
) -> Relationship:
    """Somebody beside `of`, who is in the tree of the child the act is about: `other` is the `kind` of `of` ("up",
    "level"), or, going "down", `of` is the `kind` of `other`, and so is `second` when there is one.

    Somebody new is told by NEW instead of `other`; the rest as for `add_relationship`. Raises Refused: `of` or
    `second` outside the child's family; and whatever `add_relationship` refuses.
    """
    if way not in _WAYS:
        raise TypeError(f"{way!r} is no way to go in a tree.")
    for known in (of, second):
        _must_be_kin(about, known)
    new = {name: told.pop(name) for name in NEW if name in told}
    beside = _with_line(other) if other else somebody_new(by, **new)
    if way != "down":
        return relate(_with_line(of), beside, kind, on, **told)
    made = relate(beside, of, kind, on, **told)
    if second:
        relate(beside, second, kind, on, source=told.get("source", ""))
    return made


@act(
    "{by} recorded that a relationship in the family of {about} has ended.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="people.Relationship",
)
def end_in_family(
    *, by: Actor, about: Person, on: date, relationship: Relationship, ended_as: str = ""
) -> Relationship:
    """Two people of the child's family parted, or care ended. Raises Refused: ended already, before it began, or
    between people outside the family.
    """
    _must_be_kin(about, relationship.person)
    if relationship.until_on:
        raise Refused("This has ended already.")
    if relationship.from_on and on < relationship.from_on:
        raise Refused("It cannot have ended before it began.", field="on")
    _with_line(relationship.person)
    relationship.until_on, relationship.ended_as = on, ended_as
    relationship.save()
    return relationship


@act("{by} described someone in the family of {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="people.Person")
def describe_relative(*, by: Actor, about: Person, on: date, who: Person, **described: Any) -> Person:
    """A birth, a death, how somebody in the child's family describes themselves: as `describe_person`. Raises Refused:
    outside the family; and whatever `describe_person` refuses.
    """
    _must_be_kin(about, who)
    return change(_with_line(who), by.today, **described)


@act(
    "{by} recorded how people in the family of {about} get on.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="people.GettingOn",
)
def note_getting_on(
    *,
    by: Actor,
    about: Person,
    on: date,
    one: Person,
    other: Person,
    quality: str,
    said_by: str,
    toward: bool = False,
    words: str = "",
    source: str = "",
) -> GettingOn:
    """How two people get on, who says so, and when; what the same teller said before stays, dated. `toward`: it goes
    from the one to the other. Raises Refused: one person twice, nobody who says so, somebody outside the family.
    """
    if one == other:
        raise Refused("Choose two people.", field="other")
    if not said_by.strip():
        raise Refused("Say who says so. If it is what you saw, write your own name.", field="said_by")
    for person in (one, other):
        _must_be_kin(about, person)
    note = GettingOn(
        person=about,
        one=one,
        other=other,
        quality=quality,
        toward=toward,
        words=words.strip(),
        said_by=said_by.strip(),
        said_on=on,
        source=source.strip(),
    )
    note.save()
    return note


@act(
    "{by} asked about what is missing in the family of {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="people.Asking"
)
def record_asking(
    *,
    by: Actor,
    about: Person,
    on: date,
    topic: str,
    outcome: str,
    asked: Person | None = None,
    asked_who: str = "",
    said: str = "",
) -> Asking:
    """That somebody was asked, when, and what they said: an unknown father stays a question until somebody has
    (N10). Raises Refused: nobody said whom, unless it was not safe to ask.
    """
    if not (asked or asked_who.strip() or outcome == "not_safe"):
        raise Refused("Say whom you asked.", field="asked_who")
    row = Asking(
        person=about,
        topic=topic,
        asked=asked,
        asked_who=asked_who.strip() or (asked.called if asked else ""),
        asked_on=on,
        outcome=outcome,
        said=said.strip(),
        by_name=by.name,
    )
    row.save()
    return row


@act("{by} confirmed the family tree of {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="people.TreeConfirmation")
def confirm_tree(
    *, by: Actor, about: Person, on: date, family_asked: str, with_whom: str = "", note: str = ""
) -> TreeConfirmation:
    """The whole tree is right today, and who of the family went through it (N8). Raises Refused: the family was asked,
    and nobody is named.
    """
    if family_asked == "yes" and not with_whom.strip():
        raise Refused("Say who of the family went through it with you.", field="with_whom")
    confirmation = TreeConfirmation(
        person=about,
        confirmed_on=on,
        by_name=by.name,
        family_asked=family_asked,
        with_whom=with_whom.strip(),
        note=note.strip(),
    )
    confirmation.save()
    return confirmation


def _must_be_kin(child: Person, person: Person | None) -> None:
    if person is not None and person != child and not is_kin(child.pk, person.pk, rules.KIN):
        raise Refused(f"{person.called} is not in the family of {child.called}.", field="of")


def _with_line(person: Person) -> Person:
    """Somebody already recorded gets a line of their own in the act at hand."""
    at_hand = current_recording()
    if person.pk not in at_hand.lines:
        at_hand.add(person)
    return person
