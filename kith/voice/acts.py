"""Writing down what a child said, answering it, and taking it off the wrong child's record."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.record.models import Withdrawal
from kith.voice import rules
from kith.voice.models import Answer, Wish, Words


def keep_words(
    *,
    by: Actor,
    person: Person,
    on: date,
    sort: str,
    text: str,
    way: str = "spoken",
    where: str = "",
    question_asked: str = "",
    checked_back: bool | None = None,
    owed_by_id: int | None = None,
    owed_by_name: str = "",
) -> Words:
    """The child's words, verbatim, inside whichever act heard them (a visit, a meeting). A wish or a worry is owed an
    answer from this moment (S0-02, S3-03); telling of harm is not (design 7.3). Raises Refused for empty words.
    """
    if not text.strip():
        raise Refused("Write the child's own words.", field="text")
    words = Words(
        person=person,
        sort=sort,
        text=text,
        said_on=on,
        way=way,
        where=where,
        heard_by=by.name,
        question_asked=question_asked if sort == "harm" else "",
        checked_back=checked_back,
    )
    words.save()
    if rules.is_owed_an_answer(sort):
        pack = packs.pack_for(settings.PACK, on)
        Wish(
            person=person,
            words=words,
            owed_by_id=owed_by_id or by.account_id,
            owed_by_name=owed_by_name or by.name,
            answer_by_on=pack.timescale("answer-wish").limit.after(on, pack.calendar),
        ).save()
    return words


@act("{by} wrote down what {about} said.", needs=Right.RECORD_ON_ANY_CHILD, story=True, makes="voice.Words")
def write_down_words(*, by: Actor, about: Person, on: date, sort: str, text: str, **how: str) -> Words:
    return keep_words(by=by, person=about, on=on, sort=sort, text=text, **how)


@act("{by} answered {about}.", story=True, significance=2, makes="voice.Answer")
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
) -> Answer:
    """Agreed, partly, not agreed, not ours to give: with the reason, who told the child, when, and what they thought.

    Raises Refused: answered already; no reason for an answer that is not yes; told before it was decided.
    """
    if wish.person_id != about.pk or Answer.objects.filter(wish=wish).exists():
        raise Refused("This has been answered already. Read the answer, then add to it if something has changed.")
    field, wrong = rules.fault_in_answer(outcome, reason, on, told_on, told_by)
    if wrong:
        raise Refused(wrong, field=field)
    answer = Answer(
        person=about,
        wish=wish,
        outcome=outcome,
        reason=reason,
        what_we_did=what_we_did,
        decided_on=on,
        told_by=told_by,
        told_on=told_on,
        not_told_because=not_told_because,
        reaction=reaction,
        reaction_words=reaction_words,
    )
    answer.save()
    return answer


@act("{by} told {about} what was decided.", story=True, makes="voice.Answer")
def tell_child(
    *, by: Actor, about: Person, on: date, answer: Answer, told_by: str, reaction: str = "", reaction_words: str = ""
) -> Answer:
    """The child has now been told: by whom, when, and what they thought of it."""
    field, wrong = rules.fault_in_answer(answer.outcome, answer.reason, answer.decided_on, on, told_by)
    if wrong:
        raise Refused(wrong, field=field)
    answer.told_by, answer.told_on = told_by, on
    answer.reaction, answer.reaction_words = reaction, reaction_words
    answer.save()
    return answer


@act("{by} took words off {about}'s record: they were written on the wrong child.", needs=Right.CORRECT_RECORDS)
def correct(*, by: Actor, about: Person, on: date, words: Words, because: str) -> list[Withdrawal]:
    """Wrong child (design 7.14): the words, the wish and the answer leave every ordinary view, search and print at
    once and stay sealed in the audit. Raises Refused without a reason.
    """
    if not because.strip():
        raise Refused("Say how the words came to be on the wrong record.", field="because")
    rows = [("voice_words", words.pk)]
    for wish in Wish.objects.filter(words=words):
        rows += [("voice_answer", a.pk) for a in Answer.objects.filter(wish=wish)] + [("voice_wish", wish.pk)]
    return [_withdraw(about, table, pk, because) for table, pk in rows]


def _withdraw(person: Person, table: str, pk: int, because: str) -> Withdrawal:
    gone = Withdrawal(person=person, row_table=table, row_id=pk, because=because)
    gone.save()
    return gone
