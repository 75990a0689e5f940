"""Someone who may be a danger is noted once, on themselves, and told to nobody who must not know."""

from datetime import date

import pytest

from kith.access import acting_as
from kith.people.models import ContactArrangement, RiskFlag
from kith.people.queries import contact_of, risks_of, risks_to_look_at
from kith.record import Refused
from kith.record.models import Act, Occasion
from tests.cast import NOW, TODAY
from tests.people.doing import a_risk, an_arrangement


def test_a_note_is_kept_on_the_adult_with_a_day_to_look_again(cast):
    with acting_as(cast.aisha):
        flag = a_risk(cast, cast.aisha)
        assert flag.person == cast.people["gary"]
        assert (flag.from_on, flag.review_on, flag.certainty) == (TODAY, date(2027, 5, 17), "alleged")
        assert risks_of([cast.people["gary"]]) == {flag.person_id: [flag]}


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"needs_to_know": "  "}, "needs_to_know"),
        ({"source": ""}, "source"),
        ({"kind": "shouting"}, "kind"),
    ],
)
def test_a_note_needs_a_kind_a_sentence_and_who_says_so(cast, given, field):
    with acting_as(cast.aisha), pytest.raises(Refused) as refused:
        a_risk(cast, cast.aisha, **given)
    assert refused.value.field == field


def test_a_child_is_not_noted_as_their_own_danger(cast):
    with acting_as(cast.aisha), pytest.raises(Refused, match="not the child"):
        a_risk(cast, cast.aisha, adult=cast.maya)


def test_the_same_danger_is_noted_once_at_a_time(cast):
    from kith.people.acts import look_at_risk_again

    with acting_as(cast.aisha):
        flag = a_risk(cast, cast.aisha)
        with pytest.raises(Refused, match="already"):
            a_risk(cast, cast.aisha)
        look_at_risk_again(by=cast.aisha, about=cast.maya, flag=flag, still=False, because="Cleared by the police.")
        a_risk(cast, cast.aisha)


def test_a_note_is_not_ended_without_a_reason_nor_twice(cast):
    from kith.people.acts import look_at_risk_again

    with acting_as(cast.aisha):
        flag = a_risk(cast, cast.aisha)
        with pytest.raises(Refused, match="what has changed"):
            look_at_risk_again(by=cast.aisha, about=cast.maya, flag=flag, still=False)
        look_at_risk_again(by=cast.aisha, about=cast.maya, flag=flag, still=False, because="He has died.")
        with pytest.raises(Refused, match="ended already"):
            look_at_risk_again(by=cast.aisha, about=cast.maya, flag=flag, still=True)


def test_looking_again_sets_the_next_day_and_takes_it_off_the_list(cast):
    from kith.people.acts import look_at_risk_again

    with acting_as(cast.aisha):
        flag = a_risk(cast, cast.aisha, review_on=date(2026, 11, 1))
        assert list(risks_to_look_at(TODAY)) == [flag]
        look_at_risk_again(by=cast.aisha, about=cast.maya, flag=flag, still=True)
        assert not risks_to_look_at(TODAY).exists()


@pytest.mark.parametrize("reader", ["gary", "kelly", "tomek", "priya"])
def test_neither_the_note_nor_the_act_reaches_the_person_a_family_or_a_partner(cast, reader):
    with acting_as(cast.aisha):
        a_risk(cast, cast.aisha)
    with acting_as(cast.actors[reader]):
        assert not Act.objects.filter(name="note_risk").exists()
        assert not Occasion.objects.filter(name="note_risk").exists()
        from django.db import InternalError, ProgrammingError, transaction

        with pytest.raises((ProgrammingError, InternalError)), transaction.atomic():
            list(RiskFlag.objects.all())  # no grant at all


def test_staff_who_work_with_another_child_of_the_home_see_it_too(cast):
    with acting_as(cast.aisha):
        a_risk(cast, cast.aisha)
    with acting_as(cast.at("grace", NOW)):
        assert RiskFlag.objects.count() == 1


def test_a_new_arrangement_ends_the_one_before(cast):
    with acting_as(cast.aisha):
        first = an_arrangement(cast, cast.aisha)
        second = an_arrangement(cast, cast.aisha, way="none", basis="order")
        first.refresh_from_db()
        assert first.until_on == TODAY
        assert list(contact_of(cast.maya)) == [second]


@pytest.mark.parametrize(("given", "field"), [({"way": "dancing"}, "way"), ({"basis": "me"}, "basis")])
def test_an_arrangement_says_how_and_who_decided(cast, given, field):
    with acting_as(cast.aisha), pytest.raises(Refused) as refused:
        an_arrangement(cast, cast.aisha, **given)
    assert refused.value.field == field


def test_nobody_has_an_arrangement_with_themselves(cast):
    with acting_as(cast.aisha), pytest.raises(Refused, match="who the child sees"):
        an_arrangement(cast, cast.aisha, other=cast.maya)


def test_s2_06_twin_an_arrangement_with_someone_dangerous_is_saved_all_the_same(cast):
    with acting_as(cast.aisha):
        a_risk(cast, cast.aisha)
        an_arrangement(cast, cast.aisha, other=cast.people["gary"], way="supervised")
        assert ContactArrangement.objects.count() == 1
