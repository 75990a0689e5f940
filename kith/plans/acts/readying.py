"""Before a plan is looked at again: what is ready, who is asked and what they said (J14, S3-14). It stops nothing."""

from collections.abc import Sequence
from datetime import date

from kith.access import Actor, Right
from kith.involvement.acts import put_ready
from kith.people.models import Person
from kith.plans.acts.written import InvitedGiven, chosen, pack_on, still_open
from kith.plans.models import BeforeReview, Invited, Plan, PlanReview
from kith.record import Refused
from kith.record.acting import act


@act(
    "{by} noted what is ready before the plan for {about} is looked at again.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="plans.BeforeReview",
)
def note_ready_for_review(
    *,
    by: Actor,
    about: Person,
    on: date,
    plan: Plan,
    planned_for: date | None = None,
    ready: Sequence[str] = (),
    report_shared_on: date | None = None,
    not_ready_because: str = "",
    invited: Sequence[InvitedGiven] = (),
) -> BeforeReview:
    """The pack's list as for a conference, when the family had the papers, and who is asked: the latest of each counts.

    Raises Refused: another child's plan, or one that has ended; a day to come for what is done already; an answer the
    pack has not; somebody who answered and was never asked.
    """
    still_open(plan, about)
    found = BeforeReview.objects.filter(plan=plan, review=None).first() or BeforeReview(person=about, plan=plan)
    put_ready(by, found, on, ready, report_shared_on, not_ready_because)
    found.planned_for = planned_for
    found.save()
    for one in invited:
        _invite(by, found, one, on)
    return found


def _invite(by: Actor, before: BeforeReview, given: InvitedGiven, on: date) -> None:
    pack, who = pack_on(on), given.who.strip()
    if not who:
        raise Refused("Say who is asked.", field="who")
    for key, code in (("whose_view", given.whose), ("took_part_how", given.how), ("invited_answer", given.answer)):
        chosen(pack, key, code, key)
    if given.invited_on and given.invited_on > by.today:
        raise Refused(f"That day has not come yet. Note it when {who} is asked.", field="invited_on")
    if given.answer and not given.invited_on:
        raise Refused(f"Say when {who} was asked.", field="invited_on")
    row = next((one for one in before.invited.all() if one.who.casefold() == who.casefold()), None)
    row = row or Invited(person=before.person, before=before, who=who)
    if row.answer != given.answer:
        row.answered_on = on if given.answer else None
    row.whose, row.how, row.invited_on, row.answer = given.whose, given.how, given.invited_on, given.answer
    row.save()


def begin_with(review: PlanReview) -> None:
    """What was made ready was for this review, inside the act that begins it: the next one is made ready anew."""
    for before in BeforeReview.objects.filter(plan=review.plan, review=None):
        before.review = review
        before.save()
