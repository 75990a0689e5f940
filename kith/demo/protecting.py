"""A conference, what was agreed at it, and what came of it: Una's protection plan, told by the acts of a team."""

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from kith.access import acting_as
from kith.decisions.acts import agree_decision, revise_decision
from kith.decisions.models import Decision
from kith.decisions.rules import AgreementGiven, LineGiven, OptionGiven
from kith.involvement import acts
from kith.involvement.models import MeetingLine
from kith.involvement.rules import PartGiven
from kith.people.models import ParentalResponsibility
from kith.visits.acts import Seen, record_visit

if TYPE_CHECKING:
    from kith.demo.family import Telling

_CAME = [
    PartGiven("Tom Ellery", "social_work", how="in_person", attended="all", spoke="self", in_core_group=True),
    PartGiven("Jo Whitlock", "health", how="in_person", attended="all", spoke="self", in_core_group=True),
    PartGiven("Head of St Anne’s", "education", how="in_person", attended="all", spoke="self", in_core_group=True),
    PartGiven(
        "PC Nerys Blake", "police", how="in_writing", attended="no", spoke="sent", why_not="On leave: report sent."
    ),
    PartGiven(
        "Dilys Farrell",
        "parent",
        how="in_person",
        prepared_with=["talked", "papers", "helper"],
        attended="all",
        spoke="self",
        in_core_group=True,
    ),
    PartGiven("Huw Farrell", "parent", how="apart", prepared_with=["papers"], attended="part", spoke="self"),
]
_UNAS_LINE = {
    "known": "Everybody agreed on what Una went through. Dilys spoke of her bad days.",
    "outcome": "plan",
    "category": "NEG",
    "reasons": "She went hungry for months, and the bad days come without warning.",
    "child_view": "“I want Mum to get up. I want to be allowed to eat mine.”",
    "child_part": "PN6",
    "child_prepared_with": ["talked", "pictures"],
    "dissents": [("Huw Farrell", "He thinks help without a plan would have done.")],
}
_HIS_LINE = {
    "known": "He eats and grows: Una sees to it that he does.",
    "outcome": "in_need",
    "reasons": "He has not been harmed. His help is that his sister need not feed him.",
    "child_part": "PN0",
}


def working_day(t: "Telling", days_ago: int) -> int:
    """So many days ago, or before a weekend that day fell on: nobody holds a conference on a Sunday."""
    return days_ago + max(0, t.day(days_ago).weekday() - 4)


def conferred_about(t: "Telling") -> None:
    una, rhys, tom = t.people["una"], t.people["rhys"], t.by("tom", working_day(t, 66), 14)
    with acting_as(tom):
        line = acts.record_conference(
            by=tom,
            about=[una, rhys],
            kind="conference",
            how="together",
            chair_name="Imani Brook",
            parts=_CAME,
            lines={una.pk: _UNAS_LINE, rhys.pk: _HIS_LINE},
        )
        acts.note_ready(
            by=tom,
            about=una,
            line=line,
            ready=["invited", "asked_how", "report_written", "walked_through", "child_prepared"],
            report_shared_on=t.day(70),
        )
        lines = list(line.meeting.lines.order_by("pk").select_related("decision"))
    finish(t, lines, 65)
    for one in lines:
        called = one.person.called.partition(" ")[0]
        agreed(
            t,
            one.decision,
            64,
            ("Help without a protection plan", "It was tried in spring, and Una went hungry."),
            (f"{called} eats breakfast every day", "A day without breakfast that nobody rang about."),
        )


def kept_safe(t: "Telling") -> None:
    una = t.people["una"]
    for days_ago, known in (
        (58, "The breakfast club has a place for Una. Dilys sees the doctor on Mondays. Huw shops on Saturdays."),
        (20, "Una had breakfast on 26 of 28 days. Dilys rang the aunt herself on both bad days."),
    ):
        tom = t.by("tom", working_day(t, days_ago), 13)
        with acting_as(tom):
            members = [part for part in _CAME if part.in_core_group]
            line = acts.record_core_group(by=tom, about=[una], parts=members, lines={una.pk: {"known": known}})
        finish(t, [line], days_ago - 1)
    for days_ago, saw, means in (
        (30, "Una showed me her lunch box and ate while we talked.", "She no longer hides what she eats."),
        (16, "She played outside until Dilys called her in.", "She can leave Rhys to her mother for an hour."),
        (4, "She drew the breakfast club and gave me the drawing.", "There is a place that is hers."),
    ):
        tom = t.by("tom", days_ago, 16)
        with acting_as(tom):
            line = Seen(una, seen=True, alone="alone", saw=saw, means=means)
            at = tom.now - timedelta(minutes=50)
            record_visit(by=tom, about=[una], lines=[line], happened_at=at, mode="home")
    tom = t.by("tom", 5)
    with acting_as(tom):
        acts.plan_meeting(
            by=tom,
            about=[una],
            kind="review",
            planned_for=t.day(working_day(t, -13)),
            chair_name="Imani Brook",
            parts=[PartGiven("Dilys Farrell", "parent", how="in_person", prepared_with=["talked"])],
        )


def finish(t: "Telling", lines: Iterable[MeetingLine], days_ago: int) -> None:
    """The record of their meeting is finished, so many days ago."""
    lines = list(lines)
    tom = t.by("tom", days_ago, 9)
    with acting_as(tom):
        acts.finish_meeting(by=tom, about=[line.person for line in lines], meeting=lines[0].meeting)


def agreed(
    t: "Telling", decision: Decision, days_ago: int, other: tuple[str, str], line: tuple[str, str], who: str = "tom"
) -> None:
    """Tom (or `who`) completes it, Grace reads it and agrees. `other`: the way not taken and why not; `line`: what must
    stay true and what breaks it.
    """
    tom, grace = t.by(who, days_ago, 17), t.by("grace", days_ago - 1, 10)
    child = decision.person
    held = ParentalResponsibility.objects.filter(person=child, until_on=None).select_related("holder").order_by("pk")
    with acting_as(tom):
        view = {} if decision.child_view else {"child_view_not_known": "To be asked again when it has been told well."}
        weight = {"child_view_weight": "It is what the plan begins with."} if decision.child_view else {}
        revise_decision(
            by=tom,
            about=child,
            decision=decision,
            finish=True,
            options=[OptionGiven(decision.chosen, chosen=True), OptionGiven(other[0], why_not=other[1])],
            rests_on="What was said at the meeting, and the enquiry.",
            agreements=[AgreementGiven(one.holder, "agreed") for one in held],
            bottom_lines=[
                LineGiven(
                    *line,
                    watcher_name="Head of St Anne’s",
                    alerted_id=t.services.accounts["tom"].pk,
                    alerted_name="Tom Ellery",
                )
            ],
            what_would_change_it="Three months of breakfasts, or one bad day nobody was told of.",
            review_by_on=t.today + timedelta(days=13),
            **view,
            **weight,
        )
    with acting_as(grace):
        agree_decision(by=grace, about=child, decision=decision)
