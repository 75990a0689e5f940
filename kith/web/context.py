"""What every page's frame needs: the reader's comfort, the places they go, the way to say "worried now"."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString

from kith.web.components.base import attrs

COMFORT_COOKIE = "kith-comfort"
COMFORT_CHOICES = {
    "text": ("100", "125", "150"),
    "contrast": ("", "high"),
    "spacing": ("", "wide"),
    "motion": ("", "less"),
}


@dataclass(frozen=True)
class Comfort:
    """How this reader likes to read, kept in a cookie on their own device and nowhere else."""

    text: str = "100"
    contrast: str = ""
    spacing: str = ""
    motion: str = ""

    @classmethod
    def read(cls, cookie: str) -> "Comfort":
        """From the cookie's value. Anything that is not one of our choices is left at its usual setting."""
        given = {name: values[-1] for name, values in parse_qs(cookie[:200]).items()}
        return cls(**{name: given[name] for name, known in COMFORT_CHOICES.items() if given.get(name) in known})

    def as_cookie(self) -> str:
        return urlencode({name: getattr(self, name) for name in COMFORT_CHOICES if getattr(self, name)})

    @property
    def attributes(self) -> SafeString:
        """For the ``<html>`` element: ``data-text``, ``data-contrast``, ``data-spacing``, ``data-motion``."""
        return attrs({f"data-{name}": getattr(self, name) or None for name in COMFORT_CHOICES})


# The few places each audience goes: words and URL name. A room that is not built yet has no URL and is left out.
PLACES = {
    "staff": (
        ("Today", "today"),
        ("My families", "my-families"),
        ("Search", "search"),
        ("Team today", "team"),
        ("Standards", "standards"),
    ),
    "partner": (
        ("Tell us about a child", "referral"),
        ("My children", "my-asks"),
        ("Messages", "messages"),
        ("Meetings", "meetings"),
    ),
    "family": (("My page", "my-page"), ("The plan", "my-plan"), ("Messages", "my-messages")),
}


def comfort(request: HttpRequest) -> dict[str, Any]:
    """Template variables ``comfort`` and ``comfort_url``."""
    url = path_to("comfort")
    back = urlencode({"back": request.path})
    return {
        "comfort": Comfort.read(request.COOKIES.get(COMFORT_COOKIE, "")),
        "comfort_url": url and f"{url}?{back}",
    }


def frame(request: HttpRequest) -> dict[str, Any]:
    """Template variables for the header and footer. Reads nothing but the request: no query."""
    actor = getattr(request, "actor", None)
    audience = str(actor.audience) if actor else "public"
    return {
        "navigation": places(audience, request.path) if actor else [],
        "signed_in": bool(actor and actor.account_id),
        "account_name": actor.name if actor else "",
        "home_url": "/",
        "worried_url": path_to("worried") if audience in ("staff", "partner", "public") else "",
        "help_url": path_to("help"),
        "sign_out_url": path_to("sign-out") or path_to("account_logout"),
        "demo_mode": settings.DEMO,
        "csrf_cookie": settings.CSRF_COOKIE_NAME,
    }


def places(audience: str, here: str) -> list[dict[str, Any]]:
    """Items for the service navigation, the one we are in marked active."""
    found = [(text, path_to(name)) for text, name in PLACES.get(audience, ())]
    return [
        {"text": text, "href": href, "current": here == href, "active": href != "/" and here.startswith(href)}
        for text, href in found
        if href
    ]


def path_to(name: str) -> str:
    """The path of a named page, or "" when no such page is installed."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
