"""Whoever works with a child may write who the child's parents and household are and where they live, and no more."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from kith.access import acting_as
from kith.directory.acts import begin_tie, break_glass, restrict
from kith.directory.models import Tie
from kith.involvement.acts import allocate, begin_work, close_work
from kith.people import acts, queries
from kith.people.models import Relationship, Residence
from kith.record import NotYours
from kith.record.acting import ACTS
from kith.record.models import Act, Withdrawal
from kith.voice.acts import write_down_words
from tests.cast import NOW, TODAY
from tests.people.doing import LATER, a_move, account_of, kelly_is_parent

REACHES = {
    "add_language",
    "add_new_relative",
    "add_relationship",
    "add_to_family",
    "ask_to_end_protection",
    "describe_person",
    "end_relationship",
    "give_contact_point",
    "give_identifier",
    "give_name",
    "keep_protection",
    "move_home",
    "protect_address",
}


def reached(cast, reader, *names):
    """Who of these (by first name) this reader may describe."""
    people = [cast.people[name] for name in names or ("kelly", "tomek", "gary")]
    with acting_as(cast.actors[reader]):
        allowed = [person for person in people if _renamed(cast, reader, person)]
    return {person.called.split()[0].lower() for person in allowed}


def _renamed(cast, reader, person):
    try:
        with transaction.atomic():
            acts.give_name(by=cast.actors[reader], about=person, kind="alias", given="Someone")
    except NotYours:
        return False
    return True


def test_the_mother_moves_with_her_children_in_one_move(cast):
    with acting_as(cast.aisha):
        made = a_move(cast, cast.aisha, about=[cast.maya, cast.leo, cast.sam, cast.people["kelly"]])
        assert {stay.person.called for stay in made} == {
            "Maya Okafor-Nowak",
            "Leo Okafor-Nowak",
            "Sam Okafor",
            "Kelly Okafor",
        }
        assert len({line.occasion_id for line in Act.objects.filter(name="move_home", happened_on=TODAY)}) == 1
        assert not Tie.objects.filter(account_id=cast.aisha.account_id, person=cast.people["kelly"]).exists()


def test_both_parents_are_reached_wherever_they_live_and_a_stranger_is_not(cast):
    assert reached(cast, "aisha") == {"kelly", "tomek"}
    assert reached(cast, "grace") == {"kelly", "tomek"}  # she manages the work
    assert reached(cast, "sol") == set()


def test_a_parent_told_from_the_other_end_is_the_same_parent(cast):
    with acting_as(cast.aisha):
        acts.end_relationship(by=cast.aisha, about=cast.maya, relationship=kelly_is_parent(cast))
        for child in (cast.leo, cast.sam):
            other = Relationship.objects.get(person=child, other=cast.people["kelly"])
            acts.end_relationship(by=cast.aisha, about=child, relationship=other)
    with acting_as(cast.system):
        acts.move_home(by=cast.system, about=[cast.people["kelly"]], lines="Elsewhere")
    assert reached(cast, "aisha", "kelly") == set()
    with acting_as(cast.system):
        acts.add_relationship(by=cast.system, about=cast.people["kelly"], other=cast.maya, kind="child")
    assert reached(cast, "aisha", "kelly") == {"kelly"}


def test_who_lives_there_is_reached_for_as_long_as_they_do(cast):
    with acting_as(cast.system):
        acts.move_home(by=cast.system, about=[cast.people["gary"]], address=cast.home)
    assert reached(cast, "aisha", "gary") == {"gary"}
    with acting_as(cast.system):
        acts.move_home(by=cast.system, about=[cast.people["gary"]], lines="2 Weir End")
    assert reached(cast, "aisha", "gary") == set()


def test_the_parents_of_somebody_elses_child_are_strangers(cast):
    with acting_as(cast.system):
        child = acts.begin_record(by=cast.system, given="Ada", family="Quay")
        acts.add_relationship(by=cast.system, about=child, other=cast.people["gary"], kind="adoptive_parent")
        begin_work(by=cast.system, about=child, level="child_in_need")
        allocate(by=cast.system, about=child, lead=cast.staff["sol"])
    assert reached(cast, "sol") == {"gary"}
    assert reached(cast, "aisha") == {"kelly", "tomek"}


@pytest.mark.parametrize("level", ["restricted", "sealed"])
def test_a_parent_whose_record_is_closed_stays_closed(cast, level):
    with acting_as(cast.system):
        restrict(
            by=cast.system,
            about=cast.people["kelly"],
            level=level,
            because="A colleague's family.",
            guardian=account_of(cast, "rowan"),
            review_on=LATER,
        )
    assert reached(cast, "aisha") == {"tomek"}
    with acting_as(cast.aisha):
        assert not queries.is_around_mine(cast.people["kelly"])
        with pytest.raises(NotYours):
            a_move(cast, cast.aisha, about=[cast.maya, cast.people["kelly"]])
        assert Residence.objects.get(person=cast.maya).until_on is None, "nobody of that move has moved"


@pytest.mark.parametrize("about", ["kelly", "maya"])
def test_a_conflict_with_the_parent_or_with_the_child_closes_it(cast, about):
    children = ["maya", "leo", "sam"] if about == "maya" else ["kelly"]
    with acting_as(cast.system):
        for name in children:
            begin_tie(by=cast.system, about=cast.people[name], account=account_of(cast, "aisha"), because="conflict")
    assert reached(cast, "aisha", "kelly") == set()


def test_it_ends_with_the_work(cast):
    with acting_as(cast.system):
        for child in (cast.maya, cast.leo, cast.sam):
            close_work(by=cast.system, about=child, reason="RC1")
    assert reached(cast, "aisha") == set()
    assert reached(cast, "grace") == set()  # her tie stands; the work does not


def test_it_ends_when_another_leads(cast):
    with acting_as(cast.grace):
        for child in (cast.maya, cast.leo, cast.sam):
            allocate(by=cast.grace, about=child, lead=cast.staff["sol"])
    assert reached(cast, "aisha") == set()
    assert reached(cast, "sol") == {"kelly", "tomek"}


def test_breaking_the_glass_of_a_child_opens_nobody_around(cast):
    with acting_as(cast.system):
        restrict(
            by=cast.system,
            about=cast.sam,
            level="restricted",
            because="Asked for.",
            guardian=account_of(cast, "rowan"),
            review_on=LATER,
        )
    with acting_as(cast.sol):
        pk, guardian = queries.restricted_by_ref(cast.sam.ref)
        break_glass(
            by=cast.sol, person=queries.bare(pk), because="At the door.", hours=1, guardian_id=guardian, lead_id=None
        )
    assert reached(cast, "sol", "kelly", "sam") == {"sam"}


def test_a_relative_begun_by_a_worker_brings_nobody_of_their_own(cast):
    """Adding Nan gives a tie to Nan; her own household is no business of the child's worker."""
    with acting_as(cast.aisha):
        nan = acts.add_new_relative(by=cast.aisha, about=cast.maya, kind="grandparent", given="Rose").other
    with acting_as(cast.system):
        acts.move_home(by=cast.system, about=[nan, cast.people["gary"]], lines="2 Weir End")
    assert reached(cast, "aisha", "gary") == set()


def test_a_relationship_taken_off_as_wrong_reaches_nobody(cast):
    with acting_as(cast.system):
        child = acts.begin_record(by=cast.system, given="Ada", family="Quay")
        wrong = acts.add_relationship(by=cast.system, about=child, other=cast.people["gary"], kind="parent")
        begin_work(by=cast.system, about=child, level="child_in_need")
        allocate(by=cast.system, about=child, lead=cast.staff["sol"])
    assert reached(cast, "sol", "gary") == {"gary"}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "insert into record_withdrawal (person_id, act_id, latest_act_id, row_table, row_id, because)"
            " values (%s, %s, %s, 'people_relationship', %s, 'wrong')",
            [child.pk, wrong.act_id, wrong.act_id, wrong.pk],
        )
    assert Withdrawal.objects.count() == 1
    assert reached(cast, "sol", "gary") == set()


def test_nothing_else_may_be_written_about_them(cast):
    kelly = cast.people["kelly"]
    with acting_as(cast.aisha):
        for write in (
            lambda: acts.say_situation(by=cast.aisha, about=kelly, kind="worry", text="Is tired."),
            lambda: write_down_words(by=cast.aisha, about=kelly, sort="wish", text="Less post."),
        ):
            with pytest.raises(NotYours):
                write()


def test_the_acts_that_reach_so_far_only_say_who_someone_is_and_where_they_live():
    assert {name for name, terms in ACTS.items() if terms.around} == REACHES


def test_a_partner_is_not_reached_by_it_and_cannot_ask(cast):
    with acting_as(cast.system):
        begin_tie(
            by=cast.system,
            about=cast.maya,
            account=account_of(cast, "priya"),
            because="working_with",
            may_write=True,
            ends_at=NOW + timedelta(days=9),
        )
    assert reached(cast, "priya", "kelly") == set()
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(), acting_as(cast.priya):
        queries.is_around_mine(cast.people["kelly"])


def test_many_are_asked_about_in_one_query(cast, django_assert_num_queries):
    people = [cast.people[name] for name in ("maya", "kelly", "tomek", "gary")]
    with acting_as(cast.aisha), django_assert_num_queries(1):
        assert queries.may_be_described(people, cast.aisha) == people[:3]
    with acting_as(cast.theo), django_assert_num_queries(0):
        assert queries.may_be_described(people, cast.theo) == people
