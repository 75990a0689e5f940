from kith.decisions.models.after import (
    FOR,
    Challenge,
    DecisionReading,
    DecisionRevision,
    DecisionTold,
    Revisit,
)
from kith.decisions.models.asking_for import SignOffAsked
from kith.decisions.models.decision import OPEN, STATES, Agreement, Considered, Decision, Dissent, Evidence
from kith.decisions.models.lines import BottomLine, Breach
from kith.decisions.models.taking_back import OF, SignOffTakenBack
from kith.decisions.models.written import Written, as_written, holders_of, is_kind

__all__ = [
    "FOR",
    "OF",
    "OPEN",
    "STATES",
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
    "SignOffAsked",
    "SignOffTakenBack",
    "Written",
    "as_written",
    "holders_of",
    "is_kind",
]
