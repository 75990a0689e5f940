"""Making the log a story: what events meant for the child, what people tell of the time before, reading it through."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.calendar import PartDate
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.record.models import Act
from kith.story.models import History, Meaning, StoryReview


@act("{by} wrote what an event meant for {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="story.Meaning")
def mean_for_child(*, by: Actor, about: Person, on: date, event: Act, significance: int, meant: str = "") -> Meaning:
    """How much an event matters in this child's story and what it meant for them; said again, it replaces what was
    said before (S3-06). The words may come later: an event that matters without them is shown as owing them.

    Raises Refused: another child's event; a significance there is none of.
    """
    if event.person_id != about.pk:
        raise Refused("That event is not in this child's story.")
    _check_significance(significance, on)
    meaning = Meaning.objects.filter(event=event).first() or Meaning(person=about, event=event)
    meaning.significance, meaning.meant = significance, meant.strip()
    meaning.save()
    return meaning


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
    significance: int = 1,
    meant: str = "",
) -> History:
    """Something that happened before or outside Kith, as someone tells it, on a day known as well as it is known
    (S3-06). Raises Refused: nothing told, by nobody, on a day to come; a part of the story there is none of.
    """
    if not what.strip():
        raise Refused("Write what happened.", field="what")
    if not told_by.strip():
        raise Refused("Say who told you: this is their account.", field="told_by")
    if happened.on > by.today:
        raise Refused("That day has not come yet. Give the day it happened, or the year.", field="happened")
    if lens not in dict(packs.pack_for(settings.PACK, on).choices("lens")):
        raise Refused("Choose which part of the story this is.", field="lens")
    _check_significance(significance, on)
    told = History(
        person=about,
        what=what.strip(),
        happened_on=happened.on,
        happened_precision=happened.precision,
        told_by=told_by.strip(),
        lens=lens,
    )
    told.save()
    if significance > 1 or meant.strip():
        Meaning(person=about, event=told.act, significance=significance, meant=meant.strip()).save()
    return told


@act("{by} read {about}'s story through.", needs=Right.RECORD_ON_ANY_CHILD, makes="story.StoryReview")
def review_story(*, by: Actor, about: Person, on: date, reviewed_to: date | None = None) -> StoryReview:
    """The whole story was read and is right up to `reviewed_to`: the day of the reading, unless said (S3-06).

    Raises Refused: a day to come, or an earlier day than a reading already kept.
    """
    up_to = reviewed_to or on
    if up_to > on:
        raise Refused("A story cannot be right up to a day that has not come.", field="reviewed_to")
    if StoryReview.objects.filter(person=about, reviewed_to__gt=up_to).exists():
        raise Refused("The story has been read through up to a later day already.", field="reviewed_to")
    review = StoryReview(person=about, reviewed_to=up_to)
    review.save()
    return review


def _check_significance(significance: int, on: date) -> None:
    if str(significance) not in dict(packs.pack_for(settings.PACK, on).choices("significance")):
        raise Refused("Choose how much it matters.", field="significance")
