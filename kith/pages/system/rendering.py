"""Migrating without drawing every model again after every step.

After each of some eight hundred steps Django makes anew not only the model a step changed but all that lead to it and
all they lead to; here everything leads to the account that wrote it, so that is nearly everything each time, and nine
tenths of what it takes to make an instance. To change tables the changed model alone is enough: the others still name
it. A step that runs Python of its own is given every model made anew, by the mark Django itself keeps for that.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.migrations.state import ProjectState

Key = tuple[str, str]  # label of the app, name of the model in small letters


@contextmanager
def only_what_changed() -> Iterator[None]:
    """While it lasts, a step of a migration makes anew the model it changed, and the models that inherit from it."""
    all_it_touches = ProjectState._find_reload_model  # type: ignore[attr-defined]
    ProjectState._find_reload_model = _found  # type: ignore[attr-defined]
    try:
        yield
    finally:
        ProjectState._find_reload_model = all_it_touches  # type: ignore[attr-defined]


def _found(state: ProjectState, app_label: str, model_name: str, delay: bool = False) -> set[Key]:
    state.is_delayed = True
    return {(app_label, model_name), *_heirs(state, app_label, model_name)}


def _heirs(state: ProjectState, app_label: str, model_name: str) -> Iterator[Key]:
    for (label, name), model in state.models.items():
        if f"{app_label}.{model_name}" in model.bases:
            yield label, name
            yield from _heirs(state, label, name)
