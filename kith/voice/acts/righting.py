"""A child who was heard wrong says it again: the new words stand, and the first are kept as they were written."""

from datetime import date
from typing import Any

from kith.access import Actor, Right
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.voice.acts.correcting import set_aside
from kith.voice.acts.hearing import keep_words
from kith.voice.models import Wish, Words


@act("{by} put right what was written down of {about}'s words.", needs=Right.RECORD_ON_ANY_CHILD, makes="voice.Words")
def put_words_right(
    *, by: Actor, about: Person, on: date, words: Words, text: str, sort: str = "", **how: Any
) -> Words:
    """The child's words as they meant them, instead of `words` (S0-02: so that we are sure). A wish that waits carries
    on waiting, by the day it was first owed; one that is no wish any more is set aside. `how`: the rest of what
    `keep_words` takes.

    Raises Refused: another child's words; put right already; the same words; words that tell of harm, which stay as
    they were said (design 7.3); whatever `keep_words` refuses.
    """
    if words.person_id != about.pk:
        raise Refused("These words are not on this record.")
    if words.sort == "harm":
        raise Refused("What tells of harm stays as it was said. Write what the child says now as words of its own.")
    if Words.objects.filter(instead_of=words).exists():
        raise Refused("These words have been put right already. Put right the words that stand now.")
    if text.strip() == words.text.strip():
        raise Refused("These are the same words. Write what the child says they meant.", field="text")
    right = keep_words(by=by, person=about, on=on, sort=sort or words.sort, text=text, instead_of=words, **how)
    set_aside(about, Wish.objects.filter(words=words, answer=None), "The child put the words right: it was no wish.")
    return right
