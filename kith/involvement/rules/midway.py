"""Which review is the last of its kind, and who chairs it: a conference, or a review of a child looked after."""

from kith.involvement.models import CareReviewLine, MeetingLine

AFTER = {CareReviewLine: "review_line", MeetingLine: "meeting_line"}


def chair_of(line: CareReviewLine | MeetingLine) -> str:
    """The name that stands in the record: whoever chairs may be no user here."""
    return line.review.chaired_by if isinstance(line, CareReviewLine) else line.meeting.chair_name
