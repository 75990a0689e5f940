"""What is in the story, what it meant, what is left out and why, and which records are of one event (S3-06, N9)."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.record.models import Act
from kith.story.models import Entry
from kith.story.rules.lenses import WHERE_IT_COMES_FROM
from kith.voice.models import Words


@act("{by} took an event into {about}'s story.", needs=Right.RECORD_ON_ANY_CHILD, makes="story.Entry")
def take_into_story(
    *, by: Actor, about: Person, on: date, event: Act, significance: int, line: str = "", lens: str = ""
) -> Entry:
    """One tap: this belongs in the child's story. What it meant may come later and is owed until then. Something left
    out before is taken back in.

    Raises Refused: another child's event; in the story already; a significance or part of the story there is none of.
    """
    entry = _entry(about, event)
    if entry.pk and entry.standing == "taken":
        raise Refused("This is in the story already.")
    check_significance(significance, on)
    check_lens(lens, on)
    entry.standing, entry.because = "taken", ""
    entry.significance, entry.line, entry.lens = significance, line.strip(), lens
    entry.save()
    return entry


@act("{by} left an event out of {about}'s story.", needs=Right.RECORD_ON_ANY_CHILD, makes="story.Entry")
def leave_out_of_story(*, by: Actor, about: Person, on: date, event: Act, because: str) -> Entry:
    """Not for the story, because: it stays in the record, and the choice is kept with its reason.

    Raises Refused: another child's event; no reason; the child's own words; another record is shown under it.
    """
    if not because.strip():
        raise Refused("Say why this is not for the story. A few words are enough.", field="because")
    if Entry.objects.filter(person=about, same_as=event).exists():
        raise Refused("Another record of the same event is shown under this one. Part them first.", field="because")
    if Words.objects.filter(act=event).exists():
        raise Refused("What a child said stays in their story.", field="because")
    entry = _entry(about, event)
    entry.standing, entry.because, entry.same_as = "left_out", because.strip(), None
    entry.save()
    return entry


@act("{by} wrote what an event meant for {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="story.Entry")
def mean_for_child(
    *,
    by: Actor,
    about: Person,
    on: date,
    event: Act,
    significance: int,
    meant: str = "",
    outcome: str | None = None,
    line: str | None = None,
    for_child: str | None = None,
) -> Entry:
    """How much an event matters in this child's story, what it meant for them, what was done; said again, it replaces
    what was said before, and what is None stays as it was. The words may come later: an event that matters without
    them is shown as owing them. An event with a meaning is in the story.

    Raises Refused: another child's event; a significance there is none of.
    """
    entry = _entry(about, event)
    check_significance(significance, on)
    entry.standing, entry.because = "taken", ""
    entry.significance, entry.meant = significance, meant.strip()
    for name, said in (("outcome", outcome), ("line", line), ("for_child", for_child)):
        if said is not None:
            setattr(entry, name, said.strip())
    entry.save()
    return entry


@act("{by} linked two records of one event in {about}'s story.", needs=Right.RECORD_ON_ANY_CHILD, makes="story.Entry")
def link_same_event(*, by: Actor, about: Person, on: date, event: Act, same_as: Act) -> Entry:
    """`event` is another record of the very event that `same_as` tells: nothing is deleted, one is shown with "also
    recorded by" the other.

    Raises Refused: another child's event; itself; either of them is linked already.
    """
    if event == same_as:
        raise Refused("Choose another record: this is the same one.")
    if same_as.person_id != about.pk:
        raise Refused("That event is not in this child's story.")
    entry = _entry(about, event)
    shown = Entry.objects.filter(event=same_as).first()
    if entry.same_as_id or Entry.objects.filter(person=about, same_as=event).exists():
        raise Refused("This record is linked with another already. Part them first.")
    if shown and (shown.same_as_id or shown.standing == "left_out"):
        raise Refused("The other record is not shown in the story itself. Choose the one that is.")
    entry.standing, entry.because, entry.same_as = "taken", "", same_as
    entry.save()
    return entry


@act("{by} parted two records in {about}'s story.", needs=Right.RECORD_ON_ANY_CHILD, makes="story.Entry")
def part_events(*, by: Actor, about: Person, on: date, event: Act) -> Entry:
    """They were two events after all. Raises Refused: another child's event; not linked."""
    entry = _entry(about, event)
    if not entry.same_as_id:
        raise Refused("This record is not linked with another.")
    entry.same_as = None
    entry.save()
    return entry


def _entry(about: Person, event: Act) -> Entry:
    """The entry of this event, new where there is none. Raises Refused for another child's."""
    if event.person_id != about.pk:
        raise Refused("That event is not in this child's story.")
    return Entry.objects.filter(event=event).first() or Entry(person=about, event=event, significance=1)


def check_significance(significance: int, on: date) -> None:
    if str(significance) not in dict(packs.pack_for(settings.PACK, on).choices("significance")):
        raise Refused("Choose how much it matters.", field="significance")


def check_lens(lens: str, on: date) -> None:
    """Empty is well: the rule places it then."""
    known = dict(packs.pack_for(settings.PACK, on).choices("lens"))
    if lens and (lens not in known or lens in WHERE_IT_COMES_FROM):
        raise Refused("Choose which part of the story this is.", field="lens")
