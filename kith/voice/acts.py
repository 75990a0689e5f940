"""Writing down what a child said, answering it, and taking it off the wrong child's record."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.record.models import AboutPerson, Withdrawal
from kith.record.passages import Place
from kith.voice import rules
from kith.voice.models import Answer, Wish, Words
from kith.words import passages, taken_out


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
    answer from this moment (S0-02, S3-03); telling of harm is not (design 7.3). Raises Refused: empty words, or a sort
    there is none of.
    """
    pack = packs.pack_for(settings.PACK, on)
    if not text.strip():
        raise Refused("Write the child's own words.", field="text")
    if sort not in dict(pack.choices("words_kind")):
        raise Refused("Choose what kind of words these are.", field="sort")
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
        Wish(
            person=person,
            words=words,
            owed_by_id=owed_by_id or by.account_id,
            owed_by_name=owed_by_name or by.name,
            answer_by_on=pack.timescale("answer-wish").limit.after(on, pack.calendar),
        ).save()
    return words


@act("{by} wrote down what {about} said.", needs=Right.RECORD_ON_ANY_CHILD, story=True, makes="voice.Words")
def write_down_words(*, by: Actor, about: Person, on: date, sort: str, text: str, **how: Any) -> Words:
    """Words heard outside a visit; `how` is the rest of what `keep_words` takes. Raises Refused."""
    return keep_words(by=by, person=about, on=on, sort=sort, text=text, **how)


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
) -> Answer:
    """Agreed, partly, not agreed, not ours to give: with the reason, who told the child, when, and what they thought.
    Saved as well when the child has not been told yet: that stays owed (design 7.1).

    Raises Refused: answered already; an answer there is none of; no reason for an answer that is not yes; told before
    it was decided, or on a day to come, or by nobody.
    """
    if wish.person_id != about.pk or Answer.objects.filter(wish=wish).exists():
        raise Refused("This has been answered already. Read the answer, then add to it if something has changed.")
    if outcome not in dict(packs.pack_for(settings.PACK, on).choices("answer_outcome")):
        raise Refused("Choose what the answer is.", field="outcome")
    _check(outcome, reason, on, told_on, told_by, by.today)
    answer = Answer(
        person=about,
        wish=wish,
        outcome=outcome,
        reason=reason.strip(),
        what_we_did=what_we_did.strip(),
        decided_on=on,
        told_by=told_by,
        told_on=told_on,
        not_told_because="" if told_on else not_told_because,
        reaction=reaction,
        reaction_words=reaction_words,
    )
    answer.save()
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
    _check(answer.outcome, answer.reason, answer.decided_on, on, told_by, by.today)
    answer.told_by, answer.told_on, answer.not_told_because = told_by, on, ""
    answer.reaction, answer.reaction_words = reaction, reaction_words
    answer.save()
    return answer


def _check(outcome: str, reason: str, decided_on: date, told_on: date | None, told_by: str, today: date) -> None:
    field, wrong = rules.fault_in_answer(outcome, reason, decided_on, told_on, told_by, today)
    if wrong:
        raise Refused(wrong, field=field)


@act("{by} took words off {about}'s record: they were written on the wrong child.", needs=Right.CORRECT_RECORDS)
def correct(
    *,
    by: Actor,
    about: Person,
    on: date,
    words: Words,
    because: str,
    also: Iterable[AboutPerson] = (),
    elsewhere: Iterable[Place] = (),
) -> list[Withdrawal]:
    """Wrong child (design 7.14): the words, the wish, the answer and the lines of the story that told of them leave
    every ordinary view, search and print at once, and stay sealed in the audit. `also`: other rows about this child
    that go whole, such as a released copy. `elsewhere`: places where the same words stand in something else: they are
    taken out there, and what was written before stays in the row's versions. Raises Refused without a reason, or for
    another child's words.
    """
    if not because.strip():
        raise Refused("Say how the words came to be on the wrong record.", field="because")
    if words.person_id != about.pk:
        raise Refused("These words are not on this record.")
    rows = {("voice_words", words.pk), *((row._meta.db_table, row.pk) for row in also)}
    answer = Answer.objects.filter(wish__words=words).first()
    rows |= {("voice_wish", wish.pk) for wish in Wish.objects.filter(words=words)}
    rows |= {("voice_answer", answer.pk)} if answer else set()
    rows |= {("record_act", pk) for pk in rules.lines_that_go(words, answer)}
    rows |= {(place.row._meta.db_table, place.row.pk) for place in elsewhere if not _taken_out(place, words.text)}
    return [_withdraw(about, table, pk, because.strip()) for table, pk in sorted(rows)]


def _taken_out(place: Place, said: str) -> bool:
    """Write the row again without these words. False when it has to go whole instead."""
    if not place.may_change:
        return False
    left = {column: taken_out(getattr(place.row, column), passages(said), rules.TAKEN_OUT) for column in place.columns}
    if getattr(place.row, "only_words", False) and all(rules.says_nothing_else(text) for text in left.values()):
        return False
    for column, text in left.items():
        setattr(place.row, column, text[: place.row._meta.get_field(column).max_length])
    place.row.save()
    return True


def _withdraw(person: Person, table: str, pk: int, because: str) -> Withdrawal:
    gone = Withdrawal(person=person, row_table=table, row_id=pk, because=because)
    gone.save()
    return gone
