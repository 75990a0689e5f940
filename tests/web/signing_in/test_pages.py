"""Which pages of signing in there are, and what they say."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from kith.web.doors import DOORS, is_door
from kith.web.signing_in.urls import urlpatterns

from .conftest import words_of

NAMES = [one.name for one in urlpatterns]
OF_THE_LIBRARY = re.compile(
    r"\b(two-factor|2fa|mfa|totp|webauthn|authenticator|authenticat\w*|token|invalid|deactivat\w*|activat\w*|username"
    r"|sign ?up|credential|reset|verif\w*)\b",
    re.IGNORECASE,
)
NAMES_OF_THINGS = ("Microsoft Authenticator", "Google Authenticator")  # what people look for on their phones


def test_every_page_of_signing_in_is_a_door_and_no_door_leads_nowhere():
    assert all(is_door(name) for name in NAMES)
    assert {name for name in DOORS if name.startswith("account_")} <= set(NAMES)


@pytest.mark.parametrize("reader", ["", "aisha"])
@pytest.mark.parametrize(
    "path",
    [
        "signup/",
        "signup/passkey/",
        "email/",
        "confirm-email/",
        "confirm-email/abc/",
        "password/set/",
        "password/reset/done/",
        "password/reset/key/done/",
        "login/code/",
        "login/code/confirm/",
        "phone/verify/",
        "phone/change/",
        "sessions/",
        "3rdparty/",
        "2fa/",
        "2fa/trust/",
        "",
    ],
)
def test_a_page_of_the_librarys_that_kith_does_not_have_is_not_there(browse, reader, path):
    for answer in (browse(reader).get(f"/account/{path}"), browse(reader).post(f"/account/{path}", {"email": "a@b.c"})):
        assert answer.status_code == 404
        assert "We can’t show you this page" in answer.content.decode()


@pytest.fixture
def inside(sign_in, with_app):
    """The browser of somebody who has an app and recovery codes, and who has just signed in."""
    _, codes = with_app("aisha")
    client = sign_in("aisha")
    client.post(reverse("mfa_authenticate"), {"code": codes[0]})
    return client


def test_each_page_speaks_plainly_has_a_title_and_one_heading(inside, with_passkey):
    pages = {name: [] for name in NAMES} | {"account_reset_password_from_key": ["1", "used-up"]}
    of_a_passkey = {name: pages.pop(name) for name in ("mfa_edit_webauthn", "mfa_remove_webauthn")}
    seen = {name for name, arguments in pages.items() if shown(inside, name, arguments)}
    passkey = with_passkey("aisha")
    seen |= {name for name in of_a_passkey if shown(inside, name, [passkey.pk])}
    assert set(NAMES) - seen == {
        "account_set_password",  # not there
        "mfa_authenticate",  # between the password and the first page: below
        "mfa_activate_totp",  # leads to the page that takes the app away
        "mfa_download_recovery_codes",  # a file
        "mfa_login_webauthn",  # what the script asks and sends
        "mfa_reauthenticate_webauthn",  # leads to the password: no passkey can be asked for here
    }


def shown(client, name, arguments):
    """Whether anyone gets this page, signed in or not; and that it is fit to be shown."""
    pages = [reader.get(reverse(name, args=arguments)) for reader in (client, Client())]
    found = [page for page in pages if page.status_code == 200 and page["Content-Type"].startswith("text/html")]
    for page in found:
        body, text = page.content.decode(), words_of(page)
        for known in NAMES_OF_THINGS:
            text = text.replace(known, "")
        assert not OF_THE_LIBRARY.findall(text), name
        assert body.count("<h1") == 1, name
        assert re.search(r"<title>[A-Z][^<]+ – Kith</title>", body), name
        assert 'placeholder="' not in body, name
        assert page["Cache-Control"] == "no-store"
    return bool(found)


def test_the_second_step_speaks_plainly_and_offers_a_way_out(sign_in, with_app):
    with_app("aisha")
    client = sign_in("aisha")
    page = client.get(client.said["Location"])
    assert not OF_THE_LIBRARY.findall(words_of(page))
    assert "I have neither my phone nor a code" in words_of(page)
    client.post("/account/logout/", {"next": "/account/login/"})
    assert client.get("/account/second-step/code/")["Location"] == "/account/login/"


def test_someone_whose_account_was_closed_is_told_so_only_with_the_right_password(sign_in, account):
    aisha = account("aisha")
    aisha.is_active = False
    aisha.save()
    client = sign_in("aisha")
    assert "This account is closed" in words_of(client.get(client.said["Location"]))
    assert "is not right" in words_of(sign_in("aisha", "not the password").said)


def test_a_person_who_has_forgotten_their_password_is_told_whom_to_ask_and_no_mail_is_sent(db, mailoutbox):
    assert "works once, for half an hour" in words_of(Client().get("/account/password/reset/"))
    assert Client().post("/account/password/reset/", {"email": "aisha@example.test"}).status_code == 405
    assert not mailoutbox


def test_the_recovery_codes_come_as_a_file_too(inside):
    on_page = re.findall(r"<li>(\d{8})</li>", inside.get(reverse("mfa_view_recovery_codes")).content.decode())
    file = inside.get(reverse("mfa_download_recovery_codes"))
    assert len(on_page) == 9
    assert re.findall(r"^\d{8}$", file.content.decode(), re.MULTILINE) == on_page
    assert file["Content-Disposition"].startswith("attachment")
