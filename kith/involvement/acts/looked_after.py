"""Being looked after: the law that began it, what is planned, and how it ended.

A court, the police or a family’s word is recorded first, whatever is missing, with the moment where hours count; our
own decision about it is owed by the next working day (design 7.1).
"""

from datetime import date, datetime, time

from kith.access import Actor, Right
from kith.access.actor import HOME_TIME
from kith.decisions.acts import decide_inside
from kith.decisions.queries import held_back
from kith.involvement import rules
from kith.involvement.acts.following import IN_CARE, statutory_work
from kith.involvement.acts.holding import born_by, one_of, pack_on
from kith.involvement.acts.moving import move_inside
from kith.involvement.models import AT_HAND, LegalStatus, LookedAfter, OrderLonger, Placement, Spell
from kith.packs import Pack
from kith.people.acts.homes import leave_inside
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act

_AFTER = {"care_leaver": "leaves_care"}


@act(
    "{by} recorded the law under which {about} is looked after.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    story=True,
    significance=3,
    makes="involvement.LegalStatus",
)
def record_legal_status(
    *, by: Actor, about: Person, on: date, status: str, at: time | None = None, because: str = "", note: str = ""
) -> LegalStatus:
    """The law from that day on; the one before ends as it begins. A child who was not looked after is from then, and
    the help is at that level. Told late, it takes its place among those told before.

    Raises Refused: an answer that is not the pack’s; a moment to come; a day before the child was born.
    """
    pack = pack_on(on)
    if not status:
        raise Refused("Say under which law.", field="status")
    one_of(pack, rules.STATUS, status, "status")
    moment = _moment(on, at, by)
    born_by(about, on, "on")
    care = care_on(by, about, on, because)
    made = LegalStatus(
        person=about,
        care=care,
        status=status,
        limit=pack.code(rules.STATUS, status).limit,
        began_on=on,
        began_at=moment,
        note=note.strip(),
    )
    made.ended_on, made.ended_at = _next_begins(care, on)
    question = f"What do we decide for {about.called} now that this is the law: {pack.label(rules.STATUS, status)}?"
    made.decision = decide_inside(by, about, kind="legal", question=question, reasons=because.strip())
    _end_before(care, on, moment)
    made.save()
    if care.decision_id is None:
        care.decision = made.decision
        care.save()
    visit_anew(care, pack)
    return made


@act("{by} recorded that an order about {about} ended.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, story=True)
def end_legal_status(*, by: Actor, about: Person, on: date, status: LegalStatus, at: time | None = None) -> LegalStatus:
    """It ended, and nothing is said yet of what comes after: the child’s page asks for it.

    Raises Refused: another child’s; ended already; before it began, or a moment to come.
    """
    found = LegalStatus.objects.select_for_update().filter(pk=status.pk, person=about, ended_on=None).first()
    if found is None:
        raise Refused("This has ended already.")
    moment = _moment(on, at or time(23, 59), by, known=at is not None)
    if on < found.began_on or (found.began_at and moment < found.began_at):
        raise Refused("It cannot have ended before it began.", field="on")
    found.ended_on, found.ended_at = on, moment
    found.save()
    visit_anew(found.care, pack_on(on))
    return found


@act(
    "{by} recorded that a court made an order about {about} longer.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    story=True,
    significance=3,
    makes="involvement.OrderLonger",
)
def make_order_longer(
    *,
    by: Actor,
    about: Person,
    on: date,
    status: LegalStatus,
    first_until_on: date | None = None,
    until_on: date | None = None,
    note: str = "",
) -> OrderLonger:
    """On this day; told of an order that has ended since, too, and as often as a court did it (E18). `first_until_on`:
    the last day of the order as it was made first; the day it was made longer, where nobody knows.

    Raises Refused: another child’s; an order no court makes longer; a day to come, or not while it stood; an end before
    the end of the first.
    """
    found = LegalStatus.objects.filter(pk=status.pk, person=about).first()
    if found is None:
        raise Refused("This is another child’s.")
    if found.status not in pack_on(found.began_on).flagged(rules.STATUS, "made_longer"):
        raise Refused("This is no order that a court makes longer.")
    if not found.began_on <= on <= min(by.today, found.ended_on or by.today):
        raise Refused("That was while the order stood, and no later than today.", field="on")
    made = OrderLonger(person=about, status=found, made_on=on, from_on=first_until_on or on, until_on=until_on)
    if made.from_on < found.began_on:
        raise Refused("The order cannot have run out before it began.", field="first_until_on")
    if until_on and until_on < made.from_on:
        raise Refused("It is longer only if it ends after the first.", field="until_on")
    made.note = note.strip()
    made.save()
    return made


@act("{by} noted what is planned for {about}, who is looked after.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True)
def note_care(
    *,
    by: Actor,
    about: Person,
    on: date,
    care: LookedAfter,
    care_plan_on: date | None = None,
    reviewing_officer: str = "",
    permanence: str = "",
    contact: str = "",
    adviser: str = "",
) -> LookedAfter:
    """The day of the care plan (E19), who reviews it, where the child will live until grown up, whom they see, and the
    personal adviser. What is not given stays as it was. Raises Refused: another child’s; an answer that is not the
    pack’s; a day to come.
    """
    found = _own(about, care)
    one_of(pack_on(on), "permanence_plan", permanence, "permanence")
    if care_plan_on and care_plan_on > by.today:
        raise Refused("That day has not come yet. Note it when the plan is written.", field="care_plan_on")
    told = {"reviewing_officer": reviewing_officer, "permanence": permanence, "contact": contact, "adviser": adviser}
    for name, text in told.items():
        setattr(found, name, text.strip() or getattr(found, name))
    found.care_plan_on = care_plan_on or found.care_plan_on
    found.save()
    return found


@act(
    "{about} is no longer looked after.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    story=True,
    significance=3,
    makes="involvement.LookedAfter",
)
def end_looked_after(
    *, by: Actor, about: Person, on: date, care: LookedAfter, ended_as: str, level: str = ""
) -> LookedAfter:
    """What a court, a birthday or a family ended is recorded at once, with our decision owed and the help going on at
    `level`. What we end ourselves ends once less help has been agreed and begun (S3-18).

    Raises Refused: another child’s; ended already; no such reason; before it began; our own ending while less help is
    challenged, or not begun; a level there is not.
    """
    found, pack = _own(about, care), pack_on(on)
    if found.ended_on:
        raise Refused("This has ended already.")
    if not ended_as:
        raise Refused("Say how it ended.", field="ended_as")
    one_of(pack, "care_ended", ended_as, "ended_as")
    if on < found.began_on:
        raise Refused("It cannot have ended before it began.", field="on")
    spell = Spell.objects.select_for_update().filter(person=about, closed_on=None).order_by(*AT_HAND).first()
    if ended_as in pack.flagged("care_ended", "records_first"):
        question = f"{about.called} is no longer looked after. What help is there now?"
        found.ended_by_decision = decide_inside(by, about, kind="plan", question=question)
        _go_on_helping(by, spell, on, pack, ended_as, level)
    elif held_back(about):
        raise Refused("Less help is challenged. The child is looked after until the challenge is answered.")
    elif spell is not None and spell.level == IN_CARE:
        raise Refused("Ask for less help first: it ends when that is agreed and has begun.", field="ended_as")
    found.ended_on, found.ended_as = on, ended_as
    found.save()
    _end_with_it(found, on)
    return found


def care_on(by: Actor, about: Person, on: date, because: str = "") -> LookedAfter:
    """The time looked after that this day belongs to, inside the act at hand: begun, or begun earlier, if need be."""
    times = LookedAfter.objects.select_for_update().filter(person=about)
    found = times.filter(ended_on=None).first()
    if found is None:
        found = times.filter(began_on__lte=on, ended_on__gte=on).order_by("-began_on").first()
    if found is None:
        work = statutory_work(by, about, on)
        spell = move_inside(by, work, IN_CARE, on, None, because.strip() or "The child came to be looked after.")
        found = LookedAfter(person=about, spell=spell, began_on=on, began_because=because.strip())
        found.save()
    elif on < found.began_on:
        found.began_on = on  # what began it is told late
        found.save()
    return found


def visit_anew(care: LookedAfter, pack: Pack) -> None:
    """The homes that go on are visited as the law that stands now asks for (E20a-c)."""
    law = [one.status for one in LegalStatus.objects.filter(care=care, ended_on=None)]
    for home in Placement.objects.filter(care=care, ended_on=None):
        as_now = rules.visited_as(home.kind, law, pack, for_now=home.for_now, lasting=home.lasting)
        if as_now != home.visited_as:
            home.visited_as = as_now
            home.save()


def _own(about: Person, care: LookedAfter) -> LookedAfter:
    found = LookedAfter.objects.select_for_update().filter(pk=care.pk, person=about).first()
    if found is None:
        raise Refused("This is another child’s.")
    return found


def _moment(on: date, at: time | None, by: Actor, *, known: bool = True) -> datetime:
    """A time nobody knows is the first of the day: hours then run out sooner, never later."""
    moment = datetime.combine(on, at or time(), HOME_TIME)
    if on > by.today or (known and moment > by.now):
        raise Refused("That moment has not come yet. Record it when it has happened.", field="on")
    return moment


def _next_begins(care: LookedAfter, on: date) -> tuple[date | None, datetime | None]:
    later = LegalStatus.objects.filter(care=care, began_on__gt=on).order_by("began_on").first()
    return (later.began_on, later.began_at) if later else (None, None)


def _end_before(care: LookedAfter, on: date, moment: datetime) -> None:
    stands = LegalStatus.objects.filter(care=care, began_on__lte=on)
    for before in stands.filter(ended_on=None) | stands.filter(ended_on__gt=on):
        before.ended_on, before.ended_at = on, max(moment, before.began_at or moment)
        before.save()


def _go_on_helping(by: Actor, spell: Spell | None, on: date, pack: Pack, ended_as: str, level: str) -> None:
    levels = {one.code for one in pack.levels}
    if level and level not in levels:
        raise Refused("Choose the help that goes on.", field="level")
    if spell is None or spell.level != IN_CARE:
        return
    leaves = [to for to, flag in _AFTER.items() if to in levels and ended_as in pack.flagged("care_ended", flag)]
    least = next(one.code for one in pack.levels if one.statutory)
    move_inside(by, spell, level or next(iter(leaves), least), on, None, pack.label("care_ended", ended_as))


def _end_with_it(care: LookedAfter, on: date) -> None:
    """The law and the homes of this time end no later than it does."""
    for status in LegalStatus.objects.filter(care=care, ended_on=None):
        status.ended_on = max(on, status.began_on)
        status.ended_at = datetime.combine(status.ended_on, time(23, 59), HOME_TIME)
        status.save()
    for home in Placement.objects.filter(care=care, ended_on=None).select_related("residence"):
        home.ended_on = max(on, home.began_on)
        home.save()
        if home.residence:
            leave_inside(home.residence, home.ended_on)
