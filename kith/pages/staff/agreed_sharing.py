"""What may be shared with whom, taken back, and shared without agreement (S0-13, S2-30). It holds up nothing urgent."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kith.access import Right
from kith.directory import queries as directory
from kith.involvement import acts, forms, queries, rules
from kith.pages.staff.framing import framed
from kith.pages.staff.guarding import must_write, own, pack_of, saying
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.web.asking import posted

NAME = "who can agree"
_SAFE = "What keeps a child safe never waits for this."


def shared_with(opened: Opened) -> dict[str, Any]:
    """For the page of consent and that of early help. Two queries."""
    pack, today = pack_of(opened), opened.actor.today
    found = queries.shareable_of(opened.child, today)
    return {
        "share_said": [
            {
                "one": one,
                "basis": label(pack, "share_basis", one.basis) if one.basis else "",
                "said": label(pack, "consent_said", one.said),
                "items": [label(pack, "share_item", item) for item in one.items],
                "ran_out": one.ran_out(today),
                "lacks": rules.agreement_lacks(one),
            }
            for one in found.said
        ],
        "share_stopped": [why for why in found.with_whom.values() if why],
        "share_anyway": [
            {
                "one": one,
                "reason": label(pack, "share_reason", one.reason) if one.reason else "",
                "lacks": rules.anyway_lacks(one),
                "late": one.authorised is None and one.authorise_by_on < today,
            }
            for one in found.anyway
        ],
        "may_authorise": opened.actor.may(Right.AGREE_DECISIONS),
    }


@child_page(NAME)
def note_share_agreed(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    form = forms.NoteShareAgreed(
        posted(request), pack=pack_of(opened), agencies=_agencies(opened), initial={"on": opened.actor.today}
    )
    do = partial(_with_agency, acts.note_share_agreed, by=opened.actor, about=opened.child)
    return _ask(request, opened, form, do, "Somebody said what may be shared", "Saved.")


@child_page(NAME)
def withdraw_share(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    found = own(opened, queries.share_agreed(pk))
    if found.is_no:
        raise Http404
    form = forms.WithdrawShare(posted(request), initial={"on": opened.actor.today})
    do = partial(acts.withdraw_share, by=opened.actor, about=opened.child, agreed=found)
    said = f"Kept. Nothing new is shared with {found.called} from now on."
    return _ask(request, opened, form, do, f"{found.who} no longer agrees: {found.called}", said)


@child_page(NAME)
def share_anyway(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    form = forms.ShareAnyway(
        posted(request), pack=pack_of(opened), agencies=_agencies(opened), initial={"on": opened.actor.today}
    )
    do = partial(_with_agency, acts.share_anyway, by=opened.actor, about=opened.child)
    said = "Kept. A manager has been told, and says by the next working day whether it was right."
    return _ask(request, opened, form, do, "Share without agreement", said)


@child_page(NAME)
def add_to_anyway(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    found = _waiting(opened, pk)
    given = {name: getattr(found, name) for name in ("reason", "harm", "what", "tried", "told_family")}
    form = forms.AddToAnyway(posted(request), pack=pack_of(opened), initial=given)
    do = partial(acts.add_to_anyway, by=opened.actor, about=opened.child, shared=found)
    return _ask(request, opened, form, do, f"Shared with {found.called} without agreement", "Saved.")


@child_page(NAME)
def authorise_share(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    if not opened.actor.may(Right.AGREE_DECISIONS):
        raise Http404
    found = _waiting(opened, pk)
    lacks = [{"text": f"It is to be written down: {one}."} for one in rules.anyway_lacks(found)]
    do = partial(acts.authorise_share, by=opened.actor, about=opened.child, shared=found)
    about = f"{found.by_name}: {found.harm or 'nothing was said yet of what might happen otherwise'}"
    title = f"Was it right to share this with {found.called}?"
    return _ask(request, opened, forms.AuthoriseShare(posted(request)), do, title, "Saved.", lacks=lacks, about=about)


def _waiting(opened: Opened, pk: int) -> Any:
    found = own(opened, queries.shared_anyway(pk))
    if found.authorised is not None:
        raise Http404
    return found


def _agencies(opened: Opened) -> list[tuple[str, str]]:
    """Other agencies here, and the services of the child's age where help is early."""
    begun, pack = queries.early_help_of(opened.child), pack_of(opened)
    services = sorted(begun.services.all(), key=lambda one: one.pk) if begun else []
    named = [label(pack, "universal_service", one.service) for one in services]
    known = [(str(one.pk), one.name) for one in directory.other_agencies()]
    return [*known, *((f"service:{name}", name) for name in named)]


def _with_agency(act: Any, *, agency: int | None, **given: Any) -> Any:
    return act(agency=next((one for one in directory.other_agencies() if one.pk == agency), None), **given)


def _ask(
    request: HttpRequest, opened: Opened, form: Any, do: Any, title: str, said: str, **context: Any
) -> HttpResponse:
    then = saying(request, said, reverse("child-consent", args=[opened.child.ref]) + "#shared")
    return framed(request, opened, form, do, title=title, then=then, note=_SAFE, here="child-around", **context)
