"""What is waiting on decisions: challenges to answer, and questions whether something changes them."""

from collections.abc import Iterable
from datetime import date

from django.db import connection
from django.db.models import Q, QuerySet

from kith.access import Actor, Right
from kith.decisions.models import Challenge, Decision, DecisionTold, Revisit, SignOffAsked, SignOffTakenBack
from kith.directory import queries as directory
from kith.people.models import Person


def challenge(pk: int) -> Challenge | None:
    return Challenge.objects.filter(pk=pk).select_related("person").first()


def revisit(pk: int) -> Revisit | None:
    return Revisit.objects.filter(pk=pk).select_related("person", "decision", "event", "breach").first()


def taken_back(of: str, row: int) -> list[SignOffTakenBack]:
    """Sign-offs of one decision, assessment or plan that were taken back, newest first. One query."""
    return list(SignOffTakenBack.objects.filter(of=of, row=row).order_by("-pk"))


def sign_off_taken_back(pk: int) -> SignOffTakenBack | None:
    return SignOffTakenBack.objects.filter(pk=pk).select_related("person").first()


def sign_offs_of(of: str, row: int) -> list[SignOffAsked]:
    """Those asked for of one assessment or plan, newest first. One query."""
    return list(SignOffAsked.objects.filter(of=of, row=row).order_by("-pk"))


def sign_offs_asked_of(actor: Actor) -> QuerySet[SignOffAsked]:
    """What waits for this account to be read, oldest first."""
    waiting = SignOffAsked.objects.filter(asked_id=actor.account_id, answer="")
    return waiting.select_related("person").order_by("asked_on", "pk")


def challenges_waiting() -> QuerySet[Challenge]:
    """Not answered yet, as far as the reader may see them: the soonest due first. One query."""
    return Challenge.objects.filter(answered_on=None).select_related("person", "decision").order_by("due_on", "pk")


def challenges_since(children: Iterable[int], day: date) -> QuerySet[Challenge]:
    """Raised on or after the day, answered or not, as far as the reader may see them. One query."""
    return Challenge.objects.filter(person_id__in=list(children), raised_on__gte=day).order_by("-raised_on", "-pk")


def challenges_late(today: date) -> QuerySet[Challenge]:
    """Past their day at the level they are at."""
    return challenges_waiting().filter(due_on__lt=today)


def my_challenges(actor: Actor, child: Person) -> QuerySet[Challenge]:
    """Those they raised on their own page, and those they raised at a meeting. One query."""
    return Challenge.objects.filter(_mine(actor), person=child).order_by("-pk")


def my_challenges_waiting(actor: Actor, children: Iterable[Person]) -> dict[int, list[Challenge]]:
    """By child, those nobody has answered yet, the oldest first. One query."""
    found: dict[int, list[Challenge]] = {}
    for one in Challenge.objects.filter(_mine(actor), person__in=list(children), answered_on=None).order_by("pk"):
        found.setdefault(one.person_id, []).append(one)
    return found


def my_challenges_paused(child: Person) -> set[int]:
    """Which of the reader's own challenges hold the decision back until the answer (design 7.12): a family and a child
    read no decision, so the database tells. One query.
    """
    with connection.cursor() as cursor:
        cursor.execute("select challenge_id from kith_my_challenges_paused(%s)", [child.pk])
        return {pk for (pk,) in cursor.fetchall()}


def _mine(actor: Actor) -> Q:
    raised = Q(raised_by_id=actor.account_id)
    return raised | Q(raised_by_person_id=actor.person_id) if actor.person_id else raised


def told_of(child: Person) -> QuerySet[DecisionTold]:
    """What the reader is told of decisions about this child, newest first. One query."""
    return DecisionTold.objects.filter(person=child).order_by("-told_on", "-pk")


def my_told(child: Person, pk: int) -> DecisionTold | None:
    """One thing the reader is told of a decision about this child."""
    return DecisionTold.objects.filter(person=child, pk=pk).first()


def challenges_raised_by(actor: Actor) -> QuerySet[Challenge]:
    """What this account challenged, about whomever, newest first. One query."""
    return Challenge.objects.filter(raised_by_id=actor.account_id).order_by("-pk")


def decisions_replied() -> dict[int, tuple[int, int]]:
    """By the reply that told this worker of it: the decision and the child it is about (J2). One query."""
    with connection.cursor() as cursor:
        cursor.execute("select reply_id, decision_id, person_id from kith_my_replies()")
        return {reply: (decision, person) for reply, decision, person in cursor.fetchall()}


def revisits_asked_of(actor: Actor) -> QuerySet[Revisit]:
    mine = Q(asked_id=actor.account_id) | Q(asked_before__contains=[actor.account_id])
    waiting = Revisit.objects.filter(mine, answered_on=None)
    return waiting.select_related("person", "decision", "event", "breach").order_by("due_on", "pk")


def revisits_of(found: Decision) -> QuerySet[Revisit]:
    return Revisit.objects.filter(decision=found).select_related("event", "breach").order_by("-pk")


def revisits_late(today: date) -> QuerySet[Revisit]:
    return Revisit.objects.filter(answered_on=None, due_on__lt=today).select_related("person", "decision")


def next_to_answer(found: Challenge) -> tuple[int, str] | None:
    """Who answers at the next level: whoever may agree decisions, had no part in it and was not asked yet; another
    team's before their own.
    """
    decision = found.decision
    parties = {decision.decided_by_id, decision.written_by_id, decision.agreed_by_id, found.raised_by_id}
    passed = {*parties, *found.asked_before, found.asked_id}
    free = [s for s in directory.holding(Right.AGREE_DECISIONS) if s.account_id not in passed]
    free = [s for s in free if found.kept_from_team_id is None or s.team_id != found.kept_from_team_id]
    team = {s.team_id for s in directory.all_staff().filter(account_id=decision.decided_by_id)}
    free.sort(key=lambda staff: staff.team_id in team)
    return (free[0].account_id, free[0].name) if free else None


def manager_for(found: Revisit) -> tuple[int, str] | None:
    """The manager asked after whoever decided: of their team, else anyone who may agree decisions."""
    passed = {found.asked_id, *found.asked_before}
    team = {s.team_id for s in directory.all_staff().filter(account_id=found.decision.decided_by_id)}
    free = [s for s in directory.holding(Right.AGREE_DECISIONS) if s.account_id not in passed]
    free.sort(key=lambda staff: staff.team_id not in team)
    return (free[0].account_id, free[0].name) if free else None
