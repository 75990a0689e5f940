"""Chronologies made for a court, and what goes into one: always as this very reader may see it."""

from collections.abc import Collection
from datetime import date, timedelta

from django.conf import settings
from django.db.models import QuerySet

from kith import packs
from kith.access import Actor
from kith.calendar import PartDate
from kith.directory.models import Staff
from kith.people import queries as people
from kith.people.models import Person
from kith.people.rules import relation_in_words
from kith.story.models import Chronology
from kith.story.queries.reading import Reading, answers_to
from kith.story.rules.court import Heading, Line
from kith.story.rules.gaps import Gap
from kith.voice.models import Answer, Words


def chronology(pk: int) -> Chronology | None:
    return Chronology.objects.filter(pk=pk).select_related("person", "release").first()


def chronologies_of(child: Person) -> QuerySet[Chronology]:
    """Those that went, newest first; without its release, one that is sealed with words that were taken off."""
    return Chronology.objects.filter(person=child).exclude(frozen=None).select_related("release").order_by("-pk")


def open_chronology(child: Person, actor: Actor) -> Chronology | None:
    """The one this account has begun and not yet made."""
    return Chronology.objects.filter(person=child, release=None, begun_by_id=actor.account_id).order_by("-pk").first()


def court_lines(reading: Reading, chosen: Collection[int]) -> list[Line]:
    """The chosen events with what stands beside them. One that has left the story since is not there."""
    wanted, answers = set(chosen), answers_told(reading)
    return [
        Line(
            event=event,
            quotes=tuple(words.in_words for words in reading.said.get(event.act_id, []) if words.in_words),
            saw=line.saw if (line := reading.lines.get(event.act_id)) and line.seen and not event.retold else "",
            answer=answers.get(event.act_id, "") if not event.retold else "",
            family=tuple(other for other in reading.about(event)),
            also=tuple(reading.also(event)),
        )
        for event in reading.events
        if event.act_id in wanted and event.same_as is None
    ]


def answers_told(reading: Reading) -> dict[int, str]:
    """Of each act that answered the child: to which words, what the answer was, and why."""
    return {
        answer.act_id: _answered(words, answer)
        for some in reading.said.values()
        for words in some
        for answer in answers_to(words)
    }


def _answered(words: Words, answer: Answer) -> str:
    outcome = packs.pack_for(settings.PACK, answer.decided_on).label("answer_outcome", answer.outcome)
    because = f"Because: {answer.reason}" if answer.reason else ""
    parts = (f"To “{words.told}”: {outcome.rstrip('.')}.", answer.what_we_did, because)
    return " ".join(part for part in parts if part)


def heading_for(child: Person, actor: Actor, from_on: date, to_on: date, gaps: Collection[Gap] = ()) -> Heading:
    """Who it is about, who prepared it, and who is who: the family as recorded, without a word of where they live."""
    pack = packs.pack_for(settings.PACK, actor.today)
    staff = Staff.objects.filter(account_id=actor.account_id).select_related("team__agency").first()
    members = {m.person.called: relation_in_words(pack, m.relation, m.person) for m in _family(child, actor.today)}
    first = child.called.partition(" ")[0]
    return Heading(
        child=child.called,
        first=first,
        born=PartDate(child.born_on, child.born_precision) if child.born_on else None,
        prepared_by=f"{staff.name}, {staff.job_title.lower()}, {staff.team.agency.name}" if staff else actor.name,
        prepared_on=actor.today,
        from_on=from_on,
        to_on=to_on,
        people=tuple(members.items()),
        gaps=tuple(gap.said(first) for gap in gaps if gap.to_on >= from_on and gap.from_on <= to_on),
    )


def _family(child: Person, today: date) -> list[people.FamilyMember]:
    return people.family_of(child, today)


def two_years_before(day: date) -> date:
    return day - timedelta(days=730)
