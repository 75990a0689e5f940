"""What was made of a contact together, and what one agency was given to sign."""

from django.db.models import F, Q

from kith.involvement.models import PictureView

MOST = 40  # of one agency, on its own page


def pictures_given_to(agency_id: int) -> list[PictureView]:
    """What this agency is to sign, then what it signed last: for whoever may read it. One query."""
    asked = Q(signed_at__isnull=False) | Q(picture__superseded_at=None)
    rows = PictureView.objects.filter(asked, agency_id=agency_id).select_related("picture")
    return list(rows.order_by(F("signed_at").desc(nulls_first=True), "given_at", "pk")[:MOST])


def picture_given_to(agency_id: int, pk: int) -> PictureView | None:
    return PictureView.objects.filter(agency_id=agency_id, pk=pk).select_related("picture").first()


def signed_before(view: PictureView) -> PictureView | None:
    """What the same agency signed of an older text about the same child, last."""
    rows = PictureView.objects.filter(agency_id=view.agency_id, child_id=view.child_id, pk__lt=view.pk)
    return rows.exclude(signed_at=None).order_by("-pk").first()
