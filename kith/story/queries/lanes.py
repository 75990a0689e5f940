"""The lanes of one child's life: what lasted, what happened, and where nobody wrote anything down (users.md 4.3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Value

from kith import packs
from kith.involvement.models import LeadWorker, Spell
from kith.people import queries as people
from kith.people.models import Person, Relationship
from kith.plans.models import Plan
from kith.story.queries.reading import Reading
from kith.story.rules import gaps as gap_rules
from kith.story.rules.events import LEFT_OUT
from kith.story.rules.gaps import Gap, Span
from kith.story.rules.lanes import Bar, Mark
from kith.story.rules.lenses import FAMILY, HARM, HEALTH, HELP, LIFE, SCHOOL, VOICE
from kith.visits.rules import NOT_COUNTED

HOMES, CARERS, WORKER, LEVEL, PLANNED = "Homes", "Carers", "Lead worker", "Help", "Plan"
WORDS, WORRY, LIVED, SCHOOLS, HEALTHS, DID, TOLD, SEEN = (
    "Own words",
    "Worry, harm",
    "Life",
    "School",
    "Health",
    "What we did",
    "Family tells",
    "Seen",
)
TITLES = (HOMES, CARERS, WORKER, LEVEL, PLANNED, LIVED, SCHOOLS, HEALTHS, WORDS, WORRY, TOLD, DID, SEEN)
_LANES_OF = {
    VOICE: (WORDS, "dot"),
    HARM: (WORRY, "triangle"),
    LIFE: (LIVED, "dot"),
    SCHOOL: (SCHOOLS, "square"),
    HEALTH: (HEALTHS, "square"),
    FAMILY: (TOLD, "diamond"),
    HELP: (DID, "square"),
}
_CARE = ("foster_carer", "private_foster_carer", "kinship_carer", "guardian")
KEPT = "kept private"
_KINDS = {gap_rules.VOICE: WORDS, gap_rules.SEEN: SEEN}


@dataclass(frozen=True)
class Lanes:
    bars: list[Bar]
    marks: list[Mark]
    gaps: list[Gap]  # the longest first
    first_day: date

    @property
    def placed_gaps(self) -> list[tuple[str, Gap]]:
        return [(_KINDS[gap.kind], gap) for gap in self.gaps if gap.kind in _KINDS]


def lanes_of(child: Person, today: date, reading: Reading) -> Lanes:
    """Three queries more than the story: homes, who led and cared under which plan, at what level."""
    spells = list(Spell.objects.filter(person=child, started_on__isnull=False).order_by("started_on", "pk"))
    bars = [*_homes(child, today), *_held(child, today), *_levels(spells, today)]
    marks = [*_marks(reading), *_seen(reading)]
    starts = [*(bar.from_on for bar in bars), *(mark.on for mark in marks)]
    return Lanes(
        bars=bars,
        marks=marks,
        gaps=gaps_in(reading, [(spell.started_on, spell.closed_on or today) for spell in spells], today),  # type: ignore[misc]
        first_day=child.born_on or min(starts, default=today),
    )


def gaps_of(child: Person, today: date, reading: Reading) -> list[Gap]:
    """The gaps alone. One query more than the story."""
    spells = Spell.objects.filter(person=child).values_list("started_on", "closed_on")
    worked = [(start, end or today) for start, end in spells if start]
    return gaps_in(reading, worked, today)


def gaps_in(reading: Reading, worked: list[Span], today: date) -> list[Gap]:
    """Times of our work longer than the pack allows in which the child was not heard, not seen, or nothing was told."""
    longest = timedelta(days=int(packs.pack_for(settings.PACK, today).figure("story-gap")))
    told = [event.when.on for event in reading.events if event.stands != LEFT_OUT]
    found = [
        *gap_rules.gaps(gap_rules.VOICE, (w.said_on for some in reading.said.values() for w in some), worked, longest),
        *gap_rules.gaps(gap_rules.SEEN, (mark.on for mark in _seen(reading)), worked, longest),
        *gap_rules.gaps(gap_rules.ANYTHING, told, worked, longest),
    ]
    return sorted(found, key=lambda gap: (-gap.days, gap.from_on, gap.kind))


def _homes(child: Person, today: date) -> Iterator[Bar]:
    homes = people.homes_of(child, today)
    for home in [*homes.now, *homes.before]:
        if home.kind == "home":
            yield Bar(HOMES, home.since.on, home.until, home.called or (KEPT if home.kept else "a home"))


def _held(child: Person, today: date) -> Iterator[Bar]:
    """Who led the work, who cared for the child in a parent's place, which plan held. One query for the three."""
    pack = packs.pack_for(settings.PACK, today)
    cared = Relationship.objects.filter(person=child, kind__in=_CARE, from_on__isnull=False)
    plans = Plan.objects.filter(person=child, started_on__isnull=False)
    rows = LeadWorker.objects.filter(person=child).values_list("from_on", "until_on", "name", Value(WORKER))
    rows = rows.union(
        cared.values_list("from_on", "until_on", "other__called", Value(CARERS)),
        plans.values_list("started_on", "ended_on", "kind", Value(PLANNED)),
        all=True,
    )
    for from_on, until_on, label, lane in sorted(rows, key=lambda row: row[0]):
        yield Bar(lane, from_on, until_on, pack.label("plan_kind", label) if lane == PLANNED else label)


def _levels(spells: list[Spell], today: date) -> Iterator[Bar]:
    pack = packs.pack_for(settings.PACK, today)
    for spell in spells:
        yield Bar(LEVEL, spell.started_on, spell.closed_on, pack.level(spell.level).label)  # type: ignore[arg-type]


def _marks(reading: Reading) -> Iterator[Mark]:
    """Everything in the story, in each lane it belongs to; our own doing only where it matters."""
    for event in reading.events:
        if not (event.in_story or event.beside):
            continue
        for lens in sorted(event.lenses & _LANES_OF.keys()):
            lane, shape = _LANES_OF[lens]
            good = lens == LIFE and (event.name in ("say_situation", "celebrate") or _good_thing(reading, event.act_id))
            if (lens != HELP or event.matters) and (lens != VOICE or event.act_id in reading.said):
                label = _label(event.title, lens, reading, event.act_id)
                yield Mark(lane, event.when.on, label, "star" if good else shape)


def _good_thing(reading: Reading, act_id: int) -> bool:
    return any(words.sort == "good_thing" for words in reading.said.get(act_id, []))


def _label(title: str, lens: str, reading: Reading, act_id: int) -> str:
    """The child's own words are shown as they were said."""
    quotes = [f"“{words.in_words}”" for words in reading.said.get(act_id, []) if words.in_words]
    return " ".join(quotes) if lens == VOICE and quotes else title


def _seen(reading: Reading) -> Iterator[Mark]:
    for line in reading.lines.values():
        if line.seen and line.mode not in NOT_COUNTED:
            yield Mark(SEEN, line.visited_on, "Seen alone" if line.alone == "alone" else "Seen")
