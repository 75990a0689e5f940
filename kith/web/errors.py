"""Pages for when something is not there, not open, or broken: a fixed layout, no query, no record touched."""

import sys
from urllib.parse import urlsplit

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from kith.record.refusals import Refused
from kith.web.context import path_to
from kith.web.signed_out import back_with_words


def plain(template: str, status: int, **context: str) -> HttpResponse:
    """One of our error pages. Rendered without the request, so that no context processor runs."""
    response = HttpResponse(render_to_string(template, {"help_url": path_to("help"), **context}), status=status)
    response["Cache-Control"] = "no-store"
    return response


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: it is not here, or it is not open to this person. The two look the same on purpose."""
    return plain("errors/missing.html", 404)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What is forbidden looks just like what is absent: a 403 would say that it exists."""
    return missing(request)


def unclear(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what the browser sent made no sense. Django also says so when the session could not be kept."""
    if _database_went_away(exception):
        return resting(request)
    return plain("errors/unclear.html", 400)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form did not carry its proof, most often because the page had been open a long time. A form that says
    whose words it holds, signed, leads that person back to it with every word kept, and nothing done (S-57).
    """
    return back_with_words(request) or plain("errors/forged.html", 403)


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """422: a button that stands alone asked for what cannot be, most often because it was pressed twice, or somebody
    else had been quicker. The reason, and the way back to where it stood.
    """
    came_from = urlsplit(request.META.get("HTTP_REFERER", ""))
    back = came_from.path if came_from.netloc == request.get_host() else ""
    return plain("errors/refused.html", 422, because=str(refusal), back=back)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429: too many tries in a short time."""
    return plain("errors/too_many.html", 429)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault. When it is the database that went away for a moment: resting (S-60)."""
    if _database_went_away(sys.exc_info()[1]):
        return resting(request)
    return plain("errors/broken.html", 500)


def resting(request: HttpRequest) -> HttpResponse:
    """503: the database is starting, or being looked after."""
    response = plain("errors/resting.html", 503)
    response["Retry-After"] = "20"
    return response


def _database_went_away(trouble: BaseException | None) -> bool:
    while trouble and not isinstance(trouble, (OperationalError, InterfaceError)):
        trouble = trouble.__context__
    return trouble is not None
