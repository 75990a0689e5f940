"""How families reach Aisha, what Kelly and she agreed; and what people here were trained in."""

from datetime import timedelta
from typing import TYPE_CHECKING

from kith.access import acting_as
from kith.demo.pictures import face
from kith.directory.models import TrainingTaken
from kith.directory.training import declare_training, verify_training
from kith.involvement.acts import agree_terms, put_own_photo, say_how_to_reach

if TYPE_CHECKING:
    from kith.demo.family import Telling

# Who took what, how many days ago, and who has seen that it is so.
_TRAINED = (
    ("aisha", "child-protection", 880, "grace"),
    ("aisha", "child-protection", 200, "grace"),
    ("aisha", "listening-to-children", 1060, "grace"),
    ("tom", "child-protection", 790, "grace"),
    ("tom", "sharing-information", 90, ""),
    ("grace", "child-protection", 300, "imani"),
    ("grace", "chairing-conferences", 1190, "imani"),
    ("grace", "supervising", 400, ""),
    ("imani", "chairing-conferences", 350, "grace"),
    ("jo", "child-protection", 120, "ros"),
    ("ros", "leading-safeguarding", 60, ""),
)


def tell_reaching(t: "Telling") -> None:
    aisha = t.by("aisha", 6, 12)
    with acting_as(aisha):
        say_how_to_reach(
            by=aisha,
            hours="Monday to Thursday, 9 to 5; Friday until noon",
            how="A text is quickest. I answer the same working day.",
            outside="Ring 01632 960100: somebody is there at night and at weekends. If somebody is in danger now: 999.",
            to_child="I am there on school days. At night you can ring 0800 1111 and talk to somebody for free.",
        )
        put_own_photo(by=aisha, image=face("black", "green"))
        agree_terms(
            by=aisha,
            about=t.people["maya"],
            with_person=t.people["kelly"],
            how_often="Every other Tuesday after school, and a text in between.",
            how_to_say_no="I say “not today”, and we find another day. Aisha says no straight out and tells me why.",
            we_promise="Nobody comes without telling me first. If plans change I hear it from Aisha.",
            we_ask="That I say it when something is wrong, and do not wait until it is big.",
        )
    _trained(t)


def _trained(t: "Telling") -> None:
    for who, course, ago, seen_by in _TRAINED:
        row = _took(t, who, course, ago)
        if seen_by:
            by = t.by(seen_by, 4, 10)
            with acting_as(by):
                verify_training(by=by, taken=row)


def _took(t: "Telling", who: str, course: str, ago: int) -> TrainingTaken:
    by = t.by(who, 5, 10)
    with acting_as(by):
        return declare_training(
            by=by, course=course, taken_on=t.today - timedelta(days=ago), by_whom="Northcliff partnership"
        )
