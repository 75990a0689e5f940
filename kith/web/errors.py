"""Pages for when something is not there, not open, or broken: a fixed layout, no query, no record touched."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def plain(template: str, status: int) -> HttpResponse:
    """One of our error pages. Rendered without the request, so that no context processor runs."""
    response = HttpResponse(render_to_string(template), status=status)
    response["Cache-Control"] = "no-store"
    return response


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: it is not here, or it is not open to this person. The two look the same on purpose."""
    return plain("errors/missing.html", 404)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What is forbidden looks just like what is absent: a 403 would say that it exists."""
    return missing(request)


def unclear(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what the browser sent made no sense."""
    return plain("errors/unclear.html", 400)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form did not carry its proof, most often because the page had been open a long time."""
    return plain("errors/forged.html", 403)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429: too many tries in a short time."""
    return plain("errors/too_many.html", 429)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    return plain("errors/broken.html", 500)


def resting(request: HttpRequest) -> HttpResponse:
    """503: the database is starting, or being looked after."""
    response = plain("errors/resting.html", 503)
    response["Retry-After"] = "20"
    return response
