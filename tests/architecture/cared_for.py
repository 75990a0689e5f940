"""How Maya is looked after and was missing, for the addresses about it; and strings of it that only staff may meet."""

from datetime import timedelta
from typing import Any

from kith.access import acting_as
from kith.involvement import acts
from kith.involvement.models import CareReviewLine, LegalStatus, LookedAfter, Missing, OrderLonger, Placement
from tests.cast import NOW, TODAY, Cast

SECRET_LAW = "The magistrate wore one glove"
SECRET_WHY_IN_CARE = "Nobody could lift the latch from inside"
SECRET_CARER = "Philomena Thistlewood"
SECRET_ENDED = "The parrot was given away that week"
SECRET_CONTACT = "The bandstand every second Thursday"
SECRET_DECIDED = "She keeps her room with the round window"
SECRET_LOOKED = "Weighed against the plums again"
SECRET_WENT = "Towards the lighthouse with no coat"
SECRET_LONGER = "The second judge had a cold and a parrot"
SECRET_TOWARDS = "A man with a whistle waits there"
SECRET_CHECKED = "Nobody carried the piano up the back way"
CARED_FOR = [
    *(SECRET_LAW, SECRET_WHY_IN_CARE, SECRET_CARER, SECRET_ENDED, SECRET_CONTACT, SECRET_DECIDED, SECRET_LOOKED),
    *(SECRET_WENT, SECRET_TOWARDS, SECRET_LONGER, SECRET_CHECKED),
]


def look_after(cast: Cast, days: int = 8) -> None:
    """An order made longer and the law after it, two homes, a review and the check after the newest, a look at
    health, a time missing: `days` ago.
    """
    doing: dict[str, Any] = {"by": cast.aisha, "about": cast.maya}
    began, later = TODAY - timedelta(days), TODAY - timedelta(days - 2)
    with acting_as(cast.aisha):
        order = acts.record_legal_status(**doing, on=began - timedelta(1), status="L2", because=SECRET_WHY_IN_CARE)
        acts.make_order_longer(**doing, on=began - timedelta(1), status=order, note=SECRET_LONGER)
        law = acts.record_legal_status(**doing, on=began, status="V2", because=SECRET_WHY_IN_CARE, note=SECRET_LAW)
        acts.note_care(**doing, care=law.care, contact=SECRET_CONTACT, reviewing_officer="Imran Vale")
        acts.begin_placement(**doing, on=began, kind="U6", with_whom=SECRET_CARER)
        moved = {"why_ended": "CREQO", "what_ended": SECRET_ENDED, "away": True}
        acts.begin_placement(**doing, on=later, kind="U6", **moved)
        of_child = {"decided": SECRET_DECIDED, "looked_at": SECRET_LOOKED, "child_part": "PN1"}
        reviewing = {"by": cast.aisha, "about": [cast.maya], "on": later, "lines": {cast.maya.pk: of_child}}
        acts.record_care_review(**reviewing, chaired_by=cast.aisha.name)
        newest = CareReviewLine.objects.filter(person=cast.maya).order_by("-held_on", "-pk").first()
        acts.check_midway(**doing, line=newest, found=SECRET_CHECKED, satisfied=True)
        acts.record_care_check(**doing, on=later, kind="health", note=SECRET_LOOKED)
        at = NOW - timedelta(days, hours=1)
        missing = acts.report_missing(**doing, at=at, worry=SECRET_WENT, found_at=at + timedelta(hours=9))
        acts.note_missing(**doing, missing=missing, actions=SECRET_TOWARDS)


def missing_now(cast: Cast) -> None:
    with acting_as(cast.aisha):
        acts.report_missing(by=cast.aisha, about=cast.maya, at=NOW - timedelta(hours=2))


def of_care(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address."""
    ref = {"ref": cast.maya.ref}
    care, law = LookedAfter.objects.get(person=cast.maya), LegalStatus.objects.get(person=cast.maya, ended_on=None)
    home = Placement.objects.get(person=cast.maya, ended_on=None)
    line = CareReviewLine.objects.filter(person=cast.maya).order_by("pk").first()
    found = Missing.objects.filter(person=cast.maya, found_at__isnull=False).order_by("pk").first()
    still = Missing.objects.get(person=cast.maya, found_at=None)
    return {
        "end-law": {**ref, "pk": law.pk},
        "make-order-longer": {**ref, "pk": OrderLonger.objects.first().status_id},
        **{name: {**ref, "pk": care.pk} for name in ("note-care", "end-care")},
        **{name: {**ref, "pk": home.pk} for name in ("note-placement", "end-placement")},
        **{name: {**ref, "pk": line.pk} for name in ("care-review", "add-to-care-review")},
        **{name: {**ref, "pk": found.pk} for name in ("time-missing", "note-missing", "record-return-talk")},
        "note-found": {**ref, "pk": still.pk},
    }
