from kith.decisions.models.after import (
    FOR,
    Challenge,
    DecisionReading,
    DecisionRevision,
    DecisionTold,
    Revisit,
)
from kith.decisions.models.decision import OPEN, STATES, Agreement, Considered, Decision, Dissent, Evidence
from kith.decisions.models.lines import BottomLine, Breach
from kith.decisions.models.written import SUPERVISION, Written, as_written, holders_of, is_kind

__all__ = [
    "FOR",
    "OPEN",
    "STATES",
    "SUPERVISION",
    "Agreement",
    "BottomLine",
    "Breach",
    "Challenge",
    "Considered",
    "Decision",
    "DecisionReading",
    "DecisionRevision",
    "DecisionTold",
    "Dissent",
    "Evidence",
    "Revisit",
    "Written",
    "as_written",
    "holders_of",
    "is_kind",
]
