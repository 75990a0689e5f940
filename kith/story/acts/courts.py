"""A chronology for a court: chosen, finished through the release check, set in type (J6, S3-06, design 7.8)."""

from collections.abc import Sequence
from datetime import date

from kith.access import Actor, Right
from kith.calendar import in_full, joined
from kith.directory.acts import notify
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.record.jobs import enqueue
from kith.record.models import Act
from kith.sharing.acts import keep_paper, release_copy
from kith.story import papers
from kith.story.models import Chronology
from kith.story.rules import court


@act("{by} chose what goes into a chronology of {about} for a court.", makes="story.Chronology")
def choose_for_court(
    *,
    by: Actor,
    about: Person,
    on: date,
    from_on: date,
    to_on: date,
    events: Sequence[int],
    chronology: Chronology | None = None,
) -> Chronology:
    """Begin one, or choose again for one that has not gone yet. `events` are the acts of the entries.

    Raises Refused: nothing chosen, another child's event, a period that ends before it begins or in days to come, one
    that has gone already.
    """
    if to_on < from_on:
        raise Refused("The period ends before it begins.", field="to")
    if to_on > by.today:
        raise Refused("That day has not come yet. Give a day up to today.", field="to")
    if not events:
        raise Refused("Choose at least one entry.", field="events")
    if Act.objects.filter(pk__in=events, person=about).count() != len(set(events)):
        raise Refused("One of these events is not in this child's story.", field="events")
    begun = chronology or Chronology(person=about, begun_by_id=by.account_id)
    _must_be_open(about, begun)
    begun.from_on, begun.to_on, begun.chosen = from_on, to_on, sorted(set(events))
    begun.save()
    return begun


@act("{by} made a chronology of {about} for a court.", makes="story.Chronology")
def release_chronology(
    *,
    by: Actor,
    about: Person,
    on: date,
    chronology: Chronology,
    heading: court.Heading,
    lines: Sequence[court.Line],
    recipient_name: str,
    who_else_sees: str,
    family_beside: bool = True,
) -> Chronology:
    """Finish it: its words are frozen as this reader sees them, checked for everything kept from anyone, and released.
    A short one is set in type at once, a long one by a job, and whoever asked is told.

    Raises Refused: gone already; no entries; an entry that matters whose meaning for the child is not written; whatever
    `release_copy` refuses. Nothing has left then.
    """
    _must_be_open(about, chronology)
    if not lines:
        raise Refused("Choose at least one entry.")
    if owing := [line.event for line in lines if line.event.to_complete]:
        days = joined([str(event.when) for event in owing[:5]])
        more = f" and {len(owing) - 5} more" if len(owing) > 5 else ""
        raise Refused(f"Write first what these meant for the child: {days}{more}. A court is owed it.")
    content = court.content(heading, lines, family_beside=family_beside)
    chronology.release = release_copy(
        by=by,
        about=about,
        on=on,
        recipient=None,
        recipient_name=recipient_name,
        kind="story",
        text=court.as_text(content),
        who_else_sees=who_else_sees,
    )
    content |= {"release": chronology.release.pk, "recipient": recipient_name.strip(), "released_on": in_full(on)}
    chronology.frozen, chronology.family_beside = content, family_beside
    chronology.save()
    if content["entries"] <= court.AT_ONCE:
        _set_in_type(chronology, on)
    else:
        enqueue("typeset_chronology", chronology=chronology.pk)
    return chronology


@act("A chronology of {about} was set in type.", needs=Right.RECORD_ON_ANY_CHILD, tie=False, makes="story.Chronology")
def typeset_chronology(*, by: Actor, about: Person, on: date, chronology: Chronology) -> Chronology:
    """The job's part, for a long one: nothing is read but what was frozen and checked. Whoever began it is told.

    Raises Refused when it has not been released.
    """
    if chronology.frozen is None:
        raise Refused("This chronology has not been released yet.")
    if chronology.typeset_on is None:
        _set_in_type(chronology, on)
        notify(chronology.begun_by_id, "copy_ready", about, "The chronology you asked for is ready.")
    return chronology


def _set_in_type(chronology: Chronology, on: date) -> None:
    """Files for the release, kept as they are: the same content gives the same bytes."""
    pdf = papers.chronology_pdf(chronology.frozen or {})
    keep_paper(chronology.release, "pdf", pdf.data, pdf.pages)  # type: ignore[arg-type]
    keep_paper(chronology.release, "docx", papers.chronology_docx(chronology.frozen or {}))  # type: ignore[arg-type]
    chronology.typeset_on = on
    chronology.save()


def _must_be_open(about: Person, chronology: Chronology) -> None:
    if chronology.person_id != about.pk:
        raise Refused("That chronology is another child's.")
    if chronology.release_id:
        raise Refused("This chronology has gone already. Begin a new one.")
