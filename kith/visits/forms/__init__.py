from kith.visits.forms.arranging import CallOffForm, MoveForm, PlanForm
from kith.visits.forms.child import ChildForm, spoken_name
from kith.visits.forms.family import ENDED, ChangeAsFamily, EndFamilyPromise, NoteFamilyPromise, SayAsFamily
from kith.visits.forms.finishing import OUTCOMES, EndPromiseForm, GapForm, asks
from kith.visits.forms.sheet import SharedForm, VisitSheet
from kith.visits.forms.together import TogetherForm
from kith.web.clock import ClockField

__all__ = [
    "ENDED",
    "OUTCOMES",
    "CallOffForm",
    "ChangeAsFamily",
    "ChildForm",
    "ClockField",
    "EndFamilyPromise",
    "EndPromiseForm",
    "GapForm",
    "MoveForm",
    "NoteFamilyPromise",
    "PlanForm",
    "SayAsFamily",
    "SharedForm",
    "TogetherForm",
    "VisitSheet",
    "asks",
    "spoken_name",
]
