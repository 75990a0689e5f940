from kith.feedback.models.complaints import Complaint, ComplaintChild, ComplaintStage
from kith.feedback.models.thanks import Thanks, ThanksShown
from kith.feedback.models.valued import Valued

__all__ = ["Complaint", "ComplaintChild", "ComplaintStage", "Thanks", "ThanksShown", "Valued"]
