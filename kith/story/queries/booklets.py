"""What a child's own booklet could hold: their words and our answers, good things, people, what was said to them."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.db.models import QuerySet

from kith import packs
from kith.calendar import MONTHS, PartDate, age
from kith.people import queries as people
from kith.people.models import Person, SituationLine
from kith.people.rules import WORKED_OUT, relation_in_words
from kith.story.models import Booklet
from kith.story.queries.reading import Reading
from kith.story.rules.booklet import GOOD, HAPPENED, PEOPLE, SAID, Piece
from kith.voice.models import Words


def booklet(pk: int) -> Booklet | None:
    return Booklet.objects.filter(pk=pk).select_related("release").first()


def booklets_of(child: Person) -> QuerySet[Booklet]:
    return Booklet.objects.filter(person=child).select_related("release").order_by("-pk")


def facts_about(child: Person, today: date) -> list[str]:
    """Who I am, in a few short sentences."""
    first = child.called.partition(" ")[0]
    facts = [f"My name is {first}."]
    if child.born_on and (years := age(child.born_on, today)) is not None:
        facts.append(f"I am {years}." if years else "I am a baby.")
        if child.born_precision == "day":
            facts.append(f"My birthday is on {child.born_on.day} {MONTHS[child.born_on.month - 1]}.")
    return facts


def pieces_of(child: Person, today: date, reading: Reading) -> list[Piece]:
    """Everything that could be in it, oldest first in each chapter. Telling of harm never is."""
    said = (words for some in reading.said.values() for words in some if words.in_words)
    heard = sorted(said, key=lambda w: (w.said_on, w.pk))
    return [
        *_people(child, today),
        *(_said(words) for words in heard if words.sort in ("wish", "worry")),
        *(Piece(f"words-{w.pk}", GOOD, w.in_words, when=_month(w.said_on)) for w in heard if w.sort == "good_thing"),
        *_happened(reading),
    ]


def _people(child: Person, today: date) -> Iterator[Piece]:
    """Family as the child calls them: a person once, who lives with me, who matters to me. Nobody kept away."""
    pack = packs.pack_for(settings.PACK, today)
    worries = _worries_about(child)
    seen: set[int] = set()
    for member in people.family_of(child, today):
        if member.until or member.person.pk in seen or _is_a_worry(member.person, worries):
            continue
        seen.add(member.person.pk)
        kind = "sibling" if member.relation in WORKED_OUT else member.relation  # to a child nobody is half a brother
        relation = relation_in_words(pack, kind, member.person).lower()
        home = " We live in the same home." if member.lives_with else ""
        first = member.person.called.partition(" ")[0]
        yield Piece(f"person-{member.person.pk}", PEOPLE, first, f"My {relation}.{home}")


def _worries_about(child: Person) -> list[SituationLine]:
    """What keeps the child safe from somebody: talked about together, never met in a booklet."""
    lines = people.situation_of(child)
    return [line for kind in ("danger", "no_contact", "bottom_line") for line in lines.get(kind, [])]


def _is_a_worry(person: Person, worries: list[SituationLine]) -> bool:
    first = person.called.partition(" ")[0]
    return any(line.about_id == person.pk or first in line.text for line in worries)


def _said(words: Words) -> Piece:
    answer = getattr(getattr(words, "wish", None), "answer", None)
    ours = " ".join(part for part in (answer.what_we_did, answer.reason) if part) if answer else ""
    if not ours:
        ours = "We have not told you our answer yet. We will."
    return Piece(f"words-{words.pk}", SAID, words.in_words, ours, _month(words.said_on))


def _happened(reading: Reading) -> Iterator[Piece]:
    for event in reading.events:
        if event.in_story and event.for_child:
            yield Piece(f"entry-{event.act_id}", HAPPENED, "", event.for_child, _when(event.when))


def _when(when: PartDate) -> str:
    return _month(when.on) if when.precision in ("day", "month") else str(when)


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
