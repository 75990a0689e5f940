"""Opening a child's record: is there one for this reader, may they read all of it, and a look is kept.

A staff member with a tie reads the whole record. Without one they see the minimum view and may read on by giving a
because, which the look carries (design 1.4, 7.7). A restricted, sealed or conflicted record is simply not there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from kith.access import Actor, Audience
from kith.directory import queries as directory
from kith.directory.acts import keep_look
from kith.people import queries as people

if TYPE_CHECKING:
    from kith.people.models import Person

Page = Callable[..., HttpResponse]
BECAUSE = "because"  # the session's reasons, by reference, for as long as the session lasts


@dataclass(frozen=True)
class Opened:
    """A child's record as this reader has it open."""

    child: "Person"
    actor: Actor
    ties: tuple[str, ...]
    because: str  # the reason given, when there is no tie
    may_write: bool

    @property
    def whole(self) -> bool:
        return bool(self.ties or self.because)

    @property
    def broken_glass(self) -> bool:
        return "break_glass" in self.ties


def staff_only(page: Page) -> Page:
    """For everyone but staff, the page is not there."""

    @wraps(page)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.actor.audience != Audience.STAFF:  # type: ignore[attr-defined]
            if request.actor.account_id is None:  # type: ignore[attr-defined]
                return redirect("account_login")
            raise Http404
        return page(request, *args, **kwargs)

    return shown


def child_page(name: str, *, minimum: bool = False) -> Callable[[Page], Page]:
    """`page(request, opened, ...)` for the child whose reference is in the address. `minimum` pages are shown to any
    member of staff the record is open to; the others lead to the minimum view until a because is given.
    """

    def decorate(page: Page) -> Page:
        @wraps(page)
        @staff_only
        def shown(request: HttpRequest, ref: str, *args: Any, **kwargs: Any) -> HttpResponse:
            opened = opened_for(request, ref)
            keep_look(
                by=opened.actor,
                person=opened.child,
                because=", ".join(opened.ties) or opened.because or "minimum view",
                whole_record=opened.whole,
                page=name,
            )
            if not opened.whole and not minimum:
                return redirect("child", ref=opened.child.ref)
            return page(request, opened, *args, **kwargs)

        return shown

    return decorate


def opened_for(request: HttpRequest, ref: str) -> Opened:
    """Raises Http404 when there is no such person, or none for this reader."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    child = people.person_by_ref(ref)
    if child is None:
        raise Http404
    ties = directory.tied(actor, child.pk)
    return Opened(
        child=child,
        actor=actor,
        ties=tuple(sorted({because for because, _ in ties})),
        because=request.session.get(BECAUSE, {}).get(child.ref, ""),
        may_write=any(may_write for _, may_write in ties) or actor.may_record_on_any_child,
    )


def remember_because(request: HttpRequest, child: "Person", because: str) -> None:
    """For the rest of this session this reader reads this record because of this."""
    request.session[BECAUSE] = {**request.session.get(BECAUSE, {}), child.ref: because}
