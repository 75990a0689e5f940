"""Supervision: what was thought of each child, when it was last; and what two people keep to themselves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, QuerySet

from kith.access import Actor, Right
from kith.directory.models import Absence, Staff
from kith.directory.queries import holding, managers_of
from kith.packs import Pack
from kith.people.models import Person
from kith.workforce import rules
from kith.workforce.models import (
    CheckIn,
    Digest,
    DigestWish,
    Hypothesis,
    PersonalNote,
    Supervision,
    SupervisionAction,
)


def supervision(pk: int) -> Supervision | None:
    return Supervision.objects.filter(pk=pk).select_related("person").first()


def supervision_at(line: int | None) -> Supervision | None:
    """The one that this line of the record began (S3-33). One query, or none."""
    return None if line is None else Supervision.objects.filter(act_id=line).first()


def supervisions_of(child: Person) -> QuerySet[Supervision]:
    """Newest first."""
    return Supervision.objects.filter(person=child).order_by("-held_on", "-pk")


def newest_of(child: Person) -> Supervision | None:
    return supervisions_of(child).first()


def newest_of_each(people: Iterable[int]) -> dict[int, Supervision]:
    """The newest about each of these children, by child. One query."""
    found = Supervision.objects.filter(person_id__in=list(people)).order_by("person_id", "-held_on", "-pk")
    return {talk.person_id: talk for talk in found.distinct("person_id")}


def the_two(actor: Actor, worker_id: int) -> tuple[int, int] | None:
    """Worker and supervisor, when this account is one of them; None when it is neither, or nobody manages the team."""
    team = Staff.objects.filter(account_id=worker_id).values_list("team_id", flat=True).first()
    managers = [account for account in managers_of(team) if account != worker_id] if team else []
    if actor.account_id in managers:
        return worker_id, int(actor.account_id or 0)
    return (worker_id, managers[0]) if managers and actor.account_id == worker_id else None


def in_first_year(accounts: Iterable[int], today: date, pack: Pack) -> set[int]:
    """Which of these accounts are in their first year of practice (S3-32). One query."""
    found = Staff.objects.filter(account_id__in=list(accounts), practising_from__isnull=False)
    return {one.account_id for one in found if rules.in_first_year(one.practising_from, today, pack)}


def managed_by(actor: Actor, account_id: int) -> Staff | None:
    """Somebody whose team this account manages; never itself."""
    found = Staff.objects.filter(account_id=account_id).first()
    mine = found and account_id != actor.account_id and actor.account_id in managers_of(found.team_id)
    return found if mine else None


@dataclass(frozen=True)
class Pair:
    """A worker and whoever supervises them, as one of the two sees it."""

    worker_id: int
    supervisor_id: int
    other_name: str


def pair(actor: Actor, other_id: int) -> Pair | None:
    """This account and another, when one of the two manages the other's team."""
    both = {one.account_id: one for one in Staff.objects.filter(account_id__in=(actor.account_id, other_id))}
    if len(both) < 2 or actor.account_id is None:
        return None
    name = both[other_id].name
    if actor.account_id in managers_of(both[other_id].team_id):
        return Pair(other_id, actor.account_id, name)
    return Pair(actor.account_id, other_id, name) if other_id in managers_of(both[actor.account_id].team_id) else None


def hypotheses_of(talk: Supervision) -> QuerySet[Hypothesis]:
    return Hypothesis.objects.filter(supervision=talk).order_by("place")


def actions_of(talk: Supervision) -> QuerySet[SupervisionAction]:
    return SupervisionAction.objects.filter(supervision=talk).order_by("place")


def actions_open(child: Person) -> list[SupervisionAction]:
    """Agreed in supervision and not done yet, the oldest day first."""
    return list(SupervisionAction.objects.filter(person=child, done_on=None).exclude(what="").order_by("by_when", "pk"))


def hypotheses_before(talk: Supervision) -> list[Hypothesis]:
    """What was thought of this child in earlier talks, newest first: how minds have moved (S3-31)."""
    earlier = Hypothesis.objects.filter(person=talk.person_id, supervision__pk__lt=talk.pk).exclude(what="")
    return list(earlier.select_related("supervision").order_by("-supervision__held_on", "place"))


def action(pk: int) -> SupervisionAction | None:
    return SupervisionAction.objects.filter(pk=pk).select_related("person").first()


def unsigned_by(actor: Actor) -> QuerySet[Supervision]:
    """Talks that wait for this account's own signature after the other's."""
    mine = Q(worker_id=actor.account_id, worker_signed_on=None, supervisor_signed_on__isnull=False)
    theirs = Q(supervisor_id=actor.account_id, supervisor_signed_on=None, worker_signed_on__isnull=False)
    return Supervision.objects.filter(mine | theirs).select_related("person").order_by("held_on", "pk")


def notes_between(actor: Actor, other_id: int) -> QuerySet[PersonalNote]:
    """What these two keep to themselves, newest first. The database shows it to nobody else."""
    one, two = (
        Q(worker_id=actor.account_id, supervisor_id=other_id),
        Q(worker_id=other_id, supervisor_id=actor.account_id),
    )
    return PersonalNote.objects.filter(one | two).order_by("-written_on", "-pk")


def check_in(pk: int) -> CheckIn | None:
    return CheckIn.objects.filter(pk=pk).first()


def check_ins_shared_with(actor: Actor) -> QuerySet[CheckIn]:
    """What workers have shared with this account and not taken back; those not answered yet first, the oldest before.
    One query.
    """
    shared = CheckIn.objects.filter(shared_with_id=actor.account_id, taken_back_on=None)
    return shared.order_by(F("answered_on").desc(nulls_first=True), "shared_on", "pk")


def check_ins_of(actor: Actor) -> QuerySet[CheckIn]:
    """One's own, newest first. One query."""
    return CheckIn.objects.filter(worker_id=actor.account_id).order_by("-shared_on", "-pk")


def whom_to_share_with(actor: Actor) -> list[tuple[int, str]]:
    """Those who manage this account's team, but itself: (account, name). One query."""
    managers = holding(Right.ALLOCATE_WORK).filter(team_id=actor.team_id).exclude(account_id=actor.account_id)
    return [(one.account_id, one.name) for one in managers]


def digest_wish(account_id: int | None) -> DigestWish:
    """When this account wants an e-mail about what is owed; each working day at eight, until they say otherwise."""
    return DigestWish.objects.filter(account_id=account_id).first() or DigestWish(account_id=account_id)


def digests_wanted(at: datetime, pack: Pack) -> Iterator[tuple[int, bool]]:
    """(account, weekly) of each e-mail whose hour has come and that nobody has made yet: of those at work. Four
    queries. `at` in home time.
    """
    day = at.date()
    made = set(Digest.objects.filter(on=day).values_list("account_id", "weekly"))
    wishes = {wish.account_id: wish for wish in DigestWish.objects.all()}
    away = set(Absence.objects.filter(from_on__lte=day, until_on__gte=day).values_list("account_id", flat=True))
    here = Staff.objects.filter(account__is_active=True).order_by("account_id").values_list("account_id", flat=True)
    for account in here:
        wish = wishes.get(account) or DigestWish(account_id=account)
        for weekly, wanted in ((False, wish.daily), (True, wish.weekly)):
            owed = wanted and account not in away and (account, weekly) not in made
            if owed and rules.is_time(wish.hour, weekly, at, pack):
                yield account, weekly
