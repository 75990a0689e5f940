"""What every page's frame needs: the reader's comfort, the places they go, the way to say "worried now"."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString

from kith.access import Actor, Right
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


# The few places each audience goes: words, URL name, and the right someone needs to find anything there.
PLACES: dict[str, tuple[tuple[str, str, Right | None], ...]] = {
    "staff": (
        ("Today", "today", None),
        ("My families", "my-families", None),
        ("Search", "search", None),
        ("Team today", "team", Right.SEE_TEAM),
        ("Front door", "front-door", Right.DECIDE_CONTACTS),
        ("Duty", "duty", Right.BE_ON_DUTY),
        ("Promises", "charters", None),
    ),
    "partner": (
        ("My children", "my-children", None),
        ("My steps", "my-steps", None),
        ("What I told you", "my-asks", None),
    ),
    "family": (("My page", "my-page", None),),
}


CORNER = "corner"  # in the session of a child: how their corner looks, and whose device it is
LAYOUTS = {"child": "child.html"}  # for the few pages every audience has: comfort, a draft written twice


def comfort(request: HttpRequest) -> dict[str, Any]:
    """Template variables ``comfort`` and ``comfort_url``."""
    url = path_to("comfort")
    back = urlencode({"back": request.path})
    return {
        "comfort": Comfort.read(request.COOKIES.get(COMFORT_COOKIE, "")),
        "comfort_url": url and f"{url}?{back}",
    }


def frame(request: HttpRequest) -> dict[str, Any]:
    """Template variables for the header and footer. Reads nothing but the request and its session: no query of ours."""
    actor = getattr(request, "actor", None)
    audience = str(actor.audience) if actor else "public"
    return {
        "layout": LAYOUTS.get(audience, "page.html"),
        "corner": request.session.get(CORNER, {}) if audience == "child" else {},
        "navigation": places(actor, request.path) if actor and not _owes_second_step(request) else [],
        "signed_in": bool(actor and actor.account_id),
        "account_name": actor.name if actor else "",
        "home_url": "/",
        "worried_url": path_to("worried") if audience in ("staff", "partner", "public") else "",
        "help_url": path_to("help"),
        "pin_url": path_to("my-pin") if audience == "staff" else "",
        "sign_out_url": path_to("sign-out") or path_to("account_logout"),
        "ways_in_url": "" if settings.DEMO else path_to("mfa_index"),
        "demo_mode": settings.DEMO,
        "csrf_cookie": settings.CSRF_COOKIE_NAME,
    }


def _owes_second_step(request: HttpRequest) -> bool:
    return getattr(request, "second_step_owed", False)


def places(actor: Actor, here: str) -> list[dict[str, Any]]:
    """Items for the service navigation, the one we are in marked active."""
    mine = [
        (text, path_to(name)) for text, name, right in PLACES.get(actor.audience, ()) if not right or actor.may(right)
    ]
    nearest = max((href for _, href in mine if href and here.startswith(href)), key=len, default="")
    return [
        {"text": text, "href": href, "current": here == href, "active": href == nearest} for text, href in mine if href
    ]


def path_to(name: str) -> str:
    """The path of a named page, or "" when no such page is installed."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
