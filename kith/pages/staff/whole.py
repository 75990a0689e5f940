"""The whole child: who they are before the worries, what life is like today, how they grow, how they are."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.assessment import acts as assessment_acts
from kith.assessment import forms as assessment_forms
from kith.assessment import queries as assessment
from kith.assessment import rules
from kith.calendar import ago
from kith.feedback import acts as feedback_acts
from kith.feedback import forms as feedback_forms
from kith.feedback import queries as feedback
from kith.packs import Pack
from kith.pages.staff import citing, days
from kith.pages.staff.guarding import at_hand, must_write, own, pack_of, saying
from kith.pages.staff.header import header, how_old
from kith.pages.staff.opening import Opened, child_page
from kith.pages.staff.quoting import label
from kith.people import acts, forms, queries
from kith.record.queries import draft_for
from kith.visits import queries as visits
from kith.web.asking import SeeOther, ask
from kith.web.pictures import trend
from kith.words import needs_words

SEEN_SHOWN, A_YEAR = 5, timedelta(days=365)
FIRST = ("likes", "good_at", "celebrates", "tell_me", "speaks", "pace")  # shown in this order, before anything hard


@child_page("all about me")
def child_whole(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Seven queries besides those of every page of a record."""
    child, pack = opened.child, pack_of(opened)
    top, card = header(opened, "child-whole"), _card(opened, pack)
    return render(
        request,
        "pages/whole/whole.html",
        {
            **top,
            "card": card,
            "fill_by": _to_fill_by(card, top["spell"], pack),
            "life": life_in_words(opened),
            "day": days.a_day(opened),
            "growing": _growing(opened, pack),
            "observed": _observed(opened),
            "stage": rules.stage_at(child.born_on, opened.actor.today)[1] if child.born_on else "",
            "wellbeing": _wellbeing(opened, pack),
            "valued": [
                {"row": one, "answer": dict(feedback_forms.FACES)[one.score]} for one in feedback.valued_of(child)[:6]
            ],
        },
    )


def _card(opened: Opened, pack: Pack) -> list[dict[str, Any]]:
    held = queries.about_me(opened.child)
    order = [*FIRST, *(code for code, _ in pack.choices("about_me_part") if code not in FIRST)]
    return [
        {
            "part": code,
            "title": label(pack, "about_me_part", code),
            "lines": [(line, _said_by(line, opened, pack)) for line in held.get(code, [])],
        }
        for code in order
    ]


def _to_fill_by(card: list[dict[str, Any]], spell: Any, pack: Pack) -> date | None:
    """An empty card is owed by a day of the pack, from the start of the work; None once a line stands on it (S3-28)."""
    if any(box["lines"] for box in card) or spell is None or spell.started_on is None:
        return None
    return pack.timescale("all-about-me").due(spell.started_on, pack.calendar)


def _said_by(line: Any, opened: Opened, pack: Pack) -> str:
    name = opened.child.called.partition(" ")[0]
    who = (
        f"{name} says"
        if line.said_by == "child"
        else line.said_by_name or label(pack, "about_me_said_by", line.said_by)
    )
    return f"{who}, {ago(line.from_on, opened.actor.today)}"


def life_in_words(opened: Opened, *, resting: bool = True) -> dict[str, Any] | None:
    """What life is like today, how old that is, and whether it is older than it may be (S1-03). `resting`: with the
    child's words it rests on, for one query more.
    """
    life, pack, today = assessment.life_today(opened.child), pack_of(opened), opened.actor.today
    if life is None:
        return None
    due = pack.timescale("life-today").limit.after(life.written_on, pack.calendar)
    return {
        "text": life.text,
        "by": life.written_by,
        "ago": ago(life.written_on, today),
        "old": due < today,
        "due": due,
        "quotes": citing.quotes_beside([life], opened, quiet=True).get(life.pk, []) if resting else [],
    }


def _growing(opened: Opened, pack: Pack) -> list[dict[str, Any]]:
    """Each part looked at: how it goes now, how it went before, and what was seen."""
    return [
        {
            "area": label(pack, "development_area", area),
            "now": marks[0],
            "mark": label(pack, "development_mark", marks[0].mark),
            "stage": rules.stage_in_words(marks[0].stage),
            "before": [
                f"{label(pack, 'development_mark', m.mark)} ({ago(m.seen_on, opened.actor.today)})" for m in marks[1:3]
            ],
            "owes": marks[0].mark == "concern" and not marks[0].saw,
        }
        for area, marks in assessment.growing(opened.child).items()
    ]


def _observed(opened: Opened) -> list[dict[str, str]]:
    """What was seen of the child at the last visits, with how old they were then (S1-04). One query."""
    since = opened.actor.today - A_YEAR
    lines = [one for one in visits.seen_since(opened.child, since) if not needs_words(one.saw)]
    return [
        {"saw": one.saw, "when": ago(one.visited_on, opened.actor.today), "age": how_old(opened.child, one.visited_on)}
        for one in lines[:SEEN_SHOWN]
    ]


def _wellbeing(opened: Opened, pack: Pack) -> list[dict[str, Any]]:
    """Each indicator with the latest number of each view and its course as a small picture with the same in words."""
    held = assessment.wellbeing(opened.child)
    return [
        {
            "title": title,
            "views": [
                {
                    "whose": label(pack, "rated_by", view),
                    "of": ratings[-1].view_of,
                    "score": ratings[-1].score,
                    "when": ago(ratings[-1].said_on, opened.actor.today),
                    "course": ", ".join(str(one.score) for one in ratings),
                    "picture": trend([(one.said_on, one.score) for one in ratings], most=10),
                    "words": ratings[-1].words,
                }
                for view, ratings in held[code].items()
            ],
        }
        for code, title in pack.choices("wellbeing_indicator")
        if code in held
    ]


@child_page("all about me: a line")
def say_about_me(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    return _about_me(request, opened, None, {"part": request.GET.get("part", "")})


@child_page("all about me: said again")
def say_about_me_again(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    line = own(opened, queries.about_me_line(pk))
    return _about_me(request, opened, line, {"part": line.part, "said_by": line.said_by, "text": line.text})


def _about_me(request: HttpRequest, opened: Opened, line: Any, initial: dict[str, str]) -> HttpResponse:
    return ask(
        request,
        "pages/whole/about_me.html",
        form=forms.SayAboutMe(request.POST or None, pack=pack_of(opened), initial=initial),
        do=partial(acts.say_about_me, by=opened.actor, about=opened.child, instead_of=line),
        then=saying(request, "It is on the card.", _whole(opened)),
        line=line,
        **header(opened, "child-whole"),
    )


@child_page("all about me: taken off")
def end_about_me(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """Posted only."""
    must_write(opened)
    if request.method != "POST":
        raise Http404
    line = own(opened, queries.about_me_line(pk))
    acts.end_about_me(by=opened.actor, about=opened.child, line=line)
    gone = saying(request, "Taken off the card. It is kept in the record.", _whole(opened))
    return SeeOther(gone(None))


@child_page("life today")
def say_life_today(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    key = f"life-today:{opened.child.ref}"
    kept = draft_for(opened.actor, key)
    return ask(
        request,
        "pages/whole/life.html",
        form=citing.with_quotes(at_hand(assessment_forms.SayLifeToday, request, kept), opened),
        do=citing.citing(partial(assessment_acts.say_life_today, by=opened.actor, about=opened.child), opened),
        then=saying(request, "Kept: what life is like today.", _whole(opened)),
        draft=kept or key,
        draft_key=key,
        kept=kept,
        life=life_in_words(opened),
        **header(opened, "child-whole"),
    )


@child_page("growing")
def mark_growing(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    form = assessment_forms.MarkGrowing(request.POST or None, pack=pack_of(opened), initial={"on": opened.actor.today})
    return ask(
        request,
        "pages/whole/growing.html",
        form=form,
        do=partial(assessment_acts.mark_growing, by=opened.actor, about=opened.child),
        then=saying(request, "Kept: how they are growing.", _whole(opened)),
        areas=[(form[area], form[f"{area}_saw"]) for area, _ in form.areas],
        stage=rules.stage_at(opened.child.born_on, opened.actor.today)[1] if opened.child.born_on else "",
        **header(opened, "child-whole"),
    )


@child_page("wellbeing")
def rate_wellbeing(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    return ask(
        request,
        "pages/whole/wellbeing.html",
        form=assessment_forms.RateWellbeing(
            request.POST or None, pack=pack_of(opened), initial={"on": opened.actor.today}
        ),
        do=partial(assessment_acts.rate_wellbeing, by=opened.actor, about=opened.child),
        then=saying(request, "Kept: how things are, in their view.", _whole(opened)),
        **header(opened, "child-whole"),
    )


@child_page("feeling valued")
def say_valued(request: HttpRequest, opened: Opened) -> HttpResponse:
    must_write(opened)
    return ask(
        request,
        "pages/whole/valued.html",
        form=feedback_forms.SayValued(request.POST or None, initial={"on": opened.actor.today}),
        do=partial(feedback_acts.say_valued, by=opened.actor, about=opened.child),
        then=saying(request, "Kept, as they said it.", _whole(opened)),
        **header(opened, "child-whole"),
    )


@child_page("feeling valued: followed up")
def follow_up_valued(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    must_write(opened)
    valued = own(opened, feedback.valued(pk))
    return ask(
        request,
        "pages/whole/follow_up.html",
        form=feedback_forms.FollowUpValued(request.POST or None),
        do=partial(feedback_acts.follow_up_valued, by=opened.actor, about=opened.child, valued=valued),
        then=saying(request, "Kept: what came of it.", _whole(opened)),
        valued=valued,
        answer=dict(feedback_forms.FACES)[valued.score],
        **header(opened, "child-whole"),
    )


def _whole(opened: Opened) -> str:
    return reverse("child-whole", args=[opened.child.ref])
