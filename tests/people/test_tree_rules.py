"""What is still to be asked of a family and of its own people (S3-07, S0-05, N10)."""

from datetime import date

import pytest

from kith.people.rules import Asked, Helper, Parent, network_questions, tree_questions

KELLY, TOMEK, ROSE = Parent(1, "Kelly Okafor", "F"), Parent(2, "Tomek Nowak", "M"), Parent(3, "Rose Okafor", "F")
DAY = date(2026, 11, 1)


def words(questions):
    return [question.words for question in questions]


def of_tree(parents=(KELLY, TOMEK), above=None, siblings=(), loose=(), asked=()):
    above = {1: [ROSE], 2: [ROSE]} if above is None else above
    return tree_questions("Maya Okafor", parents, above, siblings, loose, asked)


@pytest.mark.parametrize(
    ("parents", "missing"),
    [
        ((), ["Mother: not known. Who has asked?", "Father: not known. Who has asked?"]),
        ((KELLY,), ["Father: not known. Who has asked?"]),
        ((TOMEK,), ["Mother: not known. Who has asked?"]),
        ((KELLY, TOMEK), []),
        ((KELLY, ROSE), []),
    ],
    ids=["nobody", "a mother", "a father", "both", "two mothers"],
)
def test_each_child_has_two_parents_known_or_a_question(parents, missing):
    assert words(of_tree(parents, {1: [ROSE], 2: [ROSE], 3: [ROSE]})) == missing


def test_a_brothers_unknown_father_and_an_empty_side_are_asked_about():
    assert words(of_tree(above={1: [ROSE]}, siblings=[(9, "Sam Okafor", [KELLY])])) == [
        "Sam’s father: not known. Who has asked?",
        "Tomek Nowak’s side: nobody recorded. Who are Maya’s grandparents there?",
    ]


def test_a_cousin_through_nobody_is_a_question():
    assert words(of_tree(loose=[("Marek Nowak", "cousin")])) == ["Marek Nowak is Maya’s cousin: through whom?"]


def test_who_was_asked_stands_with_the_question_it_was_about():
    asked = Asked("father", "Kelly", DAY, "would_not_say", "Not yet.", "Aisha Khan")
    other = Asked("mother", "Tomek", DAY, "told_us", "", "Aisha Khan")
    [question] = of_tree((KELLY,), asked=[asked, other])
    assert question.asked == (asked,)
    assert asked.in_words == "Kelly, 1 November 2026"


MEETING = Asked("family_meeting", "Kelly", DAY, "told_us", "", "Aisha Khan")


def of_network(helpers=(), kinds=None, asked=(MEETING,), unexplained=()):
    return words(network_questions(helpers, {"friend": 1} if kinds is None else kinds, asked, unexplained))


def test_somebody_near_with_no_part_is_asked_about_until_they_were_asked():
    nan = Helper("Nan", 1, 0)
    assert of_network([nan]) == ["Nan has no part yet. What could they do?"]
    assert of_network([nan], asked=[MEETING, Asked("help", "nan", DAY, "told_us", "", "Aisha Khan")]) == []
    assert of_network([Helper("Nan", 1, 2), Helper("A neighbour", 3, 0)]) == []


def test_no_friend_no_meeting_and_no_reason_are_each_a_question():
    assert of_network(kinds={"agency": 6}, asked=(), unexplained=["Breakfast club"]) == [
        "No friend is on the map. Who are the child’s friends, and the family’s?",
        "A meeting of the family’s own people has not been offered yet.",
        "Breakfast club: why not the network?",
    ]
    assert of_network(kinds={}) == [], "an empty map asks for nothing but to be begun"
