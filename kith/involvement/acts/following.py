"""What follows from a meeting about a child's safety: an enquiry, its conference, a protection plan, its reviews.

Told late or out of order, each finds what it belongs to (design 7.1): a strategy discussion told after its conference
begins the enquiry that conference ended; a plan told after its core group takes it in.
"""

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from kith import packs
from kith.access import Actor
from kith.involvement.acts.moving import move_inside
from kith.involvement.acts.working import open_work
from kith.involvement.models import AT_HAND, Enquiry, MeetingLine, ProtectionPlan, Spell
from kith.involvement.rules import OUTCOMES
from kith.packs import Pack
from kith.people.models import Person

PROTECTED, IN_CARE = "child_protection", "looked_after"
_NEWEST = (F("started_on").desc(nulls_last=True), "-pk")


def follow(by: Actor, line: MeetingLine) -> None:
    """Inside whichever act wrote the line, after each writing: what it leads to is there once, however often."""
    if line.held_on is None:
        return
    pack = packs.pack_for(settings.PACK, line.held_on)
    line.spell = line.spell or _work_on(line.person, line.held_on)
    _FOLLOWS[line.kind](by, line, line.held_on, pack)
    line.save()


def statutory_work(by: Actor, person: Person, on: date) -> Spell:
    """The work an enquiry belongs to: what was open that day, made statutory, or begun: an enquiry is work."""
    pack = packs.pack_for(settings.PACK, on)
    least = next(level.code for level in pack.levels if level.statutory)
    spell = _work_on(person, on)
    if spell is None:
        return open_work(by, person, on, level=least)
    if pack.level(spell.level).statutory:
        return spell
    return move_inside(by, spell, least, on, None, "An enquiry began.")


def plan_on(person: Person, on: date) -> ProtectionPlan | None:
    """The protection plan there was that day."""
    found = ProtectionPlan.objects.filter(Q(ended_on=None) | Q(ended_on__gte=on), person=person, started_on__lte=on)
    return found.order_by("-started_on", "-pk").first()


def _work_on(person: Person, on: date) -> Spell | None:
    """The work that was open that day; else what is open now."""
    spells = Spell.objects.filter(person=person).select_related("person").order_by(*AT_HAND)
    then = Q(started_on__lte=on) & (Q(closed_on=None) | Q(closed_on__gte=on))
    return spells.filter(then).first() or spells.filter(closed_on=None).first()


def _after_strategy(by: Actor, line: MeetingLine, on: date, pack: Pack) -> None:
    if line.outcome not in pack.flagged(OUTCOMES["strategy"], "begins_enquiry"):
        return
    enquiry = line.enquiry or _enquiry_on(line.person, on)
    if enquiry is None:
        enquiry = Enquiry(person=line.person, spell=statutory_work(by, line.person, on), started_on=on)
    if enquiry.started_on is None or on < enquiry.started_on:
        enquiry.started_on = on  # the discussion that began it is told late
    held = _conferences_without(line.person, on, pack)
    if held and enquiry.conference_on is None:
        enquiry.conference_on = held[0].held_on
    enquiry.save()
    line.enquiry, line.spell = enquiry, enquiry.spell
    for conference in held[:1]:
        conference.enquiry = enquiry
        conference.save()


def _enquiry_on(person: Person, on: date) -> Enquiry | None:
    """The one that is open; else the one that was being made that day."""
    found = Enquiry.objects.filter(person=person).select_related("spell").order_by(*_NEWEST)
    still = found.filter(concluded_on=None, conference_on=None, spell__closed_on=None)
    then = found.annotate(over_on=Coalesce("conference_on", "concluded_on"))
    return still.exclude(conference_not_needed=True).first() or then.filter(started_on__lte=on, over_on__gte=on).first()


def _conferences_without(person: Person, on: date, pack: Pack) -> list[MeetingLine]:
    """Conferences held since, whose enquiry nobody had told yet: the first one first."""
    held = MeetingLine.objects.filter(person=person, kind="conference", enquiry=None, held_on__gte=on)
    return list(held.exclude(outcome__in=["", *pack.flagged(OUTCOMES["conference"], "not_held")]).order_by("held_on"))


def _after_conference(by: Actor, line: MeetingLine, on: date, pack: Pack) -> None:
    if not line.outcome:
        return
    if line.kind == "conference":
        line.enquiry = line.enquiry or _enquiry_before(line.person, on)
    if line.outcome in pack.flagged(OUTCOMES[line.kind], "not_held"):
        return
    if line.enquiry and line.enquiry.conference_on is None:
        line.enquiry.conference_on, line.enquiry.conference_not_needed = on, False
        line.enquiry.save()
    if line.outcome in pack.flagged(OUTCOMES[line.kind], "begins_plan"):
        _protect(by, line, on, pack)


def _enquiry_before(person: Person, on: date) -> Enquiry | None:
    """The latest begun by then without a conference; one concluded without, too: it was held after all."""
    begun = Q(started_on__lte=on) | Q(started_on=None)
    found = Enquiry.objects.filter(begun, person=person, conference_on=None).select_related("spell")
    return found.order_by(*_NEWEST).first()


def _protect(by: Actor, line: MeetingLine, on: date, pack: Pack) -> None:
    """The plan begins on the day of the conference (E8), and the help is at that level from then."""
    plan = line.protection or plan_on(line.person, on)
    if plan is None:
        spell = statutory_work(by, line.person, on)
        if spell.level != IN_CARE:
            spell = move_inside(by, spell, PROTECTED, on, line.decision, line.decision.reasons if line.decision else "")
        plan = ProtectionPlan(person=line.person, spell=spell, started_on=on)
    if not plan.first_category:
        plan.first_category = plan.latest_category = line.category
    plan.save()
    line.protection = plan
    for later in _told_before_its_plan(plan, on):
        later.protection = plan
        later.save()
        _reviewed(later, pack)


def _told_before_its_plan(plan: ProtectionPlan, on: date) -> list[MeetingLine]:
    held = MeetingLine.objects.filter(person=plan.person, kind__in=("review", "core_group"), protection=None)
    return list(held.filter(held_on__gte=on).order_by("held_on"))


def _after_review(by: Actor, line: MeetingLine, on: date, pack: Pack) -> None:
    line.protection = line.protection or plan_on(line.person, on)
    _reviewed(line, pack)
    if line.decision and line.outcome in pack.flagged(OUTCOMES["review"], "ends_plan"):
        line.decision.less_protection = True  # a challenge pauses it, and nothing else
        line.decision.save()


def _reviewed(line: MeetingLine, pack: Pack) -> None:
    """A review that was held is a day of the plan it looked at."""
    plan = line.protection
    if plan is None or line.kind != "review" or not line.outcome:
        return
    if line.held_on and line.outcome not in pack.flagged(OUTCOMES["review"], "not_held"):
        plan.reviewed_on = sorted({*plan.reviewed_on, line.held_on})
        plan.latest_category = line.category or plan.latest_category
        plan.save()


def _after_core_group(by: Actor, line: MeetingLine, on: date, pack: Pack) -> None:
    line.protection = line.protection or plan_on(line.person, on)


_FOLLOWS: dict[str, Callable[[Actor, MeetingLine, date, Pack], None]] = {
    "strategy": _after_strategy,
    "conference": _after_conference,
    "transfer_in": _after_conference,
    "review": _after_review,
    "core_group": _after_core_group,
}
