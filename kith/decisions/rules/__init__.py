from kith.decisions.rules.challenges import CHANGES, CLOCKS, HIGHEST, LOWEST, held_back, may_not_answer
from kith.decisions.rules.given import AgreementGiven, DissentGiven, Given, LineGiven, OptionGiven
from kith.decisions.rules.reasons import THOUGHT_OVER, Lacking, lacking
from kith.decisions.rules.taking_back import as_lines, decision_in_lines, may_not_take_back

__all__ = [
    "CHANGES",
    "CLOCKS",
    "HIGHEST",
    "LOWEST",
    "THOUGHT_OVER",
    "AgreementGiven",
    "DissentGiven",
    "Given",
    "Lacking",
    "LineGiven",
    "OptionGiven",
    "as_lines",
    "decision_in_lines",
    "held_back",
    "lacking",
    "may_not_answer",
    "may_not_take_back",
]
