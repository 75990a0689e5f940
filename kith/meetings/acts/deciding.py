"""A decision on the wall, and what it carries: its bottom line, and the child's own words it rests on (J14, N31)."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.decisions.acts import decide_inside, write_inside
from kith.decisions.models import BottomLine, Decision
from kith.decisions.rules import Given
from kith.decisions.rules import LineGiven as BottomGiven
from kith.meetings.acts.finding import open_one
from kith.meetings.models import DECIDED, Board, BoardLine
from kith.meetings.rules import CarriesGiven, LineGiven
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.voice import queries as voice
from kith.voice.acts import cite_inside
from kith.voice.models import Words


@act(
    "{by} wrote what a decision on the board about {about} rests on.", needs=Right.RECORD_ON_ANY_CHILD, staff_only=True
)
def say_what_it_carries(
    *, by: Actor, about: Person, on: date, board: Board, line_id: int, carries: CarriesGiven
) -> BoardLine:
    """The bottom line, and the child's own words or why none, when they were not written with the decision.

    Raises Refused: nothing written; closed; not a decision of this board; as `write_on_board` refuses; another bottom
    line once the decision has gone further.
    """
    found = BoardLine.objects.filter(pk=line_id, board=open_one(about, board), sort=DECIDED).first()
    if found is None or found.decision is None:
        raise Refused("There is no such decision on this board.")
    if carries == CarriesGiven():
        raise Refused("Write the bottom line, or what the decision rests on.")
    bottom = _bottom(carries, found.decision)
    if bottom:
        if found.decision.state != "proposed" or found.decision.finished_on:
            raise Refused("This decision has gone further. Decide again for another bottom line.", field="bottom")
        write_inside(by, found.decision, **bottom)
    _rests(found, found.decision, carries, on)
    found.save()
    return found


def decide_on_board(by: Actor, line: BoardLine, given: LineGiven, on: date) -> None:
    """The decision itself, inside the act that writes the wall; `line` is not saved yet."""
    question = "What was decided when the plan was looked at?"
    chosen, why = given.words.strip(), given.why.strip()
    told: Given = {"question": question, "chosen": chosen, "reasons": why, **_bottom(given.carries)}
    line.decision = decide_inside(by, line.person, kind="plan", on=on, **told)
    _rests(line, line.decision, given.carries, on)


def _bottom(carries: CarriesGiven, decision: Decision | None = None) -> Given:
    """What is handed to the decision: those it carries already stay. Raises Refused: how it breaks, and no line."""
    statement = carries.bottom.strip()
    if not statement:
        if carries.broken_when.strip() or carries.watcher.strip():
            raise Refused("Write the bottom line itself: what must stay true.", field="bottom")
        return {}
    line = BottomGiven(statement, carries.broken_when, watcher_name=carries.watcher)
    before = decision.bottom_lines.filter(until_on=None).exclude(statement=statement) if decision else []
    return {"bottom_lines": [*(_again(one) for one in before), line]}


def _again(line: BottomLine) -> BottomGiven:
    return BottomGiven(
        line.statement, line.broken_when, line.watcher_id, line.watcher_name, line.alerted_id, line.alerted_name
    )


def _rests(line: BoardLine, decision: Decision, carries: CarriesGiven, on: date) -> None:
    """Raises Refused: words of another child's or that tell of harm; an answer the pack has not."""
    wanted = {int(pk) for pk in carries.rests_on}
    said = list(Words.objects.filter(pk__in=wanted, person=line.person).exclude(sort="harm").order_by("said_on", "pk"))
    if len(said) != len(wanted):
        raise Refused("These words are not for a wall.", field="rests_on")
    if carries.no_words and carries.no_words not in dict(packs.pack_for(settings.PACK, on).choices("no_own_words")):
        raise Refused("Choose why there are no words of the child’s own.", field="no_words")
    already = {one.pk for one in voice.cited_in([decision]).get(decision.pk, [])}
    cite_inside(line.person, decision, [one for one in said if one.pk not in already])
    line.no_words = "" if said or already else carries.no_words or line.no_words
    line.seen = carries.seen.strip() or line.seen
