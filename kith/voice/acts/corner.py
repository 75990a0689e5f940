"""What a child does in their own corner: says things, says what they think of an answer, chooses their people."""

from collections.abc import Sequence
from datetime import date

from django.db import connection

from kith.access import Actor
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.record.guard import current_recording
from kith.voice import rules
from kith.voice.acts.hearing import answer_by, owe_answer
from kith.voice.models import Answer, ChosenPerson, CornerLook, Drawing, Words
from kith.voice.rules import Said, may_be_taken_back
from kith.web.images import sound_png


@act("{about} said something in their own corner.", story=True, makes="voice.Words")
def say_in_corner(
    *,
    by: Actor,
    about: Person,
    on: date,
    sheet: str,
    said: Sequence[Said],
    drawing: bytes = b"",
    shows: str = "",
    scribe: str = "",
    on_device: str = "",
    may_tell: Sequence[str] | None = None,
    owed_by_id: int | None = None,
    owed_by_name: str = "",
) -> Words:
    """Words of the child's own (J3, N7, S0-02), in the sort their sheet gave them: nothing is guessed. `drawing` (PNG)
    goes with the first of them; `shows` is what the child says it is of. `scribe` is the adult who wrote for the
    child. Whoever leads the work is told at once. Raises Refused: nothing said, or a picture that is none.
    """
    rows = []
    for one in _what_was_said(said, drawing):
        words = Words(
            person=about,
            sort=one.sort,
            text=one.text.strip(),
            picked=one.picked,
            question_asked=one.question,
            said_on=on,
            way="spoken" if scribe else "written" if one.text.strip() or one.picked else "drawn",
            heard_by=scribe or about.called,
            sheet=sheet,
            own_hand=not scribe,
            on_device=on_device,
            may_tell=list(may_tell) if may_tell is not None else None,
        )
        words.save()
        owe_answer(words, owed_by_id, owed_by_name)
        rows.append(words)
    if drawing:
        _keep_drawing(rows[0], drawing, shows.strip(), scribe or about.called)
    with connection.cursor() as cursor:
        cursor.execute("select kith_child_said(%s)", [about.pk])
    return rows[0]


def _what_was_said(said: Sequence[Said], drawing: bytes) -> list[Said]:
    """What is written or picked; a drawing alone stands as the first of them. Raises Refused: neither."""
    kept = [one for one in said if one.text.strip() or one.picked]
    if drawing and not kept:
        kept = list(said[:1])
    if not kept:
        raise Refused("There is nothing here yet. Write something or draw it.", field="text")
    return kept


def _keep_drawing(words: Words, drawing: bytes, shows: str, by_name: str) -> None:
    try:
        png, wide, high = sound_png(drawing)
    except ValueError:
        raise Refused("Your picture did not come along. Send it once more.", field="drawing") from None
    Drawing(
        person=words.person, words=words, png=png, wide=wide, high=high, shows=shows, shows_by=shows and by_name
    ).save()


@act("{about} took back something they had sent.")
def take_back(*, by: Actor, about: Person, on: date, words: Words) -> Words:
    """A whole sheet, its wishes and its drawing: off every page at once, sealed in the audit (3.7). Raises Refused:
    somebody has told the child that they have it, or answered; what tells of harm, which has been acted on.
    """
    line = current_recording().line(about.pk)
    taken = words.person_id == about.pk and may_be_taken_back(words)
    with connection.cursor() as cursor:
        if taken:
            cursor.execute("select kith_child_takes_back(%s, %s)", [words.pk, line.pk])
            taken = cursor.fetchone()[0]
    if not taken:
        raise Refused("It has been read already. You can say something else about it.")
    return words


@act("{about} said what they thought of an answer.", story=True)
def react(
    *, by: Actor, about: Person, on: date, answer: Answer, reaction: str, words: str = "", wants_helper: bool = False
) -> Answer:
    """OK, so-so or not OK, on the card of an answer. Reading the card is being told. Not OK makes the wish owed once
    more, to someone else; after that it may stay no, and was heard (design 7.12). Raises Refused: not one of the
    three, or an answer another one has taken the place of.
    """
    if answer.person_id != about.pk or answer.first_for_id:
        raise Refused("There is a newer answer to this. Read that one.")
    if reaction not in rules.REACTIONS:
        raise Refused("Choose one of the faces.", field="reaction")
    line = current_recording().line(about.pk)
    with connection.cursor() as cursor:
        cursor.execute(
            "select kith_child_reacts(%s, %s, %s, %s, %s, %s)",
            [answer.pk, reaction, words.strip(), wants_helper, line.pk, answer_by(on)],
        )
    answer.refresh_from_db()
    return answer


@act("{about} chose someone as one of their people.", makes="voice.ChosenPerson")
def choose_person(*, by: Actor, about: Person, on: date, name: str, how_close: str, to_me: str = "") -> ChosenPerson:
    """Raises Refused: no name, or a closeness there is none of."""
    if not name.strip():
        raise Refused("Write a name.", field="name")
    if how_close not in rules.HOW_CLOSE:
        raise Refused("Choose how close.", field="how_close")
    chosen = ChosenPerson(person=about, name=name.strip(), to_me=to_me.strip(), how_close=how_close)
    chosen.save()
    return chosen


@act("{about} took someone off the list of their people.", makes="voice.ChosenPerson")
def let_go_of_person(*, by: Actor, about: Person, on: date, chosen: ChosenPerson) -> ChosenPerson:
    if chosen.person_id != about.pk or chosen.until_on:
        raise Refused("They are not on your list.")
    chosen.until_on = on
    chosen.save()
    return chosen


@act("{about} chose how their corner looks.", makes="voice.CornerLook")
def choose_look(*, by: Actor, about: Person, on: date, colour: str, helper: str = "", band: str = "") -> CornerLook:
    """Colours, a helper, and how big and simple it is. Raises Refused for what cannot be chosen."""
    if colour not in rules.COLOURS or helper not in ("", *rules.HELPERS) or band not in ("", *rules.BANDS):
        raise Refused("Choose one of these.", field="colour")
    look = CornerLook.objects.filter(person=about).first() or CornerLook(person=about)
    look.colour, look.helper, look.band = colour, helper, band
    look.save()
    return look
