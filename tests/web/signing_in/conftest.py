"""People who sign in as people do: with a password, and with what their phone shows."""

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client

from kith.directory.models import Account

PASSWORD = "a quiet harbour at dusk"


def code_of(secret: str) -> str:
    """What an app shows now for this key."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def words_of(response: Any) -> str:
    """What a reader sees of a page."""
    body = re.sub(r"<(script|head).*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


@pytest.fixture
def live(settings: Any) -> None:
    """As on a real instance: whoever works here owes a second step."""
    settings.MODE = "live"


@pytest.fixture
def account(cast: Any) -> Callable[[str], Account]:
    return lambda name: Account.objects.get(pk=cast.actors[name].account_id)


@pytest.fixture
def sign_in(cast: Any) -> Callable[..., Client]:
    """`sign_in("aisha")`: a browser that has sent the sign-in page with her password; `.said` is the answer."""

    def signed_in(name: str, password: str = PASSWORD, client: Client | None = None, **more: str) -> Client:
        client = client or Client()
        sent = {"login": f"{name}@example.test", "password": password, **more}
        client.said = client.post("/account/login/", sent)  # type: ignore[attr-defined]
        return client

    return signed_in


@pytest.fixture
def with_app(account: Callable[[str], Account]) -> Callable[[str], tuple[str, list[str]]]:
    """`secret, codes = with_app("aisha")`: she has set up an app, and kept her recovery codes."""

    def set_up(name: str) -> tuple[str, list[str]]:
        secret = generate_totp_secret()
        TOTP.activate(account(name), secret)
        return secret, RecoveryCodes.activate(account(name)).generate_codes()

    return set_up


@pytest.fixture
def with_passkey(account: Callable[[str], Account]) -> Callable[[str], Authenticator]:
    """A passkey as it is kept. What is in it is tried in a real browser: tests/stories/test_live_sign_in.py."""

    def set_up(name: str, called: str = "My phone") -> Authenticator:
        return Authenticator.objects.create(
            user=account(name), type=Authenticator.Type.WEBAUTHN, data={"name": called, "credential": {}}
        )

    return set_up
