"""From the text of one element to a value: what is taken as it stands, what is taken with a remark, what is not.

The aim is to lose nothing a person could still use: a date written day first is still a date. A value is
refused only when there is no honest way to hold it ("31 February"), and then the finding quotes it.
"""

import re
import sys
from dataclasses import dataclass
from datetime import date, datetime

from kith.returns.cin.codes import SEX_OF_GENDER
from kith.returns.cin.layout import Kind, Leaf

MOST_TEXT = 100  # characters in one value; the longest real one is a software release
MOST_COUNT = 9999

Value = str | date | datetime | bool | int

_ISO = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(.*)", re.ASCII | re.DOTALL)
_AFTER_A_DATE = re.compile(r"(T00:00(:00)?(\.0+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?", re.ASCII)
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", re.ASCII)
_FLAGS = {"1": True, "true": True, "0": False, "false": False}
_WORDS = {"y": True, "yes": True, "t": True, "n": False, "no": False, "f": False} | _FLAGS
_SEX_WORDS = {"M": "male", "F": "female", "U": "not known"}


@dataclass(frozen=True, slots=True)
class Taken:
    """`value` is None when nothing could be taken; `remark` is then why not, and otherwise a caution."""

    value: Value | None
    remark: str | None = None


def take(leaf: Leaf, text: str) -> Taken:
    """Read the text of one element, already stripped and not empty."""
    if len(text) > MOST_TEXT:
        return Taken(None, f"is {len(text)} characters long; nothing in a census needs more than {MOST_TEXT}")
    match leaf.kind:
        case Kind.DATE:
            return take_date(text)
        case Kind.MOMENT:
            return _take_moment(text)
        case Kind.FLAG:
            return _take_flag(text)
        case Kind.COUNT:
            return _take_count(text)
        case Kind.SEX:
            return _take_sex(leaf.element, text)
    # The same few codes come millions of times in a large file: keep one copy of each.
    return Taken(sys.intern(text) if leaf.codes else text)


def take_date(text: str) -> Taken:
    """A date as the census writes it, 2026-03-31, an empty time or a zone after it passed over; or day first."""
    iso = _ISO.fullmatch(text)
    try:
        if iso and _AFTER_A_DATE.fullmatch(iso[2]):
            return Taken(date.fromisoformat(iso[1]))
        if found := _DAY_FIRST.fullmatch(text):
            day = date(int(found[3]), int(found[2]), int(found[1]))
            return Taken(day, f"is written day first: read as {in_words(day)}")
    except ValueError:
        return Taken(None, "is not a day in the calendar")
    return Taken(None, "is not a date; a census date looks like 2026-03-31")


def in_words(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _take_moment(text: str) -> Taken:
    try:
        return Taken(datetime.fromisoformat(text))
    except ValueError:
        return Taken(None, "is not a date and time; the census looks for 2026-05-23T11:14:05")


def _take_flag(text: str) -> Taken:
    if text in _FLAGS:
        return Taken(_FLAGS[text])
    said = _WORDS.get(text.lower())
    if said is None:
        return Taken(None, "is neither yes (1) nor no (0)")
    return Taken(said, f"is not how the census writes it: read as {'yes (1)' if said else 'no (0)'}")


def _take_count(text: str) -> Taken:
    if text.isascii() and text.isdigit() and int(text) <= MOST_COUNT:
        return Taken(int(text))
    return Taken(None, f"is not a whole number from 0 to {MOST_COUNT}")


def _take_sex(element: str, text: str) -> Taken:
    sex = SEX_OF_GENDER.get(text)
    if sex is None:
        return Taken(text)
    if text == "9":
        return Taken(sex, "means indeterminate, which censuses from 2025 cannot say: held as not known (U)")
    if element == "Sex":
        return Taken(sex, f"is the code used before 2025: read as {_SEX_WORDS[sex]} ({sex})")
    return Taken(sex)
