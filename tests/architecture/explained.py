"""Papers that are not clear to a parent, and to Maya herself, for the addresses about them (S3-15, S3-21)."""

from typing import Any

from kith.access import acting_as
from kith.sharing.acts import release_copy, say_clear, say_unclear, write_what_was_said
from kith.sharing.models import Release, WalkThrough
from tests.cast import Cast
from tests.handing import child_actor

SECRET_UNCLEAR = "I do not know what a heron order is"  # hers, and for whoever works with Maya


def explain(cast: Cast, n: int = 0) -> None:
    """`n` makes it another one. Kelly has the first overview and does not understand it; Maya has her plan."""
    maya = child_actor(cast)
    with acting_as(cast.system):
        release = Release.objects.filter(kind="overview").order_by("pk").last()
        own = release_copy(
            by=cast.system,
            about=cast.maya,
            recipient=cast.maya,
            recipient_name=cast.maya.called,
            kind="plan",
            text=f"My plan, {n}.",
            who_else_sees="nobody else",
        )
        write_what_was_said(by=cast.system, about=cast.maya, release=release, clear=True)
    with acting_as(cast.kelly):
        say_unclear(by=cast.kelly, about=cast.maya, release=release, words=f"{SECRET_UNCLEAR} {n}")
    with acting_as(maya):
        say_unclear(by=maya, about=cast.maya, release=own)
        say_clear(by=maya, about=cast.maya, release=own)


def of_papers(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address."""
    ref = {"ref": cast.maya.ref}
    walk = WalkThrough.objects.order_by("pk").first()
    return {
        "walk-through": {**ref, "pk": walk.pk},
        **{name: {**ref, "pk": walk.release_id} for name in ("copy-said", "offer-walk-through")},
    }
