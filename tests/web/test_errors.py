"""Error pages: written by people, with no query, giving nothing away."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from kith.record import Refused
from kith.web import errors

PAGES: list[tuple[Callable[..., HttpResponse], int]] = [
    (errors.unclear, 400),
    (errors.forged, 403),
    (errors.missing, 404),
    (errors.forbidden, 404),
    (errors.too_many, 429),
    (errors.broken, 500),
    (errors.resting, 503),
    (lambda request: errors.refused(request, Refused("This has been done already.")), 422),
]


@pytest.mark.parametrize(("page", "status"), PAGES)
def test_each_says_in_plain_words_what_to_do_next(asks: Any, page: Callable[..., HttpResponse], status: int) -> None:
    answer = page(asks("/children/K7M-4QX/"))
    text = re.sub(r"<[^>]+>", " ", answer.content.decode())
    assert answer.status_code == status
    assert answer["Cache-Control"] == "no-store"
    assert "K7M-4QX" not in text
    assert "999" in text
    assert not re.search(r"\b(invalid|forbidden|denied|unauthori[sz]ed|exception|error \d+)\b", text, re.I)


@pytest.mark.parametrize("view", ["gone", "session_gone"])
def test_when_the_database_goes_away_the_page_asks_to_come_back_and_never_blames_the_browser(
    own_addresses: None, settings: Any, view: str
) -> None:
    settings.MIDDLEWARE = []
    answer = Client(raise_request_exception=False, SERVER_NAME="localhost").get(f"/{view}/")
    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert "not ready just now" in answer.content.decode()


def test_what_is_forbidden_looks_exactly_like_what_is_absent(asks: Any) -> None:
    assert errors.forbidden(asks("/a/")).content == errors.missing(asks("/b/")).content


def test_the_404_says_how_to_ask_for_access(asks: Any) -> None:
    assert b"Ask the lead worker, or your manager" in errors.missing(asks("/")).content


@pytest.mark.parametrize(("page", "status"), PAGES)
def test_each_carries_the_way_to_help(asks: Any, page: Callable[..., HttpResponse], status: int) -> None:
    assert '<a href="/help/">Get help</a>' in page(asks("/")).content.decode()
