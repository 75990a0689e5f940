"""What an act of another room decided or said, in its own words: that somebody "wrote down a decision" tells a reader,
or a court, nothing (S3-06).

The words come as columns of the query that fetches the acts, so that a story costs no query more.
"""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db.models import Model, OuterRef, Subquery
from django.db.models.functions import Coalesce

from kith import packs
from kith.decisions.models import Breach, Decision, DecisionReading
from kith.involvement.models import LevelChange
from kith.packs import NotInPack
from kith.plans.models import Celebration

KIND_OF_RECORD = {
    "record_visit": "visit record",
    "write_down_words": "record of words",
    "say_in_corner": "record of their own corner",
    "react": "record of their own corner",
    "answer_child": "record of an answer",
    "move_home": "record of a home",
    "say_situation": "record of where things are",
    "say_danger": "danger statement",
    "begin_work": "record of work",
    "close_work": "record of work",
    "change_level": "record of work",
    "decide": "record of a decision",
    "agree_decision": "record of a decision",
    "look_again": "record of a decision",
    "note_breach": "record of a bottom line",
    "record_strategy": "record of a meeting",
    "record_conference": "record of a meeting",
    "record_core_group": "record of a meeting",
    "conclude_enquiry": "record of an enquiry",
    "end_protection_plan": "record of the protection plan",
    "allocate": "record of the lead worker",
    "begin_plan": "record of the plan",
    "agree_plan": "record of the plan",
    "finish_review": "review of the plan",
    "end_plan": "record of the plan",
    "celebrate": "record of the plan",
    "begin_assessment": "assessment",
    "reopen_assessment": "assessment",
    "sign_assessment": "assessment",
}


def wording() -> dict[str, Any]:
    """Columns for a query of acts: what each of them decided, changed, broke or celebrated; None for any other."""
    return {
        "asked": Coalesce(_of(Decision, "question"), _of(DecisionReading, "decision__question")),
        "chosen": Coalesce(_of(Decision, "chosen"), _of(DecisionReading, "decision__chosen")),
        "needs_reader": _of(Decision, "needs_reader"),
        "what": Coalesce(_of(Celebration, "what"), _of(Breach, "what")),
        "from_level": _of(LevelChange, "from_level", by="latest_act_id"),
        "to_level": _of(LevelChange, "to_level", by="latest_act_id"),
    }


def _of(model: type[Model], column: str, by: str = "act_id") -> Subquery:
    return Subquery(model._default_manager.filter(**{by: OuterRef("pk")}).values(column)[:1])


def is_proposed(row: Mapping[str, Any]) -> bool:
    """A decision written down, that stands only once somebody else has agreed it: that will be the event."""
    return row["name"] == "decide" and bool(row["needs_reader"])


def own_words(row: Mapping[str, Any]) -> str:
    """The act in one line that says what it was; "" where its own sentence says it already."""
    if row["name"] == "change_level" and row["to_level"]:
        return f"The level of help changed from {_level(row, 'from_level')} to {_level(row, 'to_level')}."
    if row["name"] == "note_breach" and row["what"]:
        return f"A bottom line was broken. {_sentence(row['what'])}"
    if row["name"] == "celebrate" and row["what"]:
        return _sentence(row["what"])
    if row["chosen"] or row["asked"]:
        decided = "Proposed:" if is_proposed(row) else "Decided:"
        return " ".join(filter(None, (_sentence(row["asked"]), row["chosen"] and f"{decided} {row['chosen']}")))
    return ""


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".?!”" else f"{text}."


def _level(row: Mapping[str, Any], which: str) -> str:
    """As the pack of that day calls it."""
    try:
        return packs.pack_for(settings.PACK, row["happened_on"]).level(row[which]).label.lower()
    except NotInPack:
        return str(row[which])
