"""Which sentences speak of the child, and which only of the adults: counted, never judged (S1-06)."""

import pytest

from kith.words import Share, share_of

MAYA, GROWN = ["Maya"], ["Kelly Okafor", "Tomek Nowak"]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Maya showed me her drawing.", (1, 0, 0)),
        ("Kelly was tired.", (0, 1, 0)),
        ("Mum was tired.", (0, 1, 0)),
        ("Kelly shouted at Maya.", (1, 0, 0)),
        ("The stairs are steep.", (0, 0, 1)),
        ("The children's room was cold.", (1, 0, 0)),
        ("Kelly was tired. She cried. She asked about money.", (0, 3, 0)),
        ("Maya sat close. She held my sleeve. Mum's phone rang.", (2, 1, 0)),
        ("She held my sleeve.", (0, 0, 1)),
        ("MAYA laughed", (1, 0, 0)),
        ("Mr Nowak rang.", (0, 1, 0)),
        ("Mayall Road was closed.", (0, 0, 1)),
        ("", (0, 0, 0)),
    ],
)
def test_a_sentence_is_whoever_it_names(text, share):
    assert share_of(text, MAYA, GROWN) == Share(*share)


def test_where_only_the_child_was_asked_about_a_sentence_that_names_nobody_is_the_childs():
    assert share_of("Quiet. Dad answered. Thin coat.", MAYA, GROWN, otherwise="child") == Share(2, 1, 0)


def test_the_share_leaves_out_what_names_nobody_and_rounds_down():
    assert Share(1, 2, 90).percent == 33
    assert Share(0, 0, 4).percent is None
    assert Share(1, 0, 0) + Share(0, 3, 1) == Share(1, 3, 1)
