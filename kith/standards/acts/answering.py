"""Who answers for a published value, and stories told beside it (users.md 5.10)."""

from datetime import date
from typing import Any

from django.conf import settings

from kith.access import Actor, Audience, Right
from kith.calendar import in_full, joined
from kith.directory.models import Staff
from kith.people.queries import people_i_am_tied_to
from kith.record import Refused
from kith.record.acting import act
from kith.standards.charters import chosen
from kith.standards.models import AnswersFor, ToldStory
from kith.standards.rules import names_in
from kith.words import needs_words


def _who_answers(given: dict[str, Any]) -> AnswersFor | None:
    """Who was named, when the same form is sent twice."""
    return AnswersFor.objects.filter(charter=given["charter"], item=given["item"], until_on=None).first()


def _told_story(given: dict[str, Any]) -> ToldStory | None:
    return ToldStory.objects.filter(charter=given["charter"], item=given["item"], words=given["words"].strip()).last()


@act("{by} said who answers for a published value.", needs=Right.NAME_WHO_ANSWERS, tie=False, again=_who_answers)
def name_who_answers(
    *, by: Actor, about: None, on: date, charter: str, item: str, worker: Staff | None = None, role: str = ""
) -> AnswersFor:
    """Somebody who works here, or a role in words; whoever answered for it before does so no longer (users 5.10).

    Raises Refused: no such item; nobody named, or two; who it is already; a day before the last was named.
    """
    _item(charter, item)
    role = role.strip()
    if bool(worker) == bool(role):
        raise Refused("Choose somebody, or write a role: one of the two.", field="role" if role else "worker")
    if role and needs_words(role):
        raise Refused("Write the role as people here would say it.", field="role")
    account_id, name = (worker.account_id, worker.name) if worker else (None, role)
    before = AnswersFor.objects.filter(charter=charter, item=item, until_on=None).first()
    if before:
        if (before.account_id, before.name) == (account_id, name):
            raise Refused(f"{name} answers for this already.", field="worker" if worker else "role")
        if on < before.from_on:
            raise Refused(f"{before.name} was named on {in_full(before.from_on)}: give that day or a later one.")
        before.until_on = on
        before.save()
    named = AnswersFor(charter=charter, item=item, account_id=account_id, name=name, from_on=on, named_by=by.name)
    named.save()
    return named


@act("{by} told a story beside a published value.", open_to=frozenset({Audience.STAFF}), again=_told_story)
def tell_story(
    *, by: Actor, about: None, on: date, charter: str, item: str, words: str, whose: str, agreed_on: date | None
) -> ToldStory:
    """What somebody said it was like, in their words and with their yes, for everybody who works here (users 5.10).

    Raises Refused: no such item; words or whose that say nothing; no yes, or one still to come; a name of somebody the
    writer works with.
    """
    _item(charter, item)
    if needs_words(words):
        raise Refused("Write what they said, as they said it.", field="words")
    if needs_words(whose):
        raise Refused("Say whose words they are without a name, for example “a mother of two”.", field="whose")
    if agreed_on is None:
        raise Refused("Ask them first: a story is told only with their yes.", field="agreed_on")
    if agreed_on > by.today:
        raise Refused("That day has not come yet. Give the day they said yes.", field="agreed_on")
    mine = [person.called for person in people_i_am_tied_to()]
    for field, text in (("words", words), ("whose", whose)):
        if named := names_in(text, mine):
            raise Refused(f"Take out {joined(named)}: a story names nobody.", field=field)
    told = ToldStory(charter=charter, item=item, words=words.strip(), whose=whose.strip(), agreed_on=agreed_on)
    told.told_on, told.told_by = by.today, by.name
    told.save()
    return told


@act(
    "{by} took a story off beside a published value.",
    open_to=frozenset({Audience.STAFF}),
    again=lambda given: given["story"],
)
def take_story_back(*, by: Actor, about: None, on: date, story: ToldStory) -> ToldStory:
    """They no longer want it told: it is gone from every page at once. Raises Refused: taken back already."""
    if story.taken_back_on is not None:
        raise Refused(f"It was taken back on {in_full(story.taken_back_on)} already.")
    story.taken_back_on = by.today
    story.save()
    return story


def _item(charter: str, item: str) -> None:
    found = next((one for one in chosen(settings.CHARTERS, settings.OWN_CHARTERS) if one.id == charter), None)
    if found is None or item not in {each.id for each in found.items}:
        raise Refused("There is no such value in the charters used here.")
