"""Something to be glad of."""

from datetime import date

from kith.access import Actor, Right
from kith.people.models import Person
from kith.plans.acts.written import still_open
from kith.plans.models import Celebration, Outcome, Plan
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words


@act(
    "{by} celebrated something with {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    story=True,
    significance=2,
    makes="plans.Celebration",
)
def celebrate(
    *,
    by: Actor,
    about: Person,
    on: date,
    plan: Plan,
    what: str,
    raised_by: str = "",
    shared_with: str = "",
    outcome: Outcome | None = None,
) -> Celebration:
    """Progress, said aloud and kept (S3-25, N37). Raises Refused: nothing said, another child's plan or outcome, a plan
    that has ended.
    """
    still_open(plan, about)
    if needs_words(what):
        raise Refused("Say what there is to celebrate.", field="what")
    if outcome is not None and outcome.plan_id != plan.pk:
        raise Refused("Choose an outcome of this plan.", field="outcome")
    celebration = Celebration(
        person=about,
        plan=plan,
        outcome=outcome,
        what=what.strip(),
        raised_by=raised_by.strip() or by.name,
        shared_with=shared_with.strip(),
        celebrated_on=on,
    )
    celebration.save()
    return celebration
