"""Everything a story is made of, fetched once: seven queries however long the story is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from kith.access.actor import HOME_TIME
from kith.calendar import PartDate
from kith.directory.models import PartnerWorker, Staff
from kith.people.models import Person, SituationLine
from kith.record.models import Act
from kith.story import rules
from kith.story.models import Entry, History
from kith.story.queries.wording import KIND_OF_RECORD, is_proposed, own_words, wording
from kith.story.rules import Deed, Event, Source
from kith.story.rules.events import BY_ITSELF
from kith.visits.models import ChildLine
from kith.voice import queries as voice
from kith.voice.models import Answer, Words

_TOLD_OR_DECIDED = ("tell_as_agency", "tell_history", "record_parental_responsibility")
_ENTRY = ("standing", "because", "significance", "line", "lens", "meant", "outcome", "for_child", "same_as_id")
_COLUMNS = (
    *("id", "name", "said", "happened_on", "happened_precision", "recorded_at", "significance", "in_story"),
    *("entry__id", "entry__act__recorded_at"),
    *(f"entry__{name}" for name in _ENTRY),
)


@dataclass(frozen=True)
class Reading:
    """The events, oldest first, and what stands with each of them by the act they come from."""

    events: list[Event]
    said: Mapping[int, list[Words]] = field(default_factory=dict)
    answers: Mapping[int, Answer] = field(default_factory=dict)
    lines: Mapping[int, ChildLine] = field(default_factory=dict)

    def about(self, event: Event) -> list[Event]:
        """What people tell about this event."""
        return [other for other in self.events if other.beside == event.act_id]

    def also(self, event: Event) -> list[Event]:
        """Other records of the same event."""
        return [other for other in self.events if other.same_as == event.act_id]


def read(child: Person) -> Reading:
    """The whole of one child's story, for every lens and copy to choose from."""
    said = _by_act(voice.words_of(child))
    lines = {line.act_id: line for line in ChildLine.objects.filter(person=child)}
    rows = list(_acts(child).values(*_COLUMNS, "occasion__by_id", "occasion__by_name", **wording()))
    situations = {row["act_id"]: row for row in _situations(child)}
    told = list(History.objects.filter(person=child).select_related("act__occasion", "act__entry__act", "agency"))
    worked_for = _agencies({row["occasion__by_id"] for row in rows})
    history = {row.act_id for row in told}
    first_move = _first_move(rows)
    events = [
        _of_act(
            row,
            child,
            said.get(row["id"], []),
            lines.get(row["id"]),
            situations.get(row["id"]),
            worked_for,
            first=row["id"] == first_move,
        )
        for row in rows
        if row["id"] not in history
    ]
    events += [_of_history(row) for row in told]
    return Reading(sorted(events, key=lambda e: e.order), said, _answers(said), lines)


def outline(child: Person) -> list[Event]:
    """The same events without what stands with them: enough for what matters, what waits, what is a risk. One query."""
    rows = list(
        _acts(child, Q(name__in=_TOLD_OR_DECIDED)).values(
            *_COLUMNS,
            **wording(),
            harm=Exists(Words.objects.filter(act_id=OuterRef("pk"), sort="harm")),
            alone=_of(ChildLine, "alone"),
            kind=_of(SituationLine, "kind"),
            text=_of(SituationLine, "text"),
            told_lens=Subquery(_told_by_agency().values("lens")[:1]),
            told_what=Subquery(_told_by_agency().values("what")[:1]),
        )
    )
    first_move = _first_move(rows)
    return [_outlined(row, child, first=row["id"] == first_move) for row in rows]


def in_their_own_words(acts: Iterable[Act]) -> dict[int, str]:
    """What each of these lines tells, of however many children: the event's own words, and the log's sentence only
    where there are none. By the act; one query, and none when there are no lines.
    """
    lines = {one.pk: one.said for one in acts}
    if not lines:
        return {}
    rows = Act.objects.filter(pk__in=lines).values(
        "id", "name", **wording(), text=Coalesce(_of(History, "what"), _of(SituationLine, "text"))
    )
    told = {row["id"]: row["text"] or own_words(row) for row in rows}
    return {pk: told.get(pk) or said for pk, said in lines.items()}


def _outlined(row: dict[str, Any], child: Person, *, first: bool) -> Event:
    deed = Deed(
        name=row["name"],
        said=_first_name(row["said"], child),
        story=row["in_story"],
        significance=row["significance"],
        first=first,
        sorts=frozenset({"harm"} if row["harm"] else ()),
        alone=row["alone"] or "",
        situation=row["kind"] or "",
        text=row["text"] or row["told_what"] or own_words(row),
        told_lens=row["told_lens"] or "",
        proposed=is_proposed(row),
    )
    event = Event(
        act_id=row["id"],
        when=PartDate(row["happened_on"], row["happened_precision"]),
        title=deed.text or deed.said,
        lenses=rules.lenses_of(row["name"], deed.sorts, deed.situation),
        significance=1,
        written_on=row["recorded_at"].astimezone(HOME_TIME).date(),
        name=f"{row['name']} {deed.situation}".strip(),
        suggested=_suggested(deed, child),
    )
    return _with_entry(event, row)


def _of(model: type[Model], column: str) -> Subquery:
    return Subquery(model._default_manager.filter(act_id=OuterRef("pk")).values(column)[:1])


def _told_by_agency() -> QuerySet[History]:
    return History.objects.filter(act_id=OuterRef("pk"), agency__isnull=False)


def _acts(child: Person, also: Q | None = None) -> QuerySet[Act]:
    wanted = Q(in_story=True) | Q(name="say_situation") | Q(entry__isnull=False)
    return Act.objects.filter(wanted | also if also else wanted, person=child)


def _first_move(rows: Iterable[Mapping[str, Any]]) -> int | None:
    return min((row["id"] for row in rows if row["name"] == "move_home"), default=None)


def _situations(child: Person) -> list[dict[str, Any]]:
    return [dict(row) for row in SituationLine.objects.filter(person=child).values("act_id", "kind", "text", "source")]


def _agencies(accounts: set[int | None]) -> dict[int, str]:
    """For whom the writers work. One query."""
    staff = Staff.objects.filter(account_id__in=accounts - {None}).values_list("account_id", "team__agency__name")
    partners = PartnerWorker.objects.filter(account_id__in=accounts - {None}).values_list("account_id", "agency__name")
    return dict(staff.union(partners))


def _of_act(
    row: dict[str, Any],
    child: Person,
    said: list[Words],
    line: ChildLine | None,
    situation: dict[str, Any] | None,
    worked_for: Mapping[int, str],
    *,
    first: bool,
) -> Event:
    sorts = frozenset(words.sort for words in said)
    kind, text = (situation["kind"], situation["text"]) if situation else ("", own_words(row))
    deed = Deed(
        name=row["name"],
        said=_first_name(row["said"], child),
        story=row["in_story"],
        significance=row["significance"],
        first=first,
        sorts=sorts,
        alone=line.alone if line else "",
        situation=kind,
        text=text,
        proposed=is_proposed(row),
    )
    by_itself = bool(said) or row["name"] == "answer_child"
    event = Event(
        act_id=row["id"],
        when=PartDate(row["happened_on"], row["happened_precision"]),
        title=text or deed.said,
        lenses=rules.lenses_of(row["name"], sorts, kind, row["entry__lens"] or ""),
        significance=1,
        written_on=row["recorded_at"].astimezone(HOME_TIME).date(),
        source=_source(row, situation, worked_for),
        name=row["name"],
        stands=BY_ITSELF if by_itself else "",
        meant=line.means if line else "",
        suggested=_suggested(deed, child),
    )
    return _with_entry(event, row)


def _suggested(deed: Deed, child: Person) -> rules.Suggestion | None:
    found = rules.suggestion(deed)
    return replace(found, line=found.line.replace("{child}", _first(child))) if found else None


def _with_entry(event: Event, row: Mapping[str, Any]) -> Event:
    """The same event as somebody chose to tell it, or left it out. What people told stays word for word."""
    if row["entry__id"] is None:
        return replace(event, significance=event.suggested.significance if event.waits and event.suggested else 1)
    return replace(
        event,
        title=event.title if event.told else row["entry__line"] or event.title,
        retold=bool(row["entry__line"]) and not event.told,
        significance=row["entry__significance"],
        stands=row["entry__standing"],
        because=row["entry__because"],
        meant=row["entry__meant"] or event.meant,
        outcome=row["entry__outcome"],
        for_child=row["entry__for_child"],
        same_as=row["entry__same_as_id"],
        entered_on=row["entry__act__recorded_at"].astimezone(HOME_TIME).date(),
    )


def _of_history(row: History) -> Event:
    """Of the family: in the story by itself. Of another agency: it waits to be taken in."""
    entry: Entry | None = getattr(row.act, "entry", None)
    deed = Deed(name="", said=row.what, told_lens=row.lens, text=row.what) if row.agency else None
    event = Event(
        act_id=row.act_id,
        when=PartDate(row.happened_on, row.happened_precision),
        title=row.what,
        lenses=frozenset({entry.lens if entry and entry.lens else row.lens, *([] if row.agency else ["family"])}),
        significance=1,
        written_on=row.act.recorded_at.astimezone(HOME_TIME).date(),
        source=Source(
            who=row.told_by,
            agency=row.agency.name if row.agency else "",
            document=row.document or f"as told to {row.act.occasion.by_name}",
        ),
        told=True,
        stands="" if row.agency else BY_ITSELF,
        suggested=rules.suggestion(deed) if deed else None,
        beside=row.beside_id,
    )
    kept = {f"entry__{name}": getattr(entry, name) for name in _ENTRY} if entry else {}
    entered_at = entry.act.recorded_at if entry else None
    return _with_entry(event, {"entry__id": entry.pk if entry else None, "entry__act__recorded_at": entered_at, **kept})


def _source(row: dict[str, Any], situation: dict[str, Any] | None, worked_for: Mapping[int, str]) -> Source:
    """Who wrote it down and for whom; of a line about where things are, who says so."""
    document = f"{KIND_OF_RECORD.get(row['name'], 'record')} {row['id']}"
    writer, agency = row["occasion__by_name"], worked_for.get(row["occasion__by_id"], "")
    if situation and situation["source"] and situation["source"] != writer:
        return Source(situation["source"], document=f"{document}, written by {writer}")
    return Source(writer, agency, document)


def _answers(said: Mapping[int, list[Words]]) -> dict[int, Answer]:
    return {
        answer_act: answer
        for heard in said.values()
        for words in heard
        for answer in answers_to(words)
        for answer_act in {answer.act_id, answer.latest_act_id}
    }


def answers_to(words: Words) -> list[Answer]:
    """The answer that stands, and the first when the child reopened it; those are at hand with the words."""
    wish = getattr(words, "wish", None)
    return [found for name in ("first_answer", "answer") if (found := getattr(wish, name, None))]


def _by_act(said: Iterable[Words]) -> dict[int, list[Words]]:
    found: dict[int, list[Words]] = {}
    for words in said:
        found.setdefault(words.act_id, []).append(words)
    return found


def _first(child: Person) -> str:
    return child.called.partition(" ")[0] if child.name_held else child.called


def _first_name(said: str, child: Person) -> str:
    return said.replace(child.called, _first(child))
