"""The drawing never says what is not recorded: by hand-made hard families, and by families nobody would think of."""

import random
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kith.calendar import PartDate
from kith.people.rules.kin import COUPLES
from kith.people.tree import Relation, Someone, Stay, family_as_at
from kith.people.tree.drawing import drawn
from kith.people.tree.layout import lay_out
from kith.people.tree.telling import facts_of, tell
from tests.people.tree import reading
from tests.people.tree.families import HARD, TODAY, forty_people

KINDS = [
    *(["parent"] * 8),
    *(["partner", "spouse"] * 2),
    "former_partner",
    "adoptive_parent",
    "foster_carer",
    "kinship_carer",
    "guardian",
    "step_parent",
    "grandparent",
    "aunt_uncle",
    "cousin",
    "child",
    "other_family",
]


def say(kind, person):
    return kind.replace("_", " ")


@some.composite
def families(draw, most=11):
    """Anything a record could hold: several partners, circles, generations that do not line up, twins, unknown days."""
    many = draw(some.integers(2, most))
    born = [draw(some.none() | some.integers(1930, 2030)) for _ in range(many)]
    people = [
        Someone(
            id=n + 1,
            called=draw(some.sampled_from(["Al", "Bea", "Anna-Maria Kowalczyk", "Ng", "Éloïse Featherstonehaugh"])),
            ref=f"R{n + 1}",
            sex=draw(some.sampled_from("MFU")),
            born=PartDate(date(year, 3, 3), draw(some.sampled_from(["day", "year", "about"]))) if year else None,
            died_on=date(2015, 1, 1) if draw(some.integers(0, 8)) == 0 else None,
        )
        for n, year in enumerate(born)
    ]
    pairs = draw(
        some.lists(
            some.tuples(some.integers(1, many), some.integers(1, many), some.sampled_from(KINDS), some.booleans()),
            max_size=many * 2,
            unique_by=lambda row: row[:3],
        )
    )
    rows = [
        Relation(n, one, other, kind, until=date(2020, 1, 1) if ended else None, ended_as="separated" if ended else "")
        for n, (one, other, kind, ended) in enumerate(pairs, 1)
        if one != other
    ]
    stays = [
        Stay(one.id, draw(some.integers(1, 3)), "Home", False, date(2019, 1, 1))
        for one in people
        if draw(some.booleans())
    ]
    return people, rows, stays


def check(laid):
    family = laid.family
    assert not reading.crowded(laid)
    assert not reading.lying_on_each_other(laid)
    assert not reading.through_somebody(laid)
    for n, union in enumerate(family.unions):
        parents, children = reading.reached(laid, n)
        assert parents == set(union.parents)
        assert children == {branch.child for branch in union.children}
    for outline in laid.outlines:
        within = {one for one, spot in laid.spots.items() if reading.inside(outline.loops, spot.x, spot.y)}
        assert within == outline.home.members


def check_told_once(family, rows):
    """Every recorded relation of people in the tree is shown once, and every line stands for a recorded relation."""
    shown = [row for union in family.unions for row in union.rows]
    shown += [row for union in family.unions for branch in union.children for row in branch.rows]
    shown += [row for link in family.links for row in link.rows]
    told = [*shown, *family.implied, *family.ended]
    assert len(told) == len({row.id for row in told})
    owed = {row.id for row in rows if {row.person, row.other} <= set(family.people) and row.began_by(family.day)}
    assert {row.id for row in told} == owed
    for union in family.unions:
        assert union.rows or union.children
        for branch in union.children:
            elders = {one for row in branch.rows for one in (row.person, row.other)} - {branch.child}
            assert elders == {one for one in union.parents if one > 0}
        assert all(set(union.parents) == {row.person, row.other} and row.kind in COUPLES for row in union.rows)
    for link in family.links:
        assert link.rows
        assert all({link.start, link.end} == {row.person, row.other} for row in link.rows)


@pytest.mark.parametrize("name", HARD)
def test_a_hard_family_is_drawn_as_it_is_recorded(name):
    made = HARD[name]()
    family = made.on()
    check_told_once(family, made.rows)
    check(lay_out(family, facts_of(family)))


@settings(max_examples=150, deadline=None)
@given(families())
def test_no_drawing_says_what_is_not_recorded(made):
    people, rows, stays = made
    family = family_as_at(people, rows, 1, TODAY, stays)
    check_told_once(family, rows)
    check(lay_out(family, facts_of(family)))


@settings(max_examples=25, deadline=None)
@given(families(), some.randoms(use_true_random=False))
def test_the_same_family_is_drawn_the_same_in_whatever_order_it_comes(made, chance: random.Random):
    people, rows, stays = made

    def svg():
        family = family_as_at(people, rows, 1, TODAY, stays)
        return drawn(lay_out(family, facts_of(family)), tell(family, say).words)

    first = svg()
    chance.shuffle(people)
    chance.shuffle(rows)
    chance.shuffle(stays)
    assert svg() == first


def test_every_line_of_the_picture_is_a_sentence_of_the_list():
    for make in HARD.values():
        family = make().on()
        told = tell(family, say)
        svg = drawn(lay_out(family, facts_of(family)), told.words)
        for sentence in told.sentences:
            assert sentence.text
            assert sentence.id.startswith("ended-") or f'id="{sentence.id}"' in svg, sentence
        ids = [sentence.id for sentence in told.sentences]
        assert len(ids) == len(set(ids))
        assert {row.person.id for row in told.people} == {one for one in family.people if one > 0}


def test_forty_people_are_drawn_and_the_time_is_told():
    family = forty_people().on()
    began = time.process_time()
    laid = lay_out(family, facts_of(family))
    svg = drawn(laid, tell(family, say).words)
    print(f"\n40 people: {time.process_time() - began:.2f} s of processor time, {len(svg) / 1024:.0f} KB")
    assert len(laid.spots) == 40
