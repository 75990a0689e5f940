"""A chronology for a court in three screens: choose, put right, check and make; and then the copy itself (J6)."""

from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.calendar import in_full
from kith.pages.papers import paper_file
from kith.pages.staff import telling
from kith.pages.staff.guarding import must_write, own
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.people import queries as people
from kith.sharing import queries as sharing
from kith.sharing import rules as sharing_rules
from kith.story import acts, forms, papers, queries
from kith.story.rules import Event, court
from kith.web.asking import SeeOther, ask, posted


@child_page("choosing for a court")
def court_choose(request: HttpRequest, opened: Opened) -> HttpResponse:
    """The first screen: the period, and the entries, with what matters ticked already."""
    must_write(opened)
    reading = queries.read(opened.child)
    begun = queries.open_chronology(opened.child, opened.actor)
    from_on, to_on, asked = _period(request, begun, opened.actor.today)
    offered = [event for event in reading.events if event.in_story and event.when.earliest <= to_on]
    chosen = set(begun.chosen) if begun and not asked else _preselected(offered, from_on, to_on)
    given = posted(request)
    form = forms.ChooseForCourt(given, events=[(event.act_id, event.title) for event in offered])
    ticked = set(map(str, given.getlist("events"))) if given else set(map(str, chosen))
    return ask(
        request,
        "pages/story/court_choose.html",
        form=form,
        do=partial(acts.choose_for_court, by=opened.actor, about=opened.child, chronology=begun),
        then=lambda made: reverse("court-right", args=[opened.child.ref, made.pk]),
        period=forms.Period(request.GET if asked else None, initial={"from_on": from_on, "to_on": to_on}),
        from_on=from_on,
        to_on=to_on,
        groups=_groups(offered, reading, ticked, from_on, opened),
        balance=court.balance(event for event in offered if str(event.act_id) in ticked),
        chosen=len(ticked),
        made=queries.chronologies_of(opened.child)[:10],
        **header(opened, "child-story"),
    )


def _period(request: HttpRequest, begun: Any, today: date) -> tuple[date, date, bool]:
    """From when to when, and whether this address asked for it: else as it was begun, else the last two years."""
    form = forms.Period(request.GET)
    if request.GET and form.is_valid() and form.cleaned_data["from_on"] <= form.cleaned_data["to_on"]:
        return form.cleaned_data["from_on"], min(form.cleaned_data["to_on"], today), True
    return (begun.from_on, begun.to_on, False) if begun else (queries.two_years_before(today), today, False)


def _preselected(events: list[Event], from_on: date, to_on: date) -> set[int]:
    return {event.act_id for event in events if court.preselected(event, from_on, to_on)}


def _groups(
    events: list[Event], reading: queries.Reading, ticked: set[str], from_on: date, opened: Opened
) -> list[dict[str, Any]]:
    """In the period, and before it; each as the worker ticks it."""
    groups: dict[str, list[Any]] = {"In this period": [], "Before it, in short": []}
    answers = queries.answers_told(reading)
    for event in events:
        row = {
            **telling.one_line(event, opened),
            "event": event,
            "answer": answers.get(event.act_id, ""),
            "quotes": [words.in_words for words in reading.said.get(event.act_id, []) if words.in_words],
            "ticked": str(event.act_id) in ticked,
        }
        groups["Before it, in short" if event.when.on < from_on else "In this period"].append(row)
    return [{"title": title, "rows": some} for title, some in groups.items() if some]


@child_page("putting a chronology right")
def court_right(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """The second screen: what these entries still owe the child, and what a judge would ask about them."""
    must_write(opened)
    chronology = own(opened, queries.chronology(pk))
    if chronology.release_id:
        return redirect("court-copy", ref=opened.child.ref, pk=pk)
    reading = queries.read(opened.child)
    lines = queries.court_lines(reading, chronology.chosen)
    name = opened.child.called.partition(" ")[0]
    given = posted(request)
    owing = [(line.event, _put_right(line.event, given, name)) for line in lines if line.event.to_complete]
    if given is not None and all(form.is_valid() for _, form in owing):
        _keep(opened, owing, given.get("key", ""))
        still = any(line.event.to_complete for line in _again(opened, chronology))
        return SeeOther(reverse("court-right" if still else "court-make", args=[opened.child.ref, pk]))
    return render(
        request,
        "pages/story/court_right.html",
        {
            "chronology": chronology,
            "owing": [(telling.one_line(event, opened), form) for event, form in owing],
            "advice": _advice(lines, opened, pk),
            "gaps": _heading(opened, chronology, reading).gaps,
            "entries": len(lines),
            **header(opened, "child-story"),
        },
        status=422 if given is not None else 200,
    )


def _put_right(event: Event, given: Any, name: str) -> forms.PutRight:
    initial = {"meant": event.meant, "outcome": event.outcome}
    return forms.PutRight(given, prefix=f"e{event.act_id}", called=name, initial=initial)


def _keep(opened: Opened, owing: list[tuple[Event, forms.PutRight]], key: str) -> None:
    for event, form in owing:
        if form.has_changed():
            acts.mean_for_child(
                by=opened.actor,
                about=opened.child,
                event=queries.act(event.act_id),
                significance=event.significance,
                key=f"{key[:40]}-{event.act_id}" if key else "",
                **form.cleaned_data,
            )


def _again(opened: Opened, chronology: Any) -> list[court.Line]:
    return queries.court_lines(queries.read(opened.child), chronology.chosen)


def _advice(lines: list[court.Line], opened: Opened, pk: int) -> list[dict[str, Any]]:
    found = []
    for line in lines:
        if said := court.advice(line):
            href = reverse("add-meaning", args=[opened.child.ref, line.event.act_id])
            found.append({**telling.one_line(line.event, opened), "said": said, "href": f"{href}?copy={pk}"})
    return found


@child_page("making a chronology")
def court_make(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """The third screen: the copy as it would be printed, checked for everything kept from anyone; then it is made."""
    must_write(opened)
    chronology = own(opened, queries.chronology(pk))
    if chronology.release_id:
        return redirect("court-copy", ref=opened.child.ref, pk=pk)
    reading = queries.read(opened.child)
    lines = queries.court_lines(reading, chronology.chosen)
    heading = _heading(opened, chronology, reading)
    content = court.content(heading, lines)
    return ask(
        request,
        "pages/story/court_make.html",
        form=forms.MakeCourtCopy(posted(request)),
        do=partial(
            acts.release_chronology,
            by=opened.actor,
            about=opened.child,
            chronology=chronology,
            heading=heading,
            lines=lines,
        ),
        then=lambda made: reverse("court-copy", args=[opened.child.ref, made.pk]),
        chronology=chronology,
        content=content,
        entries=court.every_entry(content),
        owing=sum(line.event.to_complete for line in lines),
        kept=_kept(opened, content),
        length=_length(content),
        **header(opened, "child-story"),
    )


def _heading(opened: Opened, chronology: Any, reading: queries.Reading) -> court.Heading:
    gaps = queries.gaps_of(opened.child, opened.actor.today, reading)
    return queries.heading_for(opened.child, opened.actor, chronology.from_on, chronology.to_on, gaps)


def _kept(opened: Opened, content: dict[str, Any]) -> list[str]:
    """What must come out first, entry by entry: the release refuses it whatever this page says."""
    family = [opened.child, *(sibling for sibling, _ in people.siblings_of(opened.child))]
    strings = people.protected_strings(family, None, opened.actor.today)
    return [
        f"Entry {entry['n']}: “{hit.string}”"
        for entry in court.every_entry(content)
        for hit in sharing_rules.hits(court.entry_as_text(entry), strings)
    ]


def _length(content: dict[str, Any]) -> int | None:
    """How many pages it will be, for one short enough to be set in type while the page waits."""
    if content["entries"] > court.AT_ONCE:
        return None
    return papers.chronology_pdf({**content, "release": 0, "recipient": "", "released_on": ""}).pages


@child_page("court copy")
def court_copy(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """What went, for whom, as files; or, while a long one is being made, that it is."""
    chronology = own(opened, queries.chronology(pk))
    if chronology.release_id is None:
        return redirect("court-right", ref=opened.child.ref, pk=pk)
    if chronology.release is None:  # sealed with words that were taken off: said plainly, and never shown again
        recalled = sharing.recall_of(opened.child, chronology.release_id)
        page = {"chronology": chronology, "recalled": recalled, **header(opened, "child-story")}
        return render(request, "pages/story/court_recalled.html", page)
    return render(
        request,
        "pages/story/court_copy.html",
        {
            "chronology": chronology,
            "release": chronology.release,
            "papers": sharing.papers_of(chronology.release),
            "released_on": in_full(chronology.release.released_on),
            "entries": chronology.frozen["entries"],
            **header(opened, "child-story"),
        },
    )


@child_page("court copy, file")
def court_file(request: HttpRequest, opened: Opened, pk: int, form: str) -> HttpResponse:
    chronology = own(opened, queries.chronology(pk))
    return paper_file(chronology.release, form, "chronology")
