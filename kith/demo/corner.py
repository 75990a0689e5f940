"""What Maya and Leo said in their own corners: told through the same acts, on Aisha's tablet and by themselves."""

from typing import TYPE_CHECKING, Any

from kith.access import SYSTEM, acting_as
from kith.demo import pictures
from kith.demo.services import account
from kith.directory.acts import hand_over
from kith.directory.handing import choose_pin
from kith.pages.home import DEMO_PIN
from kith.voice import acts
from kith.voice.models import Answer, Wish, Words
from kith.voice.rules import Said

if TYPE_CHECKING:
    from kith.demo.family import Telling

TABLET = "Aisha Khan’s tablet"
# child, days ago, sheet, said, what goes with it
SAID: list[tuple[str, int, str, list[Said], dict[str, Any]]] = [
    (
        "maya",
        24,
        "good-things",
        [Said("good_thing", "Biscuit sat on my hand and did not run", question="What is good in your life?")],
        {"on_device": TABLET},
    ),
    (
        "maya",
        24,
        "dreams",
        [Said("wish", "a garden with a swing that is ours", question="What do you dream of, or wish for?")],
        {"on_device": TABLET, "drawing": "garden", "shows": "me on the swing. Leo is coming"},
    ),
    (
        "maya",
        24,
        "worries",
        [Said("worry", "who gets Mum up when she is tired", question="What are you worried about?")],
        {"on_device": TABLET, "may_tell": ["family"]},
    ),
    (
        "maya",
        24,
        "wand",
        [
            Said(
                "wish",
                "I would see Dad at his flat not the centre",
                question="You have a magic wand. What would you change?",
            )
        ],
        {"on_device": TABLET, "may_tell": []},
    ),
    (
        "leo",
        24,
        "feelings",
        [Said("telling", "i went under", picked="happy, tired", question="Why?")],
        {"on_device": TABLET, "drawing": "fish", "shows": "me and a fish", "scribe": "Aisha Khan"},
    ),
]


def tell_corner(t: "Telling") -> None:
    """Two years into the story: a tablet handed over, things said, answers laid ready, and one that was not OK."""
    with acting_as(SYSTEM(t.by("theo", 25).now)) as kith:
        for name in ("maya", "leo"):
            account(t.services, name, t.people[name].called, "child", t.people[name])
        for worker in ("aisha", "grace", "theo"):
            choose_pin(t.services.accounts[worker], DEMO_PIN, kith.now)
    for name, hour in (("maya", 10), ("leo", 14)):
        _hand_over(t, name, hour)
    for name, days_ago, sheet, said, more in SAID:
        _say(t, name, days_ago, sheet, said, dict(more))
    _receipts(t)
    _answers(t)
    _choices(t)


def _hand_over(t: "Telling", name: str, hour: int) -> None:
    by = t.by("aisha", 24, hour)
    with acting_as(by):
        hand_over(
            by=by,
            about=t.people[name],
            account=t.services.accounts[name],
            device="tablet",
            signed_in_at=by.now,
            guided=True,
        )


def _say(t: "Telling", name: str, days_ago: int, sheet: str, said: list[Said], more: dict[str, Any]) -> None:
    by = t.by(name, days_ago, 15)
    drawing = {"garden": pictures.garden, "fish": pictures.fish}[more.pop("drawing")]() if "drawing" in more else b""
    aisha = t.services.accounts["aisha"]
    with acting_as(by):
        acts.say_in_corner(
            by=by,
            about=t.people[name],
            sheet=sheet,
            said=said,
            drawing=drawing,
            owed_by_id=aisha.pk,
            owed_by_name=aisha.name,
            **more,
        )


def _receipts(t: "Telling") -> None:
    by = t.by("aisha", 23, 9)
    with acting_as(by):
        for words in Words.objects.filter(own_hand__isnull=False, got_on=None).order_by("pk"):
            acts.receive_words(by=by, about=words.person, words=words)


def _answers(t: "Telling") -> None:
    """Aisha lays three answers ready; Maya is OK with one, not OK with one, and has not read the last."""
    maya = t.people["maya"]
    for days_ago, starts, outcome, did, reason in (
        (20, "who gets Mum up", "agreed", "Nan rings Mum at seven on school days. Mum asked her to.", ""),
        (14, "I would see Dad", "not_agreed", "We asked the court for a date.", "A judge has to say yes first."),
        (
            5,
            "a garden",
            "partly",
            "The park on Tanner Row has a swing. Nan takes you and Leo on Sundays.",
            "We can not give you a garden: the flats have none. We asked the council to mend the yard.",
        ),
    ):
        by = t.by("aisha", days_ago, 17)
        with acting_as(by):
            wish = Wish.objects.get(person=maya, words__text__startswith=starts)
            acts.answer_child(by=by, about=maya, wish=wish, outcome=outcome, what_we_did=did, reason=reason, card=True)
    _react(t, 18, "who gets Mum up", "ok", "good")
    _react(t, 9, "I would see Dad", "not_ok", "you said that last time")


def _react(t: "Telling", days_ago: int, starts: str, reaction: str, words: str) -> None:
    by = t.by("maya", days_ago, 16)
    with acting_as(by):
        answer = Answer.objects.get(wish__words__text__startswith=starts)
        acts.react(by=by, about=t.people["maya"], answer=answer, reaction=reaction, words=words)


def _choices(t: "Telling") -> None:
    for name, colour, helper in (("maya", "sky", "fox"), ("leo", "sun", "boat")):
        by = t.by(name, 24, 16)
        with acting_as(by):
            acts.choose_look(by=by, about=t.people[name], colour=colour, helper=helper)
    by = t.by("maya", 24, 16)
    with acting_as(by):
        for called, to_me, how_close in (
            ("Nan Rose", "my nan", "heart"),
            ("Leo", "my brother", "heart"),
            ("Bea", "my best friend", "close"),
            ("Biscuit", "the class hamster", "close"),
            ("Mrs Bell", "my teacher", "around"),
        ):
            acts.choose_person(by=by, about=t.people["maya"], name=called, to_me=to_me, how_close=how_close)
