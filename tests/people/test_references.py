"""References spoken on the telephone: any one wrong character is noticed, so nobody opens another child's record."""

from hypothesis import given
from hypothesis import strategies as some

from kith.people.rules import references

ALPHABET = "CDFGHJKMPRVWXZ234679"
BODIES = some.text(ALPHABET, min_size=7, max_size=7)


def test_a_new_reference_is_two_short_groups_without_vowels_or_look_alikes():
    for _ in range(200):
        spoken = references.new_reference()
        assert len(spoken) == 9
        assert spoken[4] == "-"
        assert not set(spoken) & set("AEIOUYL01S5B8NTQ")
        assert references.tidy(spoken) == spoken


@given(BODIES, some.integers(0, 7), some.sampled_from(ALPHABET))
def test_any_one_wrong_character_is_noticed(body, place, other):
    spoken = references.with_check(body).replace("-", "")
    wrong = spoken[:place] + other + spoken[place + 1 :]
    assert (references.tidy(wrong) is None) == (wrong != spoken)


@given(BODIES, some.integers(0, 6))
def test_two_neighbours_swapped_are_noticed_unless_they_stand_five_or_ten_apart(body, place):
    spoken = references.with_check(body).replace("-", "")
    a, b = spoken[place], spoken[place + 1]
    swapped = spoken[:place] + b + a + spoken[place + 2 :]
    if (ALPHABET.index(a) - ALPHABET.index(b)) % 5:
        assert references.tidy(swapped) is None


@given(BODIES)
def test_it_is_understood_in_small_letters_with_spaces_or_run_together(body):
    spoken = references.with_check(body)
    for said in (spoken.lower(), spoken.replace("-", " "), spoken.replace("-", ""), f"  {spoken} "):
        assert references.tidy(said) == spoken


@given(some.text(max_size=12))
def test_anything_else_is_not_a_reference_and_never_an_error(text):
    found = references.tidy(text)
    assert found is None or references.tidy(found) == found


def test_a_character_missing_or_too_many_is_noticed():
    spoken = references.with_check("KX7D2RW")
    assert references.tidy(spoken[:-1]) is None
    assert references.tidy(spoken + "C") is None
    assert references.tidy("") is None
