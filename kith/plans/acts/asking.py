"""Asking somebody else to read a plan and sign it off; their signature, or their question (users J5)."""

from datetime import date

from kith.access import Actor, Right
from kith.decisions.acts import ask_inside, send_back_inside, sign_off_inside
from kith.decisions.models import SignOffAsked
from kith.people.models import Person
from kith.plans import rules
from kith.plans.acts.written import still_open
from kith.plans.models import Plan, held
from kith.record import Refused
from kith.record.acting import act

_MADE = "decisions.SignOffAsked"


@act("{by} asked for the plan for {about} to be read.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True, makes=_MADE)
def ask_to_read_plan(
    *, by: Actor, about: Person, on: date, plan: Plan, asked_id: int, by_when: date | None = None, words: str = ""
) -> SignOffAsked:
    """The plan is the family’s too, and stands agreed or not whatever the reader says. Raises Refused: another child’s,
    or ended; whom one may not ask (`ask_inside`).
    """
    still_open(plan, about)
    return ask_inside(
        by,
        about,
        on,
        of="plan",
        row=plan.pk,
        version=plan.version,
        wrote={plan.act.occasion.by_id},
        asked_id=asked_id,
        by_when=by_when,
        words=words,
    )


@act(
    "{by} read the plan for {about}.",
    needs=Right.SIGN_ASSESSMENTS,
    tie=False,
    staff_only=True,
    makes=_MADE,
)
def read_plan(*, by: Actor, about: Person, on: date, plan: Plan, answer: str, because: str = "") -> SignOffAsked:
    """Signed off as it stands, or sent back with a question. Raises Refused: another child’s, or ended; not asked of
    this reader; no answer; sent back without a question.
    """
    still_open(plan, about)
    now = rules.in_lines(held(plan))
    if answer == "signed":
        return sign_off_inside(by, about, on, of="plan", row=plan.pk, as_read=now)
    if answer != "sent_back":
        raise Refused("Sign it off, or send it back with a question.", field="answer")
    return send_back_inside(by, about, on, of="plan", row=plan.pk, because=because, as_read=now)
