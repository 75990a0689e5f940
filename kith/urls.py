"""Every address Kith answers at. Rooms keep their own; the composed screens are in `pages`."""

from django.urls import include, path

from kith.pages.staff.drafted import forms_of
from kith.web import drafts, errors
from kith.web.pages import comfort

urlpatterns = [
    path("comfort/", comfort, name="comfort"),
    path("drafts/<str:key>/", drafts.draft, {"forms_of": forms_of}, name="draft"),
    path("drafts/<str:key>/carry-on/", drafts.carry_on, name="draft-carry-on"),
    path("drafts/<str:key>/discard/", drafts.discard, name="draft-discard"),
    path("account/", include("kith.web.signing_in.urls")),
    path("", include("kith.pages.urls")),
]

handler400, handler403, handler404, handler500 = (
    errors.unclear,
    errors.missing,
    errors.missing,
    errors.broken,
)
