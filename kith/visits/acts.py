"""Going to see children, keeping promises, and moving arrangements."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.access.actor import HOME_TIME
from kith.involvement.models import LeadWorker
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.visits import rules
from kith.visits.models import ChildLine, PlannedVisit, Promise, ToComplete, Visit
from kith.voice.acts import keep_words


@dataclass(frozen=True)
class Said:
    """One thing a child said: the sort (wish, worry, good_thing, harm) and the words, verbatim."""

    sort: str
    text: str
    question_asked: str = ""


@dataclass(frozen=True)
class Promised:
    text: str
    due_on: date


@dataclass(frozen=True)
class Seen:
    """One child on one visit. Only this child: no group tick-box, no shared "seen"."""

    person: Person
    seen: bool
    alone: str = ""
    alone_words: str = ""
    not_seen_because: str = ""
    not_seen_words: str = ""
    saw: str = ""
    means: str = ""
    said: Sequence[Said] = field(default_factory=tuple)
    promised: Sequence[Promised] = field(default_factory=tuple)
    planned: PlannedVisit | None = None


def _visited(person: Person, details: dict[str, Any]) -> str:
    line = next(line for line in details["lines"] if line.person == person)
    return "{by} visited {about}." if line.seen else "{by} went to see {about}, who was not seen."


@act(_visited, needs=Right.RECORD_ON_ANY_CHILD, story=True, makes="visits.Visit")
def record_visit(
    *,
    by: Actor,
    about: Sequence[Person],
    on: date,
    lines: Sequence[Seen],
    happened_at: datetime,
    mode: str,
    place: str = "",
    others_there: str = "",
    unannounced: bool = False,
    for_everyone: str = "",
    opened_at: datetime | None = None,
) -> Visit:
    """One visit: what is shared once, a line, own words, promises and gaps for each child (J1, S1-02, S3-09).

    Saved whatever is missing; what is missing is owed, with a day. Raises Refused: nobody it is about, a child twice,
    a time still to come, a promise due before the visit.
    """
    _check(by, about, on, lines, happened_at)
    visit = Visit(
        happened_at=happened_at,
        mode=mode,
        place=place,
        others_there=others_there,
        unannounced=unannounced,
        for_everyone=for_everyone,
        opened_at=opened_at,
    )
    visit.save()
    leads = dict(LeadWorker.objects.filter(person__in=about, until_on=None).values_list("person_id", "account_id"))
    for line in lines:
        kept = _keep_line(by, on, visit, line, leads.get(line.person.pk))
        _keep_gaps(by, on, kept, line, lines)
        for said in line.said:
            keep_words(
                by=by,
                person=line.person,
                on=on,
                sort=said.sort,
                text=said.text,
                where=place or mode,
                question_asked=said.question_asked,
                owed_by_id=leads.get(line.person.pk),
            )
        for promised in line.promised:
            _keep_promise(by, line.person, on, promised)
    return visit


def _check(by: Actor, about: Sequence[Person], on: date, lines: Sequence[Seen], happened_at: datetime) -> None:
    if not lines:
        raise Refused("Say which children this visit was to.", field="children")
    if sorted(line.person.pk for line in lines) != sorted(person.pk for person in about):
        raise Refused("Each child has one line of their own.", field="children")
    if happened_at > by.now:
        raise Refused("That time has not come yet. Give the time the visit began.", field="at")
    if happened_at.astimezone(HOME_TIME).date() != on:
        raise Refused("The day and the time do not agree.", field="on")
    if any(promised.due_on < on for line in lines for promised in line.promised):
        raise Refused("A promise cannot be due before it was made.", field="due_on")


def _keep_line(by: Actor, on: date, visit: Visit, line: Seen, lead_id: int | None) -> ChildLine:
    kept = ChildLine(
        person=line.person,
        visit=visit,
        visited_on=on,
        mode=visit.mode,
        seen=line.seen,
        not_seen_because=line.not_seen_because,
        not_seen_words=line.not_seen_words,
        alone=line.alone if line.seen else "",
        alone_words=line.alone_words,
        saw=line.saw,
        means=line.means,
        by_lead=lead_id == by.account_id,
    )
    kept.save()
    if line.planned is not None:
        line.planned.visited = kept
        line.planned.save()
    return kept


def _keep_gaps(by: Actor, on: date, kept: ChildLine, line: Seen, lines: Sequence[Seen]) -> None:
    pack = packs.pack_for(settings.PACK, on)
    due = pack.timescale("record-visit").limit.after(on, pack.calendar)
    missing = rules.gaps(
        line.person,
        on,
        seen=line.seen,
        alone=line.alone,
        alone_words=line.alone_words,
        saw=line.saw,
        not_seen_because=line.not_seen_because,
        not_seen_words=line.not_seen_words,
        others_saw=tuple(other.saw for other in lines if other is not line and other.saw),
    )
    for what in missing:
        ToComplete(person=line.person, line=kept, what=what, owed_by_id=by.account_id, due_on=due).save()


def _keep_promise(by: Actor, person: Person, on: date, promised: Promised) -> Promise:
    promise = Promise(
        person=person,
        text=promised.text,
        by_account_id=by.account_id,
        by_name=by.name,
        made_on=on,
        due_on=promised.due_on,
    )
    promise.save()
    return promise


@act("{by} completed the record of a visit to {about}.", makes="visits.ToComplete")
def complete_gap(*, by: Actor, about: Person, on: date, gap: ToComplete, text: str, choice: str = "") -> ToComplete:
    """Write what was missing from a visit. The visit keeps its day; both days show. Raises Refused for no words."""
    if rules.words.needs_words(text):
        raise Refused("This needs words: what happened, or what you saw.", field="text")
    line = gap.line
    field_name = {"observation": "saw", "alone": "alone_words", "alone_reason": "alone_words"}
    setattr(line, field_name.get(gap.what, "not_seen_words"), text)
    if choice:
        setattr(line, "alone" if gap.what == "alone" else "not_seen_because", choice)
    line.save()
    gap.completed_on = by.today
    gap.save()
    return gap


@act("{by} promised something to {about}.", makes="visits.Promise")
def promise(*, by: Actor, about: Person, on: date, text: str, due_on: date) -> Promise:
    """Something we said we would do, by a day (S0-15). Raises Refused: empty, or due before it was made."""
    if not text.strip():
        raise Refused("Write what was promised.", field="text")
    if due_on < on:
        raise Refused("A promise cannot be due before it was made.", field="due_on")
    return _keep_promise(by, about, on, Promised(text, due_on))


@act("{by} said how a promise to {about} ended.", story=True, makes="visits.Promise")
def end_promise(*, by: Actor, about: Person, on: date, promise: Promise, outcome: str, words: str = "") -> Promise:
    """Kept; changed and the family told; changed and not told; missed. All but kept need words. Raises Refused."""
    if promise.outcome:
        raise Refused("This promise has ended already.")
    if outcome != "kept" and rules.words.needs_words(words):
        raise Refused("Say what happened instead.", field="words")
    promise.outcome, promise.outcome_words = outcome, words
    promise.kept_on = on if outcome == "kept" else None
    promise.save()
    return promise


@act("{by} arranged to visit {about}.", makes="visits.PlannedVisit")
def plan_visit(
    *,
    by: Actor,
    about: Sequence[Person],
    on: date,
    planned_for: datetime,
    mode: str = "home",
    unannounced: bool = False,
) -> list[PlannedVisit]:
    """A visit to come, for each child. Raises Refused for a time already past."""
    if planned_for <= by.now:
        raise Refused("That time has passed. To record a visit that happened, use Record a visit.", field="at")
    people = [about] if isinstance(about, Person) else list(about)
    return [_plan(by, person, planned_for, mode, unannounced) for person in people]


def _plan(by: Actor, person: Person, planned_for: datetime, mode: str, unannounced: bool) -> PlannedVisit:
    planned = PlannedVisit(
        person=person,
        planned_for=planned_for,
        mode=mode,
        by_account_id=by.account_id,
        by_name=by.name,
        unannounced=unannounced,
    )
    planned.save()
    return planned


@act("{by} moved a visit arranged with {about}.", story=True, makes="visits.PlannedVisit")
def rearrange_visit(
    *,
    by: Actor,
    about: Person,
    on: date,
    planned: PlannedVisit,
    planned_for: datetime,
    told_before: str,
    because: str,
    told_at: datetime | None = None,
    told_who: str = "",
    told_how: str = "",
) -> PlannedVisit:
    """Move an arranged visit, saying whether the family was told before (yes, no, not safe to tell: S3-11, design 7.4).

    Raises Refused: no answer to "told before?", told without who and when, no reason, a time already past.
    """
    if planned.replaced_by_id or planned.visited_id:
        raise Refused("This visit has been moved or made already.")
    if told_before not in ("yes", "no", "not_safe"):
        raise Refused("Say whether the family was told before.", field="told_before")
    if told_before == "yes" and not (told_who and told_at):
        raise Refused("Say who was told and when.", field="told_who")
    if not because.strip():
        raise Refused("Say why the visit had to move.", field="because")
    if planned_for <= by.now:
        raise Refused("Give a time still to come.", field="at")
    new = _plan(by, about, planned_for, planned.mode, planned.unannounced)
    planned.replaced_by, planned.told_before, planned.moved_because = new, told_before, because
    planned.told_at, planned.told_who, planned.told_how = told_at, told_who, told_how
    planned.save()
    return new
