"""Voice: everything a child said in their own words, what became of it, and the answers owed (S0-02, S3-03)."""

from datetime import datetime
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.access import Right
from kith.calendar import ago
from kith.pages.staff import asking, quoting, repeating
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.people import queries as people
from kith.record.queries import draft_for
from kith.sharing.acts import recall_copies
from kith.voice import acts, forms, queries, rules
from kith.web.asking import SeeOther, ask
from kith.web.forms import from_draft

A_PAGE = 25
TAKEN_OFF = "words taken off"  # in the session: the child, and since when others may have read the words


@child_page("voice")
def child_voice(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Five queries besides those of every page of a record."""
    pack, sort = pack_of(opened), request.GET.get("sort", "")
    sorts = {code.code: code.label for code in pack.codes("words_kind").codes}
    heard = queries.heard(opened.child, opened.actor.today)
    sort = sort if sort in sorts else ""
    pages = Paginator(queries.words_of(opened.child, sort), A_PAGE)
    pages.count = heard.of_sort[sort] if sort else heard.said  # known already: not counted twice
    page = pages.get_page(request.GET.get("page"))
    return render(
        request,
        "pages/voice/voice.html",
        {
            **header(opened, "child-voice"),
            "heard": heard,
            "quotes": [quoting.quote(words, opened, pack) for words in page],
            "filters": quoting.filters(sorts, sort, heard),
            "page": page,
            "stays": asking.stays(opened),
            "own_people": queries.chosen_people(opened.child),
            "taken_off": _taken_off(request, opened) if "taken-off" in request.GET else None,
            **_around(heard, page, sort, opened),
        },
    )


def _around(heard: queries.Heard, page: Page, sort: str, opened: Opened) -> dict[str, Any]:
    """What is said beside the numbers and the list."""
    name, today = opened.child.called.partition(" ")[0], opened.actor.today
    to = f"?sort={sort}&page=" if sort else "?page="
    return {
        "owed_note": f"The oldest was said {ago(heard.oldest_owed, today)}." if heard.oldest_owed else "",
        "not_told_note": f"{heard.not_told} not told to {name} yet." if heard.not_told else "",
        "nothing_said": f"No one has written down {name}’s words yet.",
        "later": {"href": f"{to}{page.number + 1}", "text": "Earlier words"} if page.has_next() else None,
        "earlier": {"href": f"{to}{page.number - 1}", "text": "Later words"} if page.has_previous() else None,
    }


@child_page("writing words")
def write_words(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    key = f"write-words:{opened.child.ref}"
    kept = draft_for(opened.actor, key)
    options = {"pack": pack_of(opened), "initial": {"on": opened.actor.today, "sort": request.GET.get("sort", "")}}
    top = header(opened, "child-voice")
    return ask(
        request,
        "pages/voice/write.html",
        form=at_hand(forms.WriteWords, request, kept, **options),
        do=partial(acts.write_down_words, by=opened.actor, about=opened.child, **_owed_by(top["lead"])),
        then=partial(_after_words, request, opened),
        draft=kept or key,
        draft_key=key,
        kept=kept,
        **top,
    )


def _owed_by(lead: Any) -> dict[str, Any]:
    """The lead worker owes the answer, whoever heard the words; without one, whoever heard them."""
    return {"owed_by_id": lead.account_id, "owed_by_name": lead.name} if lead else {}


def _after_words(request: HttpRequest, opened: Opened, words: Any) -> str:
    """A child who told of harm comes before the record (design 7.3)."""
    messages.success(request, "The words are kept.")
    if words.sort == "harm":
        return f"{reverse('worried')}?child={opened.child.ref}"
    return _voice(opened)


@child_page("putting words right")
def put_words_right(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """The child says they were heard wrong: what they meant is written beside what was."""
    must_write(opened)
    words = own(opened, queries.words(pk))
    top, said = header(opened, "child-voice"), {"sort": words.sort, "way": words.way, "where": words.where}
    initial = {**said, "on": opened.actor.today, "checked_back": "yes"}
    return ask(
        request,
        "pages/voice/right.html",
        form=forms.PutWordsRight(request.POST or None, pack=pack_of(opened), initial=initial),
        do=partial(acts.put_words_right, by=opened.actor, about=opened.child, words=words, **_owed_by(top["lead"])),
        then=partial(_after_words, request, opened),
        quote=quoting.quote(words, opened, pack_of(opened)),
        **top,
    )


@child_page("an answer")
def answer_wish(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """Answer a wish; once answered, read the answer."""
    wish = own(opened, queries.wish(pk))
    about = {**header(opened, "child-voice"), "wish": wish, "quote": quoting.quote(wish.words, opened, pack_of(opened))}
    if hasattr(wish, "answer"):
        return render(request, "pages/voice/answered.html", {**about, **_as_read(wish.answer, opened)})
    must_write(opened)
    key = f"answer-wish:{pk}"
    kept = draft_for(opened.actor, key)
    begun = forms.answer_begun(opened.actor.name, opened.actor.today)
    options = {"pack": pack_of(opened), "second": bool(wish.reopened_on), "initial": begun}
    # Asked only how the words read: the form as it was typed, nothing checked and nothing saved.
    form = (
        from_draft(forms.AnswerWish, request.POST, **options)
        if "read" in request.POST
        else at_hand(forms.AnswerWish, request, kept, **options)
    )
    return ask(
        request,
        "pages/voice/answer.html",
        form=form,
        draft=kept or key,
        draft_key=key,
        kept=kept,
        **_how_it_reads(request.POST.get("reason", ""), opened),
        do=partial(acts.answer_child, by=opened.actor, about=opened.child, wish=wish),
        then=saying(request, "The answer is kept.", _voice(opened)),
        **about,
    )


def _how_it_reads(text: str, opened: Opened) -> dict[str, Any]:
    pack = pack_of(opened)
    return {"advice": rules.how_it_reads(text, pack.figure("reading-age"), pack.say_instead), "advised": bool(text)}


def _as_read(answer: Any, opened: Opened) -> dict[str, Any]:
    said = quoting.answer_of(answer, opened, pack_of(opened))
    return {"answer": answer, "said": said, **_how_it_reads(answer.reason, opened)}


@child_page("telling the child")
def tell_child(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    answer = own(opened, queries.answer(pk))
    if answer.told_on:
        return redirect("answer-wish", ref=opened.child.ref, pk=answer.wish_id or answer.first_for_id)
    initial = {"on": opened.actor.today, "told_by": opened.actor.name}
    return ask(
        request,
        "pages/voice/tell.html",
        form=forms.TellChild(request.POST or None, pack=pack_of(opened), initial=initial),
        do=partial(acts.tell_child, by=opened.actor, about=opened.child, answer=answer),
        then=saying(request, "Kept: who told the child, and when.", _voice(opened)),
        quote=quoting.quote(answer.wish.words, opened, pack_of(opened)),
        **header(opened, "child-voice"),
    )


@child_page("wrong child")
def correct_words(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """Words on the wrong child: said first who has read them, then taken off everywhere at once (design 7.14)."""
    if not (opened.may_write or opened.actor.may(Right.CORRECT_RECORDS)):
        raise Http404
    words = queries.words(pk)
    if words is None and request.session.get(TAKEN_OFF, {}).get("child") == opened.child.ref:
        return SeeOther(_taken_off_path(opened))  # the same button pressed twice
    words = own(opened, words)
    since, found = words.act.recorded_at, repeating.repeated(words, opened)
    return ask(
        request,
        "pages/voice/wrong_child.html",
        form=forms.CorrectWords(request.POST or None, places=found.here),
        do=partial(_correct, opened, words, found.copies),
        then=partial(_after_correcting, request, opened, since, [copy.recipient_name for copy in found.copies]),
        words=words,
        quote=quoting.quote(words, opened, pack_of(opened)),
        looked=queries.looked_since(opened.child, since),
        right_child=people.may_be_written([s for s, _ in opened.siblings], opened.actor),
        found=found,
        since=since,
        **header(opened, "child-voice"),
    )


def _correct(opened: Opened, words: Any, copies: list[Any], **told: Any) -> Any:
    """The words, and the copies that hold them, leave together; that the copies went stays known: all or nothing."""
    with transaction.atomic():
        made = acts.correct(by=opened.actor, about=opened.child, words=words, also=copies, **told)
        if copies:
            recall_copies(by=opened.actor, about=opened.child, copies=copies)
    return made


def _after_correcting(request: HttpRequest, opened: Opened, since: datetime, copies: list[str], _made: Any) -> str:
    request.session[TAKEN_OFF] = {"child": opened.child.ref, "since": since.isoformat(), "copies": copies}
    return _taken_off_path(opened)


def _taken_off(request: HttpRequest, opened: Opened) -> dict[str, Any] | None:
    """Told to the one who took words off: who had read the record since they were written."""
    gone = request.session.get(TAKEN_OFF, {})
    if gone.get("child") != opened.child.ref:
        return None
    since = datetime.fromisoformat(gone["since"])
    return {"looked": queries.looked_since(opened.child, since), "since": since, "copies": gone["copies"]}


def _taken_off_path(opened: Opened) -> str:
    return f"{_voice(opened)}?taken-off=1"


def _voice(opened: Opened) -> str:
    return reverse("child-voice", args=[opened.child.ref])
