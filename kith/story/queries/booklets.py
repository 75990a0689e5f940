"""What a child's own booklet could hold: their words and our answers, good things, people, what was said to them."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.db.models import QuerySet

from kith import packs
from kith.calendar import MONTHS, PartDate, age
from kith.people import queries as people
from kith.people.models import Person
from kith.people.rules import WORKED_OUT, relation_in_words
from kith.story.models import Booklet
from kith.story.queries.reading import Reading
from kith.story.rules.booklet import GOOD, HAPPENED, ME, PEOPLE, SAID, Piece
from kith.voice.models import Answer, Wish, Words


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


def pieces_of(
    child: Person,
    today: date,
    reading: Reading,
    family: list[people.FamilyMember] | None = None,
    situation: people.Situation | None = None,
) -> list[Piece]:
    """Everything that could be in it, oldest first in each chapter. Telling of harm never is. `family`, `situation`:
    where a page has them at hand.
    """
    if family is None or situation is None:
        family, situation = people.family_of(child, today), people.situation_of(child)
    now = [member for member in family if not member.until]
    said = (words for some in reading.said.values() for words in some if words.in_words)
    heard = sorted(said, key=lambda w: (w.said_on, w.pk))
    return [
        *_like(child),
        *_people(child, today, now, _kept_away(now, situation)),
        *(_said(words) for words in heard if words.sort in ("wish", "worry")),
        *(Piece(f"words-{w.pk}", GOOD, w.in_words, when=_month(w.said_on)) for w in heard if w.sort == "good_thing"),
        *_happened(reading),
    ]


_SAID_OF_ME = ("likes", "good_at", "celebrates")  # of "all about me": what a child is glad to read again


def _like(child: Person) -> Iterator[Piece]:
    """What the child says of what they like and are good at, in their own words."""
    card = people.about_me(child)
    for part in _SAID_OF_ME:
        for line in card.get(part, []):
            if line.said_by == "child":
                yield Piece(f"me-{line.pk}", ME, line.text)


def _people(child: Person, today: date, family: list[people.FamilyMember], kept_away: set[int]) -> Iterator[Piece]:
    """Family as the child calls them: a person once, who lives with me, who matters to me. Nobody kept away."""
    pack = packs.pack_for(settings.PACK, today)
    called = people.called_by(child)
    seen: set[int] = set()
    for member in family:
        if member.person.pk in seen | kept_away:
            continue
        seen.add(member.person.pk)
        kind = "sibling" if member.relation in WORKED_OUT else member.relation  # to a child nobody is half a brother
        relation = relation_in_words(pack, kind, member.person).lower()
        home = " We live in the same home." if member.lives_with else ""
        name = called.get(member.person.pk) or member.person.called.partition(" ")[0]
        yield Piece(f"person-{member.person.pk}", PEOPLE, name, f"My {relation}.{home}")


def _kept_away(family: list[people.FamilyMember], situation: people.Situation) -> set[int]:
    """Who the child is kept safe from: talked about together, never met in a booklet. A note of danger that says whom
    it is about means that person; one that does not, whoever it names, but not those the child lives with: that Gary
    may hurt Mum keeps nobody from Mum. Nor does it hold anybody noted as a danger, but a parent at home. One query.
    """
    lines = [line for kind in ("danger", "no_contact", "bottom_line") for line in situation.get(kind, [])]
    about = {line.about_id for line in lines if line.about_id is not None}
    unsaid = " ".join(line.text for line in lines if line.about_id is None)
    named = {m.person.pk for m in family if not m.lives_with and m.person.called.partition(" ")[0] in unsaid}
    risky = people.risks_of([m.person for m in family if not (m.is_parent and m.lives_with)])
    return {*about, *named, *risky}


def _said(words: Words) -> Piece:
    return Piece(
        f"words-{words.pk}", SAID, words.in_words, _became_of(getattr(words, "wish", None)), _month(words.said_on)
    )


def _became_of(wish: Wish | None) -> str:
    """To the child: the answer they know of, or the truth about one they do not."""
    answer, first = getattr(wish, "answer", None), getattr(wish, "first_answer", None)
    if answer and (answer.told_on or answer.card_on):
        return _answer(answer)
    if wish and first:
        return f"{_answer(first)} You said that is not OK. {wish.owed_by_name} looks at it again."
    return (
        "There is an answer. We tell you about it first." if answer else "We have not told you our answer yet. We will."
    )


def _answer(answer: Answer) -> str:
    return " ".join(part for part in (answer.what_we_did, answer.reason) if part) or "We said yes."


def _happened(reading: Reading) -> Iterator[Piece]:
    for event in reading.events:
        if event.in_story and event.for_child:
            yield Piece(f"entry-{event.act_id}", HAPPENED, "", event.for_child, _when(event.when))


def _when(when: PartDate) -> str:
    return _month(when.on) if when.precision in ("day", "month") else str(when)


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
