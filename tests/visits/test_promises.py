"""What we said we would do for a child, by a day, and how it ended (S0-15)."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.record import NotYours, Refused
from kith.record.models import Act, Occasion
from kith.visits import queries
from kith.visits.acts import end_promise, promise
from kith.visits.models import Promise
from tests.cast import TODAY
from tests.visits.going import the_log_will_not_be_written


@pytest.fixture
def promised(cast):
    with acting_as(cast.aisha):
        return promise(by=cast.aisha, about=cast.maya, text="Ring on Friday", due_on=TODAY + timedelta(days=3))


def end(cast, promised, outcome, words="", **details):
    return end_promise(
        **{"by": cast.aisha, "about": cast.maya, "promise": promised, "outcome": outcome, "words": words, **details}
    )


def test_a_promise_is_on_the_list_of_whoever_made_it_until_it_ends(cast, promised):
    with acting_as(cast.aisha):
        assert list(queries.promises_by(cast.aisha)) == [promised]
        end(cast, promised, "kept")
        assert list(queries.promises_by(cast.aisha)) == []
        assert Promise.objects.get().kept_on == TODAY
        assert [p.outcome for p in queries.promises_to(cast.maya)] == ["kept"]
        assert Act.objects.get(name="end_promise").said == ("Aisha Khan said how a promise to Maya Okafor-Nowak ended.")


@pytest.mark.parametrize("outcome", ["changed_told", "changed_not_told", "missed"])
def test_all_but_kept_say_what_happened_instead(cast, promised, outcome):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="what happened instead") as refusal:
            end(cast, promised, outcome, "n/a")
        assert refusal.value.field == "words"
        assert Promise.objects.get().outcome == ""  # it stays on the list, as it was
        end(cast, promised, outcome, "The charity has no beds until June.")
        assert (Promise.objects.get().kept_on, Promise.objects.get().outcome) == (None, outcome)


@pytest.mark.parametrize(
    ("details", "field"), [({"text": " "}, "text"), ({"due_on": TODAY - timedelta(days=1)}, "due_on")]
)
def test_an_empty_promise_or_one_due_before_it_was_made_is_refused(cast, details, field):
    with acting_as(cast.aisha):
        with pytest.raises(Refused) as refusal:
            promise(**{"by": cast.aisha, "about": cast.maya, "text": "Ring", **details})
        assert refusal.value.field == field
        assert not Promise.objects.exists()
        promise(by=cast.aisha, about=cast.maya, text="Ring")  # without a day it is taken


def test_a_promise_ends_in_one_of_four_ways(cast, promised):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="how the promise ended") as refusal:
            end(cast, promised, "forgotten", "We forgot.")
        assert refusal.value.field == "outcome"
        assert Promise.objects.get().outcome == ""


def test_a_promise_ends_once_and_not_before_it_was_made(cast, promised):
    with acting_as(cast.aisha):
        with pytest.raises(Refused, match="before it was made") as refusal:
            end(cast, promised, "kept", on=TODAY - timedelta(days=1))
        assert refusal.value.field == "on"
        end(cast, promised, "kept")
        with pytest.raises(Refused, match="ended already"):
            end(cast, promised, "missed", "We forgot.")
        assert Promise.objects.get().outcome == "kept"


def test_the_same_form_sent_twice_ends_it_once(cast, promised):
    with acting_as(cast.aisha):
        for _ in range(2):
            end(cast, promised, "kept", key="once")
        assert Occasion.objects.filter(name="end_promise").count() == 1


def test_the_same_promise_sent_twice_is_made_once(cast):
    with acting_as(cast.aisha):
        first, second = (promise(by=cast.aisha, about=cast.maya, text="Ring", key="once") for _ in range(2))
        assert first == second


def test_someone_from_another_team_neither_makes_nor_ends_a_promise(cast, promised):
    with acting_as(cast.sol):
        with pytest.raises(NotYours):
            promise(by=cast.sol, about=cast.maya, text="Ring")
        with pytest.raises(NotYours):
            end(cast, promised, "kept", by=cast.sol)


def test_nothing_is_promised_when_the_log_cannot_be_written(cast):
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        promise(by=cast.aisha, about=cast.maya, text="Ring")
    assert not Promise.objects.exists()


def test_no_promise_ends_when_the_log_cannot_be_written(cast, promised):
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        end(cast, promised, "kept")
    assert Promise.objects.get().outcome == ""
