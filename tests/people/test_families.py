"""Who belongs to whom: what is recorded, what is worked out, what is asked, and what a sealed record hides."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kith import packs
from kith.access import acting_as
from kith.directory.models import Tie
from kith.people import acts, queries, rules
from kith.people.models import ParentalResponsibility, Person, Relationship
from kith.record import Refused
from kith.record.models import Act
from tests.cast import TODAY
from tests.people.doing import related, year
from tests.people.test_describing import seal

PACK = packs.pack_for("england-2026", TODAY)


def who(members):
    return [(m.person.called.split()[0], m.relation) for m in members]


# -- adding


def test_a_relationship_is_kept_with_who_says_so_and_since_when(cast):
    with acting_as(cast.aisha):
        made = related(cast, cast.aisha, since=year(2022), child_says_matters=True)
        [gary] = [m for m in queries.family_of(cast.maya, TODAY) if m.person == cast.people["gary"]]
    assert (str(gary.since), gary.source, gary.matters, made.from_precision) == ("2022", "Kelly", True, "year")


def test_parental_responsibility_is_kept_with_how_it_came_about_in_the_same_act(cast):
    with acting_as(cast.aisha):
        related(cast, cast.aisha, acquired="step_parent", evidence_seen="The agreement")
        held = ParentalResponsibility.objects.get(person=cast.maya, holder=cast.people["gary"])
        assert (held.acquired, held.evidence_seen) == ("step_parent", "The agreement")
        assert [m.acquired for m in queries.family_of(cast.maya, TODAY) if m.person == cast.people["gary"]] == [
            "step_parent"
        ]


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"other": "maya"}, "other"),
        ({"kind": "sibling"}, "kind"),
        ({"kind": "half_sibling"}, "kind"),
        ({"kind": "no such thing"}, "kind"),
        ({"other": "kelly", "kind": "parent"}, "other"),
        ({"about": "kelly", "other": "maya", "kind": "parent"}, "kind"),
        ({"since": year(2024), "until_on": TODAY.replace(year=2020)}, "until_on"),
    ],
)
def test_a_relationship_that_cannot_be_is_refused_at_its_question(cast, details, field):
    named = {k: cast.people[v] if k in ("about", "other") else v for k, v in details.items()}
    with acting_as(cast.system), pytest.raises(Refused) as refusal:
        related(cast, cast.system, **named)
    assert refusal.value.field == field


def test_a_relationship_with_no_source_and_no_date_is_kept(cast):
    with acting_as(cast.aisha):
        assert related(cast, cast.aisha, source="").source == ""


def test_two_friends_may_each_be_recorded_as_the_others(cast):
    with acting_as(cast.system):
        related(cast, cast.system, kind="friend")
        acts.add_relationship(by=cast.system, about=cast.people["gary"], other=cast.maya, kind="friend")


def test_someone_new_gets_a_record_a_line_and_a_writer_who_may_carry_on(cast):
    with acting_as(cast.aisha):
        made = acts.add_new_relative(
            by=cast.aisha, about=cast.maya, kind="grandparent", given="Rose", family="Okafor", sex="F", born=year(1964)
        )
        rose = made.other
        assert Act.objects.get(person=rose).said == "Aisha Khan recorded who belongs to Rose Okafor."
        assert Tie.objects.get(person=rose).account_id == cast.aisha.account_id
        acts.give_name(by=cast.aisha, about=rose, kind="alias", given="Nan")
    with acting_as(cast.sol):
        assert queries.find("rose okafor").people == [rose]


def test_someone_whose_name_nobody_knows_can_be_recorded_as_what_they_are(cast):
    with acting_as(cast.aisha):
        made = acts.add_new_relative(
            by=cast.aisha, about=cast.sam, kind="parent", unnamed_as="Sam's father (name not told)", sex="M"
        )
        assert (made.other.called, made.other.name_held) == ("Sam's father (name not told)", False)


def test_someone_new_is_refused_without_a_name_and_no_record_is_left(cast):
    with acting_as(cast.aisha):
        before = Person.objects.count()
        with pytest.raises(Refused) as refusal:
            acts.add_new_relative(by=cast.aisha, about=cast.maya, kind="grandparent")
        with pytest.raises(Refused):
            acts.add_new_relative(by=cast.aisha, about=cast.maya, kind="sibling", given="Ann")
        assert (refusal.value.field, Person.objects.count()) == ("given", before)


# -- ending, and who may decide


def test_a_relationship_ends_once_and_not_before_it_began(cast):
    with acting_as(cast.aisha):
        made = related(cast, cast.aisha, since=year(2026))
        with pytest.raises(Refused):
            acts.end_relationship(by=cast.aisha, about=cast.maya, relationship=made, on=TODAY.replace(year=2025))
        acts.end_relationship(by=cast.aisha, about=cast.maya, relationship=made, ended_as="separated")
        with pytest.raises(Refused):
            acts.end_relationship(by=cast.aisha, about=cast.maya, relationship=made)
        [gary] = [m for m in queries.family_of(cast.maya, TODAY) if m.person == cast.people["gary"]]
        assert gary.until == TODAY


def test_an_ending_the_pack_does_not_have_is_refused(cast):
    with acting_as(cast.aisha):
        made = related(cast, cast.aisha)
        with pytest.raises(Refused) as refusal:
            acts.end_relationship(by=cast.aisha, about=cast.maya, relationship=made, ended_as="fell_out")
    assert refusal.value.field == "ended_as"


def test_parental_responsibility_outlives_a_relationship_unless_it_is_said_to_end(cast):
    def deciders():
        return {held.holder.called for held in queries.who_may_decide(cast.maya, TODAY)}

    with acting_as(cast.aisha):
        kelly, tomek = Relationship.objects.filter(person=cast.maya).order_by("pk")
        acts.end_relationship(by=cast.aisha, about=cast.maya, relationship=kelly, ended_as="other")
        assert deciders() == {"Kelly Okafor", "Tomek Nowak"}
        acts.end_relationship(
            by=cast.aisha, about=cast.maya, relationship=tomek, ended_as="died", responsibility_ends=True
        )
        assert deciders() == {"Kelly Okafor"}


def test_nobody_holds_responsibility_twice_or_for_themselves(cast):
    with acting_as(cast.aisha):
        for holder in (cast.people["kelly"], cast.maya):
            with pytest.raises(Refused):
                acts.record_parental_responsibility(by=cast.aisha, about=cast.maya, holder=holder, acquired="mother")
        # Evidence may come later.
        acts.record_parental_responsibility(
            by=cast.aisha, about=cast.maya, holder=cast.people["gary"], acquired="not_known"
        )


# -- reading


def test_brothers_and_sisters_are_worked_out_from_parents(cast):
    with acting_as(cast.aisha):
        assert who(queries.family_of(cast.maya, TODAY)) == [
            ("Kelly", "parent"),
            ("Tomek", "parent"),
            ("Leo", "sibling"),
            ("Sam", "sibling"),  # while his father is not recorded nobody calls him half a brother
        ]
        related(cast, cast.aisha, about=cast.sam, kind="parent")
        assert who(queries.family_of(cast.maya, TODAY))[3] == ("Sam", "half_sibling")
        assert who(queries.family_of(cast.sam, TODAY))[2:] == [("Maya", "half_sibling"), ("Leo", "half_sibling")]


PARENTS = some.frozensets(some.integers(1, 5), min_size=1, max_size=3)


@given(PARENTS, PARENTS)
def test_two_people_are_the_same_to_each_other_and_half_only_when_that_is_known(mine, theirs):
    found = rules.closeness(set(mine), set(theirs))
    assert found == rules.closeness(set(theirs), set(mine))
    if found == "half_sibling":
        assert len(mine) > 1
        assert len(theirs) > 1
        assert len(mine & theirs) == 1


def test_a_parents_own_page_shows_their_children(cast):
    with acting_as(cast.aisha):
        assert who(queries.family_of(cast.people["tomek"], TODAY)) == [("Maya", "child"), ("Leo", "child")]


def test_relations_are_said_in_the_words_of_the_pack_for_each_person(cast):
    people = cast.people
    said = {
        ("parent", "kelly"): "mother",
        ("parent", "tomek"): "father",
        ("half_sibling", "sam"): "half-brother",
        ("child", "maya"): "daughter",
    }
    for (kind, name), words in said.items():
        assert rules.relation_in_words(PACK, kind, people[name]) == words
    people["maya"].gender_described = "boy"
    assert rules.relation_in_words(PACK, "child", people["maya"]) == "child"
    assert rules.relation_in_words(PACK, "from_an_older_pack", people["maya"]) == "from an older pack"


@pytest.mark.parametrize(
    ("sexes", "missing"),
    [
        ([], ["Mother", "Father"]),
        (["F"], ["Father"]),
        (["M"], ["Mother"]),
        (["U"], ["Another parent"]),
        (["F", "F"], []),
        (["F", "M", "F"], []),
    ],
)
def test_the_parent_nobody_has_named_is_asked_about(sexes, missing):
    assert rules.missing_parents(sexes) == missing


def asked(cast, person, parents=(), **known):
    given = {"responsible": False, "home": False, "language": False, **known}
    return [q.words for q in rules.questions(person, parents, today=TODAY, **given)]


def test_questions_name_what_nobody_has_asked_and_stop_when_it_is_known(cast):
    words = asked(cast, cast.sam, [cast.people["kelly"]])
    assert words[0] == "Father: not recorded. Who has asked?"
    assert "Religion or belief: not asked yet." in words
    cast.sam.religion, cast.sam.ethnicity, cast.sam.disabilities = "none", "MWBA", ["NONE"]
    cast.sam.would_not_say = ["gender"]
    both = [cast.people["kelly"], cast.people["tomek"]]
    assert asked(cast, cast.sam, both, responsible=True, home=True, language=True) == []


def test_nobody_asks_who_a_grown_persons_parents_are(cast):
    assert not [words for words in asked(cast, cast.people["kelly"]) if "Father" in words or "decide" in words]


def test_who_may_be_added_next_is_whoever_lives_there_or_is_a_parent_of_a_brother_or_sister(cast):
    with acting_as(cast.system):
        related(cast, cast.system, about=cast.sam, kind="parent")
    with acting_as(cast.aisha):
        for child in (cast.maya, cast.leo):
            family, household = queries.family_of(child, TODAY), queries.household_of(child, TODAY)
            assert queries.known_nearby(child, family, household) == [cast.people["gary"]]


def test_a_record_is_written_only_among_those_one_is_tied_to(cast):
    everyone = [cast.maya, cast.sam, cast.people["kelly"]]
    with acting_as(cast.aisha):
        assert queries.may_be_written(everyone, cast.aisha) == [cast.maya, cast.sam]
    with acting_as(cast.sol):
        assert queries.may_be_written(everyone, cast.sol) == []
    with acting_as(cast.theo):
        assert queries.may_be_written(everyone, cast.theo) == everyone


# -- sealed


@pytest.mark.parametrize("reader", ["aisha", "theo", "sol"])
def test_a_sealed_sibling_and_a_sealed_parent_are_in_no_list_and_no_count(cast, reader):
    seal(cast, "sam")
    seal(cast, "tomek")
    with acting_as(cast.actors[reader]):
        assert who(queries.family_of(cast.maya, TODAY)) == [("Kelly", "parent"), ("Leo", "sibling")]
        assert queries.household_of(cast.maya, TODAY) == [cast.people["kelly"], cast.leo]
        assert [h.holder for h in queries.who_may_decide(cast.maya, TODAY)] == [cast.people["kelly"]]
        assert not Relationship.objects.filter(person=cast.sam).exists()
        assert queries.find("Sam Okafor").people == []
    with acting_as(cast.rowan):  # the guardian is named on the seal
        assert ("Sam", "sibling") in who(queries.family_of(cast.maya, TODAY))


def test_reading_a_family_costs_the_same_however_large_it_is(cast, django_assert_num_queries):
    with acting_as(cast.aisha):
        home = queries.household_of(cast.maya, TODAY)
        for n in range(6):
            acts.add_new_relative(by=cast.aisha, about=cast.maya, kind="cousin", given=f"Cousin {n}")
        with django_assert_num_queries(3):
            assert len(queries.family_of(cast.maya, TODAY, home)) == 10
        with django_assert_num_queries(1):
            queries.homes_of(cast.maya, TODAY)
        with django_assert_num_queries(1):
            queries.known_by(cast.maya)
