"""`@act`: the one way anything is written.

It checks the tie or right, opens a savepoint, writes who did what when (an Occasion and one Act for each person it is
about), runs the body, and answers a second identical submission with the first result. Refused and forbidden tries are
remembered and written down after the transaction they failed in. Answers S3-19 (accountable, responsible).
"""

import uuid
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from psycopg.errors import UniqueViolation

from kith import packs
from kith.access import Actor, Audience, Right
from kith.calendar import PartDate
from kith.record import attempts, guard
from kith.record.drafts import finish_draft
from kith.record.models import Act, Occasion
from kith.record.refusals import NotInAnAct, NotYours, Refused

Says = str | Callable[[Any, dict[str, Any]], str]
Again = Callable[[dict[str, Any]], Any]
_JUST_WRITTEN = "Somebody wrote the same at this very moment. Read what stands there now; what you typed is kept."
ACTS: dict[str, "Terms"] = {}  # every act by its stable name, for the tests that walk them all


@dataclass(frozen=True)
class Terms:
    """What an act declares about itself."""

    name: str
    says: Says  # "{by} visited {about}.", or a function of the person and the details that gives it
    needs: Right | None  # a right that stands in for a tie
    tie: bool  # a tie to each person it is about will do
    around: bool  # so will working with a child they are the parent of, or live with
    family: bool  # so will being of the family: their own word, in their own hand, and nothing else
    story: bool  # a line of the child's story
    significance: int
    staff_only: bool  # its line is kept from partners and families: telling them could put a child in danger
    makes: str  # the model whose first row is the act's result, "visits.Visit"
    again: Again | None  # or how that result is found from the details, where no row says what made it
    open_to: frozenset[Audience] = frozenset()  # whoever is of these may, about nobody: anyone may tell us of a child

    def sentence(self, person: Any, details: dict[str, Any], by: str) -> str:
        """The plain sentence as it is stored. It never quotes a child, an address or a reason."""
        says = self.says if isinstance(self.says, str) else self.says(person, details)
        return says.format(**{**details, "by": by, "about": person.called if person else ""})


@dataclass
class Recording:
    """An act being carried out: its occasion and the line of each person it is about."""

    terms: Terms
    by: Actor
    occasion: Occasion
    details: dict[str, Any]
    lines: dict[int, Act] = field(default_factory=dict)

    def line(self, person_id: int) -> Act:
        try:
            return self.lines[person_id]
        except KeyError:
            raise NotInAnAct(f"{self.terms.name} is not about person {person_id}.") from None

    def add(self, person: Any) -> Act:
        """Make the occasion about one more person: someone this very act begins, or opens."""
        line = self._about(person)
        line.save(force_insert=True)
        self.lines[person.pk] = line
        return line

    def add_all(self, people: Iterable[Any]) -> None:
        """The same for many people at once."""
        lines = Act.objects.bulk_create([self._about(person) for person in people])
        self.lines |= {line.person_id: line for line in lines}

    def let_go(self) -> None:
        """Forget the lines so far, for an act about thousands: everything about those people has been written."""
        self.lines.clear()

    def _about(self, person: Any) -> Act:
        return Act(
            occasion=self.occasion,
            person_id=person.pk,
            name=self.terms.name,
            said=self.terms.sentence(person, self.details, self.by.name),
            happened_on=self.occasion.happened_on,
            happened_precision=self.occasion.happened_precision,
            recorded_at=self.occasion.recorded_at,
            in_story=self.terms.story,
            significance=self.terms.significance,
            staff_only=self.terms.staff_only,
        )


def act(
    says: Says,
    *,
    needs: Right | None = None,
    tie: bool = True,
    around: bool = False,
    family: bool = False,
    story: bool = False,
    significance: int = 1,
    staff_only: bool = False,
    makes: str = "",
    again: Again | None = None,
    open_to: frozenset[Audience] = frozenset(),
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Turn a function into an act. The function is keyword-only: `by` (Actor), `about` (a person, people or None),
    `on` (a day or part-date it happened; today unless said), then its own details.

    Callers may add `key` (the same form sent twice) and `draft` (the key of the draft this act finishes).
    Raises Refused, NotYours.
    """

    def decorate(do: Callable[..., Any]) -> Callable[..., Any]:
        terms = _declared(
            Terms(do.__name__, says, needs, tie, around, family, story, significance, staff_only, makes, again, open_to)
        )

        @wraps(do)
        def perform(
            *,
            by: Actor,
            about: Any = None,
            on: date | PartDate | None = None,
            key: str = "",
            draft: str = "",
            **details: Any,
        ) -> Any:
            people = _people(about)
            with attempts.remembered(terms.name, by, people):
                _must_be_allowed(terms, by, people)
                happened = _happened(on, by)

                def once() -> Any:
                    with transaction.atomic(), _recorded(terms, by, people, happened, key, details):
                        made = do(by=by, about=about, on=happened.on, **details)
                        if draft:
                            finish_draft(by=by, key=draft, page=key)
                        return made

                return _only_once(once, terms, by, key, details)

        perform.terms = terms  # type: ignore[attr-defined]
        return perform

    return decorate


def _declared(terms: Terms) -> Terms:
    if terms.name in ACTS:
        raise RuntimeError(f"Two acts are called {terms.name}.")
    ACTS[terms.name] = terms
    return terms


def _only_once(do: Callable[[], Any], terms: Terms, by: Actor, key: str, details: dict[str, Any]) -> Any:
    """Do it, unless this very form was sent before, or is being sent by another connection at this moment. Raises
    Refused: of two who write what there can be one of, the second.
    """
    if key and (first := _first_result(terms, by, key, details)):
        return first
    try:
        return do()
    except IntegrityError as clash:
        sent_twice = "occasion_recorded_once" in str(clash)
        if key and sent_twice and (first := _first_result(terms, by, key, details)):
            return first
        if sent_twice or not isinstance(clash.__cause__, UniqueViolation):
            raise
        raise Refused(_JUST_WRITTEN) from clash


def _people(about: Any) -> list[Any]:
    if about is None:
        return []
    return list(about) if isinstance(about, Iterable) else [about]


def _happened(on: date | PartDate | None, by: Actor) -> PartDate:
    happened = on if isinstance(on, PartDate) else PartDate(on or by.today, "day")
    if happened.on > by.today:
        raise Refused("That day has not come yet. Give the day it happened.", field="on")
    return happened


def _must_be_allowed(terms: Terms, by: Actor, people: list[Any]) -> None:
    if by.audience == Audience.SYSTEM or (terms.needs and by.may(terms.needs)):
        return
    if not people and by.account_id and by.audience in terms.open_to:
        return
    if not terms.tie or not people:
        raise NotYours(f"{terms.name} needs {terms.needs}.")
    missing = {p.pk for p in people}
    missing -= _those_of(missing, "select person_id from my_ties where may_write and person_id = any(%s)")
    if missing and terms.around and by.audience == Audience.STAFF:
        missing -= _those_of(missing, "select person_id from around_mine where person_id = any(%s)")
    if missing and terms.family and by.audience == Audience.FAMILY:
        missing -= _those_of(missing, "select person_id from my_ties where because <> 'self' and person_id = any(%s)")
    if missing:
        raise NotYours(f"{terms.name}: no tie to everyone it is about.")


def _those_of(people: set[int], query: str) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(query, [list(people)])
        return {row[0] for row in cursor.fetchall()}


@contextmanager
def _recorded(terms: Terms, by: Actor, people: list[Any], happened: PartDate, key: str, details: dict[str, Any]) -> Any:
    occasion = Occasion.objects.create(
        key=key or uuid.uuid4().hex,
        name=terms.name,
        by_id=by.account_id,
        by_name=by.name,
        audience=by.audience,
        happened_on=happened.on,
        happened_precision=happened.precision,
        recorded_at=by.now,
        said="" if people or "{about}" in str(terms.says) else terms.sentence(None, details, by.name),
        pack=packs.pack_for(settings.PACK, by.today).version,
    )
    at_hand = Recording(terms, by, occasion, details)
    for person in people:
        at_hand.add(person)
    token = guard.recording.set(at_hand)
    try:
        yield at_hand
    finally:
        guard.recording.reset(token)


def _first_result(terms: Terms, by: Actor, key: str, details: dict[str, Any]) -> Any:
    """What the first sending of this form made, if it was sent before.

    The occasion stands for it where no row says so any more: a row this act changed may have been changed again.
    """
    first = Occasion.objects.filter(by_id=by.account_id, name=terms.name, key=key).first()
    if first is not None and terms.again:
        return terms.again(details) or first
    if first is None or not terms.makes:
        return first
    model = apps.get_model(terms.makes)
    carries = {field.name for field in model._meta.get_fields()}
    for own, through in (("occasion", "occasion"), ("act", "act__occasion"), ("latest_act", "latest_act__occasion")):
        rows = model._default_manager.filter(**{through: first}) if own in carries else None
        if rows is not None and (row := rows.order_by("pk").first()):
            return row
    return first
