"""Who can agree to what for a child (S1-18). It advises: nothing urgent waits for it."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.involvement import queries as involvement
from kith.packs import MARKS
from kith.pages.staff.agreed_sharing import shared_with
from kith.pages.staff.framing import framed
from kith.pages.staff.guarding import must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.people import acts, forms, queries, rules
from kith.web.asking import posted


@child_page("who can agree")
def child_consent(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Eight queries besides those of every page of a record."""
    pack, today = pack_of(opened), opened.actor.today
    found = queries.consents_of(opened.child, pack, today)
    titles = {one.key: one.title for one in pack.consents}
    rests = found.rests_on
    standing = [one for one in rests.delegations if one.stands_on(today)]
    return render(
        request,
        "pages/around/consent.html",
        {
            **header(opened, "child-around"),
            **shared_with(opened),
            "urgent": rules.URGENT,
            "table": [(line, MARKS[line.topic.mark], pack.cite(line.topic)) for line in found.table],
            "law": _law(opened),
            "gaps": found.gaps,
            "delegations": [(one, titles.get(one.topic, one.topic)) for one in standing],
            "over": [(one, titles.get(one.topic, one.topic)) for one in rests.delegations if one not in standing],
            "understood": [
                (one, titles.get(one.topic, one.topic), label(pack, "understands", one.answer))
                for one in rests.understandings
            ],
            "agreed": [
                (one, titles.get(one.topic, one.topic), label(pack, "consent_said", one.said)) for one in found.agreed
            ],
        },
    )


def _law(opened: Opened) -> dict[str, Any] | None:
    """The law the child is looked after under, and what it does to who may decide."""
    pack, held = pack_of(opened), involvement.law_now(opened.child)
    if held is None:
        return None
    means = ""
    if held.status in pack.flagged("legal_status", "by_agreement"):
        means = "Parental responsibility stays with those who have it: the council has none."
    elif held.status in pack.flagged("legal_status", "care_order") | pack.flagged("legal_status", "interim_order"):
        means = "The council shares parental responsibility while it lasts."
    return {"held": held, "words": label(pack, "legal_status", held.status), "means": means}


@child_page("who may decide something")
def delegate(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    pack, today = pack_of(opened), opened.actor.today
    holders = [held.holder for held in queries.who_may_decide(opened.child, today)]
    form = forms.Delegate(posted(request), pack=pack, holders=holders, initial={"on": today})
    do = partial(acts.delegate, by=opened.actor, about=opened.child)
    return _ask(request, opened, form, do, "Who else may decide something?")


@child_page("somebody may no longer decide something")
def end_delegation(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    row = own(opened, queries.delegation(pk))
    if row.ended_on:
        raise Http404
    form = forms.EndDelegation(posted(request), initial={"on": opened.actor.today})
    do = partial(acts.end_delegation, by=opened.actor, about=opened.child, delegation=row)
    return _ask(request, opened, form, do, f"{row.to_name} may no longer decide it")


@child_page("what a child understands")
def judge_understanding(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    given = {"on": opened.actor.today, "judged_by": opened.actor.name}
    form = forms.JudgeUnderstanding(posted(request), pack=pack_of(opened), initial=given)
    do = partial(acts.judge_understanding, by=opened.actor, about=opened.child)
    return _ask(request, opened, form, do, "What do they understand well enough to decide?")


@child_page("a yes or a no")
def note_agreed(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Kept whoever said it; whose word is still needed is said at once, and nothing waits for it."""
    must_write(opened)
    pack, today = pack_of(opened), opened.actor.today
    table = queries.consents_of(opened.child, pack, today).table
    known = list(dict.fromkeys([opened.child.called, *(name for line in table for name in line.who)]))
    form = forms.NoteAgreed(posted(request), pack=pack, people=known, initial={"on": today})
    do = partial(acts.note_agreed, by=opened.actor, about=opened.child)

    def then(made: Any) -> str:
        if made.not_enough:
            messages.warning(request, f"Saved. It is not enough yet: {made.not_enough}")
        else:
            messages.success(request, "Saved.")
        return _consent(opened)

    return _ask(request, opened, form, do, "Somebody said yes, or no", then=then)


def _ask(
    request: HttpRequest, opened: Opened, form: Any, do: Any, title: str, then: Any = None, note: str = ""
) -> HttpResponse:
    then = then or saying(request, "Saved.", _consent(opened))
    context = {"title": title, "then": then, "note": note or rules.URGENT, "here": "child-around"}
    return framed(request, opened, form, do, **context)


def _consent(opened: Opened) -> str:
    return reverse("child-consent", args=[opened.child.ref])


def consent_text(opened: Opened) -> str:
    """The table for paper: for a carer, a school, a hospital. The words of urgency come first."""
    table = queries.consents_of(opened.child, pack_of(opened), opened.actor.today).table
    lines = [f"Who can agree to what for {opened.child.called}, {opened.actor.today:%-d %B %Y}", "", rules.URGENT, ""]
    for line in table:
        who = ", ".join(line.who) or "not known yet"
        lines += [line.topic.title, f"- {who}", *(f"- {note}" for note in (*line.notes, *line.gaps)), ""]
    return "\n".join(lines).strip()
