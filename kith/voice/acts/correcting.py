"""Words on the wrong child's record, and words that turn out to tell of harm."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from kith.access import Actor, Right
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.record.models import AboutPerson, Withdrawal
from kith.voice.models import Answer, Drawing, Wish, Words

_ONLY_THESE_WORDS = ("write_down_words", "say_in_corner")  # acts that are about nothing else


@act("{by} took words off {about}'s record: they were written on the wrong child.", needs=Right.CORRECT_RECORDS)
def correct(
    *, by: Actor, about: Person, on: date, words: Words, because: str, also: Iterable[AboutPerson] = ()
) -> list[Withdrawal]:
    """Wrong child (design 7.14): the words, the drawing, the wish, the answers and the lines of the story that told of
    them leave every ordinary view, search and print at once, and stay sealed in the audit. `also`: other rows about
    this child that quote them, such as a released copy. Raises Refused without a reason, or for another child's words.
    """
    if not because.strip():
        raise Refused("Say how the words came to be on the wrong record.", field="because")
    if words.person_id != about.pk:
        raise Refused("These words are not on this record.")
    rows = {("voice_words", words.pk), *((row._meta.db_table, row.pk) for row in also)}
    rows |= {("voice_drawing", pk) for pk in Drawing.objects.filter(words=words).values_list("pk", flat=True)}
    # A visit really happened: its line stays. A line that was only about these words goes with them.
    lines = {words.act_id} if words.act.name in _ONLY_THESE_WORDS and not _said_beside(words) else set()
    asked, lines_of_answers = _asked_with(words)
    rows |= asked | {("record_act", pk) for pk in lines | lines_of_answers}
    return [_withdraw(about, table, pk, because.strip()) for table, pk in sorted(rows)]


@act("{by} marked words of {about}'s as telling of harm.", needs=Right.RECORD_ON_ANY_CHILD, makes="voice.Words")
def mark_tells_of_harm(*, by: Actor, about: Person, on: date, words: Words) -> Words:
    """A child need not know that what they say tells of harm (design 7.3). From now on it is acted on, and no longer
    among what is answered: a wish made of it is set aside. Raises Refused: marked already, or another child's words.
    """
    if words.person_id != about.pk or words.sort == "harm":
        raise Refused("These words are marked already.")
    words.sort = "harm"
    words.save()
    asked, _ = _asked_with(words)
    for table, pk in sorted(asked):
        _withdraw(about, table, pk, "The words tell of harm: they are acted on, not answered.")
    return words


def _asked_with(words: Words) -> tuple[set[tuple[str, int]], set[int]]:
    """The wish these words made with all its answers, as rows; and the lines of the log that told of the answers."""
    rows, lines = set(), set()
    for wish in Wish.objects.filter(words=words):
        rows.add(("voice_wish", wish.pk))
        for answer in Answer.objects.filter(Q(wish=wish) | Q(first_for=wish)):
            rows.add(("voice_answer", answer.pk))
            lines |= {answer.act_id, answer.latest_act_id}
    return rows, lines


def _said_beside(words: Words) -> bool:
    """Other words of the same act, which are this child's."""
    return Words.objects.filter(act_id=words.act_id).exclude(pk=words.pk).exists()


def _withdraw(person: Person, table: str, pk: int, because: str) -> Withdrawal:
    gone = Withdrawal(person=person, row_table=table, row_id=pk, because=because)
    gone.save()
    return gone
