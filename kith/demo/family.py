"""The family everyone meets first: Maya, Leo and Sam, two households, an address kept from two people, two years told.

Told through the same acts a team would use, each on its own day, by the person who did it. Everyone is made up.
"""

import tomllib
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from kith.access import SYSTEM, Actor, acting_as
from kith.access.actor import HOME_TIME
from kith.calendar import PartDate
from kith.demo.alerting import tell_alert
from kith.demo.assessing import understand
from kith.demo.beginnings import begin, lead
from kith.demo.breaks import tell_breaks
from kith.demo.corin import tell_corin
from kith.demo.corner import tell_corner
from kith.demo.deciding import decide_things
from kith.demo.finn import tell_finn
from kith.demo.fitting import tell_fitting
from kith.demo.kin import tell_kin
from kith.demo.knowing import know
from kith.demo.meeting import tell_meetings
from kith.demo.papers import tell_papers
from kith.demo.plans import tell_plans
from kith.demo.reaching import tell_reaching
from kith.demo.robin import tell_robin
from kith.demo.services import Services, account
from kith.demo.story import tell_story
from kith.demo.telling_back import tell_back
from kith.demo.thanking import complain_and_thank
from kith.demo.una import tell_una
from kith.directory.acts import begin_tie, see_notice
from kith.directory.queries import notices_for
from kith.involvement.acts import begin_work
from kith.people import acts as people
from kith.people.models import Person, Residence
from kith.record.models import Act
from kith.sharing.acts import give_appointment
from kith.standards.acts import accept_explanation, explain_missed
from kith.story.acts import mean_for_child, tell_history
from kith.visits import queries as visits
from kith.visits.acts import Learnt, Promised, Said, Seen, end_promise, plan_visit, rearrange_visit, record_visit
from kith.visits.models import PlannedVisit, Promise
from kith.voice.acts import answer_child
from kith.voice.models import Wish

_TOLD = Path(__file__).with_name("telling.toml")


class Telling:
    """Tells the family's story day by day. `today` is the day the demo is made: everything is counted back from it."""

    def __init__(self, services: Services, now: datetime):
        self.services = services
        self.now = now
        self.today = now.astimezone(HOME_TIME).date()
        self.people: dict[str, Person] = {}

    def by(self, name: str, days_ago: int, hour: int = 11) -> Actor:
        moment = datetime.combine(self.day(days_ago), datetime.min.time(), HOME_TIME) + timedelta(hours=hour)
        return self.services.actor(name, min(moment, self.now))

    def day(self, days_ago: int) -> date:
        return self.today - timedelta(days=days_ago)

    def tell(self) -> None:
        begin(self)
        for step in tomllib.loads(_TOLD.read_text(encoding="utf-8"))["step"]:
            getattr(self, step.pop("told"))(**step)
        tell_kin(self)
        finish(self)

    # Each method below is a kind of step in telling.toml.

    def visit(self, days_ago: int, mode: str, shared: str, lines: dict[str, dict[str, Any]], others: str = "") -> None:
        by = self.by("aisha", days_ago, 16)
        seen = [self._line(by, name, given) for name, given in lines.items()]
        with acting_as(by):
            record_visit(
                by=by,
                about=[line.person for line in seen],
                on=by.today,
                lines=seen,
                happened_at=by.now - timedelta(minutes=50),
                opened_at=by.now - timedelta(minutes=6),
                mode=mode,
                others_there=others,
                for_everyone=shared,
            )

    def _line(self, by: Actor, name: str, given: dict[str, Any]) -> Seen:
        line = {"seen": True, "alone": "alone", **given}
        line["said"] = [Said(sort, text) for sort, text in given.get("said", ())]
        line["promised"] = [Promised(text, by.today + timedelta(days=days)) for text, days in given.get("promised", ())]
        line["day"] = [Learnt(*item) for item in given.get("day", ())]
        plans = visits.planned_on([self.people[name]], by.today).get(self.people[name].pk, [])
        return Seen(self.people[name], planned=next(iter(plans), None), **line)

    def plan(self, days_ago: int, for_day: int) -> None:
        by = self.by("aisha", days_ago, 12)
        with acting_as(by):
            plan_visit(by=by, about=self._children(), planned_for=self._afternoon(for_day))

    def move(self, days_ago: int, from_day: int, to_day: int, **told: str) -> None:
        """A visit arranged with all three goes to another day; `told`: whether the family knew before, and why."""
        by = self.by("aisha", days_ago, 14)
        with acting_as(by):
            old = [visits.planned_on([child], self.day(from_day))[child.pk][0] for child in self._children()]
            rearrange_visit(
                by=by,
                about=[one.person for one in old],
                planned=old,
                planned_for=self._afternoon(to_day),
                told_at=by.now if told["told_before"] == "yes" else None,
                **told,
            )

    def _children(self) -> list[Person]:
        return [self.people[name] for name in ("maya", "leo", "sam")]

    def _afternoon(self, days_ago: int) -> datetime:
        return datetime.combine(self.day(days_ago), datetime.min.time(), HOME_TIME) + timedelta(hours=15)

    def answer(
        self, days_ago: int, name: str, starts: str, outcome: str, did: str, reaction: str, reason: str = ""
    ) -> None:
        by = self.by("aisha", days_ago, 17)
        with acting_as(by):
            wish = Wish.objects.get(person=self.people[name], words__text__startswith=starts)
            answer_child(
                by=by,
                about=self.people[name],
                wish=wish,
                outcome=outcome,
                what_we_did=did,
                reason=reason,
                told_by=by.name,
                told_on=by.today,
                reaction=reaction,
            )

    def keep(self, days_ago: int, starts: str, outcome: str = "kept", words: str = "") -> None:
        by = self.by("aisha", days_ago, 17)
        with acting_as(by):
            promise = Promise.objects.get(text__startswith=starts)
            end_promise(by=by, about=promise.person, promise=promise, outcome=outcome, words=words)

    def mean(self, days_ago: int, name: str, significance: int, meant: str) -> None:
        """What the visit of that day meant for the child: written the same evening."""
        by = self.by("aisha", days_ago, 18)
        with acting_as(by):
            event = Act.objects.get(person=self.people[name], name="record_visit", happened_on=by.today)
            mean_for_child(by=by, about=self.people[name], event=event, significance=significance, meant=meant)

    def situation(self, days_ago: int, who: str, name: str, kind: str, text: str, source: str, of: str = "") -> None:
        by = self.by(who, days_ago, 17)
        with acting_as(by):
            people.say_situation(
                by=by, about=self.people[name], kind=kind, text=text, source=source, who=self.people.get(of)
            )

    def baby(self, days_ago: int) -> None:
        """Sam is born: a record, his mother and father, his home, his own spell of work."""
        by = self.by("theo", days_ago)
        with acting_as(by):
            sam = people.begin_record(by=by, given="Sam", family="Okafor", born=PartDate(by.today, "day"), sex="M")
            self.people["sam"] = sam
            for parent, source in (("kelly", "midwife"), ("dean", "Kelly Okafor")):
                people.add_relationship(by=by, about=sam, other=self.people[parent], kind="parent", source=source)
            people.record_parental_responsibility(by=by, about=sam, holder=self.people["kelly"], acquired="mother")
            begin_work(by=by, about=sam, level="child_in_need", source="3B", primary_need="N1")
        lead(self, ("sam",), days_ago)
        with acting_as(SYSTEM(by.now)) as kith:
            home = Residence.objects.get(person=self.people["maya"], until_on=None).address
            people.move_home(by=kith, about=[sam], address=home)
            for kept_from in ("gary", "tomek"):
                people.protect_address(
                    by=kith,
                    about=[sam],
                    address=home,
                    from_person=self.people[kept_from],
                    because="As for his sister and brother.",
                    review_on=self.today + timedelta(days=90),
                )

    def history(self, name: str, when: Sequence[int], precision: str, what: str, told_by: str, lens: str) -> None:
        by = self.by("aisha", 400)
        with acting_as(by):
            tell_history(
                by=by,
                about=self.people[name],
                what=what,
                happened=PartDate(date(*when), precision),
                told_by=told_by,
                lens=lens,
            )


def finish(t: Telling) -> None:
    """What is still to come, what the children said for themselves, and who of the family can sign in."""
    tell_corner(t)
    by = t.by("aisha", 1, 9)
    with acting_as(by):
        _arrange(t, by)
        people.say_not_safe_to_tell(
            by=by,
            about=t.people["maya"],
            person=t.people["tomek"],
            reason="risk_to_child",
            because="After the last letter he waited on the stairs to ask the children what they had said.",
            decided_by="Grace Adeyemi",
        )
        for notice in notices_for(by):
            see_notice(by=by, notice=notice)
    know(t)
    understand(t)
    with acting_as(by):
        people.confirm_situation(by=by, about=t.people["maya"])
    decide_things(t)
    _explain(t)
    _may_sign_in(t)
    for tell in _AFTERWARDS:
        tell(t)


# Each rests on those before it.
_AFTERWARDS = (
    *(tell_plans, tell_papers, tell_fitting, tell_story, tell_finn, tell_una, tell_back, complain_and_thank),
    *(tell_meetings, tell_reaching, tell_corin, tell_breaks, tell_alert, tell_robin),
)


def _arrange(t: Telling, by: Actor) -> None:
    """The next visit to all three, which for Leo was moved in time, and the letter about it."""
    children = [t.people[name] for name in ("maya", "leo", "sam")]
    soon = datetime.combine(t.today + timedelta(days=3), datetime.min.time(), HOME_TIME) + timedelta(hours=15.5)
    plan_visit(by=by, about=children, planned_for=soon)
    rearrange_visit(
        by=by,
        about=t.people["leo"],
        planned=PlannedVisit.objects.get(person=t.people["leo"], planned_for=soon),
        planned_for=soon + timedelta(days=1),
        told_before="yes",
        told_at=by.now,
        told_who="Kelly Okafor",
        told_how="phone",
        because="Leo has swimming on the first day.",
    )
    give_appointment(
        by=by,
        about=t.people["maya"],
        planned=visits.visits_to_come(t.people["maya"]).last(),
        recipient=t.people["kelly"],
        title="Appointment",
        text=f"I will see you on {soon:%A} at 3:30pm. If that time does not suit you, ring me.\n\nAisha Khan",
        who_else_sees="Nan Rose, who may",
    )


def _explain(t: Telling) -> None:
    """Two stories were not read through in time: one reason is accepted, for a month; the other waits for Grace."""
    for days_ago, name, reason in (
        (6, "leo", "I put Maya's story right first: Leo's rests on it. I read his through with Kelly on Friday."),
        (1, "sam", "The red book came back from health on Thursday. I could not begin without it."),
    ):
        by = t.by("aisha", days_ago, 15)
        with acting_as(by):
            given = explain_missed(by=by, about=t.people[name], standard_id="story-reviewed", reason=reason)
        if name == "leo":
            manager = t.by("grace", days_ago - 1, 9)
            with acting_as(manager):
                accept_explanation(
                    by=manager, about=t.people[name], explanation=given, expires_on=t.today + timedelta(days=21)
                )


def _may_sign_in(t: Telling) -> None:
    with acting_as(SYSTEM(t.by("theo", 59).now)) as kith:
        for name, children in (("kelly", ("maya", "leo", "sam")), ("tomek", ("maya", "leo"))):
            person = t.people[name]
            parent = account(t.services, name, person.called, "family", person)
            begin_tie(by=kith, about=person, account=parent, because="self")
            for child in children:
                begin_tie(by=kith, about=t.people[child], account=parent, because="parent")
    with acting_as(SYSTEM(t.now)) as kith:
        begin_tie(by=kith, about=t.people["sam"], account=t.services.accounts["jo"], because="invited", may_write=True)
        begin_tie(
            by=kith, about=t.people["maya"], account=t.services.accounts["marsha"], because="invited", may_write=True
        )
