"""What answers the needs of one plan; and everybody's needs no service meets."""

from collections.abc import Iterable

from django.db.models import QuerySet

from kith.plans import rules
from kith.plans.models import Held, NeedAnswer


def needs_of(found: Held) -> list[rules.Served]:
    """The needs of a plan with the services that answer them. One query."""
    answers = NeedAnswer.objects.filter(outcome__plan=found.plan, ended_on=None).order_by("since_on", "pk")
    return rules.matrix(found.outcomes, found.steps, list(answers))


def need_answer(pk: int) -> NeedAnswer | None:
    return NeedAnswer.objects.filter(pk=pk).select_related("outcome").first()


def needs_unmet(people: Iterable[int] | None = None) -> QuerySet[NeedAnswer]:
    """Why no service meets a need of an open plan, of these children or of all, with the child: the oldest first."""
    standing = NeedAnswer.objects.filter(ended_on=None, outcome__ended_on=None, outcome__plan__ended_on=None).exclude(
        lacks=""
    )
    found = standing if people is None else standing.filter(person_id__in=list(people))
    return found.select_related("person").order_by("since_on", "pk")
