"""History as people tell it: a relative, the child, another agency; word for word, and never over anyone else's."""

from datetime import date

from kith.access import Actor, Right
from kith.calendar import PartDate
from kith.directory.acts import notify
from kith.directory.models import Agency, PartnerWorker
from kith.involvement.models import LeadWorker
from kith.people.models import Person
from kith.record import NotYours, Refused
from kith.record.acting import act
from kith.record.models import Act
from kith.story.acts.choosing import check_lens, check_significance
from kith.story.models import Entry, History


@act("{by} wrote down history of {about} as it was told.", needs=Right.RECORD_ON_ANY_CHILD, makes="story.History")
def tell_history(
    *,
    by: Actor,
    about: Person,
    on: date,
    what: str,
    happened: PartDate,
    told_by: str,
    lens: str = "life",
    agency: Agency | None = None,
    document: str = "",
    beside: Act | None = None,
    significance: int = 1,
    meant: str = "",
) -> History:
    """Something that happened before or outside Kith, as someone tells it, on a day known as well as it is known
    (S3-06). Of an `agency`, entered here for it, or else of the family. `beside`: told about this event of ours, and
    shown beside it.

    Raises Refused: nothing told, by nobody, on a day to come; a part of the story there is none of; told about another
    child's event.
    """
    told = _told(by, about, on, what, happened, told_by, lens, agency, document, beside)
    check_significance(significance, on)
    told.save()
    if agency or significance > 1 or meant.strip():
        Entry(person=about, event=told.act, significance=significance, meant=meant.strip()).save()
    return told


@act("{by} told of something in {about}'s life.", makes="story.History")
def tell_as_agency(
    *, by: Actor, about: Person, on: date, what: str, happened: PartDate, lens: str, document: str = ""
) -> History:
    """A worker of another agency adds what it knows: theirs, in their words. It waits for the lead worker to take it
    into the story, who is told.

    Raises Refused as `tell_history` does, and NotYours for anyone who works for no other agency.
    """
    worker = PartnerWorker.objects.select_related("agency").filter(account_id=by.account_id).first()
    if worker is None:
        raise NotYours("tell_as_agency is for workers of other agencies.")
    told = _told(by, about, on, what, happened, by.name, lens, worker.agency, document, None)
    told.save()
    for lead in LeadWorker.objects.filter(person=about, until_on=None):
        notify(lead.account_id, "story_told", about, "Another agency has added to a child’s story. Take it in, or not.")
    return told


def _told(
    by: Actor,
    about: Person,
    on: date,
    what: str,
    happened: PartDate,
    told_by: str,
    lens: str,
    agency: Agency | None,
    document: str,
    beside: Act | None,
) -> History:
    if not what.strip():
        raise Refused("Write what happened.", field="what")
    if not told_by.strip():
        raise Refused("Say who told you: this is their account.", field="told_by")
    if happened.on > by.today:
        raise Refused("That day has not come yet. Give the day it happened, or the year.", field="happened")
    if not lens:
        raise Refused("Choose which part of the story this is.", field="lens")
    check_lens(lens, on)
    if beside and beside.person_id != about.pk:
        raise Refused("That event is not in this child's story.", field="beside")
    return History(
        person=about,
        what=what.strip(),
        happened_on=happened.on,
        happened_precision=happened.precision,
        told_by=told_by.strip(),
        lens=lens,
        agency=agency,
        document=document.strip(),
        beside=beside,
        entered_by_id=by.account_id,
    )
