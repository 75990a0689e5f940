"""Children as somebody describes them, and what may be looked for by that."""

import re
from dataclasses import dataclass

from kith.calendar import PartDate
from kith.people import rules as people

MOST_CHILDREN = 12
_NAMES = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True)
class ToldOf:
    """One child of a contact, as far as whoever told us could say."""

    given: str = ""
    family: str = ""
    born: PartDate | None = None
    described: str = ""
    own_words: str = ""
    own_words_sort: str = ""
    not_asked_because: str = ""


def children_named(text: str) -> list[ToldOf]:
    """A child a line, as a member of the public writes them."""
    return [child_named(line) for line in text.splitlines() if line.strip()][:MOST_CHILDREN]


def child_named(line: str) -> ToldOf:
    """ "Lila Marsh, about 6" gives the names before the first comma, bracket or number; the whole line is kept."""
    words = _NAMES.findall(re.split(r"[,;(:\d]| - ", line, maxsplit=1)[0])
    capital = [word for word in words if word[0].isupper()] if len(words) <= 4 else []
    given, family = (" ".join(capital[:-1]), capital[-1]) if len(capital) > 1 else ("".join(capital), "")
    return ToldOf(given=given[:100], family=family[:100], described=line.strip()[:300])


def keys_of(child: ToldOf) -> list[str]:
    """What a record of theirs would be found by: every word of their names, and the day they were born."""
    day = [child.born.on.isoformat()] if child.born and child.born.precision == "day" else []
    return list(dict.fromkeys([*people.name_words(child.given), *people.name_words(child.family), *day]))
