"""Signs of harm: ticked on any record, and looked at together when several come within the days (S2-05)."""

from datetime import date
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.assessment import acts, forms, queries, rules
from kith.calendar import PartDate, age
from kith.packs import NotInPack, Pack
from kith.pages.staff import telling
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page
from kith.record.queries import draft_for
from kith.story import queries as story
from kith.web.asking import ask, posted

HERE = "child-signs"
Titles = dict[int, str]
# The page a record stands on, and where on it.
_STANDS_ON = {
    "record_visit": ("child-contacts", "made"),
    "write_down_words": ("child-voice", ""),
    "say_in_corner": ("child-voice", ""),
    "decide_contact": ("child-contacts", "reached"),
    "contribute": ("child-assessment", "voices"),
    "give_as_agency": ("child-assessment", "voices"),
    "note_domain": ("child-assessment", "domains"),
    "say_situation": ("child", ""),
    "say_life_today": ("child-whole", ""),
}


@child_page("signs")
def child_signs(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Nine queries besides those of every page of a record."""
    pack, today = pack_of(opened), opened.actor.today
    signs, titles = queries.signs_of(opened.child), _titles(opened)
    days = pack.timescale(rules.LIMIT).limit
    recorded = queries.records_of(opened.child, today, getattr(days, "n", 0))
    return render(
        request,
        "pages/alert/signs.html",
        {
            **header(opened, "child-assessment"),
            "patterns": [pattern_row(one, opened, titles) for one in rules.patterns(signs, pack)],
            "signs": [sign_row(one, opened, titles) for one in reversed(signs)],
            "looks": [(one, rules.is_whole(one)) for one in queries.looks_together(opened.child)],
            "records": [(one, titles.get(one.pk, one.said)) for one in recorded] if opened.may_write else [],
            "days": days,
        },
    )


def pattern_row(pattern: rules.Pattern, opened: Opened, titles: Titles) -> dict[str, Any]:
    """A pattern with each of its sources."""
    return {
        "pattern": pattern,
        "first": pattern.signs[0].pk,
        "signs": [sign_row(one, opened, titles) for one in pattern.signs],
    }


def _titles(opened: Opened) -> Titles:
    """What each record tells, by its line of the log: the child's own words, else as the story has it. Six queries."""
    reading = story.read(opened.child)
    titles = {one.act_id: telling.one_line(one, opened)["title"] for one in reading.events}
    return titles | {act: " ".join(f"“{words.told}”" for words in said) for act, said in reading.said.items()}


def sign_row(one: Any, opened: Opened, titles: Titles) -> dict[str, Any]:
    page, part = _STANDS_ON.get(one.event.name, ("child-story", ""))
    try:
        kind, sign = pack_of(opened).sign(one.sign)
        text, title = sign.text, kind.title
    except NotInPack:  # ticked under a pack that had it
        text, title = one.sign, one.harm
    return {
        "row": one,
        "text": text,
        "kind": title,
        "record": titles.get(one.event_id, one.event.said),
        "href": reverse(page, args=[opened.child.ref]) + (f"#{part}" if part else ""),
        "late": one.ticked_on != one.seen_on,
    }


@child_page("signs: a record")
def tick_signs(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    event = own(opened, queries.record(opened.child, pk))
    child = opened.child
    return ask(
        request,
        "pages/alert/tick.html",
        form=forms.TickSigns(
            posted(request),
            pack=pack_of(opened),
            age=_age_at(child, event.happened_on),
        ),
        do=partial(acts.tick_signs, by=opened.actor, about=child, event=event),
        then=saying(request, "Kept, on the record they stand on.", reverse(HERE, args=[child.ref])),
        event=event,
        tells=_titles(opened).get(event.pk, event.said),
        **header(opened, "child-assessment"),
    )


@child_page("signs: looked at together")
def look_at_pattern(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """`pk`: any sign of the kind that asks. What was written and did not close it is there to go on with."""
    must_write(opened)
    pack, signs = pack_of(opened), queries.signs_of(opened.child)
    harm = next((one.harm for one in signs if one.pk == pk), "")
    pattern = next((one for one in rules.patterns(signs, pack) if one.harm == harm), None)
    if pattern is None:
        raise Http404
    before = queries.looks_together(opened.child).filter(harm=harm).first()
    unfinished = before is not None and not rules.is_whole(before)
    started = {name: getattr(before, name) for name in ("made_of_it", "next_step")} if unfinished else {}
    key = f"look-at-pattern:{opened.child.ref}:{pk}"
    kept = draft_for(opened.actor, key)
    return ask(
        request,
        "pages/alert/look.html",
        form=at_hand(forms.LookAtPattern, request, kept, initial=started),
        do=partial(acts.look_at_pattern, by=opened.actor, about=opened.child, harm=harm),
        then=saying(request, "Kept.", reverse(HERE, args=[opened.child.ref])),
        draft=kept or key,
        draft_key=key,
        kept=kept,
        one=pattern_row(pattern, opened, _titles(opened)),
        days=pack.timescale(rules.LIMIT).limit,
        **header(opened, "child-assessment"),
    )


def waiting(children: list[int], pack: Pack, *, unled: bool = False) -> list[dict[str, Any]]:
    """Lines of Today and of a team: whose signs ask to be looked at together. One query."""
    found = queries.patterns_waiting(children, pack, unled=unled)
    return [{"person": one.person, "pattern": one.pattern} for one in found]


def _age_at(child: Any, day: date) -> int | None:
    """In years on the day of the record; None where nobody knows when they were born."""
    return age(PartDate(child.born_on, child.born_precision), day) if child.born_on else None
