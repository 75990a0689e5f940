"""Children held already: what a later file changes, what people changed first, and what is new.

Nothing is deleted. A record the file no longer has is kept and said; so is a difference that a person made.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from kith.involvement.models import Spell
from kith.record.guard import current_recording
from kith.returns import rules
from kith.returns.acts.census import Census, Staged
from kith.returns.acts.numbers import Numbers, index
from kith.returns.acts.remarks import Remarks
from kith.returns.acts.rows import Facts, Row, note_rows, spell_of, stage_of, stages_of
from kith.returns.cin import layout
from kith.returns.cin.layout import Trail
from kith.returns.cin.shape import Referral
from kith.returns.models import CensusEntry, Holding
from kith.returns.rules import CHILD, REFERRAL, STAGES, Kind, Merged, Pair, Said, Window

Columns = dict[str, Any]
Filled = Callable[[Any], Columns]  # a record of a file -> the columns it fills


class Comparison:
    """One child of the file beside what is held: gathers what to write, then writes it as a line of the act at hand."""

    def __init__(self, census: Census, staged: Staged, held: Holding) -> None:
        self.census, self.staged, self.held = census, staged, held
        self.year = census.made.year
        self.window = Window(self.year)
        self.remarks = Remarks(census, staged)
        self.changed: list[Any] = []  # rows held
        self.new: list[Row] = []
        self.said_of_child: Said | None = None
        self.said: dict[tuple[str, int | None], dict[int, Said]] = defaultdict(dict)

    def carry_out(self) -> bool:
        """Whether anything about the child was written."""
        entry = self.held.entries.get(self.year)
        if entry and _facts_alone(entry.facts) == self.staged.facts:
            return False
        self._remember()
        self._compare_identity()
        self._compare_numbers()
        self._compare_referrals()
        if self.changed or self.new:
            self._write()
        self._keep(entry)
        return bool(self.changed or self.new)

    def _remember(self) -> None:
        for entry in self.held.entries.values():
            self.said_of_child, inside = rules.remembered(entry)
            for key, said in inside:
                self.said[key].pop(said.row, None)  # what was said last stands last
                self.said[key][said.row] = said

    # -- who they are

    def _compare_identity(self) -> None:
        says = CHILD.from_file(self.staged.child)
        self._apply(CHILD, self.held.person, says, self.said_of_child, CHILD.from_file, ())

    def _compare_numbers(self) -> None:
        """UPN, former UPN, why there is none. A number the census changes ends; it is not written over."""
        numbers = Numbers(self.census, [self.staged])
        says = _numbers(self.staged.child)
        held = {kind: row.value if (row := self.held.identifiers.get(kind)) else "" for kind in says}
        merged = self._merged(held, says, self.said_of_child, _numbers)
        for kind, value in merged.changes.items():
            if held[kind]:
                self.held.identifiers[kind].until_on = self.census.by.today
                self.changed.append(self.held.identifiers[kind])
            if value:
                self.new.append(({}, numbers.number(self.held.person, self.staged, kind, value)))
        for kind in merged.kept:
            self.remarks.kept(layout.CHILD.elements[kind], says[kind], held[kind], ())

    # -- the work with them

    def _compare_referrals(self) -> None:
        said = list(self.said["referrals", None].values())
        pairs, gone = rules.paired(self.staged.child.referrals, said, self.held.spells, REFERRAL)
        for number, pair in enumerate(pairs):
            facts, trail = self.staged.facts["referrals"][number], ("referrals", number)
            if pair.row is not None:
                self._compare_referral(pair, facts, trail)
            elif pair.said:
                facts["row"] = pair.said.row
                self.remarks.taken_off(REFERRAL, trail)
            else:
                self._add_referral(pair.record, facts, trail)
        rows = {spell.pk: spell for spell in self.held.spells}
        for said_before in gone:
            spell = rows.get(said_before.row)
            if spell and said_before.year <= self.year and self.window.meets(spell.started_on, spell.closed_on):
                self.remarks.gone(REFERRAL, said_before, ())

    def _compare_referral(self, pair: Pair, facts: Facts, trail: Trail) -> None:
        spell = pair.row
        facts["row"] = spell.pk
        says = rules.spell_from_file(pair.record)
        if says["closed_on"] and not spell.closed_on and spell.pk in self.held.led:
            self.remarks.led(says["closed_on"], trail)
            says |= {"closed_on": spell.closed_on, "closure_reason": spell.closure_reason}
        self._apply(REFERRAL, spell, says, pair.said, rules.spell_from_file, trail)
        for name in STAGES:
            self._compare_stages(name, spell, getattr(pair.record, name), facts, trail)

    def _add_referral(self, referral: Referral, facts: Facts, trail: Trail) -> None:
        added = [row for _, row in self.new if isinstance(row, Spell)]
        place = 1 + max((spell.place_in_file for spell in [*self.held.spells, *added]), default=0)
        spell = spell_of(self.census, self.held.person, referral, place, self.census.by.today)
        ours = [one for one in self.held.spells if one.place_in_file == 0 and not one.closed_on]
        if ours and ours[0].started_on and not spell.closed_on:
            self.remarks.beside(ours[0].started_on, trail)
        self.new += [(facts, spell), *stages_of(spell, referral, facts)]

    def _compare_stages(self, name: str, spell: Any, records: tuple[Any, ...], facts: Facts, trail: Trail) -> None:
        kind, rows = STAGES[name], self.held.stages.get((name, spell.pk), [])
        pairs, gone = rules.paired(records, list(self.said[name, spell.pk].values()), rows, kind)
        place = max((row.place_in_file for row in rows), default=0)
        for number, pair in enumerate(pairs):
            inside, where = facts[name][number], (*trail, name, number)
            if pair.row is not None:
                self._compare_stage(kind, pair, inside, where)
            elif pair.said:
                inside["row"] = pair.said.row
                self.remarks.taken_off(kind, where)
            else:
                place += 1
                self.new.append((inside, stage_of(name, spell, pair.record, place)))
        by_id = {row.pk: row for row in rows}
        for said in gone:
            row = by_id.get(said.row)
            if row and said.year <= self.year and rules.stage_belongs(name, row, self.window):
                self.remarks.gone(kind, said, trail)

    def _compare_stage(self, kind: Kind, pair: Pair, facts: Facts, trail: Trail) -> None:
        facts["row"] = pair.row.pk
        says = kind.from_file(pair.record)
        if "reviewed_on" in says and pair.said and pair.said.year < self.year:
            says["reviewed_on"] = rules.gathered(pair.row.reviewed_on, says["reviewed_on"])
        self._apply(kind, pair.row, says, pair.said, kind.from_file, trail)

    # -- comparing and writing

    def _apply(self, kind: Kind, row: Any, says: Columns, said: Said | None, columns: Filled, trail: Trail) -> None:
        held = {column: getattr(row, column) for column in says}
        merged = self._merged(held, says, said, columns)
        for column, value in merged.changes.items():
            setattr(row, column, value)
        if merged.changes:
            self.changed.append(row)
        for column in merged.kept:
            if column in kind.columns:  # the level of help is ours, worked out from the rest
                self.remarks.kept(kind.field(column), says[column], held[column], (*trail, kind.columns[column]))

    def _merged(self, held: Columns, says: Columns, said: Said | None, columns: Filled) -> Merged:
        """A file of an older census than one taken in already only fills gaps, and the rest is not worth a remark."""
        if said and said.year > self.year:
            return Merged(rules.merged(held, says, None).changes)
        return rules.merged(held, says, columns(said.record) if said else None)

    def _write(self) -> None:
        current_recording().add(self.held.person)
        for row in self.changed:
            row.save()
        for _, row in self.new:
            row.save(force_insert=True)
        note_rows(self.new)
        index([(self.held.person, self.staged.child)])

    def _keep(self, entry: CensusEntry | None) -> None:
        entry = entry or CensusEntry(person=self.held.person, year=self.year)
        entry.census_import, entry.facts = self.census.made, self.staged.facts
        entry.save()
        self.held.entries[self.year] = entry


def _numbers(child: Any) -> Columns:
    return {kind: getattr(child, kind) or "" for kind in rules.IDENTIFIERS if kind != "la_child_id"}


def _facts_alone(facts: Any) -> Any:
    """Kept facts without the ids of rows."""
    if isinstance(facts, dict):
        return {name: _facts_alone(value) for name, value in facts.items() if name != "row"}
    return [_facts_alone(value) for value in facts] if isinstance(facts, list) else facts
