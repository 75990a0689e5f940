"""Keeping a child's family tree: who belongs to whom in it, how they get on, what was asked, that it is still right.

A line between two people is written in the record it is about, by somebody who may say who that person is (the acts
`add_relationship`, `end_relationship` and `describe_person` do the rest of it).
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from kith.access import Actor, Right
from kith.people.acts.families import relate, somebody_new
from kith.people.acts.listed import must_be_listed
from kith.people.models import Asking, GettingOn, Person, Relationship, TreeConfirmation
from kith.record import Refused
from kith.record.acting import act

NEW = ("given", "family", "sex", "born", "expected_on", "unnamed_as")  # what is told of somebody new
_WAYS = ("up", "down", "level")


@act(
    "{by} added to the family tree of {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    around=True,
    makes="people.Relationship",
)
def add_to_family(
    *,
    by: Actor,
    about: Sequence[Person],
    on: date,
    of: Person,
    kind: str,
    other: Person | None = None,
    way: str = "up",
    second: Person | None = None,
    **told: Any,
) -> Relationship:
    """Somebody beside `of` in the tree of the child `about` begins with: `other` is the `kind` of `of` ("up", "level"),
    or, going "down", `of` is the `kind` of `other`, and so is `second` when there is one.

    `about` names everyone a line is written for besides the child: `of`, and going down `other` when they have a
    record, so that each is somebody the writer may describe. Somebody new is told by NEW instead of `other`; the rest
    as for `add_relationship`. Raises Refused: whatever `add_relationship` refuses; one parent twice.
    """
    if way not in _WAYS:
        raise TypeError(f"{way!r} is no way to go in a tree.")
    if second == of:
        raise Refused(f"{of.called} is the one parent. Choose another, or leave this empty.", field="second")
    beside = other or somebody_new(by, **{name: told.pop(name) for name in NEW if name in told})
    if way != "down":
        return relate(of, beside, kind, on, **told)
    made = relate(beside, of, kind, on, **told)
    if second:
        relate(beside, second, kind, on, source=told.get("source", ""))
    return made


@act(
    "{by} recorded how people in the family of {about} get on.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
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
    from the one to the other. Its line is for staff alone. Raises Refused: one person twice, nobody who says so, a
    way of getting on there is none of.
    """
    if one == other:
        raise Refused("Choose two people.", field="other")
    must_be_listed(on, "getting_on", quality, "quality", "Choose how they get on.")
    if not said_by.strip():
        raise Refused("Say who says so. If it is what you saw, write your own name.", field="said_by")
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
    (N10). Raises Refused: nobody said whom, unless it was not safe to ask; a question or an outcome there is none
    of.
    """
    must_be_listed(on, "asking_topic", topic, "topic", "Choose what was asked.")
    must_be_listed(on, "asking_outcome", outcome, "outcome", "Choose what came of it.")
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
    """The whole tree is right today, and who of the family went through it (N8). Raises Refused: an answer there is
    none of; the family was asked, and nobody is named.
    """
    must_be_listed(on, "family_asked", family_asked, "family_asked", "Say whether the family went through it with you.")
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
