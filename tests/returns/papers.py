"""Parts of census files for the tests of what becomes of them, and the child a file's id belongs to."""

from kith.people.models import Identifier, Person

UPN = "J001900119001"  # fits together
OTHER_UPN = "B001900117002"


def person(child_id: str) -> Person:
    return Identifier.objects.get(kind="la_child_id", value=child_id).person


def identified(child_id: str, more: str = "") -> str:
    return f"<LAchildID>{child_id}</LAchildID>{more}<PersonBirthDate>2023-05-01</PersonBirthDate><Sex>F</Sex>"


def referred(on: str = "2025-09-01", more: str = "", *, nfa: str = "0") -> str:
    days = f"<CINreferralDate>{on}</CINreferralDate><ReferralSource>6</ReferralSource>"
    return f"{days}<ReferralNFA>{nfa}</ReferralNFA>{more}"
