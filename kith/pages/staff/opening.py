"""Opening a child's record: is there one for this reader, may they read all of it, and a look is kept.

A staff member with a tie reads the whole record. Without one they see the minimum view and may read on by giving a
because, which the look carries (design 1.4, 7.7). A restricted, sealed or conflicted record is simply not there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from kith.access import Actor, Audience
from kith.directory.acts import keep_look
from kith.people import queries as people
from kith.web.signed_out import sign_in_first

if TYPE_CHECKING:
    from kith.people.models import Person

Page = Callable[..., HttpResponse]
AROUND = "works with a child they are the parent of, or live with"
BECAUSE = "because"  # the session's reasons, by reference, for as long as the session lasts


@dataclass(frozen=True)
class Opened:
    """A child's record as this reader has it open."""

    child: "Person"
    actor: Actor
    ties: tuple[str, ...]
    because: str  # the reason given, when there is no tie
    may_write: bool
    has_portrait: bool = False
    around: bool = False  # a parent, or one of the household, of a child this reader works with

    # What several parts of one page ask for is looked up once.
    @cached_property
    def siblings(self) -> "people.Siblings":
        return people.siblings_of(self.child)

    @cached_property
    def situation(self) -> "people.Situation":
        return people.situation_of(self.child)

    @cached_property
    def homes(self) -> "people.Homes":
        return people.homes_of(self.child, self.actor.today)

    @cached_property
    def family(self) -> "list[people.FamilyMember]":
        return people.family_of(self.child, self.actor.today, self.homes.household, self.siblings)

    @property
    def everyone_around(self) -> "list[Person]":
        """The child's family and household, each once."""
        return list(dict.fromkeys([*(member.person for member in self.family), *self.homes.household]))

    @property
    def who_may_be_a_danger(self) -> "list[Person]":
        """Those, and whoever this child's home is kept from: to choose from when a danger is written. One query."""
        return list(dict.fromkeys([*self.everyone_around, *people.kept_from(self.child)]))

    @property
    def may_describe(self) -> bool:
        """May say who they are, where they live and who belongs to them."""
        return self.may_write or self.around

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
                return sign_in_first(request)
            raise Http404
        return page(request, *args, **kwargs)

    return shown


def child_page(name: str, *, minimum: bool = False, around: bool = False) -> Callable[[Page], Page]:
    """`page(request, opened, ...)` for the child whose reference is in the address. `minimum` pages are shown to any
    member of staff the record is open to, `around` pages also to whoever works with a child of theirs or at home with
    them; the others lead to the minimum view until a because is given.
    """

    def decorate(page: Page) -> Page:
        @wraps(page)
        @staff_only
        def shown(request: HttpRequest, ref: str, *args: Any, **kwargs: Any) -> HttpResponse:
            opened = opened_for(request, ref)
            keep_look(
                by=opened.actor,
                person=opened.child,
                because=", ".join(opened.ties) or opened.because or (AROUND if opened.around else "minimum view"),
                whole_record=opened.whole,
                page=name,
            )
            if not (opened.whole or minimum or (around and opened.around)):
                return redirect("child", ref=opened.child.ref)
            return page(request, opened, *args, **kwargs)

        return shown

    return decorate


def opened_for(request: HttpRequest, ref: str) -> Opened:
    """Raises Http404 when there is no such person, or none for this reader."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = people.person_and_my_ties(ref)
    if found is None:
        raise Http404
    child, ties, has_portrait = found
    may_write = any(may_write for _, may_write in ties) or actor.may_record_on_any_child
    return Opened(
        child=child,
        actor=actor,
        ties=tuple(sorted({because for because, _ in ties})),
        because=request.session.get(BECAUSE, {}).get(child.ref, ""),
        may_write=may_write,
        has_portrait=has_portrait,
        around=not may_write and people.is_around_mine(child),
    )


def remember_because(request: HttpRequest, child: "Person", because: str) -> None:
    """For the rest of this session this reader reads this record because of this."""
    request.session[BECAUSE] = {**request.session.get(BECAUSE, {}), child.ref: because}
