"""Two who are kept safe: Una, seven, has a protection plan; about her little brother Rhys an enquiry has just begun.

Told through the same acts as the others, each child with a line, a decision and clocks of their own.
"""

from datetime import date
from typing import TYPE_CHECKING

from kith.access import SYSTEM, acting_as
from kith.calendar import PartDate
from kith.demo.protecting import agreed, conferred_about, finish, kept_safe, working_day
from kith.directory.acts import begin_tie
from kith.involvement import acts
from kith.involvement.models import Enquiry
from kith.involvement.rules import PartGiven, StepGiven
from kith.people import acts as people

if TYPE_CHECKING:
    from kith.demo.family import Telling

_TALKED = [
    PartGiven("Tom Ellery", "social_work", attended="all"),
    PartGiven("PC Nerys Blake", "police", attended="all"),
    PartGiven("Jo Whitlock", "health", attended="all"),
    PartGiven("Head of St Anne’s", "referrer", attended="part"),
]


def tell_una(t: "Telling") -> None:
    """From a school’s worry to a protection plan, two core groups and a review to come."""
    _known(t)
    _worked_with(t)
    _enquired_into(t)
    conferred_about(t)
    kept_safe(t)
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
    una, rhys, tom = t.people["una"], t.people["rhys"], t.by("tom", working_day(t, 84), 15)
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
    finish(t, line.meeting.lines.order_by("pk"), 83)
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
    agreed(
        t,
        done.decision,
        78,
        ("An enquiry without a conference", "It would leave her plan to good will."),
        ("Una is not left at the gate", "Nobody is there by half past three."),
    )


def _rhys_again(t: "Telling") -> None:
    """Two days ago, by telephone, as it was told that morning: not seen yet, and nothing is finished."""
    rhys, tom = t.people["rhys"], t.by("tom", working_day(t, 2), 17)
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
