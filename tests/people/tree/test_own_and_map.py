"""The family's own picture and the map of people and places: what they never say, and that nobody hides anybody."""

import re
from html import unescape
from math import dist

from hypothesis import given, settings
from hypothesis import strategies as some

from kith.people.tree import ecomap
from kith.people.tree import own as own_picture
from kith.people.tree.drawing import drawn
from kith.people.tree.ecomap import Spoke
from kith.people.tree.layout import lay_out
from kith.people.tree.relations import relations
from kith.people.tree.telling import facts_of, tell
from tests.people.tree.families import HARD, Made

RINGS = {1: "Very close", 2: "Close", 3: "Around"}


def say(kind, person):
    return {"parent": {"M": "father", "F": "mother"}.get(person.sex, "parent")}.get(kind, kind.replace("_", " "))


def kellys():
    """Maya and Leo of Kelly and Tomek, who parted; Sam of Kelly and Dean; Ola of Tomek and Magda; Nan; Emeka, dead."""
    made = Made().people_of("F", "Maya 2017", "Kelly 1995", "Ola 2013", "Magda 1991", "Nan 1964")
    made.people_of("M", "Leo 2020", "Sam 2026", "Tomek 1992", "Dean 1997").person("Emeka", "M", 1960, died=2019)
    made.parents("Kelly", "Tomek", "Maya", "Leo").parents("Kelly", "Dean", "Sam").parents("Tomek", "Magda", "Ola")
    made.parents("Nan", "Emeka", "Kelly").couple("Kelly", "Tomek", since=2015, until=2023, ended="separated")
    return made.home("Mum’s", "Maya", "Leo", "Sam", "Kelly", kept=True)


def words_in(svg):
    return [unescape(found) for found in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


def test_relations_are_worked_out_and_never_typed():
    made = kellys()
    found = relations(made.on(), say)
    told = {name: found.get(person.id) for name, person in made.people.items()}
    assert told == {
        "Maya": None,
        "Kelly": "mother",
        "Ola": "half sibling",
        "Magda": "Ola’s mother",
        "Nan": "grandparent",
        "Leo": "sibling",
        "Sam": "half sibling",
        "Tomek": "father",
        "Dean": "Sam’s father",
        "Emeka": "grandparent",
    }


def test_the_childs_names_a_heart_and_a_leaf_stand_in_the_familys_own_picture():
    made = kellys()
    ids = {name: person.id for name, person in made.people.items()}
    svg = own_picture.own(made.on(), {ids["Kelly"]: "Mum", ids["Tomek"]: "Tata"}, {ids["Nan"]})
    assert {"Mum", "Tata", "Nan", "Emeka"} <= set(words_in(svg))
    assert "Kelly" not in words_in(svg)
    assert (svg.count("kith-drawing__heart"), svg.count("kith-drawing__leaf")) == (1, 1)


def test_the_familys_own_picture_says_nothing_of_who_parted_who_decides_or_a_kept_home():
    for made in (kellys(), *(make() for make in HARD.values())):
        svg = own_picture.own(made.on(), {}, set())
        assert not re.search(r"separated|sep\.|div\.|\bPR\b", svg)
        for stay in made.stays:
            assert not (stay.kept and stay.label in svg)


def test_nobody_who_died_is_crossed_out():
    made = kellys()
    family = made.on()
    svg = drawn(lay_out(family, facts_of(family)), tell(family, say).words)
    drawn_as = svg.partition(f'id="drawn-{made.people["Emeka"].ref}"')[2].partition("</g>")[0]
    assert "kith-drawing__leaf" in drawn_as
    assert drawn_as.count("<path") == 1
    assert "1960–2019" in drawn_as


def test_two_who_are_no_couple_are_told_plainly_to_their_family():
    made = Made().people_of("F", "Ann 2015", "Bea 1990").people_of("M", "Carl 1989").parents("Bea", "Carl", "Ann")
    practice = [one.text for one in tell(made.on(), say).sentences]
    own = [one.text for one in tell(made.on(), say, plainly=True).sentences]
    assert practice == ["Bea and Carl have a child together; nothing else is recorded of the two. Their child: Ann."]
    assert own == ["Bea and Carl. Their child: Ann."]


# -- the map


def test_the_map_counts_professionals_and_friends():
    spokes = [Spoke(n, f"Worker {n}", "agency", "service", 3) for n in range(6)] + [Spoke(9, "Nan", "family", "", 1)]
    assert ecomap.in_short(spokes).startswith("1 of the family, 0 friends, 6 services")


@some.composite
def maps(draw):
    kinds = some.sampled_from(["family", "friend", "pet", "place", "school", "club", "health", "agency", "other"])
    lines = some.sampled_from(["strong", "ordinary", "thin", "stressful", "broken"])
    flows = some.sampled_from(["gives", "takes", "both", "none"])
    return [
        Spoke(n, f"Thing {n}", draw(kinds), "kind", draw(some.integers(1, 3)), draw(lines), draw(flows))
        for n in range(1, draw(some.integers(1, 24)) + 1)
    ]


@settings(max_examples=60, deadline=None)
@given(maps())
def test_everything_is_on_the_map_once_and_nothing_lies_on_anything_else(spokes):
    svg = ecomap.rings("Maya", spokes, RINGS)
    for spoke in spokes:
        assert svg.count(f'id="on-map-{spoke.id}"') == 1
        assert spoke.called in words_in(svg)
    rays = ecomap._rays(spokes)
    radii = ecomap._radii(spokes, rays)
    places = [ecomap._place(rays[one.id], radii[one.ring - 1], 0.0) for one in spokes]
    assert all(dist(a, b) > 40 for n, a in enumerate(places) for b in places[n + 1 :])
    assert svg == ecomap.rings("Maya", spokes, RINGS)


def test_a_name_is_never_markup():
    spoke = Spoke(1, "<b>Nan</b> & co", "family", "<i>", 1)
    assert "<b>" not in ecomap.rings("<u>Maya", [spoke], RINGS)
    made = Made().person("A", called="<script>x</script>").person("B", called="\"'&").is_("B", "parent", "A")
    family = made.on()
    assert "<script" not in drawn(lay_out(family, facts_of(family)), tell(family, say).words)
    assert "<script" not in own_picture.own(family, {1: "<script>"}, {1})
