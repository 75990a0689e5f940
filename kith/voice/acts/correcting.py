"""Words on the wrong child's record, and words that turn out to tell of harm."""

from collections.abc import Iterable
from datetime import date

from kith.access import Actor, Right
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.record.models import AboutPerson, Withdrawal
from kith.record.passages import Place
from kith.voice import rules
from kith.voice.models import Answer, Drawing, Wish, Words
from kith.words import passages, taken_out


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
    """Wrong child (design 7.14): the words, the drawing, the wish, the answers and the lines of the story that told of
    them leave every ordinary view, search and print at once, and stay sealed in the audit. `also`: other rows about
    this child that go whole, such as a released copy. `elsewhere`: places where the same words stand in something
    else: they are taken out there, and what was written before stays in the row's versions. Raises Refused without a
    reason, or for another child's words.
    """
    if not because.strip():
        raise Refused("Say how the words came to be on the wrong record.", field="because")
    if words.person_id != about.pk:
        raise Refused("These words are not on this record.")
    rows = {("voice_words", words.pk), *((row._meta.db_table, row.pk) for row in also)}
    rows |= {("voice_drawing", pk) for pk in Drawing.objects.filter(words=words).values_list("pk", flat=True)}
    answers = words.answers
    rows |= _asked_with(words, answers)
    rows |= {("record_act", pk) for pk in rules.lines_that_go(words, answers, words.said_beside)}
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


@act("{by} marked words of {about}'s as telling of harm.", needs=Right.RECORD_ON_ANY_CHILD, makes="voice.Words")
def mark_tells_of_harm(*, by: Actor, about: Person, on: date, words: Words) -> Words:
    """A child need not know that what they say tells of harm (design 7.3). From now on it is acted on, and no longer
    among what is answered: a wish made of it is set aside. Raises Refused: marked already, or another child's words.
    """
    if words.person_id != about.pk or words.sort == "harm":
        raise Refused("These words are marked already.")
    words.sort = "harm"
    words.save()
    for table, pk in sorted(_asked_with(words, words.answers)):
        _withdraw(about, table, pk, "The words tell of harm: they are acted on, not answered.")
    return words


def _asked_with(words: Words, answers: Iterable[Answer]) -> set[tuple[str, int]]:
    """The rows of the wish these words made, with all its answers."""
    wishes = Wish.objects.filter(words=words).values_list("pk", flat=True)
    return {("voice_wish", pk) for pk in wishes} | {("voice_answer", answer.pk) for answer in answers}


def set_aside(person: Person, rows: Iterable[AboutPerson], because: str) -> None:
    """Rows that no longer stand, taken off inside whichever act says so."""
    for row in rows:
        _withdraw(person, row._meta.db_table, row.pk, because)


def _withdraw(person: Person, table: str, pk: int, because: str) -> Withdrawal:
    gone = Withdrawal(person=person, row_table=table, row_id=pk, because=because)
    gone.save()
    return gone
