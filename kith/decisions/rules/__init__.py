from kith.decisions.rules.challenges import CHANGES, CLOCKS, HIGHEST, LOWEST, held_back, may_not_answer
from kith.decisions.rules.given import AgreementGiven, DissentGiven, Given, LineGiven, OptionGiven
from kith.decisions.rules.reasons import THOUGHT_OVER, Lacking, lacking

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
    "held_back",
    "lacking",
    "may_not_answer",
]
