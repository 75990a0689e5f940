"""Row versions: a trigger keeps every state a recorded row has had. The row carries its act: no context needed."""

from typing import TypeVar

import pghistory
from django.db import models

M = TypeVar("M", bound=type[models.Model])


def versioned(model: M) -> M:
    """Keep every state of this model's rows. Trackers are made anew: pghistory writes each model's fields into them."""
    track = pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), context_field=None)  # type: ignore[arg-type]
    return track(model)
