"""Arranging to see children, and moving what was arranged."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.access.actor import HOME_TIME
from kith.people import queries as people
from kith.people.models import Person
from kith.people.rules import never_interprets
from kith.record import Refused
from kith.record.acting import act
from kith.visits import rules
from kith.visits.models import PlannedVisit

TOLD_BEFORE = ("yes", "no", "not_safe")


@act("{by} arranged to visit {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="visits.PlannedVisit")
def plan_visit(
    *,
    by: Actor,
    about: Sequence[Person],
    on: date,
    planned_for: datetime,
    mode: str = "home",
    unannounced: bool = False,
    despite: str = "",
    interpreter: str = "",
    no_interpreter_because: str = "",
) -> list[PlannedVisit]:
    """A visit to come, for each child. Raises Refused for a time already past, a place the pack does not have, or a
    time that goes against what suits one of the children, unless `despite` says why it has to be then (S3-29); for an
    interpreter who is a child, a relative or somebody who may be a danger (design 7.4). `interpreter`: who interprets;
    `no_interpreter_because`: why nobody needs to. With neither it is kept, and the page asks (S2-20).
    """
    if planned_for <= by.now:
        raise Refused("That time has passed. To record a visit that happened, use Record a visit.", field="at")
    if not rules.is_answer(packs.pack_for(settings.PACK, on), "visit_mode", mode):
        raise Refused("Choose where you will meet.", field="mode")
    children = [about] if isinstance(about, Person) else list(about)
    _may_interpret(children, on, interpreter)
    said = {"interpreter": interpreter.strip(), "no_interpreter_because": no_interpreter_because.strip()}
    return [
        _plan(by, person, planned_for, mode, unannounced, _must_suit(person, planned_for, despite), said)
        for person in children
    ]


def _may_interpret(children: Sequence[Person], on: date, who: str) -> None:
    """Raises Refused: a child, a relative, or somebody who may be a danger to one of the children."""
    if not who.strip():
        return
    for child in children:
        if tie := never_interprets(who, people.close_to(child, on)):
            raise Refused(
                f"{who.strip()} is {tie}. An interpreter is never a child, a relative or somebody who may be a danger.",
                field="interpreter",
            )


def _must_suit(child: Person, planned_for: datetime, despite: str) -> str:
    """The reason, where the time needs one; empty where it suits. Two queries."""
    at = planned_for.astimezone(HOME_TIME)
    against = rules.clashes((line.text for line in people.about_me(child).get("pace", [])), at)
    against += rules.clashes((line.text for line in people.situation_of(child).get("do_not", [])), at, against=True)
    if against and not despite.strip():
        said = f"“{against[0].strip()}”"
        raise Refused(
            f"That goes against what suits {child.called.partition(' ')[0]}: {said} Say why it has to be then, or "
            "choose another time.",
            field="despite",
        )
    return despite.strip() if against else ""


def _plan(
    by: Actor, person: Person, planned_for: datetime, mode: str, unannounced: bool, despite: str, said: dict[str, str]
) -> PlannedVisit:
    """`said`: who interprets, or why nobody needs to."""
    planned = PlannedVisit(
        person=person,
        planned_for=planned_for,
        mode=mode,
        by_account_id=by.account_id,
        by_name=by.name,
        unannounced=unannounced,
        despite=despite,
        **said,
    )
    planned.save()
    return planned


@act(
    "{by} moved a visit arranged with {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    story=True,
    makes="visits.PlannedVisit",
)
def rearrange_visit(
    *,
    by: Actor,
    about: Person | Sequence[Person],
    on: date,
    planned: PlannedVisit | Sequence[PlannedVisit],
    planned_for: datetime,
    told_before: str,
    because: str,
    moved_by: str = "",
    told_at: datetime | None = None,
    told_who: str = "",
    told_how: str = "",
    not_safe_because: str = "",
    despite: str = "",
) -> PlannedVisit:
    """Move a visit arranged with one child, or with several together, saying whether the family was told before (yes,
    no, not safe to tell: S3-11, design 7.4). A family it was not safe to tell is not shown the new time either.

    Returns the first child's new visit. Raises Refused: made, moved or called off, no answer to "told before?", told
    without who and when, told after it was due, not safe without why, no reason, a time already past, or one that does
    not suit a child without `despite` (S3-29).
    """
    together = [planned] if isinstance(planned, PlannedVisit) else list(planned)
    _check_change(by, together, told_before, because, told_at, told_who, not_safe_because)
    if planned_for <= by.now:
        raise Refused("Give a time still to come.", field="at")
    moved = []
    for old in together:
        hidden = old.unannounced or told_before == "not_safe"
        why = _must_suit(old.person, planned_for, despite)
        said = {"interpreter": old.interpreter, "no_interpreter_because": old.no_interpreter_because}
        old.replaced_by = _plan(by, old.person, planned_for, old.mode, hidden, why, said)
        _keep_telling(old, told_before, because, moved_by, told_at, told_who, told_how, not_safe_because)
        moved.append(old.replaced_by)
    return moved[0]


# No `makes`: it changes rows and makes none, so a second sending is answered with the occasion.
@act("{by} called off a visit arranged with {about}.", needs=Right.RECORD_ON_ANY_CHILD, story=True)
def call_off_visit(
    *,
    by: Actor,
    about: Person | Sequence[Person],
    on: date,
    planned: PlannedVisit | Sequence[PlannedVisit],
    told_before: str,
    because: str,
    moved_by: str = "",
    told_at: datetime | None = None,
    told_who: str = "",
    told_how: str = "",
    not_safe_because: str = "",
) -> PlannedVisit:
    """End an arrangement with no other in its place, before its time or after it: that we did not come is ours to say
    (S3-11). Returns the first child's. Raises Refused as a move does, the new time apart.
    """
    together = [planned] if isinstance(planned, PlannedVisit) else list(planned)
    _check_change(by, together, told_before, because, told_at, told_who, not_safe_because)
    for old in together:
        old.called_off_on = by.today
        _keep_telling(old, told_before, because, moved_by, told_at, told_who, told_how, not_safe_because)
    return together[0]


def _keep_telling(
    old: PlannedVisit,
    told_before: str,
    because: str,
    moved_by: str,
    told_at: datetime | None,
    told_who: str,
    told_how: str,
    not_safe_because: str,
) -> None:
    old.told_before, old.moved_by, old.moved_because = told_before, moved_by, because
    if told_before == "yes":
        old.told_at, old.told_who, old.told_how = told_at, told_who, told_how
    old.not_safe_because = not_safe_because if told_before == "not_safe" else ""
    old.save()


def _check_change(
    by: Actor,
    together: list[PlannedVisit],
    told_before: str,
    because: str,
    told_at: datetime | None,
    told_who: str,
    not_safe_because: str,
) -> None:
    if not together or any(old.replaced_by_id or old.visited_id or old.called_off_on for old in together):
        raise Refused("This visit has been made, moved or called off already.")
    if told_before not in TOLD_BEFORE:
        raise Refused("Say whether the family was told before.", field="told_before")
    if told_before == "yes":
        _check_told(by, together, told_at, told_who)
    if told_before == "not_safe" and not not_safe_because:
        raise Refused("Say why it was not safe to tell.", field="not_safe_because")
    if not because.strip():
        raise Refused("Say why the visit had to change.", field="because")


def _check_told(by: Actor, together: list[PlannedVisit], told_at: datetime | None, told_who: str) -> None:
    if not told_who.strip():
        raise Refused("Say who was told.", field="told_who")
    if told_at is None:
        raise Refused("Say when they were told.", field="told_on")
    if told_at > by.now:
        raise Refused("That time has not come yet. Give the time they were told.", field="told_on")
    if told_at >= min(old.planned_for for old in together):
        raise Refused("That is after the visit was due: they were not told before. Choose “No”.", field="told_before")
