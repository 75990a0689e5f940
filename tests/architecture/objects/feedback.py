"""How valued Maya says she is."""

from typing import Any

from kith.feedback.acts import say_valued
from kith.feedback.models import Valued
from tests.cast import Cast

SECRET_VALUED = "Nobody rings when they say they will"
PLANTED = [SECRET_VALUED]


def said_how_valued(cast: Cast) -> None:
    say_valued(by=cast.aisha, about=cast.maya, score=1, words=SECRET_VALUED)


def of_valued(cast: Cast) -> dict[str, dict[str, Any]]:
    ref = {"ref": cast.maya.ref}
    return {
        "follow-up-valued": {**ref, "pk": Valued.objects.get().pk},
    }
