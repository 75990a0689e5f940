"""Training told by whoever took it and verified by another; and nobody named to chair without it (S2-09)."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db.models import QuerySet

from kith import packs
from kith.access import Actor, Audience, Right
from kith.directory import rules
from kith.directory.models import PartnerWorker, RoleHeld, Staff, TrainingTaken
from kith.directory.models.agencies import Worker
from kith.packs import Pack
from kith.packs.shapes import Training
from kith.record import NotYours, Refused
from kith.record.acting import act
from kith.words import in_full, joined

_WORKERS = frozenset({Audience.STAFF, Audience.PARTNER})
_MOST_NAMED = 6


@act("{by} wrote down training they took.", open_to=_WORKERS, makes="directory.TrainingTaken")
def declare_training(
    *, by: Actor, about: None = None, on: date, course: str, taken_on: date, by_whom: str = ""
) -> TrainingTaken:
    """One's own, whenever it was. Raises Refused: a course the pack has not; a day to come."""
    known = next((one for one in packs.pack_for(settings.PACK, on).training if one.key == course), None)
    if known is None:
        raise Refused("Choose one of these.", field="course")
    if taken_on > by.today:
        raise Refused("That day has not come yet. Write it down when you have taken it.", field="taken_on")
    row = TrainingTaken(account_id=by.account_id, name=by.name, course=course, taken_on=taken_on)
    row.ends_on, row.by_whom = rules.last_day(known, taken_on), by_whom.strip()
    row.save()
    return row


@act("{by} verified training somebody took.", open_to=_WORKERS)
def verify_training(*, by: Actor, about: None = None, on: date, taken: TrainingTaken) -> TrainingTaken:
    """By whoever manages a team, or answers for the agency; never one's own. Raises Refused: one's own, verified
    already. NotYours: by anybody else.
    """
    row = TrainingTaken.objects.select_for_update().filter(pk=taken.pk).first()
    if row is None or not may_verify(by, row.account_id):
        raise NotYours("verify_training: for whoever manages, or answers for the agency.")
    if row.account_id == by.account_id:
        raise Refused("Somebody else verifies yours.")
    if row.verified_on:
        raise Refused(f"{row.verified_by_name} has verified it already.")
    row.verified_by_id, row.verified_by_name, row.verified_on = by.account_id, by.name, on
    row.save()
    return row


def may_verify(by: Actor, account_id: int) -> bool:
    """Managers verify staff and partners; whoever answers for an agency, those who work in it."""
    if by.audience == Audience.STAFF:
        return by.may(Right.SEE_TEAM) or by.may(Right.AGREE_DECISIONS)
    return account_id in {one.account_id for one in answered_for_by(by)}


def answered_for_by(actor: Actor) -> list[PartnerWorker]:
    """Whoever works in the agency this account answers for, by name; nobody where it answers for none. Two queries."""
    me = PartnerWorker.objects.filter(account_id=actor.account_id, answers_for_others=True).first()
    return list(PartnerWorker.objects.filter(agency_id=me.agency_id).order_by("name")) if me else []


def unverified(actor: Actor, accounts: Iterable[int]) -> list[TrainingTaken]:
    """What these say they took and nobody has verified, but one's own, the oldest first. One query."""
    rows = TrainingTaken.objects.filter(account_id__in=list(accounts), verified_on=None)
    return list(rows.exclude(account_id=actor.account_id).order_by("name", "taken_on", "pk"))


def training(pk: int) -> TrainingTaken | None:
    return TrainingTaken.objects.filter(pk=pk).first()


def training_of(accounts: Iterable[int | None]) -> dict[int, list[TrainingTaken]]:
    """What each of these took, by account, newest first. One query."""
    found: dict[int, list[TrainingTaken]] = {}
    rows = TrainingTaken.objects.filter(account_id__in=[one for one in accounts if one])
    for row in rows.order_by("-taken_on", "-pk"):
        found.setdefault(row.account_id, []).append(row)
    return found


def roles_of_staff(accounts: Iterable[int | None], today: date) -> dict[int, set[str]]:
    """The codes of the roles each of these holds today. One query."""
    held = RoleHeld.objects.filter(account_id__in=[one for one in accounts if one], from_on__lte=today)
    found: dict[int, set[str]] = {}
    for account, code in held.exclude(until_on__lt=today).values_list("account_id", "role__code"):
        found.setdefault(account, set()).add(code)
    return found


def roles_of_partner(worker: PartnerWorker) -> set[str]:
    """As the pack calls them: they hold no role of ours."""
    return {"partner", *(["partner_lead"] if worker.answers_for_others else [])}


def must_be_trained_to_chair(name: str, day: date, pack: Pack) -> None:
    """Raises Refused, naming who can, where whoever is to chair on that day has no verified training for it that still
    counts. Somebody from elsewhere is not known here; and until a first such training is written down at all, a place
    keeps none of it here and nobody is refused.
    """
    if trouble := why_not_to_chair(name, day, pack):
        may = who_may_chair(day, pack)
        named = f" These may chair: {joined(may[:_MOST_NAMED])}." if may else " Nobody here may chair that day."
        raise Refused(f"{trouble}{named} A conference that has taken place is recorded all the same.", "chair_name")


def why_not_to_chair(name: str, day: date, pack: Pack) -> str:
    """In words, for whoever chairs or chaired on that day; empty where nothing is to be said. Four queries, where one
    is called so.
    """
    courses = [course for course in pack.training if course.to_chair]
    rows = TrainingTaken.objects.filter(course__in=[course.key for course in courses])
    if not courses or not name.strip() or not rows.exists():
        return ""
    # A chair is kept by name: of several who are called so it is enough that one of them may.
    troubles = [_trouble(known, courses, rows, day) for known in _all_called(name)]
    return "" if "" in troubles else next(iter(troubles), "")


def _trouble(known: Worker, courses: list[Training], rows: QuerySet[TrainingTaken], day: date) -> str:
    mine = list(rows.filter(account_id=known.account_id))
    found = (_why_not(known.name, course, mine, day) for course in courses)
    return next(filter(None, found), "")


def _why_not(name: str, course: Training, rows: list[TrainingTaken], day: date) -> str:
    of_it = [row for row in rows if row.course == course.key]
    counts, told = rules.newest(of_it, day, verified=True), rules.newest(of_it, day)
    if counts and (counts.ends_on is None or counts.ends_on >= day):
        return ""
    if told and (told.ends_on is None or told.ends_on >= day):
        return f"{name}’s training “{course.title}” has been verified by nobody yet."
    if told:
        return f"{name}’s training “{course.title}” ended on {in_full(told.ends_on)}."
    return f"{name} has not taken “{course.title}”, as far as it is written down."


def who_may_chair(day: date, pack: Pack) -> list[str]:
    """The names of those whose training to chair is verified and counts on that day, in the order of their names."""
    courses = {course.key for course in pack.training if course.to_chair}
    rows = TrainingTaken.objects.filter(course__in=courses, verified_on__isnull=False, taken_on__lte=day)
    held: dict[str, set[str]] = {}
    for row in rows.exclude(ends_on__lt=day):
        held.setdefault(row.name, set()).add(row.course)
    return sorted(name for name, own in held.items() if own == courses)


def _all_called(name: str) -> list[Worker]:
    known: tuple[QuerySet[Staff] | QuerySet[PartnerWorker], ...] = (Staff.objects.all(), PartnerWorker.objects.all())
    return [one for rows in known for one in rows.filter(name__iexact=name.strip()).order_by("pk")]
