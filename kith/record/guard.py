"""The guard: a recorded row is written by an act or not at all."""

from collections.abc import Iterable
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from django.db import models

from kith.record.refusals import NotInAnAct

if TYPE_CHECKING:
    from kith.record.acting import Recording

_AT_ONCE = 1_000  # rows in one statement

recording: ContextVar["Recording | None"] = ContextVar("recording", default=None)


def current_recording() -> "Recording":
    """The act being carried out. Raises NotInAnAct when there is none."""
    now = recording.get()
    if now is None:
        raise NotInAnAct("Records are written by acts: call one, or write one.")
    return now


def stamp(row: Any) -> None:
    """Give a row the act (its own line) or the occasion (shared facts) it is being written by."""
    at_hand = current_recording()
    if hasattr(row, "latest_act_id"):
        row.latest_act = at_hand.line(row.person_id)
        if row._state.adding:
            row.act = row.latest_act
    elif hasattr(row, "occasion_id") and row._state.adding:
        row.occasion = at_hand.occasion


def written_together(rows: Iterable[Any]) -> None:
    """Write many new rows at once: each as `save` would have written it, under the same guard, with the same triggers.

    For an act about thousands of people. Rows may point at others given before them; every person must have a line in
    the act at hand. Raises NotInAnAct outside an act, for a person it is not about, and for a row written before.
    """
    by_model: dict[type[models.Model], list[Any]] = {}
    for row in rows:
        if not row._state.adding:
            raise NotInAnAct("Only new rows are written together: save a changed one by itself.")
        stamp(row)
        by_model.setdefault(type(row), []).append(row)
    for model, new in by_model.items():
        models.QuerySet(model).bulk_create(new, batch_size=_AT_ONCE)


class RecordedRows(models.QuerySet):
    """A queryset whose doors for writing past the guard are closed."""

    def _refuse(self, *args: Any, **kwargs: Any) -> Any:
        raise NotInAnAct("Write recorded rows one by one, in an act.")

    update = delete = bulk_create = bulk_update = get_or_create = update_or_create = _refuse
    update.alters_data = delete.alters_data = True  # type: ignore[attr-defined]
