from kith.visits.forms.arranging import MoveForm, PlanForm
from kith.visits.forms.child import ChildForm, spoken_name
from kith.visits.forms.clock import ClockField
from kith.visits.forms.finishing import OUTCOMES, EndPromiseForm, GapForm, asks
from kith.visits.forms.sheet import SharedForm, VisitSheet

__all__ = [
    "OUTCOMES",
    "ChildForm",
    "ClockField",
    "EndPromiseForm",
    "GapForm",
    "MoveForm",
    "PlanForm",
    "SharedForm",
    "VisitSheet",
    "asks",
    "spoken_name",
]
