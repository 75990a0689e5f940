"""A child's clocks, why each falls on its day, what people say when one is late; and every limit there is (S3-30)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith import packs, words
from kith.access import Actor, Right
from kith.calendar import in_full
from kith.involvement import queries as involvement
from kith.packs import MARKS, Timescale
from kith.pages.staff.forms import AnswerMoreTime, AskMoreTime, ExplainMissed
from kith.pages.staff.guarding import must_write
from kith.pages.staff.header import header
from kith.pages.staff.opening import Opened, child_page, staff_only
from kith.standards import acts
from kith.standards import queries as standards
from kith.standards.clocks import queries
from kith.standards.clocks.register import driven_by
from kith.standards.clocks.rules import Line
from kith.web.asking import ask

FEW = 12  # clocks that have ended, until all are asked for
# State of a clock -> the state a page shows, and its own words.
STATES = {
    "late": ("missed", "Late"),
    "explained": ("explained", ""),
    "running": ("open", "Running"),
    "met": ("met", "In time"),
    "stopped": ("closed", "Stopped"),
}


@dataclass(frozen=True)
class Shown:
    """One clock in words: how it stands, by when and why then, where that limit comes from."""

    state: str
    state_words: str
    title: str
    day_of: str
    sentence: str
    because: str
    counted_from: str
    source: str
    mark: str
    note: str
    verified: bool
    explain_href: str = ""
    more_href: str = ""
    child: Any = None  # who it is about, on a list of several children


@child_page("clocks")
def child_clocks(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Every clock that runs or has run for this child, what needs someone first."""
    lines = queries.clocks_of(opened.child, opened.actor)
    ended = _all(lines, opened, tuple(STATES), open_=False)
    most = None if request.GET.get("all") else FEW
    return render(
        request,
        "pages/clocks/child.html",
        {
            "late": _all(lines, opened, ("late", "explained"), open_=True),
            "running": _all(lines, opened, ("running",), open_=True),
            "ended": ended[:most],
            "more": most is not None and len(ended) > most,
            "more_time": standards.more_time_for(opened.child),
            **header(opened, "child-clocks"),
        },
    )


def _all(lines: Sequence[Line], opened: Opened, states: tuple[str, ...], *, open_: bool) -> list[Shown]:
    chosen = [line for line in lines if line.is_open is open_ and line.state in states]
    return [shown(line, opened.actor, opened.child.ref if opened.may_write else "") for line in chosen]


def shown(line: Line, actor: Actor, ref: str = "", child: Any = None) -> Shown:
    """`ref`: the child's reference, for the links of someone who may write; without it there are none."""
    clock, timescale = line.clock, line.clock.timescale
    name, said = STATES[line.state]
    return Shown(
        state=name,
        state_words=said,
        title=timescale.title,
        day_of=clock.day_of,
        sentence=" ".join(filter(None, [_sentence(line, actor.today), line.allowed_in_words, _waits(line)])),
        because=clock.because,
        counted_from=timescale.counted_from,
        source=clock.source,
        mark=MARKS[timescale.mark],
        note=timescale.note,
        verified=timescale.verified,
        explain_href=_explain(line, ref) if ref else "",
        more_href=reverse("ask-more-time", args=[ref, line.id]) if ref and line.may_ask_more else "",
        child=child,
    )


def _sentence(line: Line, today: date) -> str:
    clock = line.clock
    due = _when(clock.due, today)
    if clock.ended:
        return f"Done {_when(clock.ended, today)}; it was needed by {due}."
    if clock.stopped:
        return f"Nothing was left to do from {_when(clock.stopped, today)}; it was needed by {due}."
    return f"Needed by {due}." if line.state == "running" else f"It was needed by {due}."


def _waits(line: Line) -> str:
    asked = f"More time is asked for, until {in_full(line.asked_until)}." if line.asked_until else ""
    return " ".join(filter(None, [asked, "A reason is waiting to be accepted." if line.reason_waits else ""]))


def _when(at: date, today: date) -> str:
    return words.short_moment(at, today) if isinstance(at, datetime) else words.short_day(at, today)


def _explain(line: Line, ref: str) -> str:
    """Through the promise that holds the same limit, while that is open; else the clock by itself."""
    if line.state != "late" or line.reason_waits or line.runs.kept_close or (line.runs.promise and not line.is_open):
        return ""
    if line.runs.promise:
        return reverse("explain-standard", args=[ref, line.runs.promise])
    return reverse("explain-clock", args=[ref, line.id])


def ahead(actor: Actor, led: Sequence[Any]) -> dict[str, list[Shown]]:
    """For a manager: `soon`, `late` and `explained` (late all the same) of the children these people lead work with.
    One query.
    """
    children = {lead.person_id: lead.person for lead in led}
    found = queries.ahead(children, actor)
    lists = {
        "soon": found.soon,
        "late": [line for line in found.late if line.state == "late"],
        "explained": [line for line in found.late if line.state == "explained"],
    }
    return {
        name: [shown(line, actor, child=children[line.person_id]) for line in lines] for name, lines in lists.items()
    }


def _line(opened: Opened, clock: str) -> Line:
    line = queries.clock_of(opened.child, opened.actor, clock)
    if line is None:
        raise Http404
    return line


@child_page("explaining")
def explain_clock(request: HttpRequest, opened: Opened, clock: str) -> HttpResponse:
    """Say why a clock ended or runs late. It stays late until someone else accepts the reason; it is never met."""
    must_write(opened)
    line = shown(_line(opened, clock), opened.actor)
    return ask(
        request,
        "pages/explain.html",
        form=ExplainMissed(request.POST or None, needs_plan=False),
        do=partial(acts.explain_missed, by=opened.actor, about=opened.child, standard_id=clock),
        then=reverse("child-clocks", args=[opened.child.ref]),
        row={"promise": line.title, "sentence": line.sentence},
        **header(opened, "child-clocks"),
    )


@child_page("asking for more time")
def ask_more_time(request: HttpRequest, opened: Opened, clock: str) -> HttpResponse:
    must_write(opened)
    line = _line(opened, clock)
    if not line.clock.timescale.more_time:
        raise Http404
    return ask(
        request,
        "pages/clocks/ask.html",
        form=AskMoreTime(request.POST or None),
        do=partial(acts.ask_more_time, by=opened.actor, about=opened.child, clock=clock),
        then=reverse("child-clocks", args=[opened.child.ref]),
        clock=shown(line, opened.actor),
        **header(opened, "child-clocks"),
    )


@child_page("answering about time", minimum=True)
def answer_more_time(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    asked = standards.more_time(pk)
    if asked is None or asked.person_id != opened.child.pk or not opened.actor.may(Right.ACCEPT_EXPLANATIONS):
        raise Http404
    return ask(
        request,
        "pages/clocks/answer.html",
        form=AnswerMoreTime(request.POST or None),
        do=partial(_answer, opened, asked),
        then=reverse("team"),
        asked=asked,
        line=queries.clock_of(opened.child, opened.actor, asked.clock),
        **header(opened, "child-clocks"),
    )


def _answer(opened: Opened, asked: Any, *, allowed: str, **given: Any) -> Any:
    return acts.answer_more_time(
        by=opened.actor, about=opened.child, more_time=asked, allowed=allowed == "yes", **given
    )


@staff_only
def time_limits(request: HttpRequest) -> HttpResponse:
    """Every limit of the pack in use: its source, its mark, its days, the clock it drives; and, for a manager, how
    many of the team's children's clocks are late under it (S3-30).
    """
    actor = request.actor  # type: ignore[attr-defined]
    pack = packs.pack_for(settings.PACK, actor.today)
    manages = actor.may(Right.SEE_TEAM)
    late = (
        queries.breaches([lead.person_id for lead in involvement.led_by_team(actor.team_id)], actor) if manages else {}
    )
    rules = [_rule(one, pack, actor.today, late) for one in pack.timescales]
    return render(
        request,
        "pages/clocks/limits.html",
        {
            "pack": pack,
            "nation": str(pack.header.nation).replace("-", " ").title(),
            "rules": rules,
            "breached": [rule for rule in rules if rule["late"] or rule["explained"]],
            "unverified": sum(not one.verified for one in pack.timescales),
            "manages": manages,
            "today": actor.today,
        },
    )


def _rule(one: Timescale, pack: packs.Pack, today: date, late: dict[str, tuple[int, int]]) -> dict[str, Any]:
    missed, explained = late.get(one.key, (0, 0)) if one.in_force(today) else (0, 0)
    return {
        "rule": one,
        "source": pack.cite(one),
        "mark": MARKS[one.mark],
        "drives": driven_by(one.key) is not None,
        "late": missed,
        "explained": explained,
    }
