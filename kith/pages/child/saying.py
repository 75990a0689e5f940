"""Saying something: a sheet, filled in one's own way; who will read it; then send it, keep it, or throw it away."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kith import words as spoken
from kith.involvement import queries as involvement
from kith.involvement.acts import raise_concern
from kith.pages.child import telling
from kith.pages.child.forms import SheetForm, WhoForm
from kith.pages.child.keeping import Me, child_only
from kith.pages.child.sheets import Sheet, sheet_called, sheets_for
from kith.record import Refused
from kith.record.drafts import Conflict, discard_draft, draft_initial, keep_draft
from kith.record.queries import draft_for
from kith.voice import acts, rules
from kith.voice import queries as voice
from kith.web.asking import SeeOther, blame, key_of
from kith.web.doors import CORNER_DRAFT
from kith.web.forms import from_draft
from kith.web.sent import fields_of, version_of
from kith.web.signed_out import whose


@child_only
def say(request: HttpRequest, me: Me) -> HttpResponse:
    """Choose how. Good things are offered first: a child may have been told not to speak of worries."""
    band = me.corner.band
    sheets = [
        {"sheet": one, "title": one.title_for(band), "ask": one.question_for(band)}
        for one in sheets_for(band, guided=guided(me))
    ]
    return render(request, "pages/corner/say.html", me.page(sheets=sheets))


def guided(me: Me) -> bool:
    return voice.may_be_guided(me.person) if me.corner.guided is None else me.corner.guided


@child_only
def sheet(request: HttpRequest, me: Me, code: str) -> HttpResponse:
    """One sheet. Its words are a draft of the child's own until they choose what becomes of them."""
    chosen = _open_sheet(code, me)
    if request.method == "POST":
        return _kept(request, me, chosen)
    begun, _ = draft_initial(me.actor, _key(chosen))
    form = from_draft(SheetForm, begun, sheet=chosen, me=me)
    return render(request, "pages/corner/sheet.html", _sheet_page(request, me, chosen, form))


def _kept(request: HttpRequest, me: Me, chosen: Sheet) -> HttpResponse:
    form = SheetForm(request.POST, sheet=chosen, me=me)
    if form.is_valid() and not form.holds_something():
        form.add_error(None, me.page()["say"].nothing_yet)
    if not form.is_valid():
        return render(request, "pages/corner/sheet.html", _sheet_page(request, me, chosen, form), status=422)
    try:
        title, fields = chosen.title_for(me.corner.band), {**fields_of(request), "draft_back": request.path}
        keep_draft(by=me.actor, key=_key(chosen), title=title, fields=fields, version=version_of(request))
    except Conflict:
        return redirect("draft", key=_key(chosen))
    if "keep" in request.POST:
        messages.success(request, me.page()["say"].kept_now)
        return SeeOther(reverse("corner"))
    return SeeOther(reverse("corner-who", args=[chosen.code]))


def _sheet_page(request: HttpRequest, me: Me, chosen: Sheet, form: Any) -> dict[str, Any]:
    return me.page(
        sheet=chosen,
        title=chosen.title_for(me.corner.band),
        form=form,
        key=key_of(request),
        draft=draft_for(me.actor, _key(chosen)),
        draft_url=reverse("draft", args=[_key(chosen)]),
        whose=whose(me.actor, _key(chosen)),
    )


@child_only
def who(request: HttpRequest, me: Me, code: str) -> HttpResponse:
    """Who will see this? Said before anything is sent, plainly and truly; and the child decides."""
    chosen = _open_sheet(code, me)
    begun, _ = draft_initial(me.actor, _key(chosen))
    if begun is None:
        return redirect("corner-sheet", code=code)
    filled = SheetForm(begun, sheet=chosen, me=me)
    if not filled.is_valid() or not filled.holds_something():
        return redirect("corner-sheet", code=code)
    form = WhoForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            return _sent_on(request, me, chosen, filled, form)
        except Refused as refusal:
            blame(form, refusal)
    name = worker(me)
    page = me.page(
        sheet=chosen,
        said=[one for one in filled.said() if one.text.strip() or one.picked],
        strokes=filled.cleaned_data["strokes"],
        shows=filled.cleaned_data["shows"],
        form=form,
        key=key_of(request),
        worker=name,
        others=telling.phrased(me, "others", worker=name),
        may_talk=telling.phrased(me, "may_talk", worker=name),
        send=telling.phrased(me, "send", worker=name),
    )
    return render(request, "pages/corner/who.html", page, status=422 if form.errors else 200)


def _sent_on(request: HttpRequest, me: Me, chosen: Sheet, filled: SheetForm, form: WhoForm) -> HttpResponse:
    """The words go to whoever leads the work; words that tell of harm go to duty in the same breath (design 7.3)."""
    if filled.cleaned_data["strokes"] and not form.png():
        raise Refused("Your picture did not come along. Send it once more.", field="drawing")
    key, harm = key_of(request), form.cleaned_data["harm"]
    lead = involvement.who_leads(me.person)
    words = acts.say_in_corner(
        by=me.actor,
        about=me.person,
        key=key,
        draft=_key(chosen),
        sheet=chosen.code,
        said=[replace(one, sort="harm") if harm else one for one in filled.said()],
        drawing=form.png(),
        shows=filled.cleaned_data["shows"],
        scribe=filled.scribe_name(),
        on_device=me.corner.on_device,
        may_tell=form.cleaned_data["may_tell"],
        owed_by_id=lead.account_id if lead else None,
        owed_by_name=lead.name if lead else "the team",
    )
    if not harm:
        return SeeOther(reverse("corner-sent", args=[words.pk]))
    what = f"Told of harm in their own corner: “{words.told}”"
    raised = f"{involvement.TOLD_OF_HARM}{key}"[:64]
    raise_concern(by=me.actor, key=raised, what=what, person=me.person)
    told = involvement.concern_of_mine(me.actor, raised)
    return SeeOther(reverse("corner-told", args=[told.pk]))


@child_only
def throw_away(request: HttpRequest, me: Me, code: str) -> HttpResponse:
    """Nobody has seen it, and nobody will: asked once more, because it can not come back."""
    chosen = _open_sheet(code, me)
    if request.method == "POST":
        discard_draft(by=me.actor, key=_key(chosen))
        messages.success(request, me.page()["say"].thrown)
        return SeeOther(reverse("corner"))
    return render(request, "pages/corner/throw.html", me.page(sheet=chosen))


@child_only
def take_back(request: HttpRequest, me: Me, pk: int) -> HttpResponse:
    """Asked once more; and said truly when it is too late."""
    words = _own(me, pk)
    may = rules.may_be_taken_back(words)
    if request.method == "POST":
        try:
            acts.take_back(by=me.actor, about=me.person, key=key_of(request), words=words)
            messages.success(request, me.page()["say"].taken_back)
            return SeeOther(reverse("corner-said"))
        except Refused:
            may = False
    page = me.page(
        words=words,
        may=may,
        hint=telling.phrased(me, "take_back_hint", worker=worker(me)),
        late=telling.phrased(me, "take_back_late", worker=worker(me)),
    )
    return render(request, "pages/corner/take_back.html", page)


def _own(me: Me, pk: int) -> Any:
    words = voice.own_words(me.person, corner_only=True).filter(pk=pk).first()
    if words is None:
        raise Http404
    return words


@child_only
def sent(request: HttpRequest, me: Me, pk: int) -> HttpResponse:
    """The receipt: who has it, and what is owed next, by when."""
    words = _own(me, pk)
    wish = getattr(words, "wish", None)
    name = worker(me)
    page = me.page(
        words=words,
        may_take_back=rules.may_be_taken_back(words),
        thanks=telling.phrased(me, "thank_you", name=me.corner.called),
        has_it=telling.phrased(me, "has_it", worker=name),
        receipt=telling.phrased(me, "receipt_by", worker=name, day=telling.receipt_by(words.said_on, me)),
        answer=telling.phrased(me, "answer_by", day=spoken.short_day(wish.answer_by_on, me.actor.today))
        if wish
        else "",
    )
    return render(request, "pages/corner/sent.html", page)


def worker(me: Me) -> str:
    """The first name of who reads it first: the lead worker, or whoever is there instead."""
    lead = involvement.who_leads(me.person)
    return lead.name.partition(" ")[0] if lead else "The team"


def _open_sheet(code: str, me: Me) -> Sheet:
    chosen = sheet_called(code)
    if chosen is None or not (chosen.free or guided(me)):
        raise Http404
    return chosen


def _key(chosen: Sheet) -> str:
    return f"{CORNER_DRAFT}{chosen.code}"
