"""What a household needs now, soon or later: told once, settled once, late after its hours."""

from datetime import UTC, datetime, timedelta

import pytest

from kith import packs
from kith.access import acting_as
from kith.directory.models import Notice
from kith.involvement import acts, queries
from kith.involvement.jobs import chase_needs
from kith.involvement.models import Need
from kith.record import Refused
from kith.record.models import Act
from tests.cast import NOW, TODAY
from tests.involvement.around import TOMORROW, needed
from tests.involvement.caring import days_ago
from tests.standards.clockwork import by_limit


def test_s1_32_a_household_without_food_is_told_once_and_each_child_has_a_line(cast):
    needed(cast, about=[cast.maya, cast.leo])
    with acting_as(cast.aisha):
        assert {one.person_id for one in queries.needs_now_of(cast.aisha)} == {cast.maya.pk, cast.leo.pk}
        assert Act.objects.filter(name__endswith="say_need").values("occasion").distinct().count() == 1
    clock = by_limit(cast, cast.maya)["urgent-need-action"]
    assert (clock.state, clock.clock.due - clock.clock.began) == ("running", timedelta(hours=72))


def test_s1_32_brought_and_met_it_is_owed_no_longer(cast):
    need = needed(cast)
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "need": need}
        acts.arrange_need(**told, brings="Nan Rose", brings_what="Two bags", brings_by=TOMORROW)
        met = acts.meet_need(**told, how="Nan brought soup and bread.")
        assert (met.brings, met.met_at, met.met_how) == ("Nan Rose", NOW, "Nan brought soup and bread.")
        assert not queries.needs_now_of(cast.aisha).exists()
    assert by_limit(cast, cast.maya)["urgent-need-action"].state == "met"


def test_s1_32_after_72_hours_the_lead_and_whoever_manages_them_are_told_once(cast):
    needed(cast, on=days_ago(4))
    with acting_as(cast.system):
        for _ in range(2):
            chase_needs(by=cast.system, key="")
        need = Need.objects.get()
        assert (need.chased_on, need.chased) == (TODAY, "Aisha Khan and Grace Adeyemi")
        assert Notice.objects.filter(kind="need_waits").count() == 2
    assert by_limit(cast, cast.maya)["urgent-need-action"].state == "late"


def test_s1_32_what_is_not_late_yet_or_not_of_now_is_told_to_nobody(cast):
    needed(cast, on=days_ago(2))
    needed(cast, on=days_ago(40), lane="long", kind="bed")
    with acting_as(cast.system):
        chase_needs(by=cast.system, key="")
        assert not Need.objects.exclude(chased_on=None).exists()


def test_7_10_a_need_that_is_over_is_never_counted_as_met(cast):
    need = needed(cast, on=days_ago(5))
    with acting_as(cast.aisha):
        acts.drop_need(by=cast.aisha, about=cast.maya, need=need, because="They stay with Nan.")
        assert not queries.needs_now_of(cast.aisha).exists()
    assert by_limit(cast, cast.maya)["urgent-need-action"].state == "late"


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"kind": "party"}, "kind"),
        ({"kind": ""}, "kind"),
        ({"lane": "never"}, "lane"),
        ({"on": TOMORROW}, "on"),
    ],
)
def test_a_need_nobody_can_read_is_refused_and_one_with_little_said_is_kept(cast, told, field):
    with pytest.raises(Refused) as refusal:
        needed(cast, **told)
    assert refusal.value.field == field
    assert needed(cast, what="").what == "Food"


def test_a_need_is_settled_once_and_only_by_its_own_child(cast):
    need = needed(cast)
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya, "need": need}
        with pytest.raises(Refused, match="Say who brings it"):
            acts.arrange_need(**told, brings=" ")
        with pytest.raises(Refused, match="not known yet"):
            acts.meet_need(**told, on=days_ago(1))
        with pytest.raises(Refused, match="has not come"):
            acts.meet_need(**told, on=TOMORROW)
        with pytest.raises(Refused, match="not needed any more"):
            acts.drop_need(**told, because="")
        with pytest.raises(Refused, match="another child"):
            acts.meet_need(by=cast.aisha, about=cast.leo, need=need)
        acts.meet_need(**told)
        with pytest.raises(Refused, match="settled already"):
            acts.meet_need(**told)


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ("2026-03-28T10:00", "2026-03-31T09:00"),  # BST begins in between: 72 hours all the same
        ("2026-10-24T10:00", "2026-10-27T10:00"),
        ("2026-11-14T10:00", "2026-11-17T10:00"),
    ],
)
def test_s1_32_seventy_two_hours_are_hours_whatever_the_clock_on_the_wall_does(told, due):
    pack = packs.pack_for("england", TODAY)
    began = datetime.fromisoformat(told).replace(tzinfo=UTC)
    ends = pack.due("urgent-need-action", began)
    assert ends - began == timedelta(hours=72)
