"""Going to see children: one visit, a line for each child, saved whatever is missing."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.access.actor import HOME_TIME
from kith.involvement.models import LeadWorker
from kith.people import queries as people
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.visits import rules
from kith.visits.acts.promising import keep_promise
from kith.visits.acts.telling import tell_managers
from kith.visits.models import ChildLine, DayItem, ToComplete, Visit
from kith.visits.rules import Seen
from kith.voice.acts import keep_words


def _visited(person: Person, details: dict[str, Any]) -> str:
    seen = any(line.seen for line in details["lines"] if line.person == person)
    return "{by} visited {about}." if seen else "{by} went to see {about}, who was not seen."


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

    Saved whatever is missing; what is missing is owed, with a day. A second visit running without seeing a child tells
    the child's managers. Raises Refused: nobody it is about, a child twice, a time still to come, a promise due before
    the visit, an answer the pack does not have, words shared by more than one family.
    """
    _check(by, about, on, lines, happened_at)
    _check_answers(packs.pack_for(settings.PACK, on), mode, lines)
    of_one_family = _of_one_family(about)
    if not of_one_family and (for_everyone.strip() or others_there.strip()):
        raise Refused("This visit was to more than one family: write what you saw under each child.", field="on")
    visit = Visit(
        happened_at=happened_at,
        mode=mode,
        place=place,
        others_there=others_there,
        unannounced=unannounced,
        for_everyone=for_everyone,
        opened_at=opened_at,
        of_one_family=of_one_family,
    )
    visit.save()
    leads = {lead.person_id: lead for lead in LeadWorker.objects.filter(person__in=about, until_on=None)}
    last_saw = _last_seen_as(about)
    owes_daily_life = rules.owes_daily_life(mode, lines, for_everyone) if of_one_family else None
    for line in lines:
        kept = _keep_line(by, on, visit, line, leads.get(line.person.pk))
        elsewhere = [other.saw for other in lines if other is not line] + [last_saw.get(line.person.pk, "")]
        missing = rules.gaps(line, on, elsewhere) + ["daily_life"] * (line is owes_daily_life)
        _keep_gaps(by, on, kept, missing)
        _keep_day(on, kept, line)
        _keep_what_was_said(by, on, visit, line, leads.get(line.person.pk))
        if not line.seen:
            tell_managers(by, kept)
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
    if any(promised.due_on and promised.due_on < on for line in lines for promised in line.promised):
        raise Refused("A promise cannot be due before it was made.", field="due_on")


def _of_one_family(about: Sequence[Person]) -> bool:
    """Whether all of them are brothers and sisters, half-brothers' half-sisters among them."""
    left, known = {person.pk for person in about[1:]}, [about[0]]
    while left and known:
        found = {person.pk for person, _ in people.siblings_of(known.pop())} & left
        known += [person for person in about if person.pk in found]
        left -= found
    return not left


def _check_answers(pack: packs.Pack, mode: str, lines: Sequence[Seen]) -> None:
    if not rules.is_answer(pack, "visit_mode", mode):
        raise Refused("Choose where you met.", field="mode")
    for line in lines:
        if unknown := rules.unknown_answer(line, pack):
            raise Refused("Choose one of the answers.", field=unknown)


def _last_seen_as(about: Sequence[Person]) -> dict[int, str]:
    """What was written of each child the last time: the same words again are no observation (design 7.11)."""
    latest = ChildLine.objects.filter(person__in=about).order_by("person_id", "-visited_on", "-pk")
    return dict(latest.distinct("person_id").values_list("person_id", "saw"))


def _keep_line(by: Actor, on: date, visit: Visit, line: Seen, lead: LeadWorker | None) -> ChildLine:
    kept = ChildLine(
        person=line.person,
        visit=visit,
        visited_on=on,
        mode=visit.mode,
        seen=line.seen,
        alone=line.alone if line.seen else "",
        alone_words=line.alone_words,
        bedroom=line.bedroom if line.seen else "",
        not_seen_because="" if line.seen else line.not_seen_because,
        not_seen_words=line.not_seen_words,
        plan_to_see=line.plan_to_see,
        saw=line.saw,
        means=line.means,
        by_lead=lead is not None and lead.account_id == by.account_id,
    )
    kept.save()
    if line.planned is not None:
        line.planned.visited = kept
        line.planned.save()
    return kept


def _keep_gaps(by: Actor, on: date, kept: ChildLine, missing: list[str]) -> None:
    pack = packs.pack_for(settings.PACK, on)
    due = pack.due("record-visit", on)
    for what in missing:
        ToComplete(person=kept.person, line=kept, what=what, owed_by_id=by.account_id, due_on=due).save()


def _keep_day(on: date, kept: ChildLine, line: Seen) -> None:
    """What was learnt of the child's day, seen or not: a neighbour may tell what the door did not."""
    for learnt in line.day:
        DayItem(
            person=kept.person,
            line=kept,
            topic=learnt.topic,
            known=learnt.known,
            told_by=learnt.told_by if learnt.known == "told" else "",
            text=learnt.text,
            learnt_on=on,
        ).save()


def _keep_what_was_said(by: Actor, on: date, visit: Visit, line: Seen, lead: LeadWorker | None) -> None:
    """The child's words, each a voice entry of its own, and what the worker promised."""
    where = visit.place or packs.pack_for(settings.PACK, on).label("visit_mode", visit.mode)
    for said in line.said:
        keep_words(
            by=by,
            person=line.person,
            on=on,
            sort=said.sort or rules.UNSORTED,
            text=said.text,
            way=said.way,
            where=where,
            there="" if line.alone == "alone" else visit.others_there,
            question_asked=said.question_asked,
            checked_back=said.checked_back,
            owed_by_id=lead.account_id if lead else None,
            owed_by_name=lead.name if lead else "",
        )
    for promised in line.promised:
        keep_promise(by, line.person, on, promised)
