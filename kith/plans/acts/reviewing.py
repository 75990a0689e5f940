"""Looking at a plan again: everything is kept as it is written; only finishing asks for all of it."""

from collections.abc import Mapping, Sequence
from datetime import date

from kith.access import Actor, Right
from kith.involvement.acts import differences_inside
from kith.people.acts.situations import write_line
from kith.people.models import Person
from kith.plans import rules
from kith.plans.acts.readying import begin_with
from kith.plans.acts.written import Point, Stood, TookPart, chosen, pack_on, score_of, still_open
from kith.plans.models import Actual, Plan, PlanReview, ReviewPoint, TakingPart, looked
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words


@act("{by} looked at the plan for {about} again.", needs=Right.RECORD_ON_ANY_CHILD, makes="plans.PlanReview")
def review_plan(
    *,
    by: Actor,
    about: Person,
    on: date,
    plan: Plan,
    points: Sequence[Point] = (),
    stood: Sequence[Stood] = (),
    people: Sequence[TookPart] = (),
) -> PlanReview:
    """A review as far as it has been written (S1-13, S3-23, S0-03). Raises Refused: another child's plan, or one that
    has ended; one not finished yet; an answer the pack has not.
    """
    still_open(plan, about)
    if PlanReview.objects.filter(plan=plan, finished_on=None).exists():
        raise Refused("A review of this plan is not finished yet: add to that one.")
    review = PlanReview(person=about, plan=plan, held_on=on)
    review.save()
    begin_with(review)
    _write(review, points, stood, people, on)
    return review


@act("{by} added to a review of the plan for {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="plans.PlanReview")
def add_to_review(
    *,
    by: Actor,
    about: Person,
    on: date,
    review: PlanReview,
    points: Sequence[Point] = (),
    stood: Sequence[Stood] = (),
    people: Sequence[TookPart] = (),
) -> PlanReview:
    """What was missing, or how it stands after all: the latest counts. Raises Refused: finished, another child's."""
    _unfinished(review, about)
    review.save()
    _write(review, points, stood, people, on)
    return review


@act("{by} finished a review of the plan for {about}.", story=True, significance=2, makes="plans.PlanReview")
def finish_review(
    *,
    by: Actor,
    about: Person,
    on: date,
    review: PlanReview,
    next_on: date | None,
    understanding: str = "",
    understanding_why: str = "",
    no_change_because: str = "",
    after_no_change: str = "",
    after_no_change_why: str = "",
    unanswered_because: str = "",
    helped: str = "",
    difference_child: str = "",
    difference_family: str = "",
    difference_others: str = "",
    difference_said: Mapping[str, str] | None = None,
    difference_who: Person | None = None,
) -> PlanReview:
    """The review is whole (S1-13, S3-08, S3-16, S3-23, S3-26, S0-03, N34). Raises Refused, naming every gap that
    `rules.review_gaps` finds: an outcome nobody scored, an empty column, a next day beyond the limit, no change twice
    and no answer to it, nobody's part in it, nobody asked whether it changes what we understand, or what difference
    we make. Everything written stays. `helped`: what the family did itself that helped stands among the child's
    strengths (S4-17). `difference_said`: what kind of answer each is, by whose; `difference_who`: who of the family.
    """
    _unfinished(review, about)
    pack = pack_on(on)
    chosen(pack, "after_no_change", after_no_change, "after_no_change")
    chosen(pack, "understanding", understanding, "understanding")
    review.understanding, review.understanding_why = understanding, understanding_why.strip()
    review.next_on, review.after_no_change = next_on, after_no_change
    review.no_change_because, review.after_no_change_why = no_change_because.strip(), after_no_change_why.strip()
    review.unanswered_because, review.helped = unanswered_because.strip(), helped.strip()
    difference = {"child": difference_child, "family": difference_family, "others": difference_others}
    for whose, words in difference.items():
        setattr(review, f"difference_{whose}", words.strip())
    latest = rules.next_review_by(review.plan.kind, review.held_on, pack)
    if gaps := rules.review_gaps(looked(review), latest, pack):
        raise Refused(rules.said(gaps), field=gaps[0].field)
    review.finished_on, review.finished_by = on, by.name
    review.save()
    differences_inside(by, about, on, "review", difference, difference_said or {}, difference_who)
    if not needs_words(review.helped):
        write_line(by, about, on, kind="strength", text=review.helped, source="What the family did, at a review")
    return review


def _unfinished(review: PlanReview, child: Person) -> None:
    still_open(review.plan, child)
    if review.finished_on:
        raise Refused("This review is finished. Hold another.")


def _write(
    review: PlanReview, points: Sequence[Point], stood: Sequence[Stood], people: Sequence[TookPart], on: date
) -> None:
    pack = pack_on(on)
    for point in points:
        chosen(pack, "review_column", point.column, "column")
        chosen(pack, "whose_view", point.whose, "whose")
        ReviewPoint(person=review.person, review=review, **vars(point)).save()
    for one in stood:
        chosen(pack, "outcome_now", one.now, "now")
        chosen(pack, "whose_view", one.whose, "whose")
        score_of(one.score)
        if one.outcome.plan_id != review.plan_id:
            raise Refused("Choose an outcome of this plan.", field="now")
        Actual(person=review.person, review=review, **vars(one)).save()
    for each in people:
        chosen(pack, "whose_view", each.whose, "whose")
        chosen(pack, "took_part_how", each.how, "how")
        chosen(pack, "attended", each.attended, "attended")
        chosen(pack, "child_took_part" if each.whose == "child" else "spoke", each.spoke, "spoke")
        score_of(each.with_us, "with_us")
        for way in each.prepared_with:
            chosen(pack, "prepared_with", way, "prepared_with")
        TakingPart(
            person=review.person, review=review, **{**vars(each), "prepared_with": list(each.prepared_with)}
        ).save()
