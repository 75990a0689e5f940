"""Copies that left, one of them called back; and an appointment."""

from typing import Any

from kith.access import acting_as
from kith.sharing.acts import give_appointment, recall_copies, release_copy
from kith.sharing.models import Appointment, Recalled, Release
from kith.visits.models import PlannedVisit
from tests.cast import Cast


def given_out(cast: Cast) -> None:
    release_copy(
        by=cast.aisha,
        about=cast.maya,
        recipient=cast.people["kelly"],
        recipient_name="Kelly Okafor",
        kind="overview",
        text="We will meet on Friday.",
        who_else_sees="nobody else",
    )


def appointments(cast: Cast, planned: PlannedVisit) -> None:
    give_appointment(
        by=cast.aisha,
        about=cast.maya,
        planned=planned,
        recipient=cast.people["kelly"],
        title="Appointment",
        text="I will see you soon.",
        who_else_sees="nobody else",
    )


def of_sharing(cast: Cast) -> dict[str, dict[str, Any]]:
    """One copy is called back first: whoever has it is told."""
    ref = {"ref": cast.maya.ref}
    with acting_as(cast.system):
        release = Release.objects.get(kind="overview")
        appointment = Appointment.objects.get()
        recall_copies(by=cast.system, about=cast.maya, copies=[release])
        recalled = Recalled.objects.get()
    return {
        "appointment": {**ref, "pk": appointment.pk},
        "appointment-file": {**ref, "pk": appointment.pk},
        "tell-recalled": {**ref, "pk": recalled.pk},
        "released-copy": {**ref, "pk": release.pk},
        "my-copy": {"pk": release.pk},
        "my-appointment": {"pk": appointment.release_id},
        "child-print": {**ref, "kind": "overview"},
    }
