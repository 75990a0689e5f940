"""More time than a limit gives: asked for by one, answered by another with reasons; the limit’s day stands (E3)."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from kith.access import acting_as
from kith.record import NotYours, Refused
from kith.standards import queries as standards
from kith.standards.acts import answer_more_time, ask_more_time
from kith.standards.clocks import queries
from kith.standards.models import MoreTime
from tests.cast import TODAY
from tests.standards.clockwork import add, by_limit
from tests.visits.going import the_log_will_not_be_written

BECAUSE = "The grandparents come home on Friday and have to be heard."


@pytest.fixture
def assessing(cast) -> str:
    """Maya's assessment, owed by 3 November and not finished."""
    pk = add("assessment_assessment", cast.maya, started_on=date(2026, 9, 7))
    return f"clock-assessment-{pk}"


def asked(cast, clock_id, by="aisha", **details):
    given = {"clock": clock_id, "until_on": TODAY + timedelta(days=7), "reason": BECAUSE, **details}
    with acting_as(cast.actors[by]):
        return ask_more_time(by=cast.actors[by], about=cast.maya, on=TODAY, **given)


def answered(cast, request, by="grace", child="maya", **details):
    given = {"allowed": True, "because": "They must be heard.", **details}
    with acting_as(cast.actors[by]):
        return answer_more_time(by=cast.actors[by], about=cast.people[child], on=TODAY, more_time=request, **given)


def test_time_a_manager_allows_moves_the_day_to_work_to_and_the_limit_is_still_late(cast, assessing) -> None:
    request = asked(cast, assessing)
    waiting = by_limit(cast, cast.maya)["assessment"]
    assert (waiting.state, waiting.asked_until, waiting.needed_by) == ("late", request.until_on, date(2026, 11, 3))
    with acting_as(cast.grace):
        assert list(standards.more_time_waiting(cast.grace)) == [request]
    answered(cast, request)
    found = by_limit(cast, cast.maya)["assessment"]
    assert (found.state, found.clock.state, found.clock.due) == ("explained", "late", date(2026, 11, 3))
    assert found.needed_by == TODAY + timedelta(days=7)
    assert found.allowed_in_words == (
        "More time was allowed until 24 November 2026. The day of the limit has not moved."
    )
    with acting_as(cast.grace):
        assert list(standards.more_time_waiting(cast.grace)) == []
        assert queries.breaches([cast.maya.pk], cast.grace)["assessment"] == (0, 1)


def test_time_that_has_run_out_leaves_it_late(cast, assessing) -> None:
    answered(cast, asked(cast, assessing))
    after = cast.at("aisha", cast.aisha.now + timedelta(days=8))
    with acting_as(after):
        found = queries.clock_of(cast.maya, after, assessing)
    assert found.state == "late"
    assert found.allowed_in_words.startswith("More time was allowed until 24 November 2026. That has passed.")


def test_time_allowed_before_the_day_is_told_while_it_runs(cast) -> None:
    add("assessment_assessment", cast.maya, started_on=date(2026, 9, 7), authorised_on=date(2026, 10, 1))
    later = f"clock-assessment-{add('assessment_assessment', cast.maya, started_on=date(2026, 10, 12))}"
    answered(cast, asked(cast, later, until_on=date(2026, 12, 21)))
    with acting_as(cast.aisha):
        found = queries.clock_of(cast.maya, cast.aisha, later)
    assert (found.state, found.clock.due, found.needed_by) == ("running", date(2026, 12, 14), date(2026, 12, 21))
    assert found.allowed_in_words == (
        "More time was allowed until 21 December 2026. The day of the limit has not moved."
    )


def test_a_no_is_kept_with_its_reasons_and_moves_nothing(cast, assessing) -> None:
    answered(cast, asked(cast, assessing), allowed=False, because="Seven weeks were enough.")
    found = by_limit(cast, cast.maya)["assessment"]
    assert (found.state, found.more_until, found.asked_until) == ("late", None, None)
    with acting_as(cast.aisha):
        (kept,) = standards.more_time_for(cast.maya)
    assert (kept.allowed, kept.because, kept.answered_by_name) == (False, "Seven weeks were enough.", "Grace Adeyemi")


@pytest.mark.parametrize(
    ("details", "says", "field"),
    [
        ({"reason": " . "}, "why it takes longer", "reason"),
        ({"until_on": date(2026, 11, 3)}, "give a later day", "until_on"),
        ({"clock": "clock-assessment-0"}, "no such clock", "clock"),
    ],
)
def test_asking_for_more_time_is_refused_when(cast, assessing, details, says, field) -> None:
    with pytest.raises(Refused, match=says) as refused:
        asked(cast, assessing, **details)
    assert refused.value.field == field
    assert not MoreTime.objects.exists()


def test_only_a_running_clock_the_pack_lets_run_on_takes_more_time(cast, assessing) -> None:
    with pytest.raises(Refused, match="Nobody can allow more time"):
        asked(cast, by_limit(cast, cast.maya)["referral-decision"].id)
    asked(cast, assessing)
    with pytest.raises(Refused, match="asked for already"):
        asked(cast, assessing)


def test_someone_without_a_tie_cannot_ask_and_without_the_right_cannot_answer(cast, assessing) -> None:
    with pytest.raises(NotYours):
        asked(cast, assessing, by="sol")
    request = asked(cast, assessing)
    with pytest.raises(NotYours):
        answered(cast, request, by="theo")


def test_nobody_allows_time_for_their_own_work(cast, assessing) -> None:
    request = asked(cast, assessing, by="grace")
    with pytest.raises(Refused, match="their own work"):
        answered(cast, request)


def test_an_answer_is_refused_without_reasons_for_another_child_and_twice(cast, assessing) -> None:
    request = asked(cast, assessing)
    with pytest.raises(Refused, match="Give your reasons"):
        answered(cast, request, because=" . ")
    with pytest.raises(Refused, match="about someone else"):
        answered(cast, request, child="leo")
    answered(cast, request)
    with pytest.raises(Refused, match="Grace Adeyemi answered this"):
        answered(cast, request)


def test_the_database_refuses_ones_own_answer_and_one_without_reasons(cast, assessing) -> None:
    request = asked(cast, assessing)
    for columns, name in (
        ("answered_by_id = asked_by_id, answered_on = asked_on, allowed = true, because = 'x'", "nobody_allows"),
        (f"answered_by_id = {cast.grace.account_id}, answered_on = asked_on, allowed = true", "answered_with_reasons"),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"update standards_moretime set {columns} where id = %s", [request.pk])


def test_nothing_is_kept_of_what_the_log_cannot_hold(cast, assessing) -> None:
    with the_log_will_not_be_written():
        asked(cast, assessing)
    assert not MoreTime.objects.exists()


def test_an_answer_the_log_cannot_hold_is_not_given(cast, assessing) -> None:
    request = asked(cast, assessing)
    with the_log_will_not_be_written():
        answered(cast, request)
    request.refresh_from_db()
    assert request.answered_on is None


def test_families_and_partners_are_told_nothing_of_it(cast, assessing) -> None:
    answered(cast, asked(cast, assessing))
    for reader in ("kelly", "tomek", "priya"):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():  # noqa: SIM117
            with acting_as(cast.actors[reader]):
                MoreTime.objects.exists()
    with acting_as(cast.grace):
        assert MoreTime.objects.count() == 1
