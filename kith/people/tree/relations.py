"""What each person is to the child in the middle: worked out from who is whose parent and partner, never typed."""

from collections.abc import Callable, Iterable, Mapping

from kith.people.rules import closeness
from kith.people.rules.kin import UPWARD
from kith.people.tree.graph import Family, Union
from kith.people.tree.people import Someone
from kith.words import possessive

Say = Callable[[str, Someone], str]  # the pack's word for a kind of relation, as it is said of this person
_BLOOD = ("born", "adopted")
_CARE = {"fostered": "foster_carer", "cared_for": "kinship_carer"}
_STILL = ("married", "together")


def relations(family: Family, say: Say) -> dict[int, str]:
    """mother, half-brother, great-aunt, Dan’s wife: for everyone but the child in the middle."""
    known = _Known(family, say)
    known.above()
    known.beside()
    known.through_partners()
    known.as_said()
    known.the_rest()
    return known.words


class _Known:
    def __init__(self, family: Family, say: Say):
        self.family, self.say = family, say
        self.words: dict[int, str] = {}
        self.parents = {
            one: {elder for elder, style in family.parents_of(one).items() if style in _BLOOD} for one in family.people
        }
        self.centre = family.centre

    def _tell(self, people: Iterable[int], kind: str, before: str = "") -> None:
        for one in sorted(people):
            if one != self.centre and one not in self.words:
                self.words[one] = before + self.say(kind, self.family.people[one])

    def _up(self, people: Iterable[int]) -> set[int]:
        return {parent for one in people for parent in self.parents[one]}

    def _down(self, people: Iterable[int]) -> set[int]:
        of = set(people)
        return {child for child, parents in self.parents.items() if parents & of}

    def above(self) -> None:
        """Parents and carers, grandparents and those before them; children and theirs."""
        for elder, style in self.family.parents_of(self.centre).items():
            kind = {"born": "parent", "adopted": "adoptive_parent"}.get(style) or _care_kind(self.family, elder, style)
            self._tell([elder], kind)
        grand = self._up(self._up([self.centre]))
        self._tell(grand, "grandparent")
        older, greats = self._up(grand) - {self.centre}, ""
        while older := older - self.words.keys():  # a record can hold a circle; a family cannot
            self._tell(older, "great_grandparent", greats)
            older, greats = self._up(older) - {self.centre}, f"{greats}great-"
        children = self._down([self.centre])
        self._tell(children, "child")
        self._tell(self._down(children), "grandchild")

    def beside(self) -> None:
        """Brothers and sisters, aunts and uncles, cousins, nieces and nephews."""
        mine = self.parents[self.centre]
        siblings = self._down(mine) - {self.centre}
        for one in siblings:
            self._tell([one], closeness(mine, self.parents[one]))
        self._tell(self._down(siblings), "niece_nephew")
        aunts = self._down(self._up(mine)) - mine
        self._tell(aunts, "aunt_uncle")
        self._tell(self._down(aunts), "cousin")
        grand = self._up(mine)
        self._tell(self._down(self._up(grand)) - grand, "aunt_uncle", "great-")

    def through_partners(self) -> None:
        """Parents' partners and their children: step-family only while the two are together."""
        for union in self.family.unions:
            mine = [one for one in union.parents if one in self.parents[self.centre]]
            for partner in union.parents:
                if len(mine) == 1 and partner not in self.words and partner > 0:
                    self._partner(union, mine[0], partner)

    def _partner(self, union: Union, parent: int, partner: int) -> None:
        if union.state == "married":
            self._tell([partner], "step_parent")
        else:
            self.words[partner] = self._as_partner(union, parent, partner)
        if union.state in _STILL:
            self._tell(self._down([partner]) - self._down([parent]), "step_sibling")

    def _as_partner(self, union: Union, of: int, partner: int) -> str:
        whose = self.words.get(of) or self.family.people[of].first
        whose = possessive(whose)
        kind = "spouse" if union.wed else "partner"
        if union.state == "parents":
            child = self.family.people[union.children[0].child]
            return f"{possessive(child.first)} {self.say('parent', self.family.people[partner])}"
        if union.state not in _STILL:
            kind = f"former_{kind}"
        return f"{whose} {self.say(kind, self.family.people[partner])}"

    def as_said(self) -> None:
        """Relations no other line shows, as they were written down; and the other children of carers."""
        for link in self.family.links:
            if link.end == self.centre:
                self._tell([link.start], link.kind)
            elif link.start == self.centre and UPWARD.get(link.kind, ("", 0))[1] == 0:
                self._tell([link.end], link.kind)
        carers = {one for one, style in self.family.parents_of(self.centre).items() if style not in _BLOOD}
        for one in self.family.people:
            if one not in self.words and one != self.centre and carers & set(self.family.parents_of(one)):
                self.words[one] = "cared for by the same people"

    def the_rest(self) -> None:
        """Everyone else by the nearest person already told: Dean’s mother, Gus’s father."""
        told = [self.centre, *self.words]
        while told:
            told = [one for near in told for one in self._neighbours(near)]

    def _neighbours(self, near: int) -> list[int]:
        whose = possessive(self.family.people[near].first)
        found = []
        for other, kind in self._joined(near):
            if other > 0 and other != self.centre and other not in self.words:
                self.words[other] = f"{whose} {self.say(kind, self.family.people[other])}"
                found.append(other)
        return found

    def _joined(self, near: int) -> Iterable[tuple[int, str]]:
        for elder, style in self.family.parents_of(near).items():
            yield elder, "parent" if style in _BLOOD else _care_kind(self.family, elder, style)
        for child in sorted(self._down([near])):
            yield child, "child"
        for union in self.family.unions_of(near):
            former = "" if union.state in _STILL else "former_"
            for partner in union.parents:
                if partner != near and union.rows:
                    yield partner, former + ("spouse" if union.wed else "partner")
                elif partner != near:  # parents of the same child, nothing else recorded
                    yield partner, "other_family"
        for link in self.family.links:
            if near in (link.start, link.end):
                yield (link.end if near == link.start else link.start), link.kind


def _care_kind(family: Family, elder: int, style: str) -> str:
    """The very kind that was written down: a guardian is not a kinship carer."""
    rows = [row for union in family.unions_of(elder) for branch in union.children for row in branch.rows]
    rows += [row for link in family.links for row in link.rows if link.start == elder]
    kinds: Mapping[str, str] = {row.kind: UPWARD[row.kind][0] for row in rows if row.kind in UPWARD}
    return next((kind for kind, own in kinds.items() if own == style), _CARE[style])
