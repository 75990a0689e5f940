"""Who may read what, said a second time: in Python, from the words of the design (1.4, 3, 7.7), not from the SQL."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.access.worlds import HOMES, OCCASIONS, PEOPLE, READERS, RELATED, Bond, Scene, World

# Who has business with what. Partners: who the child is, who leads and what was done together. A family: that and
# where and with whom they live. A child: who they are, who their worker is, what they said and what was promised. All
# else belongs to staff.
EVERYONE, SERVICES_AND_FAMILY, STAFF = set(READERS), {"staff", "partner", "family"}, {"staff"}
STAFF_AND_FAMILY = {"staff", "family"}
STAFF_AND_CHILD = {"staff", "child"}
OF_ONE_PERSON = {
    "people_person": EVERYONE,
    "people_personname": EVERYONE,
    "people_language": EVERYONE,
    "involvement_leadworker": EVERYONE,
    "involvement_spell": SERVICES_AND_FAMILY,
    "people_identifier": STAFF,
    "people_contactpoint": STAFF,
    "people_situationline": STAFF,
    "voice_words": STAFF_AND_CHILD,
    "voice_wish": STAFF_AND_CHILD,
    "visits_childline": STAFF,
    "visits_promise": STAFF_AND_CHILD,
}
TABLES = [
    *OF_ONE_PERSON,
    "record_act",
    "record_occasion",
    "record_draft",
    "visits_visit",
    "people_relationship",
    "people_residence",
    "people_address",
    "people_addressprotection",
]
WORKING = {"lead_worker", "covering", "working_with", "team_manager"}
WRITER = "partner"  # who wrote down every occasion of the scene


@dataclass
class Oracle:
    """One reader in one world."""

    world: World
    reader: str

    def sees(self, scene: Scene) -> dict[str, set[int]]:
        """The ids of the rows this reader may read, by table."""
        seen = {
            table: {pk for name, pk in rows.items() if self._may_read(table, name)}
            for table, rows in scene.ids.items()
            if table in TABLES
        }
        return {table: seen.get(table, set()) for table in TABLES}

    def may_write_about(self) -> set[str]:
        """Whom this reader may write about without any right: an open record and a standing tie that says so."""
        return {p for p in PEOPLE if self._let_in(p) and any(t.may_write for t in self._ties(p))}

    def may_describe(self) -> set[str]:
        """Parents of the children a member of staff works with, and whoever lives at home with them."""
        mine = {
            p for p in PEOPLE if self._let_in(p) and any(t.may_write and t.because in WORKING for t in self._ties(p))
        }
        around = {parent for child, parent in RELATED if child in mine}
        for home in set(HOMES) - self._kept_from_me():
            at_home = {p for p in HOMES[home] if self._stands("people_residence", p)}
            around |= at_home if at_home & mine else set()
        return {p for p in around if self._open(p)}

    def finds(self) -> dict[str, bool]:
        """Whom staff find by name, and whether they may open them. A closed record is named by its level alone."""
        restricted = {p for p, level in self.world.levels.items() if level == "restricted"}
        return {p: self._open(p) for p in PEOPLE if self._open(p) or p in restricted}

    def may_break_the_glass_of(self) -> set[str]:
        """Restricted records, unless one is barred by a declared conflict. A sealed one is not there to open."""
        return {p for p, level in self.world.levels.items() if level == "restricted" and not self._barred(p)}

    def _may_read(self, table: str, name: object) -> bool:
        if table in OF_ONE_PERSON:
            return self.reader in OF_ONE_PERSON[table] and self._open(str(name)) and self._stands(table, str(name))
        return bool(getattr(self, f"_{table.partition('_')[2]}")(name))

    def _draft(self, writer: str) -> bool:
        return writer == self.reader

    def _act(self, line: tuple[str, str]) -> bool:
        has_business = self.reader in SERVICES_AND_FAMILY
        return has_business and self._open(line[1]) and self._stands("record_act", line[1])

    def _a_line_of(self, occasion: str) -> bool:
        return any(self._act((occasion, person)) for person in OCCASIONS[occasion])

    def _occasion(self, occasion: str) -> bool:
        return self.reader == WRITER or self._a_line_of(occasion)

    def _visit(self, occasion: str) -> bool:
        return self.reader in STAFF and self._a_line_of(occasion)

    def _relationship(self, pair: tuple[str, str]) -> bool:
        return self.reader in STAFF_AND_FAMILY and all(self._open(person) for person in pair)

    def _residence(self, living: tuple[str, str]) -> bool:
        home, person = living
        stands = self._stands("people_residence", person) and home not in self._kept_from_me()
        return self.reader in STAFF_AND_FAMILY and self._open(person) and stands

    def _address(self, home: str) -> bool:
        """Known to live there, or written down on an occasion one may read; never where it is kept from the reader."""
        if self.reader not in STAFF_AND_FAMILY or home in self._kept_from_me():
            return False
        return self._a_line_of(home) or any(self._residence((home, person)) for person in HOMES[home])

    def _addressprotection(self, kept: object) -> bool:
        """Staff read that an address is kept from somebody, unless that somebody is the reader."""
        return self.reader in STAFF and self._open(kept.protects) and kept.kept_from != self._myself()  # type: ignore[attr-defined]

    def _kept_from_me(self) -> set[str]:
        return {k.home for k in self.world.kept if not k.over and k.kept_from == self._myself()}

    def _myself(self) -> str | None:
        return self.world.selves.get(self.reader)

    def _stands(self, table: str, person: str) -> bool:
        return (table, person) not in self.world.withdrawn

    def _open(self, person: str) -> bool:
        """A normal record is open to staff. Everybody else, and staff where it is restricted, needs a tie."""
        if self._barred(person):
            return False
        if self.reader == "staff" and person not in self.world.levels:
            return True
        return self._let_in(person)

    def _let_in(self, person: str) -> bool:
        """A standing tie opens a record, but none opens a sealed one for the unnamed, save to the child themselves; nor
        any past a conflict.
        """
        ties = list(self._ties(person))
        if self.world.levels.get(person) == "sealed":
            through = {"named", "self"} if self.reader == "child" else {"named"}
            return not self._barred(person) and any(tie.because in through for tie in ties)
        return not self._barred(person) and any(tie.because != "conflict" for tie in ties)

    def _barred(self, person: str) -> bool:
        return any(tie.because == "conflict" for tie in self._ties(person))

    def _ties(self, person: str) -> Iterator[Bond]:
        """Begun, and not over: a broken glass closes at its minute."""
        for tie in self.world.bonds:
            over = tie.ends is not None and tie.ends <= 0
            if (tie.reader, tie.person) == (self.reader, person) and tie.begins <= 0 and not over:
                yield tie
