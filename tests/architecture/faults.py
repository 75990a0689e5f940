"""Every address of Kith, and three more whose pages fail in the ways that quote most: for tests of the log."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from kith.urls import handler400, handler403, handler404, handler500
from kith.urls import urlpatterns as ours

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def quoted_by_the_database(request: HttpRequest, ref: str) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("select %s::date", [request.POST["words"]])
    return HttpResponse()


def quoted_by_a_clash(request: HttpRequest, ref: str) -> HttpResponse:
    """Two rows with one key: the database's DETAIL names it."""
    with connection.cursor() as cursor:
        cursor.execute("create temporary table held (words text primary key)")
        for _ in range(2):
            cursor.execute("insert into held values (%s)", [request.POST["words"]])
    return HttpResponse()


def quoted_by_python(request: HttpRequest, ref: str) -> HttpResponse:
    try:
        int(request.POST["words"])
    except ValueError as fault:
        raise ExceptionGroup(f"{ref} said", [KeyError(request.POST["words"])]) from fault
    return HttpResponse()


urlpatterns = [
    *ours,
    path("faults/<str:ref>/database/", quoted_by_the_database, name="quoted-by-the-database"),
    path("faults/<str:ref>/clash/", quoted_by_a_clash, name="quoted-by-a-clash"),
    path("faults/<str:ref>/python/", quoted_by_python, name="quoted-by-python"),
]
