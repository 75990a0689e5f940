"""Short breaks counted against their limits, and emergency orders made longer (E18, E36)."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.involvement import acts, queries, rules
from kith.involvement.models import OrderLonger
from kith.packs import pack_for
from kith.record import Refused
from tests.cast import TODAY
from tests.involvement.caring import days_ago, lives, longer, under
from tests.pages.staff.test_whole import day
from tests.standards.clockwork import by_limit, lines
from tests.visits.going import page, text

ENGLAND, SCOTLAND = pack_for("england", TODAY), pack_for("scotland", TODAY)


def stayed(cast, began, ended=None, kind="U6"):
    home = lives(cast, kind, on=days_ago(began))
    if ended is not None:
        with acting_as(cast.aisha):
            acts.end_placement(by=cast.aisha, about=cast.maya, placement=home, on=days_ago(ended))
    return home


def counted(cast, pack=ENGLAND):
    with acting_as(cast.aisha):
        care = queries.care_of(cast.maya)
        return rules.short_breaks(care.statuses, care.placements, pack, TODAY)


def test_e36_the_days_of_each_series_and_the_longest_stay_are_counted_against_the_limits(cast):
    under(cast, "V4", on=days_ago(400))
    for began, ended in ((380, 370), (200, 187), (100, 83), (4, None)):
        stayed(cast, began, ended)
    found = counted(cast)
    [series] = found.series
    assert (series.stays, found.days_in_all) == (4, 34)
    assert (series.in_year.used, series.in_year.at_most, series.in_year.left) == (13 + 17 + 4, 75, 41)
    assert (series.longest.used, series.longest.at_most, series.longest.too_many) == (17, 17, False)


def test_e36_an_agreement_made_anew_is_a_series_with_limits_of_its_own(cast):
    under(cast, "V4", on=days_ago(300))
    stayed(cast, 250, 230)
    under(cast, "V4", on=days_ago(100))
    stayed(cast, 90, 80)
    found = counted(cast)
    assert [(one.stays, one.in_year.used) for one in found.series] == [(1, 10), (1, 20)]
    assert [one.longest.too_many for one in found.series] == [False, True]
    assert (found.days_in_all, found.too_many) == (30, True)


def test_e36_the_clock_of_a_year_counts_the_stays_under_the_same_agreement_alone(cast, browse):
    under(cast, "V4", on=days_ago(300))
    for began, ended in ((250, 235), (220, 205), (190, 175), (160, 145)):
        stayed(cast, began, ended)  # 60 days
    under(cast, "V4", on=days_ago(100))
    stayed(cast, 90, 75)
    home = stayed(cast, 5)
    year = {one.clock.timescale.key: one for one in lines(cast, cast.maya) if one.is_open}["short-breaks-in-a-year"]
    assert (year.id, year.clock.due) == (
        f"clock-short-breaks-in-a-year-{home.pk}",
        days_ago(5) + timedelta(75 - 15),
    )
    assert not counted(cast).too_many
    shown = text(browse("aisha").get(page("child-looked-after", cast.maya)))
    assert "80 days of the last 12 months" in shown


def test_e36_a_home_under_another_law_and_a_place_without_the_limit_count_nothing(cast):
    under(cast, "V2", on=days_ago(50))
    stayed(cast, 50)
    assert counted(cast) is None
    assert "short-break-single" not in by_limit(cast, cast.maya)
    under(cast, "V4", on=days_ago(1))
    assert counted(cast).days_in_all == 0
    assert counted(cast, SCOTLAND) is None


def test_e36_a_stay_that_runs_has_a_clock_for_itself_and_one_for_the_year(cast):
    under(cast, "V4", on=days_ago(100))
    stayed(cast, 99, 39)
    home = stayed(cast, 10)
    open_ = {line.clock.timescale.key: line for line in lines(cast, cast.maya) if line.is_open}
    assert open_["short-break-single"].clock.due == days_ago(10) + timedelta(17)
    year = open_["short-breaks-in-a-year"]
    assert (year.id, year.clock.due, year.state) == (
        f"clock-short-breaks-in-a-year-{home.pk}",
        days_ago(10) + timedelta(15),
        "running",
    )


def test_e36_what_is_used_up_and_what_is_too_much_stands_on_the_page(cast, browse):
    under(cast, "V4", on=days_ago(200))
    stayed(cast, 150, 140)
    shown = text(browse("aisha").get(page("child-looked-after", cast.maya)))
    assert "10 of 75 days" in shown
    assert "65 left" in shown
    stayed(cast, 100, 20)
    shown = text(browse("aisha").get(page("child-looked-after", cast.maya)))
    for words in ("90 of 75 days", "Too many", "80 of 17 days", "Too long", "not a short break any more"):
        assert words in shown, words


def test_e18_an_emergency_order_is_made_longer_once_and_both_limits_run(cast):
    order = under(cast, "L2", on=days_ago(10))
    assert by_limit(cast, cast.maya)["emergency-protection-order-first"].state == "late"
    made = longer(cast, order, on=days_ago(3), first_until_on=days_ago(2), until_on=TODAY + timedelta(5))
    assert (made.made_on, made.from_on) == (days_ago(3), days_ago(2))
    found = by_limit(cast, cast.maya)
    assert found["emergency-protection-order-first"].state == "met"
    assert found["emergency-protection-order-longer"].clock.due == days_ago(2) + timedelta(7)
    assert found["emergency-protection-order"].state == "running"  # the return's own question goes on


def test_e18_whatever_a_court_did_is_kept_a_second_time_and_late_as_well(cast):
    order = under(cast, "L2", on=days_ago(20))
    longer(cast, order, on=days_ago(12))
    longer(cast, order, on=days_ago(5), note="The judge heard them at night.")
    assert by_limit(cast, cast.maya)["emergency-protection-order-longer"].state == "late"
    with acting_as(cast.aisha):
        acts.end_legal_status(by=cast.aisha, about=cast.maya, status=order, on=days_ago(1))
        assert OrderLonger.objects.count() == 2
    longer(cast, order, on=days_ago(2))  # told after it has ended


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"on": days_ago(11)}, "on"),
        ({"on": TODAY + timedelta(1)}, "on"),
        ({"on": days_ago(2), "first_until_on": days_ago(12)}, "first_until_on"),
        ({"on": days_ago(2), "until_on": days_ago(3)}, "until_on"),
    ],
)
def test_e18_what_cannot_have_been_is_refused_and_the_day_alone_is_enough(cast, given, field):
    order = under(cast, "L2", on=days_ago(10))
    with pytest.raises(Refused) as refusal:
        longer(cast, order, **given)
    assert refusal.value.field == field
    assert longer(cast, order, on=days_ago(2)).from_on == days_ago(2)  # the twin: nothing else is known


def test_e18_only_an_order_a_court_makes_longer_is_and_only_this_childs(cast, browse):
    care = under(cast, "C1", on=days_ago(3))
    with pytest.raises(Refused, match="no order"):
        longer(cast, care)
    assert browse("aisha").get(page("make-order-longer", cast.maya, care.pk)).status_code == 404
    order = under(cast, "L2", about=cast.leo)
    with acting_as(cast.aisha), pytest.raises(Refused, match="another child"):
        acts.make_order_longer(by=cast.aisha, about=cast.maya, status=order)


def test_e18_it_is_told_on_its_page_and_stands_with_the_law(cast, browse):
    order, aisha = under(cast, "L2", on=days_ago(7)), browse("aisha")
    assert "A court made it longer" in text(aisha.get(page("child-looked-after", cast.maya)))
    address = page("make-order-longer", cast.maya, order.pk)
    assert aisha.post(address, {**day("on", days_ago(20)), "note": "Heard at night."}).status_code == 422
    given = {**day("on", days_ago(1)), **day("until_on", TODAY + timedelta(6)), "note": "Heard at night."}
    assert aisha.post(address, given).status_code == 303
    shown = text(aisha.get(page("child-looked-after", cast.maya)))
    for words in ("Made longer by a court", "Heard at night."):
        assert words in shown
    assert "More than once" not in shown
    aisha.post(address, {**given, "key": "again"})
    assert "More than once" in text(aisha.get(page("child-looked-after", cast.maya)))
