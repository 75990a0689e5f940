"""The three clocks as the record sets them going: what made each current, to confirm, or out of date."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.people.acts import (
    add_new_relative,
    add_relationship,
    confirm_tree,
    describe_person,
    move_home,
    record_parental_responsibility,
    say_situation,
)
from kith.story.acts import review_story, say_still_right
from kith.story.queries import freshness
from kith.story.rules.freshness import CURRENT, OUT_OF_DATE, TO_CONFIRM
from tests.cast import NOW, TODAY
from tests.people.test_describing import seal
from tests.story.telling import act_named, meant


def states(cast, today=TODAY, **how):
    return {d.clock: d.state for d in freshness(cast.maya, today, level="child_in_need", **how)}


def because(cast, clock, today=TODAY):
    return " ".join(next(d for d in freshness(cast.maya, today, level="child_in_need") if d.clock == clock).because)


def all_confirmed(cast):
    """Everything was looked at today, and no suggestion waits."""
    from kith.story.acts import leave_out_of_story

    for name in ("begin_work", "allocate"):
        leave_out_of_story(by=cast.aisha, about=cast.maya, event=act_named(cast, name), because="Told elsewhere.")
    review_story(by=cast.aisha, about=cast.maya)
    looked_again(cast, cast.aisha)


def looked_again(cast, by):
    confirm_tree(by=by, about=cast.maya, family_asked="no")
    say_still_right(by=by, about=cast.maya, clock="assessment")


def tomorrow(cast, name="aisha"):
    return replace(cast.actors[name], now=NOW + timedelta(days=1))


def test_a_new_record_is_out_of_date_until_someone_looks_and_then_current(cast):
    with acting_as(cast.aisha):
        assert set(states(cast).values()) == {OUT_OF_DATE}
        all_confirmed(cast)
        assert set(states(cast).values()) == {CURRENT}
        assert states(cast, TODAY + timedelta(days=91))["story"] == OUT_OF_DATE


def test_a_suggestion_nobody_has_answered_keeps_the_story_to_confirm(cast):
    with acting_as(cast.aisha):
        review_story(by=cast.aisha, about=cast.maya)
        assert states(cast)["story"] == TO_CONFIRM
        assert "Waits: Our work with Maya began." in because(cast, "story")


@pytest.mark.parametrize(
    ("happens", "expected", "words"),
    [
        (
            lambda cast, by: move_home(by=by, about=[cast.people["gary"]], address=cast.home),
            {"tree": TO_CONFIRM, "assessment": TO_CONFIRM},
            "Gary Stone came to live there.",
        ),
        (
            lambda cast, by: move_home(by=by, about=[cast.maya], lines="8 Quay Street"),
            {"tree": TO_CONFIRM, "assessment": TO_CONFIRM, "story": TO_CONFIRM},
            "The child moved home.",
        ),
        (
            lambda cast, by: add_relationship(
                by=by, about=cast.maya, other=cast.people["gary"], kind="parents_partner", source="Kelly"
            ),
            {"tree": TO_CONFIRM, "assessment": TO_CONFIRM},
            "Gary Stone was written into the family, beside Maya Okafor-Nowak.",
        ),
        (
            lambda cast, by: add_relationship(
                by=by, about=cast.people["kelly"], other=cast.people["gary"], kind="partner", source="Kelly"
            ),
            {"tree": TO_CONFIRM},
            "Gary Stone was written into the family, beside Kelly Okafor.",
        ),
        (
            lambda cast, by: describe_person(by=by, about=cast.people["kelly"], died_on=by.today),
            {"tree": TO_CONFIRM},
            "Kelly Okafor died on",
        ),
        (
            lambda cast, by: record_parental_responsibility(
                by=by, about=cast.maya, holder=cast.people["gary"], acquired="court_order"
            ),
            {"assessment": TO_CONFIRM},
            "recorded who holds parental responsibility",
        ),
        (
            lambda cast, by: say_situation(by=by, about=cast.maya, kind="danger", text="Gary has been seen."),
            {"assessment": OUT_OF_DATE, "story": TO_CONFIRM},
            "Gary has been seen.",
        ),
        (
            lambda cast, by: say_situation(by=by, about=cast.maya, kind="no_contact", text="A court order."),
            {"assessment": TO_CONFIRM, "story": TO_CONFIRM},
            "A court order.",
        ),
        (
            lambda cast, by: meant(cast, by, act_named(cast, "begin_record"), significance=3),
            {"story": TO_CONFIRM, "assessment": TO_CONFIRM},  # old, and new in the story
            "Kith began a record for Maya.",
        ),
    ],
    ids=[
        "household",
        "move",
        "relationship",
        "her mother’s partner",
        "a death",
        "order",
        "danger",
        "no contact",
        "weighed again",
    ],
)
def test_what_happens_asks_for_a_look_at_the_clocks_it_touches_and_at_no_others(cast, happens, expected, words):
    with acting_as(cast.aisha):
        all_confirmed(cast)
    by = tomorrow(cast, "system") if "system" in cast.actors else replace(cast.system, now=NOW + timedelta(days=1))
    with acting_as(by):
        happens(cast, by)
        found = states(cast, by.today)
        assert found == {"story": CURRENT, "tree": CURRENT, "assessment": CURRENT, **expected}
        if words:
            clock = next(iter(expected))
            assert words in because(cast, clock, by.today)
        looked_again(cast, by)
        looked = states(cast, by.today)
        assert (looked["tree"], looked["assessment"]) == (CURRENT, CURRENT)


def test_unlooked_at_it_goes_out_of_date(cast):
    with acting_as(cast.aisha):
        all_confirmed(cast)
    by = replace(cast.system, now=NOW + timedelta(days=1))
    with acting_as(by):
        move_home(by=by, about=[cast.maya], lines="8 Quay Street")
        assert states(cast, TODAY + timedelta(days=14))["tree"] == TO_CONFIRM
        assert states(cast, TODAY + timedelta(days=30))["tree"] == OUT_OF_DATE


def test_somebody_written_in_on_the_very_day_makes_a_confirmed_tree_one_to_confirm(cast):
    with acting_as(cast.aisha):
        add_new_relative(by=cast.aisha, about=cast.maya, kind="grandparent", given="Rose")
        confirm_tree(by=cast.aisha, about=cast.maya, family_asked="no")
        assert states(cast)["tree"] == CURRENT
        add_new_relative(by=cast.aisha, about=cast.maya, kind="grandparent", given="Zofia")
        assert states(cast)["tree"] == TO_CONFIRM


def test_the_clocks_cost_seven_queries_and_tell_nothing_of_a_sealed_one(cast, django_assert_num_queries):
    by = replace(cast.system, now=NOW)
    with acting_as(by):
        move_home(by=by, about=[cast.people["gary"]], address=cast.home)
    with acting_as(cast.aisha):
        confirm_tree(by=cast.aisha, about=cast.maya, family_asked="no")
    seal(cast, "gary")
    seal(cast, "sam")
    with acting_as(cast.aisha):
        with django_assert_num_queries(7):
            dials = freshness(cast.maya, TODAY)
        assert "Gary" not in str(dials)
        assert "Sam" not in str(dials)
