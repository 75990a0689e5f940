"""How a worker says it goes, to whoever manages them; and what is offered (users J5). No other page reads it."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith.pages.staff.front_door import pack_of
from kith.pages.staff.guarding import saying
from kith.pages.staff.opening import staff_only
from kith.pages.staff.quoting import label
from kith.web.asking import SeeOther, ask, posted
from kith.workforce import acts, forms, queries


@staff_only
def my_check_ins(request: HttpRequest) -> HttpResponse:
    """Say how it goes; what was said before, with the answers, each to be taken back."""
    actor = request.actor  # type: ignore[attr-defined]
    pack, managers = pack_of(actor), queries.whom_to_share_with(actor)
    if request.method == "POST" and not managers:
        raise Http404
    return ask(
        request,
        "pages/check_ins/mine.html",
        form=forms.ShareCheckIn(posted(request), ways=pack.choices("check_in"), managers=managers),
        do=partial(acts.share_check_in, by=actor),
        then=saying(request, "Shared. Only the two of you can read it.", reverse("check-in")),
        actor=actor,
        managers=managers,
        rows=shown(queries.check_ins_of(actor)[:20], pack),
    )


@staff_only
def answer_check_in(request: HttpRequest, pk: int) -> HttpResponse:
    """For whom it was shared with; for anybody else the page is not there."""
    actor = request.actor  # type: ignore[attr-defined]
    found = queries.check_in(pk)
    if found is None or found.shared_with_id != actor.account_id:
        raise Http404
    return ask(
        request,
        "pages/check_ins/answer.html",
        form=forms.AnswerCheckIn(posted(request)),
        do=partial(acts.answer_check_in, by=actor, check_in=found),
        then=saying(request, f"{found.worker_name} reads your answer.", reverse("team") + "#check-ins"),
        actor=actor,
        row=shown([found], pack_of(actor))[0],
    )


@require_POST
@staff_only
def take_back_check_in(request: HttpRequest, pk: int) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    found = queries.check_in(pk)
    if found is None or found.worker_id != actor.account_id:
        raise Http404
    acts.take_back_check_in(by=actor, check_in=found, key=request.POST.get("key", ""))
    messages.success(request, "Taken back. Nobody but you can read it now.")
    return SeeOther(reverse("check-in"))


def shown(rows: Any, pack: Any) -> list[tuple[Any, str]]:
    """Each with how it goes, in the pack's words."""
    return [(one, label(pack, "check_in", one.how)) for one in rows]
