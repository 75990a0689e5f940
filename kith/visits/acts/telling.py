"""Telling a child's managers, at once, that visit after visit ends without the child being seen."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import Q

from kith import packs
from kith.access import Actor, Right
from kith.directory.acts import notify
from kith.directory.models import Restriction, RoleHeld, Staff, Tie
from kith.involvement.models import LeadWorker
from kith.people.models import Person
from kith.visits import rules
from kith.visits.models import ChildLine


def tell_managers(by: Actor, line: ChildLine) -> None:
    """Ask the strategy question of whoever manages the work, when this is at least the second visit running. Once is
    on the team's list and disturbs nobody.
    """
    if not rules.asks_strategy_question(_unseen_running(line.person)):
        return
    meeting = packs.pack_for(settings.PACK, by.today).terms.strategy_meeting
    sentence = f"A child has not been seen on two visits running. Is a {meeting} needed?"
    for account_id in set(_who_answers_for(line.person, by)) - {None, by.account_id}:
        notify(account_id, "not_seen_twice", line.person, sentence)


def _unseen_running(child: Person) -> int:
    latest = ChildLine.objects.filter(person=child).order_by("-visited_on", "-pk")
    return rules.attempts_running(latest.values_list("seen", "mode", "not_seen_because"))


def _who_answers_for(child: Person, by: Actor) -> Iterable[int]:
    """Accounts tied to the child as team manager; for a record few may open, its guardian; otherwise whoever manages
    the lead worker's team.
    """
    open_now = Q(starts_at__lte=by.now) & (Q(ends_at=None) | Q(ends_at__gt=by.now))
    tied = Tie.objects.filter(open_now, person=child, because="team_manager").values_list("account_id", flat=True)
    guarded = Restriction.objects.filter(person=child, ended_at=None).values_list("guardian_id", flat=True)
    return list(tied) or list(guarded) or _team_managers(child, by)


def _team_managers(child: Person, by: Actor) -> Iterable[int]:
    leads = LeadWorker.objects.filter(person=child, until_on=None).values("account_id")
    teams = Staff.objects.filter(account_id__in=leads).values("team_id")
    return RoleHeld.objects.filter(
        Q(until_on=None) | Q(until_on__gte=by.today),
        account_id__in=Staff.objects.filter(team_id__in=teams).values("account_id"),
        role__rights__contains=[Right.SEE_TEAM],
    ).values_list("account_id", flat=True)
