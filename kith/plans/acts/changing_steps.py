"""A step in other words, or no longer in the plan: what was written is kept (S3-26, S3-21)."""

from datetime import date
from typing import Any

from kith.access import Actor, Right
from kith.involvement.acts import must_be_shareable
from kith.people.models import Person
from kith.plans import rules
from kith.plans.acts.stepping import check_step
from kith.plans.acts.written import changed, pack_on, still_open
from kith.plans.models import OVER, Outcome, Step
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

_TEXTS = ("owner_name", "notice", "uses", "age_because")
_NEW_DAY = "Its day had passed. It goes on with another day."
_NEW_OWNER = "Nobody had said yes to it in time. It goes on with somebody else."


@act("{by} changed a step of the plan for {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="plans.Step")
def change_step(
    *,
    by: Actor,
    about: Person,
    on: date,
    step: Step,
    what: str,
    owner_kind: str = "",
    owner_name: str = "",
    owner: Any = None,
    lane: str = "",
    help_used: str = "",
    outcome: Outcome | None = None,
    **rest: Any,
) -> Step:
    """The same step in other words, or with what was missing. Given to somebody else, it waits for their yes. `rest`:
    age_because, by_when, notice, of_who_they_are, protective, uses. One whose day has passed and that gets a later one,
    or that somebody else gets when nobody said yes in time, leaves the plan as it was and goes on as another: late
    stays late (design 7.10).

    Raises Refused: as `add_step`; a step that was taken out.
    """
    _must_stand(step, about)
    check_step(pack_on(on), what, owner_kind, lane, help_used)
    if outcome is not None and outcome.plan_id != step.plan_id:
        raise Refused("Choose an outcome of this plan.", field="outcome")
    name, account = owner_name.strip() or getattr(owner, "name", ""), getattr(owner, "account_id", None)
    agency = getattr(owner, "agency", None)
    if agency and account != step.owner_id and not rest.get("protective"):
        must_be_shareable(about, on, agency_id=agency.pk, called=agency.name, field="owner")
    if "by_when" in rest and _is_put_off(step, rest["by_when"], on):
        step = _written_anew(step, on, _NEW_DAY)
    elif account != step.owner_id and _waited_too_long(step, on):
        step = _written_anew(step, on, _NEW_OWNER)
    if account != step.owner_id or name.casefold() != step.owner_name.casefold():
        step.given_on, step.accepted_on, step.accepted_by, step.chased_on, step.chased = on, None, "", None, ""
    step.what, step.owner_kind, step.owner_name, step.owner_id = what.strip(), owner_kind, name, account
    step.lane, step.help_used, step.outcome = lane, help_used, outcome
    for key, value in rest.items():
        setattr(step, key, value.strip() if key in _TEXTS else value)
    step.save()
    changed(step.plan)
    return step


def _is_put_off(step: Step, by_when: date | None, on: date) -> bool:
    """To a later day, or to none, when its own has passed and it is not done."""
    if step.by_when is None or step.by_when >= on or step.state == OVER:
        return False
    return by_when is None or by_when > step.by_when


def _waited_too_long(step: Step, on: date) -> bool:
    """For the yes of whoever had it (S2-08)."""
    if step.owner_id is None or step.accepted_on or step.state == OVER:
        return False
    return rules.step_accepted_by(step.given_on, pack_on(on)) < on


def _written_anew(step: Step, on: date, because: str) -> Step:
    kept = ("id", "act", "latest_act")
    values = {f.attname: getattr(step, f.attname) for f in step._meta.concrete_fields if f.name not in kept}
    step.taken_out_on, step.taken_out_because = on, because
    step.save()
    return Step(**values)


@act("{by} took a step out of the plan for {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="plans.Step")
def take_out_step(*, by: Actor, about: Person, on: date, step: Step, because: str) -> Step:
    """It is no longer in the plan, nor among anybody's steps; the row stays, with the reason. Raises Refused: no
    reason, taken out already, a plan that has ended or is another child's.
    """
    return take_out_inside(about, on, step, because)


def take_out_inside(about: Person, on: date, step: Step, because: str) -> Step:
    """The same inside the act at hand. Raises Refused as `take_out_step` does."""
    _must_stand(step, about)
    if needs_words(because):
        raise Refused("Say why it is taken out of the plan.", field="because")
    step.taken_out_on, step.taken_out_because = on, because.strip()
    step.save()
    changed(step.plan)
    return step


def _must_stand(step: Step, child: Person) -> None:
    if step.person_id != child.pk:
        raise Refused("Choose a step of this child’s plan.")
    still_open(step.plan, child)
    if step.taken_out_on:
        raise Refused("This step was taken out of the plan.")
