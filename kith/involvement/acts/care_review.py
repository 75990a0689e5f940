"""Reviews of looked-after children, and the days on which health, learning and the way ahead were looked at (E22-E26).

What was held is recorded at once, whatever is missing; only finishing the record of it may be refused (design 7.1).
"""

from collections.abc import Mapping, Sequence
from datetime import date

from kith.access import Actor, Right
from kith.involvement import rules
from kith.involvement.acts.holding import born_by, one_of, pack_on
from kith.involvement.acts.looked_after import care_on
from kith.involvement.models import CareCheck, CareReview, CareReviewLine, LookedAfter
from kith.involvement.rules import OfReview
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act

_MADE = "involvement.CareReviewLine"
_TEXTS = ("child_why_not", "child_view", "looked_at", "decided")


@act(
    "{by} recorded a review for {about}, who is looked after.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    story=True,
    significance=3,
    makes=_MADE,
)
def record_care_review(
    *,
    by: Actor,
    about: Sequence[Person],
    on: date,
    chaired_by: str = "",
    who_came: str = "",
    lines: Mapping[int, OfReview] | None = None,
) -> CareReviewLine:
    """One review for every child it was about, and a line of their own for each: `lines` by the child’s id. Returns the
    line of the first. Raises Refused: a day to come; an answer that is not the pack’s.
    """
    if on > by.today:
        raise Refused("That day has not come yet. Record it when it has been held.", field="on")
    review = CareReview(held_on=on, chaired_by=chaired_by.strip(), who_came=who_came.strip())
    review.save()
    written = []
    for child in about:
        born_by(child, on, "on")
        line = CareReviewLine(person=child, care=care_on(by, child, on), review=review, held_on=on)
        _write(line, (lines or {}).get(child.pk, {}))
        _count_anew(line.care)
        written.append(line)
    written[0].refresh_from_db()
    return written[0]


@act("{by} added to the record of a review for {about}.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True)
def add_to_care_review(
    *,
    by: Actor,
    about: Person,
    on: date,
    line: CareReviewLine,
    given: OfReview | None = None,
    chaired_by: str = "",
    who_came: str = "",
    decisions_sent_on: date | None = None,
    record_sent_on: date | None = None,
) -> CareReviewLine:
    """More of it: what is given stands, what is not stays as it was. When it was sent is told even later.

    Raises Refused: another child’s; its words once it is finished; an answer that is not the pack’s; a day to come.
    """
    found = _own(about, line)
    review = CareReview.objects.select_for_update().get(pk=found.review_id)
    for name, day in (("decisions_sent_on", decisions_sent_on), ("record_sent_on", record_sent_on)):
        if day and not review.held_on <= day <= by.today:
            raise Refused("It was sent between the day of the review and today.", field=name)
        setattr(review, name, day or getattr(review, name))
    review.chaired_by = chaired_by.strip() or review.chaired_by
    review.who_came = who_came.strip() or review.who_came
    review.save()
    if given and any(given.values()):
        if found.finished_on:
            raise Refused("The record of this review is finished.")
        _write(found, given)
    return found


@act("{by} finished the record of a review for {about}.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True)
def finish_care_review(*, by: Actor, about: Person, on: date, line: CareReviewLine) -> CareReviewLine:
    """Who chaired it, how this child took part and what was decided are there (S0-03).

    Raises Refused: another child’s; finished already; with everything that is missing.
    """
    found = _own(about, line)
    if found.finished_on:
        raise Refused("The record of this review is finished.")
    lacks = list(rules.review_lacks(found, pack_on(found.held_on)))
    if lacks:
        raise Refused(rules.said(lacks), field=lacks[0].field)
    found.finished_on, found.finished_by = on, by.name
    found.save()
    return found


@act(
    "{by} noted that health, learning or the way ahead was looked at for {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    story=True,
    makes="involvement.CareCheck",
)
def record_care_check(
    *, by: Actor, about: Person, on: date, kind: str, who: str = "", score: int | None = None, note: str = ""
) -> CareCheck:
    """Raises Refused: no kind, or one that is not the pack’s; a day to come; a score that is not from 0 to 40."""
    if not kind:
        raise Refused("Say what was looked at.", field="kind")
    one_of(pack_on(on), "care_check", kind, "kind")
    if on > by.today:
        raise Refused("That day has not come yet. Note it when it has happened.", field="on")
    born_by(about, on, "on")
    if score is not None and not 0 <= score <= 40:
        raise Refused("The score is a number from 0 to 40.", field="score")
    care = LookedAfter.objects.filter(person=about, ended_on=None).first()
    made = CareCheck(person=about, care=care, kind=kind, done_on=on, who=who.strip(), score=score, note=note.strip())
    made.save()
    return made


def _write(line: CareReviewLine, given: OfReview) -> None:
    part = given.get("child_part", "")
    one_of(pack_on(line.held_on), rules.PART, part, "child_part")
    line.child_part = part or line.child_part
    line.next_by = given.get("next_by") or line.next_by
    for name in _TEXTS:
        setattr(line, name, str(given.get(name) or "").strip() or getattr(line, name))
    line.save()


def _count_anew(care: LookedAfter) -> None:
    """Which was the first: one told late may be."""
    for place, line in enumerate(CareReviewLine.objects.filter(care=care).order_by("held_on", "pk")):
        if line.first != (place == 0):
            line.first = place == 0
            line.save()


def _own(about: Person, line: CareReviewLine) -> CareReviewLine:
    found = CareReviewLine.objects.select_related("person", "review", "care").filter(pk=line.pk, person=about).first()
    if found is None:
        raise Refused("This is another child’s.")
    return found
