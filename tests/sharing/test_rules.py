"""A protected string is found however it is spaced, broken or capitalised; a text without it is let through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.sharing.rules import hits, ledger

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


def test_a_childs_list_is_set_in_two_columns_and_loses_no_word():
    text = (
        "Maya: what I said, and what you did\r\n\r\n"
        "I said, 11 November 2026: “I want: a bed”\r\nYou did: Yes. On Thursday.\r\nBecause: You asked.\r\n\r\n"
        "A line a worker added.\n\nI said, something with no day"
    )
    found = ledger(text)
    assert found.rows == (("11 November 2026", "“I want: a bed”", ("Yes. On Thursday.", "Because: You asked.")),)
    assert found.before == ("Maya: what I said, and what you did",)
    assert found.after == ("A line a worker added.", "I said, something with no day")
