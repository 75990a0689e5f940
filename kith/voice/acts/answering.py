"""Answering a child, telling the child, and answering once more when it was not OK."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.db import connection

from kith import packs
from kith.access import Actor, Right
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.voice import rules
from kith.voice.acts.hearing import answer_by
from kith.voice.models import Answer, Wish, Words


@act("{by} answered {about}.", needs=Right.RECORD_ON_ANY_CHILD, story=True, significance=2, makes="voice.Answer")
def answer_child(
    *,
    by: Actor,
    about: Person,
    on: date,
    wish: Wish,
    outcome: str,
    reason: str = "",
    what_we_did: str = "",
    told_by: str = "",
    told_on: date | None = None,
    not_told_because: str = "",
    reaction: str = "",
    reaction_words: str = "",
    card: bool = False,
    pictures: Sequence[str] = (),
    advocate_offered: bool | None = None,
) -> Answer:
    """Agreed, partly, not agreed, not ours to give: with the reason, who told the child, when, and what they thought.
    Saved as well when the child has not been told yet: that stays owed (design 7.1). `card` lays it ready in the
    child's own corner; `pictures` tell it to a child who does not read, in the order given. "Not OK" makes the wish
    owed once more, to someone else (7.12).

    Raises Refused: answered already; an answer or a picture there is none of, or more pictures than a small child
    takes in; no reason for an answer that is not yes; told before it was decided, or on a day to come, or by nobody; a
    second answer by who gave the first, or a second no with nobody offered to speak up with the child.
    """
    if wish.person_id != about.pk or Answer.objects.filter(wish=wish).exists():
        raise Refused("This has been answered already. Read the answer, then add to it if something has changed.")
    _must_be_of_the_pack(on, outcome, pictures)
    _must_be_right(rules.fault_in_answer(outcome, reason, on, told_on, told_by, by.today))
    if wish.reopened_on:
        _check_second(by, wish, outcome, advocate_offered)
    answer = Answer(
        person=about,
        wish=wish,
        outcome=outcome,
        reason=reason.strip(),
        what_we_did=what_we_did.strip(),
        decided_on=on,
        card_on=by.today if card else None,
        pictures=list(dict.fromkeys(pictures)),
        told_by=told_by,
        told_on=told_on,
        not_told_because="" if told_on else not_told_because,
        reaction=reaction,
        reaction_words=reaction_words,
        advocate_offered=advocate_offered,
    )
    answer.save()
    _has_it(wish.words, by, on)
    _ask_again(by, answer)
    return answer


@act("{by} told {about} what was decided.", needs=Right.RECORD_ON_ANY_CHILD, story=True, makes="voice.Answer")
def tell_child(
    *, by: Actor, about: Person, on: date, answer: Answer, told_by: str, reaction: str = "", reaction_words: str = ""
) -> Answer:
    """The child has now been told: by whom, when, and what they thought of it. Raises Refused: told already, told
    before it was decided, or by nobody.
    """
    if answer.told_on:
        raise Refused(f"{answer.told_by} has told the child already.")
    _must_be_right(rules.fault_in_telling(answer.decided_on, on, told_by, by.today))
    answer.told_by, answer.told_on, answer.not_told_because = told_by, on, ""
    answer.reaction, answer.reaction_words = reaction, reaction_words
    answer.save()
    _ask_again(by, answer)
    return answer


def _must_be_of_the_pack(on: date, outcome: str, pictures: Sequence[str]) -> None:
    pack = packs.pack_for(settings.PACK, on)
    if outcome not in dict(pack.choices("answer_outcome")):
        raise Refused("Choose what the answer is.", field="outcome")
    if not set(pictures) <= set(dict(pack.choices("answer_picture"))) or len(pictures) > rules.MOST_PICTURES:
        raise Refused(f"Choose up to {rules.MOST_PICTURES} pictures.", field="pictures")


def _must_be_right(fault: tuple[str, str]) -> None:
    field, wrong = fault
    if wrong:
        raise Refused(wrong, field=field)


def _check_second(by: Actor, wish: Wish, outcome: str, advocate_offered: bool | None) -> None:
    """A second answer is someone else's to give; a second no stands with a reason and somebody on the child's side."""
    first = Answer.objects.select_related("act__occasion").filter(first_for=wish).first()
    if first and wish.owed_by_id and first.act.occasion.by_id == by.account_id:
        raise Refused(f"You gave the first answer. {wish.owed_by_name} gives this one.")
    if outcome != "agreed" and not advocate_offered:
        raise Refused(
            "Offer the child someone to speak up with them (an advocate) before saying no again.",
            field="advocate_offered",
        )


def _has_it(words: Words, by: Actor, on: date) -> None:
    """An answer is a receipt too."""
    if words.from_corner and not words.got_on:
        words.got_on, words.got_by = on, by.name
        words.save()


def _ask_again(by: Actor, answer: Answer) -> None:
    if answer.reaction != "not_ok":
        return
    with connection.cursor() as cursor:
        cursor.execute("select kith_reopen(%s, %s, %s)", [answer.pk, answer.latest_act_id, answer_by(by.today)])
    answer.refresh_from_db()
