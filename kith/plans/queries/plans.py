"""A child's plan with everything in it, whose steps are whose, and which wait to be accepted."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Min, Q, QuerySet

from kith.access import Actor
from kith.directory.models import NOT_WORKING, PartnerWorker, Staff, Tie
from kith.packs import Pack
from kith.people.models import Person
from kith.plans import rules
from kith.plans.models import IN_PLAN, OVER, Celebration, Held, Idea, Outcome, Plan, Step, with_words
from kith.voice import queries as voice


def plans_of(child: Person) -> QuerySet[Plan]:
    """Every plan of a child's, those still open first, then the newest."""
    return Plan.objects.filter(person=child).order_by("ended_on", "-started_on", "-pk")


def open_plan(child: Person) -> Plan | None:
    """The plan written here that is open now. One at most."""
    return next((plan for plan in plans_of(child).filter(ended_on=None) if plan.written), None)


def open_plans(children: Iterable[Person]) -> dict[int, Plan]:
    """The same for several children, by child. One query."""
    found = Plan.objects.filter(person__in=list(children), ended_on=None).order_by("pk")
    return {plan.person_id: plan for plan in found if plan.written}


def with_plans(plan: Plan, siblings: Iterable[Person]) -> list[Plan]:
    """Open plans of brothers and sisters, for a step that serves them too. One query."""
    others = list(siblings)
    found = Plan.objects.filter(person__in=others, ended_on=None).exclude(pk=plan.pk).select_related("person")
    return [one for one in found.order_by("person__born_on", "pk") if one.written]


def plan_of(pk: int) -> Plan | None:
    return Plan.objects.filter(pk=pk).select_related("person").first()


def outcome(pk: int) -> Outcome | None:
    return Outcome.objects.filter(pk=pk).select_related("plan").first()


def step(pk: int) -> Step | None:
    return Step.objects.filter(pk=pk).select_related("person").first()


def days_to_help(found: Held) -> tuple[float | None, int, int]:
    """From the day each need was written to its first step that began (S1-10): the mean days, how many began, how many
    needs there are. One query.
    """
    days = Outcome.objects.filter(plan=found.plan).values_list("pk", "act__happened_on")
    return rules.mean_days_to_help(days, found.steps)


def aims_of(children: Iterable[int]) -> Counter[str]:
    """How many outcomes of these children's open plans aim at each of the five (S2-11). One query."""
    rows = Outcome.objects.filter(person_id__in=list(children), ended_on=None, plan__ended_on=None)
    return Counter(tag for tags in rows.values_list("five_outcomes", flat=True) for tag in tags)


def resting_on_words(children: Iterable[int]) -> tuple[int, int]:
    """Outcomes of these children's open plans that rest on the child's own words, of how many (S3-02). One query."""
    rows = Outcome.objects.filter(person_id__in=list(children), ended_on=None, plan__ended_on=None)
    found = list(with_words(rows).values_list("on_words", flat=True))
    return sum(found), len(found)


def first_begun(children: Iterable[int]) -> dict[int, date]:
    """The day the first step of any plan of these children was happening, by child. One query (S0-08, S1-31)."""
    rows = Step.objects.filter(person_id__in=list(children), began_on__isnull=False).values_list("person_id")
    return dict(rows.annotate(first=Min("began_on")).order_by())


def plan_gaps(found: Held, pack: Pack) -> list[rules.Gap]:
    """What the plan lacks before it can be agreed. One query more."""
    owed = voice.wishes_owed(found.plan.person).count()
    return rules.plan_gaps(found.plan, found.outcomes, found.to_do, found.views, owed, pack)


def steps_of_mine(actor: Actor) -> QuerySet[Step]:
    """Steps this account owns in plans still open, those not accepted first."""
    mine = Step.objects.filter(IN_PLAN, owner_id=actor.account_id).exclude(state=OVER)
    return mine.select_related("person").order_by("accepted_on", "by_when", "pk")


def steps_unaccepted(today: date, pack: Pack) -> list[Step]:
    """Protective steps whose owner has not said yes within the limit, and of which nobody was told (S2-08)."""
    waiting = Step.objects.filter(
        IN_PLAN, protective=True, accepted_on=None, chased_on=None, plan__ended_on=None, given_on__lt=today
    ).exclude(state=OVER)
    found = waiting.select_related("person").order_by("given_on", "pk")
    return [step for step in found if rules.step_accepted_by(step.given_on, pack) < today]


def steps_overdue(child: Person, today: date) -> list[Step]:
    """Steps of open plans whose day has passed and that are not done, those that keep the child safe first."""
    late = Step.objects.filter(IN_PLAN, person=child, plan__ended_on=None, by_when__lt=today).exclude(state=OVER)
    return list(late.order_by("-protective", "by_when", "pk"))


def steps_past(children: Iterable[int], today: date) -> QuerySet[Step]:
    """The same of several children, with the child: those that keep a child safe first. One query."""
    late = Step.objects.filter(IN_PLAN, person_id__in=list(children), plan__ended_on=None, by_when__lt=today)
    return late.exclude(state=OVER).select_related("person").order_by("-protective", "by_when", "pk")


def steps_of_partners(person_ids: Iterable[int]) -> list[Step]:
    """Steps in open plans of these children that a worker of another agency owns. One query."""
    theirs = PartnerWorker.objects.exclude(agency__kind="social_care").values("account_id")
    rows = Step.objects.filter(IN_PLAN, person_id__in=list(person_ids), plan__ended_on=None, owner_id__in=theirs)
    return list(rows.order_by("given_on", "pk"))


def steps_chased(person_ids: Iterable[int]) -> list[Step]:
    """Protective steps of these children nobody has said yes to, of which a manager was told (S2-08). One query."""
    rows = Step.objects.filter(
        IN_PLAN, person_id__in=list(person_ids), accepted_on=None, chased_on__isnull=False, plan__ended_on=None
    ).exclude(state=OVER)
    return list(rows.select_related("person").order_by("given_on", "pk"))


class Colleagues(NamedTuple):
    """Who of the owner's agency is told, as account and name; and whom to ring when nobody of it is."""

    told: list[tuple[int, str]]
    ring: str = ""


def colleagues_asked(step: Step) -> Colleagues:
    """Whoever of the agency of a partner's step answers for the others (S2-08). Two queries."""
    worker = PartnerWorker.objects.filter(account_id=step.owner_id).select_related("agency").first()
    if worker is None:
        return Colleagues([])
    others = PartnerWorker.objects.filter(agency=worker.agency, answers_for_others=True).exclude(pk=worker.pk)
    told = list(others.order_by("name").values_list("account_id", "name"))
    number = worker.agency.phone or worker.phone
    return Colleagues(told, "" if told or not number else f"; ring {worker.agency.name}, {number}")


def idea(pk: int) -> Idea | None:
    return Idea.objects.filter(pk=pk).select_related("plan").first()


def may_own(child: Person, also: Step | None = None) -> list[Staff | PartnerWorker]:
    """Workers who may be given a step of this child's: those tied to the child, ours first, and whoever has the step
    `also` now. Two queries.
    """
    tied = Tie.objects.filter(person=child, ends_at=None).exclude(because__in=NOT_WORKING).values("account_id")
    these = Q(account_id__in=tied) | Q(account_id=also.owner_id if also else None)
    return [*Staff.objects.filter(these).order_by("name"), *PartnerWorker.objects.filter(these).order_by("name")]


def celebrations_of(child: Person, most: int = 3) -> list[Celebration]:
    """What there is to be glad of, in every plan of the child, newest first. One query."""
    return list(Celebration.objects.filter(person=child).order_by("-celebrated_on", "-pk")[:most])


def steps_given_between(first: date, last: date) -> list[Step]:
    """Steps a worker of another agency was given in those days, whatever became of the plan. One query."""
    theirs = PartnerWorker.objects.exclude(agency__kind="social_care").values("account_id")
    rows = Step.objects.filter(IN_PLAN, given_on__gte=first, given_on__lte=last, owner_id__in=theirs)
    return list(rows.select_related("person", "plan").order_by("given_on", "pk"))


def celebrations_since(children: Iterable[int], day: date) -> QuerySet[Celebration]:
    """The same of several children, with the child, from this day on."""
    found = Celebration.objects.filter(person_id__in=children, celebrated_on__gte=day)
    return found.select_related("person").order_by("-celebrated_on", "-pk")
