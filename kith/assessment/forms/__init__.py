from kith.assessment.forms.knowing import MarkGrowing, RateWellbeing, SayLifeToday

__all__ = ["MarkGrowing", "RateWellbeing", "SayLifeToday"]
