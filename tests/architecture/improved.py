"""What will be done to work better with the agency of Maya's family, for the addresses about it."""

from typing import Any

from kith.access import acting_as
from kith.directory.models import Agency
from kith.involvement.acts import plan_improvement
from kith.involvement.models import Improvement
from tests.cast import TODAY, Cast

SECRET_IMPROVED = "We ring the walnut desk on Mondays"


def improve(cast: Cast, n: int = 0) -> None:
    """`n` makes it another one."""
    with acting_as(cast.grace):
        agency = Agency.objects.get(kind="health")
        plan_improvement(by=cast.grace, agency=agency, quarter_on=TODAY, what=f"{SECRET_IMPROVED} {n}")


def of_improvements(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address."""
    row = Improvement.objects.order_by("pk").first()
    return {
        "improve-agency": {"pk": row.agency_id},
        **{key: {"pk": row.pk} for key in ("change-improvement", "end-improvement")},
    }
