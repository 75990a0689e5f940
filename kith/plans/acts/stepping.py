"""Steps: who does what by when, who said yes, and how it goes."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from kith.access import Actor, Right
from kith.directory.acts import notify
from kith.involvement.acts import must_be_shareable
from kith.packs import Pack
from kith.people.models import Person
from kith.plans import rules
from kith.plans.acts.written import changed, chosen, pack_on, still_open
from kith.plans.models import Outcome, Plan, Step
from kith.record import Refused
from kith.record.acting import act


@act("{by} wrote a step of the plan for {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="plans.Step")
def add_step(
    *,
    by: Actor,
    about: Person | Sequence[Person],
    on: date,
    plan: Plan,
    what: str,
    with_plans: Sequence[Plan] = (),
    outcome: Outcome | None = None,
    owner_kind: str = "",
    owner_name: str = "",
    owner: Any = None,
    lane: str = "",
    uses: str = "",
    help_used: str = "",
    **rest: Any,
) -> Step:
    """One step, on one occasion, with a line in the plan of each child it serves (design 1.5): `plan` is the first
    child's, `with_plans` those of brothers and sisters. `owner`: one of us, or a partner, who signs in here.
    `help_used`: one of the pack's helps; for another age it is kept, and the page warns (S1-10). `rest`: age_because,
    by_when, notice, protective. Gives the first line.

    Raises Refused: nothing to do, an answer the pack has not, a plan that has ended or is another child's, an outcome
    of another plan; for a worker of an agency with which somebody of the family does not agree that anything is shared
    (S0-13), unless the step keeps the child safe.
    """
    children = {child.pk: child for child in ([about] if isinstance(about, Person) else about)}
    plans = [plan, *with_plans]
    check_step(pack_on(on), what, owner_kind, lane, help_used)
    if sorted(one.person_id for one in plans) != sorted(children):
        raise Refused("Each child has a plan of their own.")
    if outcome is not None and outcome.plan_id != plan.pk:
        raise Refused("Choose an outcome of this plan.", field="outcome")
    if (agency := getattr(owner, "agency", None)) and not rest.get("protective"):
        _must_be_shared_with(agency, children.values(), on)
    details = {
        "what": what.strip(),
        "owner_kind": owner_kind,
        "owner_name": owner_name.strip() or getattr(owner, "name", ""),
        "owner_id": getattr(owner, "account_id", None),
        "lane": lane,
        "uses": uses.strip(),
        "help_used": help_used,
    }
    made = []
    for one in plans:
        child = children[one.person_id]
        still_open(one, child)
        for_this = outcome if one == plan else None
        made.append(Step(person=child, plan=one, outcome=for_this, given_on=on, state_on=on, **details, **rest))
        made[-1].save()
        changed(one)
    return made[0]


def _must_be_shared_with(agency: Any, children: Iterable[Person], on: date) -> None:
    """A worker of an agency reads the step they are given: the family of each child agrees to that."""
    for child in children:
        must_be_shareable(child, on, agency_id=agency.pk, called=agency.name, field="owner")


def step_inside(
    plan: Plan, on: date, *, what: str, owner_kind: str = "", owner_name: str = "", by_when: date | None = None
) -> Step:
    """One step of one plan, inside whichever act agrees it. Raises Refused as `add_step` does."""
    still_open(plan, plan.person)
    check_step(pack_on(on), what, owner_kind, "", "")
    step = Step(
        person=plan.person,
        plan=plan,
        what=what.strip(),
        owner_kind=owner_kind,
        owner_name=owner_name.strip(),
        by_when=by_when,
        lane=rules.lane_by(by_when, on, pack_on(on)),
        given_on=on,
        state_on=on,
    )
    step.save()
    changed(plan)
    return step


def check_step(pack: Pack, what: str, owner_kind: str, lane: str, help_used: str) -> None:
    """Raises Refused: nothing to do, an answer the pack has not."""
    if not what.strip():
        raise Refused("Say what will be done.", field="what")
    chosen(pack, "step_owner", owner_kind, "owner_kind")
    chosen(pack, "step_lane", lane, "lane")
    if help_used and help_used not in pack.helps:
        raise Refused("Choose one of the helps there are.", field="help_used")


@act("{by} said yes to a step of the plan for {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="plans.Step")
def accept_step(*, by: Actor, about: Person, on: date, step: Step, accepted_by: str = "") -> Step:
    """Its owner says yes: themselves, or as they told a worker, named in `accepted_by` (S2-08). Raises Refused:
    nobody named, accepted already, a plan that has ended.
    """
    who = accepted_by.strip() or (by.name if by.account_id == step.owner_id else "")
    _own(step, about, by)
    if step.accepted_on:
        raise Refused(f"{step.accepted_by} said yes to this already.")
    if not who:
        raise Refused("Say who said yes.", field="accepted_by")
    step.accepted_on, step.accepted_by = on, who
    step.save(update_fields=["accepted_on", "accepted_by", "latest_act"])
    return step


@act("{by} said how a step of the plan for {about} goes.", needs=Right.RECORD_ON_ANY_CHILD, makes="plans.Step")
def report_step(*, by: Actor, about: Person, on: date, step: Step, state: str, why: str = "") -> Step:
    """Starting, happening, done, stuck. Stuck without a reason is kept, and owes it before the next review is finished
    (design 7.1). Raises Refused: no answer of the pack's, a plan that has ended.
    """
    _own(step, about, by)
    if state not in dict(pack_on(on).choices("step_state")):
        raise Refused("Choose how it is going.", field="state")
    step.state, step.why, step.state_on = state, why.strip(), on
    if state in rules.BEGUN:
        step.began_on = min(step.began_on or on, on)
    step.save(
        update_fields=["state", "why", "state_on", "began_on", "latest_act"]
    )  # whoever says yes meanwhile has said it
    return step


@act("Nobody had said yes to a step that keeps {about} safe: {told} was told.", staff_only=True, makes="plans.Step")
def chase_step(
    *,
    by: Actor,
    about: Person,
    on: date,
    step: Step,
    ladder: Sequence[tuple[int, str]],
    told: str,
    colleagues: Sequence[int] = (),
) -> Step:
    """Done by itself after the limit (S2-08): the owner's manager and our lead are told, once. `ladder`: their accounts
    and names; `colleagues`: accounts of the agency the owner works for, who need not know the child and are told no
    name; `told`: the names in words.
    """
    step.chased_on, step.chased = on, told[:300]
    step.save(update_fields=["chased_on", "chased", "latest_act"])
    for account, _ in ladder:
        notify(account, "step_waits", about, "Nobody has said yes to a protective step of a plan.")
    for account in colleagues:
        notify(
            account, "step_waits", None, f"{step.owner_name} has not said yes to a step that keeps a child safe. Ask."
        )
    return step


def _own(step: Step, child: Person, by: Actor) -> None:
    if step.person_id != child.pk:
        raise Refused("Choose a step of this child’s plan.")
    if step.taken_out_on:
        raise Refused("This step was taken out of the plan.")
    # A partner holds no grant on plans: of a plan that has ended they see no step to report.
    if by.audience == "staff" and step.plan.ended_on:
        raise Refused("This plan has ended. Begin a new one.")
