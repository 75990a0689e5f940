"""How training stands, as every page of it shows it (S2-09)."""

from collections.abc import Iterable
from typing import Any

from kith.directory import rules
from kith.directory.training import why_not_to_chair
from kith.packs import Pack

SAID = {
    rules.CURRENT: ("current", "In date"),
    rules.SOON: ("due", "Ends soon"),
    rules.ENDED: ("missed", "Ended"),
    rules.NONE: ("not_yet", "No record"),
}


def in_words(one: rules.OfCourse) -> dict[str, Any]:
    """`one`: somebody and one course. `state` and its words; whether only they themselves say so."""
    state, words = SAID[one.state]
    return {"one": one, "state": state, "words": words, "declared": bool(one.taken and not one.taken.verified_on)}


def taken_in_words(rows: Iterable[Any], pack: Pack) -> list[dict[str, Any]]:
    """Everything somebody took, with what the course is called now, or was."""
    titles = {course.key: course.title for course in pack.training}
    return [{"row": row, "title": titles.get(row.course, row.course)} for row in rows]


def chair_note(line: Any, pack: Pack) -> str:
    """What is to be said of the training of whoever chairs or chaired a conference; it stops nothing."""
    day = line.held_on or line.meeting.planned_for
    return why_not_to_chair(line.meeting.chair_name, day, pack) if day else ""
