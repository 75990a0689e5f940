"""What each page may ask of the database: the most queries of its own, whoever opens it and however long its lists are.

Besides session, sign-in and role. A page of a record begins with five: the person with the reader's ties, the look that
is kept, the situation, how the work stands, brothers and sisters.
"""

from tests.architecture.addresses import kind_of

BY_KIND = {
    "child": 10,
    "child-writing": 11,
    "child-minimum": 6,
    "child-manager": 6,
    "staff": 8,
    "manager": 8,
    "duty": 3,
    "own": 2,
    "family": 4,
    "own-family": 1,
    "own-partner": 4,
    "partner": 2,
    "anyone": 2,
    "restricted": 2,
}
BY_NAME = {
    "child": 12,
    "child-contacts": 14,
    "child-family": 11,
    "today": 10,
    "record-visit": 13,
}


def ceiling(name: str) -> int:
    return BY_NAME.get(name) or BY_KIND[str(kind_of(name))]
