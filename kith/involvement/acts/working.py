"""Beginning work, allocating and handing it over; and being worried now."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection

from kith import packs
from kith.access import Actor, Audience, Right
from kith.directory.acts import notify
from kith.directory.models import Staff, Tie
from kith.directory.queries import managers_of
from kith.involvement.models import AT_HAND, ImmediateConcern, LeadWorker, Spell
from kith.people.models import Person
from kith.record import NotYours, Refused
from kith.record.acting import act
from kith.words import joined, needs_words


@act(
    "{by} began work with {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    story=True,
    significance=2,
    makes="involvement.Spell",
)
def begin_work(
    *, by: Actor, about: Person, on: date, level: str, source: str = "", primary_need: str = "", **census: Any
) -> Spell:
    """A new spell of work. Raises Refused while another is open: one child, one thread."""
    return open_work(by, about, on, level=level, source=source, primary_need=primary_need, **census)


def open_work(
    by: Actor, about: Person, on: date, *, level: str, source: str = "", primary_need: str = "", **census: Any
) -> Spell:
    """The same inside the act at hand."""
    if Spell.objects.filter(person=about, closed_on=None).exists():
        raise Refused(f"Work with {about} is already open. Carry on with it.")
    spell = Spell(
        person=about,
        level=level,
        started_on=on,
        source=source,
        primary_need=primary_need,
        known_from=by.today,
        follows=_before(about),
        **census,
    )
    spell.save()
    return spell


def _before(about: Person) -> Spell | None:
    """A child who comes back is on the same thread: the new work follows the last."""
    return Spell.objects.filter(person=about).exclude(closed_on=None).order_by("-closed_on", "-pk").first()


@act(
    "{lead.name} became {about}'s lead worker.",
    needs=Right.ALLOCATE_WORK,
    tie=False,
    story=True,
    significance=2,
    makes="involvement.LeadWorker",
)
def allocate(
    *,
    by: Actor,
    about: Person,
    on: date,
    lead: Staff,
    reason_ended: str = "",
    family_told_on: date | None = None,
    over_cap_because: str = "",
) -> LeadWorker:
    """Name the lead worker of the child's open work, ending the one before the same day. The tie that lets the new
    lead see and write begins here, and the old lead's ends. Raises Refused: no open work, already the lead, not
    registered where the level asks for it (S0-17), or leading as many as the pack lets one worker lead, without a
    reason (S4-24).
    """
    spell = Spell.objects.select_for_update().filter(person=about, closed_on=None).order_by(*AT_HAND).first()
    if spell is None:
        raise Refused(f"We are not working with {about} at the moment.")
    _must_be_registered(lead, spell.level, on)
    over = _must_have_room(by, lead, about, on, over_cap_because)
    before = LeadWorker.objects.filter(spell=spell).exists()
    for former in LeadWorker.objects.filter(spell=spell, until_on=None):
        if former.account_id == lead.account_id:
            raise Refused(f"{lead.name} is already {about}'s lead worker.", field="lead")
        former.until_on, former.reason_ended = on, reason_ended
        former.save()
        end_lead_ties(former.account_id, about, by)
    new = LeadWorker(
        person=about,
        spell=spell,
        account_id=lead.account_id,
        name=lead.name,
        phone=lead.phone,
        from_on=on,
        family_told_on=family_told_on,
        over_cap_because=over,
        takes_over=before,
    )
    new.save()
    Tie(account_id=lead.account_id, person=about, because="lead_worker", may_write=True, starts_at=by.now).save()
    notify(lead.account_id, "allocated", about, "You have become the lead worker of a child. Open your list.")
    return new


def _must_have_room(by: Actor, lead: Staff, about: Person, on: date, because: str) -> str:
    """The reason for one child too many, and whoever manages the worker is told; empty while there is room. Records
    that come from somewhere else are kept as they are.
    """
    most = int(packs.pack_for(settings.PACK, on).figure("caseload-cap"))
    led = LeadWorker.objects.filter(account_id=lead.account_id, until_on=None).exclude(person=about).count()
    if led < most or by.audience == Audience.SYSTEM:
        return ""
    if needs_words(because):
        raise Refused(
            f"{lead.name} leads the work with {led} children already, and {most} is the most. Choose somebody else, or "
            "say why all the same.",
            field="over_cap_because",
        )
    for account in managers_of(lead.team_id):
        if account != by.account_id:
            notify(account, "over_cap", about, "Somebody you manage leads more children than one worker should.")
    return because.strip()


def _must_be_registered(lead: Staff, level: str, on: date) -> None:
    asked = next((one for one in packs.pack_for(settings.PACK, on).levels if one.code == level), None)
    if lead.registered or asked is None or not asked.registered_lead:
        return
    others = Staff.objects.filter(registered=True, team_id=lead.team_id).order_by("name")
    named = joined(list(others.values_list("name", flat=True)[:6]))
    who = f" In this team these are: {named}." if named else " Nobody in this team is: ask another team."
    raise Refused(
        f"“{asked.label}” is led by a registered social worker, and {lead.name} is not one.{who}", field="lead"
    )


@act("{by} noted how the work with {about} was handed over.", needs=Right.ALLOCATE_WORK, makes="involvement.LeadWorker")
def note_handover(
    *,
    by: Actor,
    about: Person,
    on: date,
    lead: LeadWorker,
    met_together_on: date | None = None,
    goodbye_on: date | None = None,
    family_told_on: date | None = None,
    child_told_on: date | None = None,
    carried_on: str = "",
    terms_again_on: date | None = None,
) -> LeadWorker:
    """The steps of a good handover, each when it has happened (S4-28, N27): the two workers met the family together,
    the goodbye, who was told when, what was agreed to be carried on, and when what they agreed on working together was
    gone through again. What is not given stays as it was.

    Raises Refused: a day to come, or another child's lead worker.
    """
    found = LeadWorker.objects.filter(pk=lead.pk, person=about).first()
    if found is None:
        raise Refused("This is another child’s lead worker.")
    steps = {
        "met_together_on": met_together_on,
        "goodbye_on": goodbye_on,
        "family_told_on": family_told_on,
        "child_told_on": child_told_on,
        "terms_again_on": terms_again_on,
    }
    for name, day in steps.items():
        if day and day > by.today:
            raise Refused("That day has not come yet. Note it when it has happened.", field=name)
        setattr(found, name, day or getattr(found, name))
    found.carried_on = carried_on.strip() or found.carried_on
    found.save()
    return found


@act("{by} read what was handed over about {about}.", makes="involvement.LeadWorker")
def read_handover(*, by: Actor, about: Person, on: date, lead: LeadWorker) -> LeadWorker:
    """The receipt of a new lead worker, before the first visit (S4-27): the day is kept as it is, early or late.

    Raises Refused: read already, or another child’s. NotYours: by anybody but the new lead worker.
    """
    found = LeadWorker.objects.select_for_update().filter(pk=lead.pk, person=about).first()
    if found is None:
        raise Refused("This is another child’s lead worker.")
    if by.account_id != found.account_id:
        raise NotYours("read_handover: somebody else leads.")
    if found.pack_read_on:
        raise Refused("You have read it already.")
    found.pack_read_on = on
    found.save()
    return found


def raise_concern(
    *, by: Actor, key: str, what: str, who: str = "", where: str = "", ring_back: str = "", person: Person | None = None
) -> str:
    """Worried now (design 7.2): kept and told to duty at once, for anyone, about anyone. Returns the duty number to
    ring, empty when nobody is on the rota. Raises Refused when nothing is said.

    Not an `@act`: it must work for someone who is nobody here, about a child with no record, through one narrow door.
    """
    if not what.strip():
        raise Refused("Say what you are worried about. A few words are enough.", field="what")
    with connection.cursor() as cursor:
        cursor.execute(
            "select kith_raise_concern(%s, %s, %s, %s, %s, %s, %s)",
            [
                key,
                what.strip(),
                who,
                where,
                ring_back,
                person.pk if person else None,
                by.name or "A member of the public",
            ],
        )
        return cursor.fetchone()[0]


def take_concern(*, by: Actor, concern: ImmediateConcern) -> ImmediateConcern:
    """Duty says: I have this. Raises Refused when someone already has."""
    if concern.taken_at is not None:
        raise Refused(f"{concern.taken_by_name} already has this.")
    concern.taken_by_id, concern.taken_by_name, concern.taken_at = by.account_id, by.name, by.now
    concern.save(update_fields=["taken_by", "taken_by_name", "taken_at"])
    return concern


def end_lead_ties(account_id: int, person: Person, by: Actor) -> None:
    for tie in Tie.objects.filter(account_id=account_id, person=person, because="lead_worker", ends_at=None):
        tie.ends_at = by.now
        tie.save()
