"""How families reach me: a worker’s own page; and what was agreed on working together with one of a family (S4-28)."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith.directory.queries import phone_of
from kith.involvement import acts, forms, queries
from kith.pages.pictures import as_picture
from kith.pages.staff.guarding import as_typed, must_write, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page, staff_only
from kith.pages.staff.said_did import of_family
from kith.web.asking import SeeOther, ask, key_of, posted

_TEXTS = ("hours", "how", "outside", "to_child")


@staff_only
def reach_me(request: HttpRequest) -> HttpResponse:
    """What families and children I work with read of me, as they read it; changed here and by nobody else."""
    actor = request.actor  # type: ignore[attr-defined]
    mine = queries.how_to_reach([actor.account_id]).get(actor.account_id)
    return ask(
        request,
        "pages/reaching/mine.html",
        form=forms.SayHowToReach(posted(request), initial={name: getattr(mine, name, "") for name in _TEXTS}),
        do=partial(acts.say_how_to_reach, by=actor),
        then=saying(request, "Kept. Families whose work you lead read it from now on.", reverse("reach-me")),
        actor=actor,
        mine=mine,
        phone=phone_of(actor),
    )


@staff_only
def put_own_photo(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    return ask(
        request,
        "pages/reaching/photo.html",
        form=forms.PutOwnPhoto(*sent),
        do=partial(acts.put_own_photo, by=actor),
        then=saying(request, "Your photo is shown to families whose work you lead.", reverse("reach-me")),
        actor=actor,
    )


@require_POST
@staff_only
def take_away_photo(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    if queries.photo_of_worker(actor.account_id) is None:
        raise Http404
    acts.take_away_own_photo(by=actor, key=key_of(request))
    messages.success(request, "Your photo is shown to nobody from now on.")
    return SeeOther(reverse("reach-me"))


@staff_only
def own_photo(request: HttpRequest) -> HttpResponse:
    return as_picture(queries.photo_of_worker(request.actor.account_id))  # type: ignore[attr-defined]


@child_page("working together")
def agree_terms(request: HttpRequest, opened: Opened) -> HttpResponse:
    """What stands and what it took the place of; and to agree anew."""
    must_write(opened)
    return ask(
        request,
        "pages/reaching/terms.html",
        **as_typed(
            request, opened.actor, f"agree-terms:{opened.child.ref}", forms.AgreeTerms, family=of_family(opened)
        ),
        do=partial(acts.agree_terms, by=opened.actor, about=opened.child),
        then=saying(request, "Kept. It stands on their own page.", reverse("agree-terms", args=[opened.child.ref])),
        terms=list(queries.terms_of(opened.child)),
        **header(opened, "child"),
    )
