from kith.visits.forms.arranging import MoveForm, PlanForm
from kith.visits.forms.child import ChildForm
from kith.visits.forms.clock import ClockField
from kith.visits.forms.finishing import EndPromiseForm, GapForm
from kith.visits.forms.sheet import SharedForm, VisitSheet

__all__ = [
    "ChildForm",
    "ClockField",
    "EndPromiseForm",
    "GapForm",
    "MoveForm",
    "PlanForm",
    "SharedForm",
    "VisitSheet",
]
