"""What is ready before a meeting with the family, be it a conference or a look at the plan (J14, S3-14). It advises:
nothing of it stops a meeting from being held, nor one that was held from being recorded.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kith.packs import Pack
from kith.words import joined, short_day

LIST = "conference_ready"
_OWN_LINE = {"invited", "child_prepared", "advocate", "interpreter"}  # said on a line of the strip
READY = ("met", "not_applicable")


@dataclass(frozen=True)
class Before:
    """What is known before a meeting. `since`: the last one; `takes_part`: what the child says they want, and
    `wants_speaker` when that is somebody to speak up for them; `invited`: how many were asked; `planned`: how many
    outcomes say what they aim for, `no_actual`: of how many of them nobody ever said how they stand.
    """

    name: str
    today: date
    since: date
    said_on: date | None = None
    takes_part: str = ""
    wants_speaker: bool = False
    wishes_owed: int = 0
    wishes_late: int = 0
    invited: int = 0
    answered: int = 0
    ready: Collection[str] = ()
    shared_on: date | None = None
    share_by: date | None = None
    interpreters: Sequence[str] = ()
    planned: int = 0
    no_actual: int = 0
    steps_late: int = 0


@dataclass(frozen=True)
class Item:
    """One thing on the strip. `at`: where it is put right."""

    at: str  # voice, taking_part, invited, papers, outcomes, steps, wishes, interpreter, advocate, list
    title: str
    state: str
    words: str

    @property
    def ready(self) -> bool:
        return self.state in READY


def readiness(known: Before, pack: Pack) -> list[Item]:
    """Everything on the strip, in the order in which it takes time."""
    return [
        *_child(known),
        Item("invited", "Who is asked", *_asked(known)),
        Item("papers", "The report", *report(known.shared_on, known.share_by, known.today)),
        Item("outcomes", "What was planned", *_outcomes(known)),
        Item("steps", "What was agreed", *_steps(known)),
        Item("wishes", "Wishes", *_wishes(known)),
        Item("interpreter", "Interpreter", *_interpreter(known)),
        Item("advocate", "Somebody to speak up", *_advocate(known)),
        Item("list", "The rest", *_rest(known, pack)),
    ]


def not_ready(ready: Collection[str], pack: Pack) -> list[str]:
    """What of the pack's list is still open, in words."""
    return [words for code, words in pack.choices(LIST) if code not in ready]


def report(shared_on: date | None, by: date | None, today: date) -> tuple[str, str]:
    """(state, words) of the report for the family; `by`: none where the place has no such limit (E7)."""
    if shared_on:
        return "met", f"The family has had the report since {short_day(shared_on, today)}"
    if by is None:
        return "owed", "The family has not had the report"
    return "owed_late" if by < today else "owed", f"The family has the report by {short_day(by, today)}"


def _child(known: Before) -> Iterator[Item]:
    since = short_day(known.since, known.today)
    if known.said_on:
        told = ("met", f"{known.name} said something on {short_day(known.said_on, known.today)}")
    elif "child_prepared" in known.ready:
        told = ("due", f"{known.name} was asked, and nothing is written down since {since}")
    else:
        told = ("to_complete", f"Nobody has written down what {known.name} thinks since {since}")
    yield Item("voice", f"{known.name}’s views", *told)
    wants = (
        f"{known.name} says: {known.takes_part}"
        if known.takes_part
        else f"Nobody has written how {known.name} wants to"
    )
    yield Item("taking_part", "Taking part", "met" if known.takes_part else "to_complete", wants)


def _asked(known: Before) -> tuple[str, str]:
    if known.invited:
        said = f"{known.answered} of {known.invited} have answered"
        return "met" if known.answered == known.invited else "due", said
    if "invited" in known.ready:
        return "met", "Everybody who belongs there is asked"
    return "to_complete", "Nobody is asked yet"


def _outcomes(known: Before) -> tuple[str, str]:
    if not known.planned:
        return "not_applicable", "No outcome says what it aims for"
    if known.no_actual:
        return "to_complete", f"{known.no_actual} of {known.planned} have a planned value and none actual"
    return "met", "Each planned value has an actual one"


def _steps(known: Before) -> tuple[str, str]:
    if known.steps_late:
        return "missed", f"{known.steps_late} past the day they were for"
    return "met", "Nothing is past its day"


def _wishes(known: Before) -> tuple[str, str]:
    if known.wishes_late:
        return "owed_late", f"{known.wishes_owed} not answered, {known.wishes_late} of them late"
    return ("owed", f"{known.wishes_owed} not answered") if known.wishes_owed else ("met", "Every one is answered")


def _interpreter(known: Before) -> tuple[str, str]:
    if not known.interpreters:
        return "not_applicable", "Nobody is known to need one"
    if "interpreter" in known.ready:
        return "met", f"Booked for {joined(known.interpreters)}"
    return "to_complete", f"{joined(known.interpreters)} needs one, and none is noted as booked"


def _advocate(known: Before) -> tuple[str, str]:
    if "advocate" in known.ready:
        return "met", f"{known.name} was offered one"
    if known.wants_speaker:
        return "missed", f"{known.name} asked for one, and no offer is written"
    return "to_complete", f"Nobody has written that {known.name} was offered one"


def _rest(known: Before, pack: Pack) -> tuple[str, str]:
    rest = [(code, words) for code, words in pack.choices(LIST) if code not in _OWN_LINE]
    missing = [words for code, words in rest if code not in known.ready]
    if not missing:
        return "met", "Everything else of the list is ready"
    return "to_complete", f"{len(missing)} of {len(rest)} still open: {'; '.join(missing)}"
