"""Between two reviews: whoever chairs checks how what was decided stands (E22, users 1.7)."""

from datetime import date

from kith.access import Actor, Right
from kith.decisions.models import Challenge
from kith.involvement import rules
from kith.involvement.models import CONFERENCES, CareReviewLine, MeetingLine, MidwayCheck
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words


@act(
    "{by} checked between two reviews how what was decided about {about} stands.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    story=True,
    significance=2,
    makes="involvement.MidwayCheck",
)
def check_midway(
    *,
    by: Actor,
    about: Person,
    on: date,
    line: CareReviewLine | MeetingLine,
    found: str,
    satisfied: bool,
    challenge: Challenge | None = None,
) -> MidwayCheck:
    """What was found, and whether it will do. `challenge`: the one it began, when it will not (S3-20).

    Raises Refused: another child's review, one not held, or not the newest of its kind; by anybody but its chair; no
    words of what was found; a day to come, or before the review; a challenge of another child's, or when it will do.
    """
    newest = _newest(line, about)
    if newest is None or newest.pk != line.pk:
        raise Refused("This is not the last review of this child. Check how the last one stands.")
    if rules.chair_of(newest).casefold() != by.name.casefold():
        raise Refused(f"Whoever chairs makes this check: {rules.chair_of(newest) or 'nobody is named as the chair'}.")
    if newest.held_on is None or not newest.held_on <= on <= by.today:
        raise Refused("It was checked between the day of the review and today.", field="on")
    if needs_words(found):
        raise Refused("Say what you found.", field="found")
    if challenge and (satisfied or challenge.person_id != about.pk):
        raise Refused("A challenge is for what will not do, of this very child.", field="satisfied")
    made = MidwayCheck(
        person=about,
        **{rules.AFTER[type(newest)]: newest},
        checked_on=on,
        found=found.strip(),
        satisfied=satisfied,
        challenge=challenge,
        checked_by=by.name,
    )
    made.save()
    return made


def _newest(line: CareReviewLine | MeetingLine, about: Person) -> CareReviewLine | MeetingLine | None:
    """The newest of its kind that was held for this very child."""
    if isinstance(line, CareReviewLine):
        reviews = CareReviewLine.objects.filter(person=about).select_related("review")
        return reviews.order_by("-held_on", "-pk").first()
    held = MeetingLine.objects.filter(person=about, kind__in=CONFERENCES, held_on__isnull=False)
    return held.select_related("meeting").order_by("-held_on", "-pk").first()
