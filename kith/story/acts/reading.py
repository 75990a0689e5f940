"""Someone looked, and what is written is still right."""

from datetime import date

from kith.access import Actor, Right
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.story.models import CLOCKS, StillRight, StoryReview


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


@act("{by} looked at what is known of {about}: it is still right.", needs=Right.RECORD_ON_ANY_CHILD)
def say_still_right(*, by: Actor, about: Person, on: date, clock: str) -> StillRight:
    """The assessment was looked at today and is still right (N8). Raises Refused: any other clock."""
    if clock not in dict(CLOCKS):
        raise Refused("Say what is still right.", field="clock")
    looked = StillRight(person=about, clock=clock, looked_on=on)
    looked.save()
    return looked
