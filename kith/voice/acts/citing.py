"""Resting what we write on what the child said: a live citation, never a copy (S3-02)."""

from collections.abc import Sequence
from datetime import date

from kith.access import Actor, Right
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.record.models import AboutPerson
from kith.voice.models import Citation, Words


@act("{by} put {about}'s own words beside what was written.", needs=Right.RECORD_ON_ANY_CHILD)
def cite_words(*, by: Actor, about: Person, on: date, row: AboutPerson, words: Sequence[Words]) -> list[Citation]:
    """`row`: whatever rests on these words, any line of the same child's record. Raises Refused: another child's words
    or line, or nothing chosen.
    """
    if not words:
        raise Refused("Choose which words it rests on.", field="quotes")
    if any(row.person_id != about.pk for row in (row, *words)):
        raise Refused("These words are another child's: nobody's words stand for someone else's.", field="quotes")
    return cite_inside(about, row, words)


def cite_inside(about: Person, row: AboutPerson, words: Sequence[Words]) -> list[Citation]:
    """The same inside the act at hand, once for each of the words."""
    cited = [Citation(person=about, words=each, row_table=row._meta.db_table, row_id=row.pk) for each in words]
    for citation in cited:
        citation.save()
    return cited
