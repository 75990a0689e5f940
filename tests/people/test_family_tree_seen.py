"""Who sees what stands beside a family tree: how people get on, askings, confirmations, the map, offers."""

import pytest
from django.db import InternalError, ProgrammingError, transaction

from kith.access import Actor, Audience, acting_as
from kith.people import acts, queries
from kith.people.models import Asking, GettingOn, MapPlace, Offer, ServiceInstead, TreeConfirmation
from kith.record.models import Act
from tests.cast import NOW
from tests.people.doing import a_risk
from tests.people.test_describing import seal

STAFF_ALONE = [Asking, GettingOn, Offer, ServiceInstead, TreeConfirmation]
ALL = [*STAFF_ALONE, MapPlace]


@pytest.fixture
def told(cast):
    """Something in every one of these tables, each naming Leo where a second person may be named."""
    by, maya, leo = cast.aisha, cast.maya, cast.leo
    with acting_as(by):
        acts.note_getting_on(by=by, about=maya, one=maya, other=leo, quality="violent", said_by="Maya")
        acts.record_asking(by=by, about=maya, topic="other", outcome="told_us", asked=leo)
        acts.confirm_tree(by=by, about=maya, family_asked="no")
        acts.record_offer(by=by, about=maya, role="listening", other=leo, what="Reads to her.")
        acts.say_why_service(by=by, about=maya, service="Breakfast club")
        acts.put_on_map(by=by, about=maya, kind="family", ring=1, other=leo)
        acts.put_on_map(by=by, about=maya, kind="friend", ring=1, called="Bea", whose="child", family_may_see=True)
    return cast


def seen(reader):
    """How many rows of each table this reader finds; None where they hold no grant at all."""
    with acting_as(reader):
        return {model.__name__: _count(model) for model in ALL}


def _count(model):
    try:
        with transaction.atomic():
            return model.objects.count()
    except (ProgrammingError, InternalError):
        return None


def maya_herself(cast):
    from kith.directory.acts import begin_tie
    from kith.directory.models import Account

    account = Account.objects.create_user(
        "maya@example.test", "a quiet harbour at dusk", name="Maya", audience="child", person=cast.maya
    )
    with acting_as(cast.system):
        begin_tie(by=cast.system, about=cast.maya, account=account, because="self")
    return Actor(account.pk, Audience.CHILD, NOW, name="Maya", person_id=cast.maya.pk)


@pytest.mark.parametrize("reader", ["aisha", "grace", "theo", "sol"])
def test_staff_read_all_of_it_by_tie_or_by_a_because(told, reader):
    assert seen(told.actors[reader]) == {model.__name__: 1 for model in STAFF_ALONE} | {"MapPlace": 2}


@pytest.mark.parametrize("reader", ["priya", "gary"])
def test_a_partner_of_a_sibling_and_a_man_with_no_tie_see_none_of_it(told, reader):
    assert not any(seen(told.actors[reader]).values())


@pytest.mark.parametrize("reader", ["kelly", "tomek"])
def test_a_parent_sees_what_of_the_map_the_child_said_they_may_and_nothing_else(told, reader):
    assert seen(told.actors[reader]) == dict.fromkeys([model.__name__ for model in STAFF_ALONE]) | {"MapPlace": 1}
    with acting_as(told.actors[reader]):
        assert [place.called for place in MapPlace.objects.all()] == ["Bea"]


def test_a_child_sees_their_own_map_and_nothing_of_what_was_said_of_others(told):
    found = seen(maya_herself(told))
    assert (found["MapPlace"], found["GettingOn"], found["Asking"]) == (2, None, None)


def test_what_names_a_sealed_brother_is_not_there(told):
    seal(told, "leo")
    assert seen(told.aisha) == {
        "Asking": 0,
        "GettingOn": 0,
        "Offer": 0,
        "ServiceInstead": 1,
        "TreeConfirmation": 1,
        "MapPlace": 1,
    }
    with acting_as(told.aisha):
        rows = queries.family_rows(told.maya)
        assert "Leo" not in str(rows)


def test_of_a_sealed_child_nothing_is_there(told):
    seal(told, "maya")
    assert not any(seen(told.aisha).values())


def test_that_people_do_not_get_on_is_not_even_in_the_log_of_partners_and_families(told):
    for reader in ("kelly", "tomek", "priya"):
        with acting_as(told.actors[reader]):
            assert not Act.objects.filter(name="note_getting_on").exists()


# -- the tree each reader is given


def names(rows):
    return {one.called.split()[0] for one in rows.people}


def test_a_parent_is_given_only_those_of_the_tree_they_are_tied_to_and_no_home(cast):
    with acting_as(cast.kelly):
        rows = queries.family_rows(cast.sam, homes=False)
        assert names(rows) == {"Kelly", "Maya", "Leo", "Sam"}
        assert rows.stays == []
    with acting_as(cast.tomek):
        assert names(queries.family_rows(cast.maya, homes=False)) == {"Tomek", "Maya", "Leo"}


def test_a_protected_home_has_no_name_in_anybodys_tree(cast):
    with acting_as(cast.aisha):
        stays = queries.family_rows(cast.maya).stays
        assert {stay.label for stay in stays if stay.kept} == {"A protected home"}
        assert "Larkspur" not in str(stays)
        assert "Mum" not in str([stay for stay in stays if stay.kept])


def test_an_adults_danger_is_nowhere_in_a_tree(cast):
    with acting_as(cast.aisha):
        acts.add_relationship(by=cast.aisha, about=cast.maya, other=cast.people["gary"], kind="parents_partner")
        a_risk(cast, cast.aisha)
        assert "frightens" not in str(queries.family_rows(cast.maya))
