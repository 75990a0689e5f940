"""Writing what was missing from a visit that was saved at once."""

from datetime import date

from kith.access import Actor, Right
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.visits import rules
from kith.visits.models import ChildLine, ToComplete

# Where the answer to each gap goes: the field its choice fills, and the field its words fill.
FILLS = {
    "alone": ("alone", "alone_words"),
    "alone_reason": ("", "alone_words"),
    "observation": ("", "saw"),
    "not_seen_reason": ("not_seen_because", "not_seen_words"),
    "plan_to_see": ("", "plan_to_see"),
}


# No `makes`: it changes rows and makes none, so a second sending is answered with the occasion.
@act("{by} completed the record of a visit to {about}.", needs=Right.RECORD_ON_ANY_CHILD)
def complete_gap(
    *, by: Actor, about: Person, on: date, gap: ToComplete, text: str = "", choice: str = ""
) -> ToComplete:
    """Write what was missing (design 7.1). The visit keeps its day; the day it was completed stands beside it.

    Raises Refused: completed already, no answer chosen, words that say nothing about this child.
    """
    if gap.completed_on:
        raise Refused("Somebody has completed this already. Nothing more is needed.")
    line = gap.line
    field, wrong = rules.fault_in_completing(gap.what, line, text, choice, _written_elsewhere(line))
    if wrong:
        raise Refused(wrong, field=field)
    _fill(line, gap.what, text, choice)
    gap.completed_on = by.today
    gap.save()
    return gap


def _written_elsewhere(line: ChildLine) -> list[str]:
    """What was seen of brothers and sisters on this visit, and of this child on the latest other one."""
    on_this = line.visit.lines.exclude(pk=line.pk).values_list("saw", flat=True)
    latest = ChildLine.objects.filter(person=line.person).exclude(pk=line.pk).order_by("-visited_on", "-pk")
    return [*on_this, *latest.values_list("saw", flat=True)[:1]]


def _fill(line: ChildLine, what: str, text: str, choice: str) -> None:
    if what == "daily_life":
        line.visit.for_everyone = _beside(line.visit.for_everyone, text)
        line.visit.save()
        return
    choice_field, words_field = FILLS[what]
    if choice_field:
        setattr(line, choice_field, choice)
    if text.strip():
        setattr(line, words_field, _beside(getattr(line, words_field), text))
    line.save()


def _beside(written: str, more: str) -> str:
    """Words added later never take the place of words written first."""
    return f"{written}\n{more}" if written.strip() else more
