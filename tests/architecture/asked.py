"""A middleware for tests of the doors: as whom the database would have answered each page."""

from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse

ran_as: list[tuple[str, str]] = []  # each page reached: its path, and the role in force ("" for the login itself)


def asked(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """To be the innermost: whatever sets a role has set it by then."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with connection.cursor() as cursor:
            cursor.execute("select current_user, session_user")
            role, login = cursor.fetchone()
        ran_as.append((request.path, "" if role == login else role))
        return get_response(request)

    return middleware
