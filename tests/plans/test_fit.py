"""Help that fits a child's age, and how soon it begins once a need is known (S1-10)."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.conf import settings

from kith import packs
from kith.access import acting_as
from kith.plans import acts, queries, rules
from kith.plans.models import Step
from kith.record import Refused
from tests.cast import TODAY
from tests.pages.staff.test_whole import day
from tests.plans.making import begun, outcome, step
from tests.visits.going import page, text

PACK = packs.pack_for(settings.PACK, TODAY)


@pytest.mark.parametrize(
    ("born", "fits"),
    [
        (date(2024, 11, 17), False),  # two today
        (date(2018, 11, 18), False),  # eight tomorrow
        (date(2018, 11, 17), True),  # eight today
        (date(2013, 11, 18), True),  # thirteen tomorrow
        (date(2013, 11, 17), False),  # thirteen today
        (None, True),  # no known age
    ],
)
def test_s1_10_a_group_for_8_to_12_fits_from_one_birthday_until_the_day_before_another(born, fits):
    warned = rules.age_misfit(PACK, "friends-group", born, TODAY)
    assert (warned == "") is fits
    if warned:
        assert warned.startswith("Group for feelings and friends is for 8 to 12; the child is")


def test_s1_10_a_help_for_another_age_is_kept_with_its_reason_and_warned_of(cast, browse):
    with acting_as(cast.aisha):
        plan = begun(cast.aisha, cast.sam)
    aisha = browse("aisha")
    given = {"what": "Sam joins the group.", "help_used": "friends-group", **day("by_when", TODAY)}
    shown = text(aisha.post(page("add-step", cast.sam, plan.pk), given, follow=True))
    assert "is for 8 to 12; the child is 0. Write why this one." in shown
    assert "Why this one is not written yet." in shown
    why = "His sister leads it, and he comes with her."
    shown = text(aisha.post(page("add-step", cast.sam, plan.pk), {**given, "age_because": why}, follow=True))
    assert f"Why this one: {why}" in shown
    with acting_as(cast.aisha):
        assert list(Step.objects.order_by("pk").values_list("age_because", flat=True)) == ["", why]


def test_s1_10_a_help_there_is_none_of_is_refused(cast):
    with acting_as(cast.aisha):
        plan = begun(cast.aisha, cast.maya)
        with pytest.raises(Refused) as refusal:
            step(cast.aisha, plan, help_used="moon")
        assert refusal.value.field == "help_used"
        assert step(cast.aisha, plan, help_used="friends-group").pk  # Maya is nine


def test_s1_10_days_from_a_need_to_its_first_step_that_began(cast):
    with acting_as(cast.aisha):
        plan = begun(cast.aisha, cast.maya, on=TODAY - timedelta(days=30))
        one, other = (outcome(cast.aisha, plan, on=TODAY - timedelta(days=n)) for n in (20, 10))
        outcome(cast.aisha, plan, on=TODAY - timedelta(days=3))
        for need, after in ((one, 14), (one, 6), (other, 2)):
            made = step(cast.aisha, plan, outcome=need, on=TODAY - timedelta(days=after))
            told = {"by": cast.aisha, "about": cast.maya, "step": made}
            acts.report_step(**told, state="happening", on=TODAY - timedelta(days=after))
            acts.report_step(**told, state="done")  # later news moves no beginning
        assert queries.days_to_help(queries.held(plan)) == (7.0, 2, 3)  # (20-14 + 10-2) / 2


def test_s1_10_nothing_begun_is_no_mean_and_help_before_the_need_counts_as_none():
    needs = [(1, TODAY), (2, TODAY)]
    assert rules.mean_days_to_help(needs, []) == (None, 0, 2)
    early = SimpleNamespace(began_on=TODAY - timedelta(days=4), outcome_id=1)
    assert rules.mean_days_to_help(needs, [early]) == (0.0, 1, 2)
