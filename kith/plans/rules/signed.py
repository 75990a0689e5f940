"""What a plan said when it was agreed, as lines of words that can be read after it was opened again."""

from kith.decisions.rules import as_lines
from kith.plans.models import Held


def in_lines(held: Held) -> str:
    """Why there is one, what will be different, who does what by when, and what each person thought of it."""
    plan = held.plan
    return as_lines(
        [
            ("This plan is because", plan.because),
            ("It ends when", plan.ends_when),
            ("If things get worse", plan.if_worse),
            *(("What will be different", f"{one.statement} {one.target}") for one in held.outcomes),
            *(("It rests on what was seen", one.seen) for one in held.outcomes),
            *((f"{step.owner_name or 'Nobody'} does", f"{step.what} {step.by_when or ''}") for step in held.to_do),
            *((view.who, view.words) for view in held.views),
            ("No step uses a strength, because", plan.no_strength_because),
            ("No change of the parents is named, because", plan.no_parents_change_because),
            ("Agreed while an answer is owed, because", plan.unanswered_because),
        ]
    )
