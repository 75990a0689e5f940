"""Requests as the middleware hands them to a page, and pages drawn from a few lines of template."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory

from kith.access.actor import Actor, Audience

Draw = Callable[..., str]
AISHA = Actor(1, Audience.STAFF, datetime(2026, 11, 17, 10, tzinfo=UTC), name="Aisha Khan")


@pytest.fixture
def own_addresses(settings: Any) -> None:
    """The few addresses of `urls.py` here, for tests of the frame alone."""
    settings.ROOT_URLCONF = "tests.web.urls"


@pytest.fixture
def asks(own_addresses: None) -> Callable[..., HttpRequest]:
    """A request: ``asks("/search/", actor=AISHA, cookies={...}, post={...})``."""

    def make(path: str = "/", actor: Actor | None = AISHA, cookies: dict[str, str] | None = None, **how: Any) -> Any:
        post = how.get("post")
        request = RequestFactory().get(path) if post is None else RequestFactory().post(path, post)
        request.actor = actor
        request.COOKIES.update(cookies or {})
        return request

    return make


@pytest.fixture
def draw(own_addresses: None) -> Draw:
    """The HTML of a few lines of template with our tags loaded."""

    def make(template: str, request: HttpRequest | None = None, **context: Any) -> str:
        loads = "" if "{% extends" in template else "{% load govuk kith forms %}"
        return engines["django"].from_string(loads + template).render(context, request)

    return make


@pytest.fixture
def browser(chromium: Any) -> Iterator[Any]:
    """A fresh browser context: no cookies, no memory."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    yield context
    context.close()
