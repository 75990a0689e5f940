"""What stands around every page."""

import re
from dataclasses import replace
from typing import Any

import pytest

from kith.access import Right
from kith.access.actor import Audience

from .conftest import AISHA

PAGE = "{% extends 'page.html' %}{% block title %}Maya – Plan{% endblock %}{% block main %}<h1>Plan</h1>{% endblock %}"


def test_a_page_says_its_language_its_title_and_has_one_main_part(asks: Any, draw: Any) -> None:
    page = draw(PAGE, asks("/search/"))
    assert '<html lang="en"' in page
    assert "<title>Maya – Plan – Kith</title>" in page
    assert page.count("<main") == 1
    assert 'href="#content"' in page


def test_a_family_page_gives_nothing_away_in_its_title(asks: Any, draw: Any) -> None:
    page = draw("{% extends 'page.html' %}{% block fulltitle %}My page{% endblock %}", asks("/"))
    assert "<title>My page</title>" in page


def test_a_page_with_errors_says_so_first_in_its_title(asks: Any, draw: Any) -> None:
    from .test_forms import Visit

    assert "<title>Error: Maya – Plan – Kith</title>" in draw(PAGE, asks("/"), form=Visit({}))


@pytest.mark.parametrize("audience", [Audience.STAFF, Audience.PARTNER, Audience.PUBLIC])
def test_worried_now_is_on_every_staff_partner_and_public_page(asks: Any, draw: Any, audience: Audience) -> None:
    assert 'href="/worried/">Worried now</a>' in draw(PAGE, asks("/", actor=replace(AISHA, audience=audience)))
    assert 'href="/worried/">Worried now</a>' in draw(PAGE, asks("/", actor=None))


def test_at_most_five_places_and_the_one_we_are_in_is_marked(asks: Any, draw: Any) -> None:
    duty_manager = replace(AISHA, rights=frozenset(Right))
    page = draw(PAGE, asks("/families/lisbon/", actor=duty_manager))
    assert page.count('<li class="govuk-service-navigation__item') == 5
    assert re.findall(r'href="([^"]+)" aria-current="true"', page) == ["/families/"]
    assert re.findall(r'href="([^"]+)" aria-current="page"', draw(PAGE, asks("/today/"))) == ["/today/"]


def test_help_is_always_the_last_link_in_the_footer_and_comfort_is_on_every_page(asks: Any, draw: Any) -> None:
    for actor in (AISHA, None):
        page = draw(PAGE, asks("/search/", actor=actor))
        assert 'href="/comfort/?back=%2Fsearch%2F">Comfort</a>' in page
        assert re.findall(r'href="([^"]+)"', page)[-1] == "/help/"


def test_signing_out_is_a_form_and_is_offered_only_to_those_signed_in(asks: Any, draw: Any) -> None:
    assert '<form class="kith-header__out" method="post" action="/sign-out/">' in draw(PAGE, asks("/"))
    assert "Sign out" not in draw(PAGE, asks("/", actor=None))


def test_without_scripts_nothing_is_offered_that_needs_them(asks: Any, draw: Any) -> None:
    page = draw(PAGE, asks("/"))
    assert re.search(r"<button[^>]*data-blank-screen hidden", page)
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assert " style=" not in page
    assert not re.search(r"\son\w+=", page)


def test_demonstration_pages_say_so(asks: Any, draw: Any, settings: Any) -> None:
    settings.DEMO = True
    assert "Every person here is made up" in draw(PAGE, asks("/"))
    settings.DEMO = False
    assert "Every person here is made up" not in draw(PAGE, asks("/"))


def test_what_is_printed_is_a_staff_copy_unless_it_was_released(asks: Any, draw: Any) -> None:
    assert '<p class="staff-copy" aria-hidden="true">Staff copy – not for release</p>' in draw(PAGE, asks("/"))
    released = draw(PAGE + "{% block bodyclass %}released-copy{% endblock %}", asks("/"))
    assert re.search(r'<body class="[^"]*released-copy', released)


def test_the_frame_asks_the_database_nothing(asks: Any, draw: Any) -> None:
    draw(PAGE, asks("/"))  # pytest-django refuses any query in a test that has not asked for the database
