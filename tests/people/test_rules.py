"""Identifiers: right ones pass, and a wrong one is told what is wrong with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as some
from stdnum.gb import upn as other_peoples_upn

from kith.people.rules import la_child_id_fault, nhs_number_fault, upn_check_letter, upn_fault

DIGITS = some.text("0123456789", min_size=12, max_size=12)


@pytest.mark.parametrize("upn", ["H801200001001", "E371201234567"])
def test_a_right_upn_has_no_fault(upn):
    assert upn_fault(upn) is None


def test_a_wrong_check_letter_is_named_with_the_right_one():
    assert upn_fault("A123456789123") == "the check letter should be P, not A"


@given(DIGITS)
def test_the_check_letter_agrees_with_another_hand(body):
    assert upn_check_letter(body) == other_peoples_upn.calc_check_digit(body)


@given(some.text("0123456789", min_size=11, max_size=11), some.sampled_from("ABCDEFGHJKLMNPQRTUVWXYZ"))
def test_a_temporary_upn_ends_in_a_letter_and_is_checked_too(digits, last):
    body = digits + last
    assert upn_check_letter(body) == other_peoples_upn.calc_check_digit(body)
    assert upn_fault(upn_check_letter(body) + body) is None


@given(DIGITS, some.integers(0, 11), some.integers(1, 9))
def test_one_mistyped_digit_is_always_noticed(body, place, change):
    mistyped = body[:place] + str((int(body[place]) + change) % 10) + body[place + 1 :]
    assert upn_fault(upn_check_letter(body) + mistyped) is not None


@pytest.mark.parametrize(
    ("upn", "words"),
    [
        ("", "has 13 characters; this has 0"),
        ("H80120000100", "this has 12"),
        ("H80120000I001", "are digits"),
        ("H80120000100S", "other than I, O or S"),
        ("H80120000100a", "capital letter"),
        ("H٨01200001001", "are digits"),
        ("8801200001001", "should be H, not 8"),
        ("h801200001001", "should be H, not h"),
    ],
)
def test_what_is_wrong_with_a_upn_is_said(upn, words):
    assert words in upn_fault(upn)


@pytest.mark.parametrize("body", ["", "80120000100", "8012000010011", "80120000100S"])
def test_a_body_of_another_form_has_no_check_letter(body):
    with pytest.raises(ValueError, match="eleven digits"):
        upn_check_letter(body)


@pytest.mark.parametrize("number", ["9990000018", "9990000026", "999 000 0034", "999-000-0034"])
def test_a_right_nhs_number_has_no_fault(number):
    assert nhs_number_fault(number) is None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("9990000019", "mistyped"),
        ("0000000000", "mistyped"),
        ("1111111111", "mistyped"),
        ("999000001", "this has 9"),
        ("", "is ten digits"),
        ("99900000l8", "is ten digits"),
        ("٩990000018", "is ten digits"),
    ],
)
def test_what_is_wrong_with_an_nhs_number_is_said(number, words):
    assert words in nhs_number_fault(number)


@pytest.mark.parametrize("la_child_id", ["1", "DfEX0000001", "A" * 20])
def test_a_right_local_id_has_no_fault(la_child_id):
    assert la_child_id_fault(la_child_id) is None


@pytest.mark.parametrize(
    ("la_child_id", "words"),
    [
        ("", "needs an id"),
        ("A" * 21, "at most 20 characters; this has 21"),
        ("child_1", "letters and digits only"),
        ("é1", "letters and digits only"),
        ("12 34", "letters and digits only"),
    ],
)
def test_what_is_wrong_with_a_local_id_is_said(la_child_id, words):
    assert words in la_child_id_fault(la_child_id)
