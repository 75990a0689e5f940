"""A child's own corner: whose it is, how it looks, whose device it is on; and keeping everybody else out of it."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from kith import packs, words
from kith.access import Actor, Audience
from kith.calendar import age
from kith.pages.child.phrases import phrases_for
from kith.people import queries as people
from kith.voice import queries as voice
from kith.voice import rules
from kith.web.context import CORNER
from kith.web.signed_out import back_with_words

Page = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Corner:
    """What the corner knows between one page and the next. Kept in the session: it holds nothing a child said."""

    called: str
    band: str  # young, middle or teen
    colour: str
    helper: str = ""
    hand_over: int | None = None  # on a worker's device; on the child's own there is none
    worker: str = ""
    device: str = ""
    guided: bool | None = None  # said at the hand-over; else asked of the record
    back_to: str = ""  # where the worker was

    @property
    def on_device(self) -> str:
        return f"{words.possessive(self.worker)} {self.device}" if self.worker else "their own device"

    @property
    def worker_first(self) -> str:
        return self.worker.partition(" ")[0]


@dataclass(frozen=True)
class Me:
    """The child whose corner this is, as their own pages have them at hand."""

    person: Any
    actor: Actor
    corner: Corner

    @property
    def pack(self) -> packs.Pack:
        return packs.pack_for(settings.PACK, self.actor.today)

    @property
    def alone(self) -> bool:
        """On a device of their own, where anyone at home may look on: what was told to a worker is not shown there."""
        return self.corner.hand_over is None

    def page(self, **context: Any) -> dict[str, Any]:
        """Template variables of every page: who, and the words of their band."""
        return {"me": self, "say": phrases_for(self.corner.band), "actor": self.actor, **context}


def corner_of(request: HttpRequest) -> Corner | None:
    kept = request.session.get(CORNER)
    return Corner(**kept) if kept and "band" in kept else None


def keep_corner(request: HttpRequest, corner: Corner) -> None:
    request.session[CORNER] = asdict(corner)


def child_only(page: Page) -> Page:
    """`page(request, me, ...)`: for the child whose session it is. For anybody else the page is not there."""

    @wraps(page)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        actor: Actor = request.actor  # type: ignore[attr-defined]
        if actor.account_id is None:
            back_with_words(request)  # a session that ended meanwhile: half-said words wait for the child's next one
            return redirect("home")
        if actor.audience != Audience.CHILD:
            raise Http404
        return page(request, me_of(request), *args, **kwargs)

    return shown


def me_of(request: HttpRequest) -> Me:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    person = people.open_person(actor.person_id)
    if person is None:
        raise Http404
    corner = corner_of(request)
    if corner is None:
        corner = _as_it_looks(request, person, actor)
        keep_corner(request, corner)
    return Me(person, actor, corner)


def _as_it_looks(request: HttpRequest, person: Any, actor: Actor) -> Corner:
    """The first page of a session: the look the child chose last, or one for their age."""
    handed = request.session.get(CORNER, {})
    chosen = voice.look_of(person)
    band = rules.band_for(age(person.born_on, actor.today) if person.born_on else None)
    plain = Corner(person.called.partition(" ")[0], band, colour="plain" if band == "teen" else "sky", **handed)
    if chosen is None:
        return plain
    return replace(plain, colour=chosen.colour, helper=chosen.helper, band=chosen.band or band)
