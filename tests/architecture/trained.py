"""What Aisha and Priya say they were trained in, verified by nobody yet (S2-09)."""

from datetime import timedelta
from typing import Any

from kith.access import acting_as
from kith.directory.models import TrainingTaken
from kith.directory.training import declare_training
from tests.cast import TODAY, Cast


def train(cast: Cast, n: int = 0) -> None:
    """`n` makes it another one."""
    for name in ("aisha", "priya"):
        by = cast.actors[name]
        with acting_as(by):
            declare_training(by=by, course="child-protection", taken_on=TODAY - timedelta(30 + n))


def of_training(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address."""
    with acting_as(cast.system):
        own = {row.name: row.pk for row in TrainingTaken.objects.order_by("-pk")}
    return {"verify-training": {"pk": own["Aisha Khan"]}, "verify-partner-training": {"pk": own["Priya Nair"]}}
