from kith.decisions.rules.given import AgreementGiven, DissentGiven, Given, LineGiven, OptionGiven
from kith.decisions.rules.reasons import Lacking, lacking

__all__ = [
    "AgreementGiven",
    "DissentGiven",
    "Given",
    "Lacking",
    "LineGiven",
    "OptionGiven",
    "lacking",
]
