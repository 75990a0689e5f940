"""How a promise to one child stands, all things considered, and how that is told. Pure: no clock, no database."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kith.standards.shapes import At, EachTime, Explained, Facts, PutRight, Shape, Standing, State, Within
from kith.standards.shapes.judged import judgement_on
from kith.standards.shapes.moment import key_for
from kith.words import counted, in_full, joined

SETTLING_IN = "not-known-before-kith"
_NEXT_DAY = timedelta(days=1)
SMALL = 5  # children: a smaller number may be somebody
LONGEST_ACCEPTANCE = timedelta(days=92)  # an explanation is looked at again at least every quarter


@dataclass(frozen=True, slots=True)
class Row:
    """One promise to one child, as it stands today."""

    standard: Shape
    facts: Facts
    standing: Standing
    at: At

    @property
    def id(self) -> str:
        return self.standard.id

    @property
    def promise(self) -> str:
        return self.standard.promise

    @property
    def title(self) -> str:
        return self.standard.title

    @property
    def child(self) -> str:
        return self.facts.called

    @property
    def ref(self) -> str:
        return self.facts.ref

    @property
    def state(self) -> State:
        return self.standing.state

    @property
    def last(self) -> date | None:
        return self.standing.last

    @property
    def since(self) -> date | None:
        return self.standing.since

    @property
    def due(self) -> date | None:
        return self.standing.due

    @property
    def is_open(self) -> bool:
        """Somebody has something to do."""
        return self.state in (State.DUE, State.MISSED)

    @property
    def put_right(self) -> PutRight:
        return self.standard.put_right

    @property
    def item(self) -> int | None:
        """The wish to answer, the answer to tell or the gap to complete, where the page is about one thing."""
        return self.standing.item

    @property
    def waits_for_acceptance(self) -> bool:
        """Somebody has explained this lateness and nobody has looked at it yet."""
        return self.state is State.MISSED and any(
            not e.accepted and _speaks_of(e, self.standard, self.standing) for e in self.facts.explanations
        )

    @property
    def sentence(self) -> str:
        return tell(self)

    @property
    def because(self) -> str:
        """20 working days from 24 March 2026, skipping Good Friday: how the due day comes about."""
        if not (self.since and self.due):
            return ""
        said = self.at.because(self.key, self.since)
        return said if self.at.verified(self.key) else f"{said}; this limit is not verified"

    @property
    def day_of(self) -> str:
        """day 31 of 45; empty where there is no clock."""
        return self.at.day_of(self.key, self.since) if self.since and self.due else ""

    @property
    def key(self) -> str:
        """The pack's limit it is held against; empty where there is none."""
        return self.standing.key or key_for(self.standard.limits, self.facts.level)


def stand(standard: Shape, facts: Facts, at: At) -> Standing:
    """Applies or not; known here or not; then the shape; then what people have said about it."""
    if left_out := standard.applies_to.left_out(facts):
        return Standing(State.NOT_APPLICABLE, why=left_out)
    if facts.came_from and is_settling_in(facts, at) and not standard.began_here(facts):
        return Standing(State.NOT_YET, why="settling")
    standing = standard.stands(facts, at)
    if facts.found:
        standing = _on_paper(standard, facts, standing, at.today)
    if facts.explanations and standing.state is State.MISSED:
        standing = _explained(standard, facts, standing, at)
    return standing


def is_settling_in(facts: Facts, at: At) -> bool:
    """Brought over from another system: outside every share until led here for the pack's first days (7.10)."""
    if facts.first_led_on is None:
        return True
    counts_from = at.due(SETTLING_IN, facts.first_led_on)
    return counts_from is not None and at.today <= counts_from


def row(standard: Shape, facts: Facts, at: At) -> Row:
    return Row(standard, facts, stand(standard, facts, at), at)


def count(states: Sequence[State]) -> dict[str, int]:
    """How many in each state, the absent ones too: {"met": 12, "due": 0, ...}."""
    return {state.value: states.count(state) for state in State}


def few_hidden(counts: Mapping[str, int]) -> set[str]:
    """The states whose numbers are left out of what leaves: those of one to four children, and, where that is one state
    alone, the smallest of the others, from which it could be worked out.
    """
    hidden = {state for state, n in counts.items() if 0 < n < SMALL}
    others = [state for state, n in counts.items() if n >= SMALL]
    if len(hidden) == 1 and others:
        hidden.add(min(others, key=lambda state: counts[state]))
    return hidden


def tell(row: Row) -> str:
    """One plain sentence for a worker."""
    standing = row.standing
    if standing.why in _WHY:
        return _WHY[standing.why].format(child=row.child, came_from=row.facts.came_from)
    if row.state is State.MISSED and standing.found is not None and standing.found.verdict == "on_paper_only":
        return f"On {in_full(standing.found.on)} someone looked, and found this kept on paper only."
    sentence = row.standard.left if standing.why == "left" and isinstance(row.standard, Within | EachTime) else ""
    return (sentence or row.standard.wording.of(row.state)).format(**_said(row)) + written_later(row)


def written_later(row: Row) -> str:
    """Of a promise that rests on a visit: that it was written down more than a day after it was made (7.11)."""
    visit = row.facts.seen[0] if row.facts.seen and row.standard.evidence.model == "visits.ChildLine" else None
    if visit is None or visit.written_on is None or visit.on != row.last or visit.written_on - visit.on <= _NEXT_DAY:
        return ""
    return f" Written later: on {in_full(visit.written_on)}."


_WHY = {
    "died": "{child} has died.",
    "unborn": "{child} is not born yet.",
    "pack": "No limit is set for this here.",
    "settling": "Not known before Kith: {child} came from {came_from}. This counts once someone here has led the work "
    "for a while.",
}


def _said(row: Row) -> dict[str, str]:
    standing = row.standing
    here = " here" if row.facts.came_from else ""  # what was done before it came to Kith is not known
    began = f"work{here} began on {in_full(row.facts.start)}"
    return {
        "child": row.child,
        "last": in_full(standing.last) if standing.last else "a day we do not know",
        "since": in_full(standing.last) if standing.last else began,
        "by": in_full(standing.due) if standing.due else "the next visit",
        "until": _until(standing),
        "count": counted(standing.n or 1, row.standard.one or "thing"),
        "missing": joined(standing.missing),
        "lead": row.facts.lead_name,
        "span": span(standing.minutes or 0),
    }


def span(minutes: int) -> str:
    """2 days; 3 hours; 20 minutes. Never more than it was."""
    for size, unit in ((24 * 60, "day"), (60, "hour")):
        if minutes >= size:
            return counted(minutes // size, unit)
    return counted(minutes, "minute")


def _until(standing: Standing) -> str:
    expires = standing.explanation.expires_on if standing.explanation else None
    return in_full(expires) if expires else "it is looked at again"


def _on_paper(standard: Shape, facts: Facts, standing: Standing, today: date) -> Standing:
    """Kept, says the record; someone looked and says on paper only. It stands until there is newer evidence."""
    found = judgement_on(standard.id, facts)
    if found is None or found.verdict != "on_paper_only" or standing.state not in (State.MET, State.DUE):
        return standing
    if standing.last is not None and found.on < standing.last <= today:
        return standing
    return standing._replace(state=State.MISSED, late_from=found.on, found=found)


def _explained(standard: Shape, facts: Facts, standing: Standing, at: At) -> Standing:
    for explanation in facts.explanations:
        runs = explanation.expires_on is not None and explanation.expires_on >= at.today
        if explanation.accepted and runs and _speaks_of(explanation, standard, standing):
            return standing._replace(state=State.EXPLAINED, explanation=explanation)
    return standing


def _speaks_of(explanation: Explained, standard: Shape, standing: Standing) -> bool:
    """It was given about this lateness, not an earlier one."""
    return (
        explanation.standard == standard.id
        and standing.late_from is not None
        and explanation.given_on >= standing.late_from
    )


def names_in(text: str, people: Iterable[str]) -> list[str]:
    """The parts of these people's names that stand in a text as words of their own, in order: ["Maya", "Nowak"]."""
    words = set(re.findall(r"\w+", text))
    parts = (part for called in people for part in re.findall(r"\w+", called))
    return list(dict.fromkeys(part for part in parts if part in words and len(part) > 1))
