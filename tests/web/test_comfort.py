"""How a reader likes to read: chosen without JavaScript, kept in a cookie, never a way off the site."""

from typing import Any

import pytest

from kith.web.context import COMFORT_COOKIE, Comfort
from kith.web.pages import comfort, safe_path

CHOSEN = {"text": "150", "contrast": "high", "spacing": "wide", "motion": "less"}


def test_a_choice_becomes_a_cookie_and_takes_the_reader_back(asks: Any) -> None:
    answer = comfort(asks("/comfort/", post={**CHOSEN, "back": "/families/?page=2"}))
    assert (answer.status_code, answer["Location"]) == (303, "/families/?page=2")
    cookie = answer.cookies[COMFORT_COOKIE]
    assert vars(Comfort.read(cookie.value)) == CHOSEN
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_every_page_is_then_drawn_that_way(asks: Any, draw: Any) -> None:
    request = asks("/", cookies={COMFORT_COOKIE: Comfort(**CHOSEN).as_cookie()})
    page = draw("{% extends 'page.html' %}", request)
    assert 'data-text="150" data-contrast="high" data-spacing="wide" data-motion="less"' in page


def test_the_page_shows_what_is_chosen_now(asks: Any) -> None:
    page = comfort(asks("/comfort/?back=/families/", cookies={COMFORT_COOKIE: "text=125"})).content.decode()
    assert 'value="125" checked' in page
    assert '<input type="hidden" name="back" value="/families/">' in page


@pytest.mark.parametrize("cookie", ["", "nonsense", "text=900&contrast=<script>", "text=" + "1" * 5000, "text=%00"])
def test_a_cookie_that_is_not_ours_changes_nothing(cookie: str) -> None:
    assert Comfort.read(cookie) == Comfort()


def test_a_choice_that_is_not_offered_is_answered_422(asks: Any) -> None:
    answer = comfort(asks("/comfort/", post={"text": "900", "back": "/"}))
    assert answer.status_code == 422
    assert COMFORT_COOKIE not in answer.cookies


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://example.org/",
        "//example.org/",
        "/\\example.org",
        "\\\\example.org",
        "/\t/example.org",
        "javascript:alert(1)",
        "///example.org",
        "families",
        "",
        "\x00/families/",
    ],
)
def test_nobody_is_sent_to_another_site(asks: Any, elsewhere: str) -> None:
    assert safe_path(elsewhere) == "/"
    assert comfort(asks("/comfort/", post={**CHOSEN, "back": elsewhere}))["Location"] == "/"
