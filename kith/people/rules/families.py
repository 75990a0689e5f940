"""What is known of a family, said in words; and the questions still to ask (S3-05, S3-07, S2-20)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kith.calendar import age
from kith.packs import NotInPack, Pack

if TYPE_CHECKING:
    from kith.people.models import Person

PARENTS = ("parent", "adoptive_parent")
WORKED_OUT = ("sibling", "half_sibling")  # from shared parents: never typed
ADULT = 18
_GENDER = {"M": "01", "F": "02"}
_OTHER_PARENT = {"F": "Father", "M": "Mother"}


@dataclass(frozen=True)
class Question:
    """Something nobody has written down yet: the words, and which form answers it."""

    words: str
    answered_by: str  # add-relationship, add-language, describe-person, move-home
    late: bool = False  # its day has passed


def is_grown(person: "Person", on: date) -> bool:
    """Eighteen or over, as far as anyone knows; someone of no known age is taken for grown, unless not born yet."""
    if person.born_on is None:
        return person.expected_on is None
    return (age(person.born_on, on) or 0) >= ADULT


def relation_in_words(pack: Pack, kind: str, person: "Person") -> str:
    """Mother, brother, somebody who helps. Someone who describes their own gender is given the word for anyone."""
    try:
        relationship = pack.relationship(kind)
    except NotInPack:  # written under another pack
        return kind.replace("_", " ")
    return relationship.wording("" if person.gender_described else _GENDER.get(person.sex, ""))


def inverse(pack: Pack, kind: str) -> str:
    """What the person is to the other, when the other is `kind` to the person."""
    try:
        return pack.relationship(kind).inverse
    except NotInPack:
        return "other_family"


def is_known(pack: Pack, kind: str) -> bool:
    return kind in pack.relationships and kind not in WORKED_OUT


def closeness(mine: set[int], theirs: set[int]) -> str:
    """Of two people who share a parent: half only when both have two parents recorded and share just one of them.
    While a parent is not recorded nobody is called half a brother.
    """
    known = len(mine) > 1 and len(theirs) > 1
    return "half_sibling" if known and len(mine & theirs) == 1 else "sibling"


def missing_parents(sexes: Sequence[str]) -> list[str]:
    """Who is still to be named, given the sex of each parent recorded: the absent father is always asked about."""
    if len(sexes) >= 2:
        return []
    return [_OTHER_PARENT.get(sexes[0], "Another parent")] if sexes else ["Mother", "Father"]


def questions(
    person: "Person",
    parents: Iterable["Person"],
    *,
    today: date,
    responsible: bool,
    home: bool,
    language: bool,
    identity_by: date | None = None,
) -> list[Question]:
    """What nobody has asked or written down yet, most urgent first. `identity_by`: the day by which the child is asked
    who they say they are (S2-20); a no is an answer.
    """
    years = age(person.born_on, today) if person.born_on else None
    grown = years is not None and years >= ADULT
    asked = []
    if not grown:
        asked += [
            Question(f"{who}: not recorded. Who has asked?", "add-relationship")
            for who in missing_parents([p.sex for p in parents])
        ]
        if not responsible:
            asked.append(Question("Who may decide in law? Nobody is recorded.", "add-relationship"))
    if not home:
        asked.append(Question("Where is home? No address is recorded.", "move-home"))
    if not language:
        asked.append(Question("What languages are spoken? Is an interpreter needed?", "add-language"))
    asked += [
        Question(f"{title}: not asked yet.", "describe-person", identity_by is not None and identity_by < today)
        for item, title in IDENTITY.items()
        if asked_state(person, item) == "not_asked"
    ]
    return asked


IDENTITY = {"gender": "Gender", "ethnicity": "Ethnicity", "religion": "Religion or belief", "disability": "Disability"}
_SAYS_NOTHING = {"ethnicity": {"", "NOBT"}, "religion": {""}}


def asked_state(person: "Person", item: str) -> str:
    """told, declined or not_asked: each sensitive part of who someone is, kept apart from the answer (S2-20)."""
    if item in person.would_not_say or (item == "ethnicity" and person.ethnicity == "REFU"):
        return "declined"
    return "told" if _told(person, item) else "not_asked"


def _told(person: "Person", item: str) -> bool:
    if item == "disability":
        return bool(person.disabilities)
    if item == "gender":
        return bool(person.gender_described)
    own_words = getattr(person, f"{item}_described")
    return bool(own_words) or getattr(person, item) not in _SAYS_NOTHING[item]
