"""What is made anew while tables are migrated: the model a step changed, its heirs, and all of them for Python."""

import pytest
from django.db import models
from django.db.migrations import AddField, RunPython
from django.db.migrations.state import ModelState, ProjectState

from kith.pages.system.rendering import only_what_changed


@pytest.fixture
def state():
    """A house, a tower that is a kind of house, and a door that belongs to one."""
    key = {"id": models.BigAutoField(primary_key=True)}
    made = ProjectState()
    made.add_model(ModelState("town", "House", key))
    made.add_model(ModelState("town", "Tower", {}, bases=("town.house",)))
    made.add_model(ModelState("town", "Door", {**key, "of": models.ForeignKey("town.House", models.CASCADE)}))
    assert len(made.apps.get_models()) == 3
    return made


def classes(state):
    return {name: state.apps.get_model("town", name) for name in ("house", "tower", "door")}


def changed(state):
    before = classes(state)
    after = state.clone()
    AddField("house", "name", models.TextField(default="")).state_forwards("town", after)
    return after, {name for name, made in classes(after).items() if made is not before[name]}


def test_only_the_changed_model_and_its_heirs_are_made_anew(state):
    with only_what_changed():
        after, anew = changed(state)
    assert anew == {"house", "tower"}
    assert after.apps.get_model("town", "tower")._meta.get_field("name")


def test_a_step_in_python_is_given_models_that_know_each_other(state):
    with only_what_changed():
        after, _ = changed(state)
        given = []
        RunPython(lambda apps, _: given.append(apps)).database_forwards("town", NoDatabase(), after, after)
    door, house = (given[0].get_model("town", name) for name in ("door", "house"))
    assert door._meta.get_field("of").remote_field.model is house


def test_afterwards_it_is_as_django_has_it(state):
    with only_what_changed():
        pass
    assert changed(state)[1] == {"house", "tower", "door"}


class NoDatabase:
    class connection:  # noqa: N801
        alias = "default"
