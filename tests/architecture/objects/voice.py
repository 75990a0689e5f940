"""What Maya said, what she was answered, and her own corner."""

from typing import Any

from kith.access import acting_as
from kith.demo.pictures import garden
from kith.involvement.acts import raise_concern
from kith.involvement.models import ImmediateConcern
from kith.record.models import Draft
from kith.voice.acts import answer_child, choose_person, say_in_corner
from kith.voice.models import Answer, ChosenPerson, Drawing, Wish, Words
from kith.voice.rules import Said as OnSheet
from tests.architecture.objects.visits import SECRET_WORDS
from tests.cast import NOW, Cast
from tests.handing import child_actor


def answered(cast: Cast) -> None:
    told = Wish.objects.get(words__text="I like blue best")
    answer_child(by=cast.aisha, about=cast.maya, wish=told, outcome="agreed", what_we_did="Blue it is.")


def in_her_corner(cast: Cast) -> None:
    """What Maya has said, chosen and been answered in her own corner; a drawing without words; a sheet half done."""
    maya = child_actor(cast)
    with acting_as(maya):
        say_in_corner(by=maya, about=cast.maya, sheet="dreams", said=[OnSheet("wish", "a boat of my own")])
        say_in_corner(by=maya, about=cast.maya, sheet="dreams", said=[OnSheet("wish")], drawing=garden())
        choose_person(by=maya, about=cast.maya, name="Nan", how_close="heart")
        raise_concern(by=maya, key="corner-c2", what="I don't feel safe", person=cast.maya)
        Draft.objects.create(
            account_id=maya.account_id, key="corner:worries", title="W", fields={"words": "dark"}, saved_at=NOW
        )
    with acting_as(cast.aisha):
        wish = Wish.objects.get(words__text="a boat of my own")
        answer_child(by=cast.aisha, about=cast.maya, wish=wish, outcome="agreed", what_we_did="A model.", card=True)


def of_voice(cast: Cast) -> dict[str, dict[str, Any]]:
    ref = {"ref": cast.maya.ref}
    wish = Wish.objects.get(words__text=SECRET_WORDS)
    answered = Answer.objects.get(what_we_did="Blue it is.")
    card = Answer.objects.get(what_we_did="A model.")
    drawing = Drawing.objects.get()
    asked = Words.objects.get(text="a boat of my own")
    return {
        "answer-wish": {**ref, "pk": wish.pk},
        "tell-child": {**ref, "pk": answered.pk},
        "put-words-right": {**ref, "pk": Words.objects.get(text=SECRET_WORDS).pk},
        "correct-words": {**ref, "pk": Words.objects.get(text=SECRET_WORDS).pk},
        "voice-drawing": {**ref, "pk": drawing.pk},
        "drawing-shows": {**ref, "pk": drawing.pk},
        "mark-harm": {**ref, "pk": asked.pk},
        "receive-words": {**ref, "pk": drawing.words_id},
        "corner-answer": {"pk": card.pk},
        "corner-drawing": {"pk": drawing.pk},
        "corner-let-go": {"pk": ChosenPerson.objects.get().pk},
        "corner-sent": {"pk": asked.pk},
        "corner-take-back": {"pk": asked.pk},
        "corner-sheet": {"code": "worries"},
        "corner-throw": {"code": "worries"},
        "corner-told": {"pk": ImmediateConcern.objects.get(key="corner-c2").pk},
        "corner-who": {"code": "worries"},
    }
