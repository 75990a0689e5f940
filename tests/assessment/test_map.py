"""The map of the whole child as it is drawn, under each place's pack; texts that read alike. No database."""

import pytest

from kith.assessment.rules import copies, picture
from kith.assessment.rules.picture import EDGE, HIGH, WIDE
from tests.packs.shipped import each_pack

SIDES = [("child", "The child"), ("parenting", "Parenting")]
DOMAINS = [("child-health", "Health"), ("child-education", "Education"), ("parenting-safety", "Ensuring safety")]


@each_pack
def test_every_part_of_every_pack_is_drawn_once_in_the_picture_and_apart_from_the_others(pack):
    domains = pack.choices("assessment_domain")
    drawn = picture(pack.choices("assessment_side"), domains, {}, [])
    assert [part.code for part in drawn.parts] == [code for code, _ in domains]
    assert len({(part.x, part.y) for part in drawn.parts}) == len(domains)
    assert all(part.x + WIDE + EDGE <= drawn.width and part.y + HIGH <= drawn.height for part in drawn.parts)
    assert all(len(part.lines) <= 2 and max(map(len, part.lines)) <= 29 for part in drawn.parts)


def test_an_effect_is_drawn_from_the_edge_of_its_part_to_the_edge_of_the_other():
    drawn = picture(SIDES, DOMAINS, {}, [("child-health", "parenting-safety", "So it is.")])
    health, _, safety = drawn.parts
    start, end = drawn.lines[0].path.split("C")
    assert start == f"M{health.x + WIDE} {health.y + HIGH // 2}"
    assert end.endswith(f"{safety.x - 7} {safety.y + HIGH // 2}")
    assert drawn.lines[0].label == "So it is."


@pytest.mark.parametrize("effect", [("child-luck", "child-health", "x"), ("child-health", "world-luck", "x")])
def test_a_part_written_under_another_pack_is_not_drawn(effect):
    assert picture(SIDES, DOMAINS, {}, [effect]).lines == ()


def test_a_part_nobody_looked_at_says_so_and_one_that_was_says_how_it_stands():
    drawn = picture(SIDES, DOMAINS, {"child-health": ("high", "High concern, getting worse")}, [])
    assert [(part.concern, part.said) for part in drawn.parts[:2]] == [
        ("high", "High concern, getting worse"),
        ("", "Not looked at yet"),
    ]


MINE = "She sleeps badly because of what happens there every single night at home."


@pytest.mark.parametrize(
    ("theirs", "found"),
    [
        (MINE, [True]),
        (MINE.upper() + "!", [True]),
        (MINE.replace("She", "He"), [False]),
        ("He knows every car in the street and sleeps well.", []),
        ("", []),
    ],
)
def test_a_copy_is_told_from_a_likeness_and_a_likeness_from_a_text_of_ones_own(theirs, found):
    assert [one.same for one in copies({"analysis": MINE}, {"analysis": [("Leo", theirs)]}, 60)] == found


def test_two_empty_texts_are_not_copies():
    assert copies({"analysis": ""}, {"analysis": [("Leo", "")]}, 60) == []
