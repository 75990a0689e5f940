"""What has been released, to whom."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from kith.access import Actor
from kith.people.models import Person
from kith.sharing.models import Appointment, Paper, Recalled, Release
from kith.sharing.rules import OWN_TREE

PLANS = ("plan", "fridge")


def releases_about(child: Person) -> QuerySet[Release]:
    return Release.objects.filter(person=child).order_by("-released_on", "-pk")


def release(pk: int) -> Release | None:
    return Release.objects.filter(pk=pk).select_related("person").first()


def released_to(actor: Actor) -> QuerySet[Release]:
    """Copies released to the very person who is reading."""
    return Release.objects.filter(recipient_id=actor.person_id).select_related("person").order_by("-released_on", "-pk")


def released_since(child: Person, kind: str, day: date) -> Release | None:
    """The first copy of this kind about a child that left on this day or later. One query."""
    return Release.objects.filter(person=child, kind=kind, released_on__gte=day).order_by("released_on", "pk").first()


def plans_among(copies: Iterable[Release]) -> dict[int, Release]:
    """The newest copy of each child's plan among these, by child; `copies` newest first."""
    found: dict[int, Release] = {}
    for copy in copies:
        if copy.kind in PLANS:
            found.setdefault(copy.person_id, copy)
    return found


def my_plan(actor: Actor) -> Release | None:
    """The newest copy of their own plan released to the child who is reading."""
    mine = Release.objects.filter(recipient_id=actor.person_id, person_id=actor.person_id, kind__in=PLANS)
    return mine.order_by("-released_on", "-pk").first()


def paper(release: Release, form: str) -> Paper | None:
    """A released copy as a file of this form; None while it is being made, or where there is none."""
    return Paper.objects.filter(release=release, form=form).first()


def picture(release: Release) -> str:
    """The drawing that went with a released copy, as it left; empty for a copy in words alone."""
    kept = paper(release, "svg")
    return bytes(kept.data).decode() if kept else ""


def papers_of(release: Release) -> dict[str, dict[str, Any]]:
    """What is known of a release's files without fetching them: {"pdf": {"pages": 9, "digest": …}}."""
    rows = Paper.objects.filter(release=release).order_by("form").values("form", "pages", "digest")
    return {row["form"]: row for row in rows}


def appointments_of(child: Person) -> dict[int, list[Appointment]]:
    """Who was told of which visit to come, by the visit. One query."""
    found: dict[int, list[Appointment]] = {}
    coming = {"planned__visited": None, "planned__replaced_by": None, "planned__called_off_on": None}
    for row in Appointment.objects.filter(person=child, **coming).select_related("release").order_by("pk"):
        found.setdefault(row.planned_id, []).append(row)
    return found


def appointment(pk: int) -> Appointment | None:
    return Appointment.objects.filter(pk=pk).select_related("release", "planned", "person").first()


def my_appointment(release: Release) -> Appointment | None:
    """The visit a letter of the reader's own is about; None when it is about none, or about one not shown to them."""
    return Appointment.objects.filter(release=release).select_related("release", "planned__replaced_by").first()


def own_tree(child: Person) -> Release | None:
    """The newest picture of their family that was given to this child for their own pages."""
    return Release.objects.filter(recipient=child, person=child, kind=OWN_TREE).order_by("-pk").first()


def recalled_about(child: Person) -> QuerySet[Recalled]:
    """Copies that left with words since taken off the record, those still to be told of first."""
    return Recalled.objects.filter(person=child).order_by(F("told_on").desc(nulls_first=True), "-pk")


def recalled(pk: int) -> Recalled | None:
    return Recalled.objects.filter(pk=pk).first()


def recall_of(child: Person, release_ref: int) -> Recalled | None:
    """Why a copy that went is not there any more."""
    return Recalled.objects.filter(person=child, release_ref=release_ref).first()


def recalled_waiting(people: Iterable[int]) -> QuerySet[Recalled]:
    """Of these children: whoever has the copy has not been told yet."""
    waiting = Recalled.objects.filter(person_id__in=list(people), told_on=None)
    return waiting.select_related("person").order_by("recalled_on", "pk")
