"""Ages and stages, and which words count as looking."""

from datetime import date

from kith.calendar import months_between

# Bands by completed months, for children who grow as most do; what is usual for a child is said by those who know them.
STAGES = [
    (6, "to_6_months", "Up to 6 months"),
    (12, "to_1", "6 to 12 months"),
    (24, "to_2", "1 year"),
    (36, "to_3", "2 years"),
    (60, "to_5", "3 and 4 years"),
    (84, "to_7", "5 and 6 years"),
    (132, "to_11", "7 to 10 years"),
    (168, "to_14", "11 to 13 years"),
    (216, "to_18", "14 to 17 years"),
]
GROWN = ("grown", "18 and over")


def stage_at(born_on: date, day: date) -> tuple[str, str]:
    """(code, words) of the age band a child is in on a day."""
    months = months_between(born_on, day)
    return next(((code, said) for limit, code, said in STAGES if months < limit), GROWN)


def stage_in_words(code: str) -> str:
    return dict([(code, said) for _, code, said in STAGES] + [GROWN]).get(code, "age not known")
