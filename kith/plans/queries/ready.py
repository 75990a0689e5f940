"""What is ready for the next look at a plan, and who was asked to it."""

from kith.people.models import Person
from kith.plans.models import Actual, BeforeReview, Invited, Outcome, Plan


def before_review(plan: Plan) -> BeforeReview | None:
    """As far as anybody has said; of a review that has begun it is another's."""
    return BeforeReview.objects.filter(plan=plan, review=None).first()


def invited_to(before: BeforeReview | None) -> list[Invited]:
    return list(Invited.objects.filter(before=before).order_by("pk")) if before else []


def without_actual(child: Person) -> tuple[int, int]:
    """(planned, of them with no actual at all) among the outcomes of the plan that goes on. Two queries."""
    aims = Outcome.objects.filter(person=child, plan__ended_on=None, ended_on=None).exclude(target="")
    planned = set(aims.values_list("pk", flat=True))
    said = set(Actual.objects.filter(outcome_id__in=planned).values_list("outcome_id", flat=True)) if planned else set()
    return len(planned), len(planned - said)
