"""Two who are kept safe: Una, seven, has a protection plan; about her little brother Rhys an enquiry has just begun.

Told through the same acts as the others, each child with a line, a decision and clocks of their own.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from kith.access import SYSTEM, acting_as
from kith.calendar import PartDate
from kith.decisions.acts import agree_decision, revise_decision
from kith.decisions.models import Decision
from kith.decisions.rules import AgreementGiven, LineGiven, OptionGiven
from kith.directory.acts import begin_tie
from kith.involvement import acts
from kith.involvement.models import Enquiry, MeetingLine
from kith.involvement.rules import PartGiven, StepGiven
from kith.people import acts as people
from kith.people.models import ParentalResponsibility
from kith.visits.acts import Seen, record_visit

if TYPE_CHECKING:
    from kith.demo.family import Telling

_TALKED = [
    PartGiven("Tom Ellery", "social_work", attended="all"),
    PartGiven("PC Nerys Blake", "police", attended="all"),
    PartGiven("Jo Whitlock", "health", attended="all"),
    PartGiven("Head of St Anne’s", "referrer", attended="part"),
]
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


def tell_una(t: "Telling") -> None:
    """From a school’s worry to a protection plan, two core groups and a review to come."""
    _known(t)
    _worked_with(t)
    _enquired_into(t)
    _conferred_about(t)
    _kept_safe(t)
    _rhys_again(t)


def _known(t: "Telling") -> None:
    by, year = t.by("theo", 96), t.today.year
    with acting_as(by):
        for name, given, born, sex in (
            ("una", "Una", date(year - 7, 4, 19), "F"),
            ("rhys", "Rhys", date(year - 3, 1, 30), "M"),
            ("dilys", "Dilys", date(year - 29, 6, 11), "F"),
            ("huw", "Huw", date(year - 31, 9, 2), "M"),
        ):
            part = PartDate(born, "day")
            t.people[name] = people.begin_record(by=by, given=given, family="Farrell", born=part, sex=sex)
        for child in (t.people["una"], t.people["rhys"]):
            for parent, acquired in (("dilys", "mother"), ("huw", "birth_registration")):
                holder = t.people[parent]
                people.add_relationship(by=by, about=child, other=holder, kind="parent", source="Dilys Farrell")
                people.record_parental_responsibility(by=by, about=child, holder=holder, acquired=acquired)
            acts.begin_work(by=by, about=child, level="child_in_need", source="2A", primary_need="N1")
        everyone = [t.people[name] for name in ("una", "rhys", "dilys", "huw")]
        people.move_home(by=by, about=everyone, on=t.day(900), lines="27 Tanyard Row\nNorthcliff", postcode="NC2 6JD")


def _worked_with(t: "Telling") -> None:
    grace = t.by("grace", 95)
    with acting_as(grace):
        for name in ("una", "rhys"):
            lead = t.services.staff["tom"]
            acts.allocate(by=grace, about=t.people[name], lead=lead, family_told_on=grace.today)
    with acting_as(SYSTEM(grace.now)) as kith:
        for name in ("una", "rhys"):
            manager = t.services.accounts["grace"]
            begin_tie(by=kith, about=t.people[name], account=manager, because="team_manager", may_write=True)


def _enquired_into(t: "Telling") -> None:
    una, rhys, tom = t.people["una"], t.people["rhys"], t.by("tom", 84, 15)
    with acting_as(tom):
        line = acts.record_strategy(
            by=tom,
            about=[una, rhys],
            how="video",
            parts=_TALKED,
            lines={
                una.pk: {
                    "suspected_on": tom.today,
                    "known": "School: Una took bread from the bins three times and was left at the gate until five. "
                    "Health: she has lost weight since spring. Police: nothing since last year.",
                    "safe_now": "Una and Rhys eat and sleep at their aunt’s until Tom has seen them both.",
                    "outcome": "enquiry",
                    "enquiry_how": "single",
                    "reasons": "Hunger that others can see, and it has gone on for months.",
                    "steps": [StepGiven("Weigh Una, and tell Tom the same day.", "Jo Whitlock", tom.today)],
                },
                rhys.pk: {
                    "known": "Health: he grows as he should and Dilys brings him to each appointment.",
                    "safe_now": "He is at his aunt’s with Una.",
                    "outcome": "assessment",
                    "reasons": "Nothing points to harm to him; what happens to Una is looked at for him too.",
                },
            },
        )
        acts.do_meeting_step(by=tom, about=una, step=line.steps.get())
    _finish(t, line.meeting.lines.order_by("pk"), 83)
    _found_out(t, Enquiry.objects.get(person=una))


def _found_out(t: "Telling", enquiry: Enquiry) -> None:
    una, tom = t.people["una"], t.by("tom", 78, 16)
    with acting_as(tom):
        acts.tell_of_enquiry(by=tom, about=una, on=t.day(83), enquiry=enquiry, who="Dilys and Huw Farrell")
        acts.note_enquiry(
            by=tom,
            about=una,
            enquiry=enquiry,
            how="single",
            seen_on=t.day(83),
            alone="alone",
            child_said="“I am not hungry now. I am hungry when it is Mum’s bad days. Rhys gets mine.”",
            safe_until="They stay at their aunt’s; Tom rings each evening at six.",
            checks="School, health visitor, doctor, police and housing were asked. Housing holds nothing.",
            medical="The school doctor weighed her: two kilos less than in May. No other injury.",
            findings="Una has gone hungry on many days and looks after her brother instead of being looked after. "
            "That is significant harm, and likely to go on while Dilys is so low.",
        )
        done = acts.conclude_enquiry(
            by=tom,
            about=una,
            enquiry=enquiry,
            outcome="conference",
            reasons="Una has been harmed by hunger, and her parents cannot change that alone yet.",
        )
    _agreed(t, done.decision, 78, "An enquiry without a conference", "It would leave her plan to good will.")


def _conferred_about(t: "Telling") -> None:
    una, rhys, tom = t.people["una"], t.people["rhys"], t.by("tom", 66, 14)
    with acting_as(tom):
        line = acts.record_conference(
            by=tom,
            about=[una, rhys],
            kind="conference",
            how="together",
            chair_name="Imani Brook",
            parts=_CAME,
            lines={
                una.pk: {
                    "known": "Everybody agreed on what Una went through. Dilys spoke of her bad days for the first time.",
                    "outcome": "plan",
                    "category": "NEG",
                    "reasons": "She went hungry for months, and the bad days come without warning.",
                    "child_view": "“I want Mum to get up. I want to be allowed to eat mine.”",
                    "child_part": "PN6",
                    "child_prepared_with": ["talked", "pictures"],
                    "dissents": [("Huw Farrell", "He thinks help without a plan would have done.")],
                },
                rhys.pk: {
                    "known": "He eats and grows: Una sees to it that he does.",
                    "outcome": "in_need",
                    "reasons": "He has not been harmed. His help is that his sister need not feed him.",
                    "child_part": "PN0",
                },
            },
        )
        acts.note_ready(
            by=tom,
            about=una,
            line=line,
            ready=["invited", "asked_how", "report_written", "walked_through", "child_prepared"],
            report_shared_on=t.day(70),
        )
        lines = list(line.meeting.lines.order_by("pk").select_related("decision"))
    _finish(t, lines, 65)
    for one in lines:
        _agreed(t, one.decision, 64, "Help without a protection plan", "It was tried in spring, and Una went hungry.")


def _kept_safe(t: "Telling") -> None:
    una = t.people["una"]
    for days_ago, known in (
        (58, "The breakfast club has a place for Una. Dilys sees the doctor on Mondays. Huw shops on Saturdays."),
        (20, "Una had breakfast on 26 of 28 days. Dilys rang the aunt herself on both bad days."),
    ):
        tom = t.by("tom", days_ago, 13)
        with acting_as(tom):
            members = [part for part in _CAME if part.in_core_group]
            line = acts.record_core_group(by=tom, about=[una], parts=members, lines={una.pk: {"known": known}})
        _finish(t, [line], days_ago - 1)
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
            planned_for=t.today + timedelta(days=13),
            chair_name="Imani Brook",
            parts=[PartGiven("Dilys Farrell", "parent", how="in_person", prepared_with=["talked"])],
        )


def _rhys_again(t: "Telling") -> None:
    """Two days ago, by telephone, as it was told that morning: not seen yet, and nothing is finished."""
    rhys, tom = t.people["rhys"], t.by("tom", 2, 17)
    with acting_as(tom):
        line = acts.record_strategy(
            by=tom,
            about=[rhys],
            how="telephone",
            parts=_TALKED[:2],
            lines={
                rhys.pk: {
                    "suspected_on": tom.today,
                    "known": "Nursery saw a mark on his upper arm when his jumper came off. Police: nothing new.",
                    "safe_now": "His aunt has him until he has been seen by a doctor.",
                    "outcome": "enquiry",
                    "enquiry_how": "joint",
                    "reasons": "The mark looks like fingers, and nobody has said yet how it came.",
                    "steps": [StepGiven("A doctor sees the mark.", "Jo Whitlock", t.day(1))],
                }
            },
        )
        because = "PC Blake speaks to both parents first, tomorrow at nine."
        acts.hold_back_enquiry(by=tom, about=rhys, enquiry=line.enquiry, because=because)


def _finish(t: "Telling", lines: Any, days_ago: int) -> None:
    tom = t.by("tom", days_ago, 9)
    with acting_as(tom):
        first: MeetingLine = next(iter(lines))
        acts.finish_meeting(by=tom, about=[line.person for line in lines], meeting=first.meeting)


def _agreed(t: "Telling", decision: Decision, days_ago: int, other: str, why_not: str) -> None:
    """Tom completes it, Grace reads it and agrees."""
    tom, grace = t.by("tom", days_ago, 17), t.by("grace", days_ago - 1, 10)
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
            options=[OptionGiven(decision.chosen, chosen=True), OptionGiven(other, why_not=why_not)],
            rests_on="What was said at the meeting, and the enquiry.",
            agreements=[AgreementGiven(one.holder, "agreed") for one in held],
            bottom_lines=[
                LineGiven(
                    f"{child.called.partition(' ')[0]} eats breakfast every day.",
                    "A day without breakfast that nobody rang about.",
                    watcher_name="Breakfast club",
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
