"""A protected string is found however it is spaced, broken or capitalised; a text without it is let through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.sharing.rules import hits

ADDRESS = ["14 Larkspur Court", "NC4 7QX"]


@pytest.mark.parametrize(
    "text",
    [
        "We met at 14 Larkspur Court.",
        "we met at 14 LARKSPUR COURT",
        "14\nLarkspur\nCourt",
        "14, Larkspur-Court",
        "postcode nc47qx",
        "N C 4 - 7 Q X",
    ],
)
def test_found_in_every_form_people_write_it(text):
    assert hits(text, ADDRESS)


@pytest.mark.parametrize("text", ["", "We will meet on Friday.", "Lark song in the court"])
def test_an_innocent_text_is_let_through(text):
    assert not hits(text, ADDRESS)


def test_the_line_it_stands_on_is_named():
    assert hits("one\ntwo\nnc4 7qx", ADDRESS)[0].line == 3


@given(st.text(max_size=40), st.text(max_size=40), st.lists(st.sampled_from(" -.,\n"), max_size=6))
def test_it_is_found_wherever_it_stands(before, after, gaps):
    broken = "".join(c + (gaps[i % len(gaps)] if gaps else "") for i, c in enumerate("NC47QX"))
    assert hits(before + " " + broken + " " + after, ["NC4 7QX"])
