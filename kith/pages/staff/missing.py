"""A child is missing: told at once, found, and listened to afterwards (E30)."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.involvement import acts, forms, queries
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.looked_after import asked_of, first_name
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.pages.staff.time_limits import shown
from kith.record.queries import draft_for
from kith.standards.clocks import queries as clocks
from kith.web.asking import posted


@child_page("missing")
def report_missing(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The day and about what time; everything else may wait. One who is missing already has a page to add to."""
    must_write(opened)
    form = forms.ReportMissing(posted(request), pack=pack_of(opened))
    do = partial(acts.report_missing, by=opened.actor, about=opened.child)
    return asked_of(
        request,
        opened,
        form,
        do,
        title=f"{first_name(opened)} is missing",
        then=lambda made: _to(opened, made),
        note="Ring the police first. When you save this, duty and the lead worker are told at once.",
        button="Save and tell duty",
    )


@child_page("a time missing")
def time_missing(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    one, pack = own(opened, queries.time_missing(pk)), pack_of(opened)
    running = clocks.clocks_of(opened.child, opened.actor)
    limit = next((line for line in running if line.runs.limit == "return-interview" and _is_of(line, one)), None)
    return render(
        request,
        "pages/looked_after/missing.html",
        {
            **header(opened, "child-looked-after"),
            "one": one,
            "kind": label(pack, "missing_kind", one.kind),
            "answer": label(pack, "interview_answer", one.answer) if one.answer else "",
            "clock": shown(limit, opened.actor, opened.child.ref if opened.may_write else "") if limit else None,
            "independent": {True: "Independent", False: "Not independent"}.get(one.independent, ""),
        },
    )


def _is_of(line: Any, one: Any) -> bool:
    return bool(line.id.endswith(f"-{one.pk}"))


@child_page("found")
def note_found(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    one = _own(opened, pk)
    if one.found_at:
        raise Http404
    form = forms.NoteFound(posted(request))
    do = partial(acts.note_found, by=opened.actor, about=opened.child, missing=one)
    then = saying(request, "Kept. Somebody independent listens within three days.", _to(opened, one))
    return asked_of(request, opened, form, do, title=f"{first_name(opened)} is found", then=then)


@child_page("a time missing added to")
def note_missing(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    one = _own(opened, pk)
    names = ("police_reference", "worry", "answer", "why_not", "actions")
    initial = {name: getattr(one, name) for name in names}
    form = forms.NoteMissing(posted(request), pack=pack_of(opened), found=bool(one.found_at), initial=initial)
    do = partial(acts.note_missing, by=opened.actor, about=opened.child, missing=one)
    return asked_of(request, opened, form, do, title="Add what is known", then=_to(opened, one))


@child_page("a talk after being missing")
def record_return_talk(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    one = _own(opened, pk)
    if not one.found_at or one.talked_at:
        raise Http404
    key = f"return-talk:{one.pk}"
    kept = draft_for(opened.actor, key)
    form = at_hand(forms.ReturnTalk, request, kept, pack=pack_of(opened))
    do = partial(acts.record_return_talk, by=opened.actor, about=opened.child, missing=one)
    title = f"{first_name(opened)} talked about being missing"
    note = "What tells of harm is not answered like a wish: you are asked what worries you as soon as this is saved."

    def then(made: Any) -> str:
        """A child who told of harm comes before the record (design 7.3)."""
        harm = made.words and made.words.sort == "harm"
        return f"{reverse('worried')}?child={opened.child.ref}" if harm else _to(opened, one)

    return asked_of(request, opened, form, do, title=title, then=then, note=note, draft=kept or key, kept=kept)


def _own(opened: Opened, pk: int) -> Any:
    must_write(opened)
    return own(opened, queries.time_missing(pk))


def _to(opened: Opened, one: Any) -> str:
    return reverse("time-missing", args=[opened.child.ref, one.pk])
