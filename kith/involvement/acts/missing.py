"""A child is missing; found; and listened to by somebody independent within the limit (E30).

Saying that a child is missing raises the same alarm as "worried now": duty is told at once, and the next on the rota
when nobody takes it. It stands at the top of the child’s record until they are found.
"""

from datetime import date, datetime

from kith.access import Actor, Right
from kith.access.actor import HOME_TIME
from kith.directory.acts import notify
from kith.involvement.acts.holding import born_by, one_of, pack_on
from kith.involvement.acts.working import raise_concern
from kith.involvement.models import LeadWorker, Missing
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.voice.acts.hearing import keep_words

_TELLS = "A child whom you lead the work with is missing. Open it."


@act(
    "{by} recorded that {about} is missing.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    story=True,
    significance=3,
    makes="involvement.Missing",
)
def report_missing(
    *,
    by: Actor,
    about: Person,
    on: date,
    at: datetime,
    kind: str = "",
    from_where: str = "",
    worry: str = "",
    police_told_at: datetime | None = None,
    police_reference: str = "",
    found_at: datetime | None = None,
) -> Missing:
    """Since when, and nothing else is needed. `found_at`: told late, when it was over already; then nobody is called.

    Raises Refused: missing already; a moment to come; found before they were missing; a kind that is not the pack’s.
    """
    one_of(pack_on(on), "missing_kind", kind, "kind")
    for field, moment in (("at", at), ("police_told_at", police_told_at), ("found_at", found_at)):
        if moment and moment > by.now:
            raise Refused("That moment has not come yet.", field=field)
    born_by(about, at.astimezone(HOME_TIME).date(), "at")
    if found_at and found_at < at:
        raise Refused("They cannot have been found before they were missing.", field="found_at")
    if found_at is None and Missing.objects.filter(person=about, found_at=None).exists():
        raise Refused("This is recorded already. Open it, and add what is new.")
    made = Missing(
        person=about,
        kind=kind or pack_on(on).choices("missing_kind")[0][0],
        missing_at=at,
        from_where=from_where.strip(),
        worry=worry.strip(),
        police_told_at=police_told_at,
        police_reference=police_reference.strip(),
        found_at=found_at,
    )
    made.save()
    if found_at is None:
        _call(by, made)
    return made


@act(
    "{by} recorded that {about} is found.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, story=True, significance=3
)
def note_found(*, by: Actor, about: Person, on: date, missing: Missing, at: datetime, how: str = "") -> Missing:
    """Raises Refused: another child’s; found already; before they were missing, or a moment to come."""
    found = _own(about, missing)
    if found.found_at:
        raise Refused("This has been recorded already.")
    if not found.missing_at <= at <= by.now:
        raise Refused("They were found between the moment they went and now.", field="at")
    found.found_at, found.found_how = at, how.strip()
    found.save()
    return found


@act("{by} added to what is known of the time {about} was missing.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True)
def note_missing(
    *,
    by: Actor,
    about: Person,
    on: date,
    missing: Missing,
    police_told_at: datetime | None = None,
    police_reference: str = "",
    worry: str = "",
    offered_at: datetime | None = None,
    answer: str = "",
    why_not: str = "",
    actions: str = "",
) -> Missing:
    """What the police were told, whether somebody independent was offered and what the child answered, what is done
    now. What is not given stays as it was.

    Raises Refused: another child’s; an answer that is not the pack’s; an offer before they were found; a moment not
    come yet.
    """
    found = _own(about, missing)
    one_of(pack_on(on), "interview_answer", answer, "answer")
    for field, moment in (("police_told_at", police_told_at), ("offered_at", offered_at)):
        if moment and moment > by.now:
            raise Refused("That moment has not come yet.", field=field)
        setattr(found, field, moment or getattr(found, field))
    if offered_at and (found.found_at is None or offered_at < found.found_at):
        raise Refused("It is offered once they are found.", field="offered_at")
    told = {"police_reference": police_reference, "worry": worry, "answer": answer, "why_not": why_not}
    for name, text in {**told, "actions": actions}.items():
        setattr(found, name, text.strip() or getattr(found, name))
    found.save()
    return found


@act(
    "{about} talked with somebody about the time they were missing.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    story=True,
    significance=2,
)
def record_return_talk(
    *,
    by: Actor,
    about: Person,
    on: date,
    missing: Missing,
    at: datetime,
    talked_with: str = "",
    independent: bool | None = None,
    said: str = "",
    sort: str = "",
    away_from: str = "",
    towards: str = "",
    actions: str = "",
) -> Missing:
    """Who listened, and whether they are independent of those who care for and work with the child; what pushed them to
    go, what pulled them, what is done. `said`: the child’s own words, kept as their voice and answered as such.

    Raises Refused: another child’s; not found yet; held already; a moment before that, or to come.
    """
    found = _own(about, missing)
    if found.found_at is None:
        raise Refused("Say first when they were found.")
    if found.talked_at:
        raise Refused("This talk has been recorded already.")
    if not found.found_at <= at <= by.now:
        raise Refused("They talked between the moment they were found and now.", field="at")
    found.talked_at, found.talked_with, found.independent = at, talked_with.strip(), independent
    found.offered_at, found.answer = found.offered_at or at, "yes"
    for name, text in (("away_from", away_from), ("towards", towards), ("actions", actions)):
        setattr(found, name, text.strip() or getattr(found, name))
    if said.strip():
        day = at.astimezone(HOME_TIME).date()
        found.words = keep_words(
            by=by, person=about, on=day, sort=sort or "wish", text=said, heard_by=found.talked_with
        )
    found.save()
    return found


def _call(by: Actor, missing: Missing) -> None:
    """Duty, as for anybody who is worried now; and whoever leads the work, by a line that names nobody."""
    since = missing.missing_at.astimezone(HOME_TIME)
    what = f"Missing since {since:%H:%M on %d %B}. {missing.worry}".strip()
    raise_concern(by=by, key=f"missing-{missing.pk}", what=what, where=missing.from_where, person=missing.person)
    for lead in LeadWorker.objects.filter(person=missing.person, until_on=None).exclude(account_id=by.account_id):
        notify(lead.account_id, "missing", missing.person, _TELLS)


def _own(about: Person, missing: Missing) -> Missing:
    found = Missing.objects.select_for_update().filter(pk=missing.pk, person=about).first()
    if found is None:
        raise Refused("This is another child’s.")
    return found
