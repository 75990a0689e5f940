"""Everything one version of an assessment holds, read in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from kith.assessment.models.dangers import Danger, Scale
from kith.assessment.models.hearing import Contribution, Contributor
from kith.assessment.models.mapping import DomainNote, Effect, SetAside
from kith.assessment.models.thread import Assessment, Evidence, Passage
from kith.directory.models import NOT_WORKING, Agency, Tie
from kith.involvement.models import Spell
from kith.people.models import Person
from kith.people.queries import FamilyMember, Siblings, family_of, not_safe_to_tell, siblings_of, support_around
from kith.people.rules import PARENTS, WORKED_OUT
from kith.voice.models import Words
from kith.voice.queries import cited_in

CONTRIBUTED, OWED = "contributed", "owed"


@dataclass(frozen=True)
class Voice:
    """Someone whose part belongs in the assessment. `standing`: contributed, declined, left_out; owed until then."""

    called: str
    to_child: str  # the pack's code of what they are to the child; "agency"; "" for one added by name
    who: Person | None = None
    agency: Agency | None = None
    elsewhere: bool = False  # a parent who lives somewhere else
    row: Contributor | None = None
    given: tuple[Contribution, ...] = ()
    not_safe: str = ""  # why they cannot be asked for now (design 7.4)

    @property
    def standing(self) -> str:
        """What they gave themselves counts as heard, whatever was written of them before."""
        if self.given:
            return CONTRIBUTED
        return self.row.standing if self.row else OWED

    @property
    def unused(self) -> list[Contribution]:
        """Given, and nobody has said yet what became of it (S2-07)."""
        return [one for one in self.given if one.used_on is None]


@dataclass(frozen=True)
class Rated:
    """A danger that stands, with everyone's numbers, newest last, by name."""

    danger: Danger
    goal: Any
    numbers: dict[str, list[Scale]]


@dataclass
class Held:
    """`passages`: the newest of each part, by part and the parent it is for. `alike`: brothers' and sisters' newest of
    each part, with whose it is.
    """

    assessment: Assessment
    child: Person
    passages: dict[tuple[str, int | None], Passage] = field(default_factory=dict)
    domains: dict[str, DomainNote] = field(default_factory=dict)
    effects: list[Effect] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    dangers: list[Rated] = field(default_factory=list)
    voices: list[Voice] = field(default_factory=list)
    parents: list[FamilyMember] = field(default_factory=list)
    untold: set[int] = field(default_factory=set)
    supports: list[Any] = field(default_factory=list)  # adults around the child who need support of their own
    quotes: dict[int, list[Words]] = field(default_factory=dict)
    has_words: bool = False
    alike: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))

    def text(self, part: str, whose: int | None = None) -> str:
        found = self.passages.get((part, whose))
        return found.text if found else ""


def whole_thread(assessment: Assessment) -> list[Assessment]:
    """Every version of this assessment, oldest first. One query."""
    rows = Assessment.objects.filter(person_id=assessment.person_id, spell_id=assessment.spell_id)
    by_id = {row.pk: row for row in rows}
    found: list[Assessment] = []
    at: int | None = assessment.pk
    while at in by_id:
        found.insert(0, by_id[at])
        at = by_id[at].before_id
    return found


def held(assessment: Assessment, today: date, siblings: Siblings | None = None) -> Held:
    """About twenty queries, however much is written."""
    child = Person.objects.get(pk=assessment.person_id)
    theirs = siblings_of(child) if siblings is None else siblings
    family = family_of(child, today, siblings=theirs)
    found = Held(assessment, child)
    for passage in assessment.passages.select_related("whose").order_by("pk"):
        found.passages[passage.part, passage.whose_id] = passage
    found.domains = {note.domain: note for note in assessment.domains.order_by("pk")}
    found.effects = list(assessment.effects.order_by("pk"))
    found.set_aside = list(assessment.set_aside.order_by("pk"))
    found.evidence = list(assessment.evidence.select_related("contribution").order_by("pk"))
    found.dangers = dangers_of(child)
    found.parents = [one for one in family if one.is_parent and one.person.died_on is None]
    reasons = not_safe_to_tell([one.person for one in family])
    found.untold = set(reasons)
    found.voices = _voices(assessment, child, family, {pk: row.because for pk, row in reasons.items()}, today)
    found.supports = list(support_around(child).filter(ended_on=None))
    found.quotes = cited_in(found.passages.values())
    found.has_words = (
        bool(found.quotes) or Words.objects.filter(person=child, said_on__lte=today).exclude(text="").exists()
    )
    for part, text, called in _of_siblings([one for one, _ in theirs]):
        found.alike[part].append((called, text))
    return found


def dangers_of(child: Person) -> list[Rated]:
    """Dangers that stand, first said first. Two queries."""
    rows = Danger.objects.filter(person=child, line__ended_on=None).select_related("goal", "caused_by", "line")
    dangers = list(rows.order_by("pk"))
    numbers: dict[int, dict[str, list[Scale]]] = defaultdict(lambda: defaultdict(list))
    for scale in Scale.objects.filter(danger__in=dangers).order_by("said_on", "pk"):
        numbers[scale.danger_id][scale.called].append(scale)
    return [Rated(one, getattr(one, "goal", None), dict(numbers[one.pk])) for one in dangers]


def _voices(
    assessment: Assessment, child: Person, family: Sequence[FamilyMember], not_safe: dict[int, str], today: date
) -> list[Voice]:
    """The list: the family tree and the agencies tied to the child, then whoever was added by name (S3-05).

    Someone heard for an earlier version has been heard; a new one asks for whoever has come since.
    """
    thread = [version.pk for version in whole_thread(assessment)]
    rows = Contributor.objects.filter(assessment__in=thread).select_related("who", "agency").order_by("pk")
    given: dict[int, list[Contribution]] = defaultdict(list)
    own: dict[Agency, list[Contribution]] = defaultdict(list)  # what agencies gave by themselves
    for one in given_to(assessment, thread).order_by("given_on", "pk"):
        if one.contributor_id:
            given[one.contributor_id].append(one)
        elif one.agency:
            own[one.agency].append(one)
    people = {row.who_id: row for row in rows if row.who_id}
    agencies = {row.agency_id: row for row in rows if row.agency_id}
    expected = [_of_family(one, people.pop(one.person.pk, None), not_safe) for one in _significant(family)]
    involved = dict.fromkeys([*_agencies_with(child, today), *own])
    expected += [Voice(one.name, "agency", agency=one, row=agencies.pop(one.pk, None)) for one in involved]
    others = [*people.values(), *agencies.values(), *(row for row in rows if not row.who_id and not row.agency_id)]
    expected += [Voice(row.called, "", who=row.who, agency=row.agency, row=row) for row in others]
    return [replace(voice, given=_given_by(voice, given, own)) for voice in expected]


def _given_by(
    voice: Voice, given: dict[int, list[Contribution]], own: dict[Agency, list[Contribution]]
) -> tuple[Contribution, ...]:
    written = given.get(voice.row.pk, []) if voice.row else []
    themselves = own.get(voice.agency, []) if voice.agency else []
    return tuple(sorted([*written, *themselves], key=lambda one: (one.given_on, one.pk)))


def given_to(assessment: Assessment, thread: Iterable[int]) -> QuerySet[Contribution]:
    """What was given to these versions, and what agencies gave by themselves while this work has gone on."""
    spell = assessment.spell
    since = spell.started_on or spell.known_from
    themselves = Q(assessment=None, person=assessment.person_id)
    if since:
        themselves &= Q(given_on__gte=since)
    rows = Contribution.objects.filter(Q(assessment__in=list(thread)) | themselves)
    return rows.select_related("contributor", "agency")


def _significant(family: Sequence[FamilyMember]) -> list[FamilyMember]:
    """Parents wherever they live, and everyone else somebody wrote down as belonging to the child; each once."""
    found: dict[int, FamilyMember] = {}
    for one in family:
        parent = one.relation in PARENTS
        counts = parent or one.matters or (one.until is None and one.relation not in WORKED_OUT)
        if counts and one.person.died_on is None:
            found.setdefault(one.person.pk, one)
    return list(found.values())


def _of_family(one: FamilyMember, row: Contributor | None, not_safe: dict[int, str]) -> Voice:
    return Voice(
        one.person.called,
        one.relation,
        who=one.person,
        elsewhere=one.relation in PARENTS and not one.lives_with,
        row=row,
        not_safe=not_safe.get(one.person.pk, ""),
    )


def _agencies_with(child: Person, today: date) -> Iterable[Agency]:
    """Agencies with a worker tied to the child now. One query."""
    now = Q(ends_at=None) | Q(ends_at__date__gte=today)
    ties = Tie.objects.filter(now, person=child).exclude(because__in=NOT_WORKING)
    return Agency.objects.filter(workers__account_id__in=ties.values("account_id")).distinct().order_by("name")


def _of_siblings(siblings: Iterable[Person]) -> Iterable[tuple[str, str, str]]:
    """The newest text of each part of each brother's and sister's assessment: (part, text, whose). One query."""
    rows = Passage.objects.filter(person__in=list(siblings)).exclude(part="parent").select_related("person")
    newest = {(row.person_id, row.part): row for row in rows.order_by("pk")}
    return [(row.part, row.text, row.person.called) for row in newest.values()]


def writers_of(assessment: Assessment) -> set[int | None]:
    """Accounts that began or wrote any of this version."""
    wrote = Passage.objects.filter(assessment=assessment).values_list("written_by_id", flat=True)
    noted = DomainNote.objects.filter(assessment=assessment).values_list("noted_by_id", flat=True)
    return {assessment.begun_by_id, *wrote, *noted} - {None}


def newest_of(child: Person, spell: Spell) -> Assessment | None:
    rows = Assessment.objects.filter(person=child, spell=spell)
    return rows.order_by(F("started_on").desc(nulls_last=True), "-pk").first()
