"""A picture as a page of its own."""

from typing import Any

from django.http import Http404, HttpResponse


def as_picture(shown: Any) -> HttpResponse:
    """`shown`: a row with `image` and its `form`; without one the page is not there."""
    if shown is None:
        raise Http404
    return HttpResponse(
        bytes(shown.image), content_type=f"image/{shown.form}", headers={"Content-Disposition": "inline"}
    )
