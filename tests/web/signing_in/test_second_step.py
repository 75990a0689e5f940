"""The second step: owed, set up, used, lost, taken away (S-31)."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from .conftest import code_of, words_of

INDEX, CODE, APP = reverse("mfa_index"), reverse("mfa_authenticate"), reverse("mfa_activate_totp")
STOP_APP = reverse("mfa_deactivate_totp")


# -- owed


@pytest.mark.parametrize("path", ["/", "/today/", "/search/", "/drafts/record-visit:x/"])
def test_whoever_works_here_gets_no_further_without_a_second_step(live, sign_in, path):
    assert sign_in("aisha").get(path)["Location"] == INDEX
    assert sign_in("priya").get(path)["Location"] == INDEX


def test_whoever_owes_one_can_still_say_that_they_are_worried_as_anybody_can(live, sign_in):
    client = sign_in("aisha")
    for path in ("/worried/", "/help/"):
        page = client.get(path)
        assert page.status_code == 200
        assert "Aisha" not in page.content.decode()
    assert client.post("/worried/", {"what": "He is sitting on the roof.", "key": "k"}).status_code == 200


def test_they_are_told_why_and_may_sign_out_or_set_one_up(live, sign_in):
    client = sign_in("aisha")
    page = client.get(INDEX)
    assert "One more step before you begin" in words_of(page)
    assert "Sign out" in words_of(page)
    assert "My families" not in words_of(page)
    assert client.get(APP).status_code == 200


def test_a_family_and_a_demonstration_owe_none(live, sign_in, settings):
    assert sign_in("kelly").get("/p/").status_code == 200
    settings.MODE = "demo"
    assert sign_in("aisha").get("/today/").status_code == 200


def test_recovery_codes_alone_are_no_second_step(live, sign_in, account):
    Authenticator.objects.create(
        user=account("aisha"), type=Authenticator.Type.RECOVERY_CODES, data={"seed": "x", "used_mask": 0}
    )
    assert sign_in("aisha").get("/today/")["Location"] == INDEX


# -- an app


def test_an_app_is_set_up_with_the_code_it_shows_and_recovery_codes_follow(live, sign_in):
    client = sign_in("aisha")
    page = client.get(APP).content.decode()
    secret = re.search(r'kith-key">(\w+)<', page)[1]

    wrong = client.post(APP, {"code": "000000"})
    assert wrong.status_code == 422
    assert "An app shows a new one every 30 seconds" in words_of(wrong)
    assert secret in wrong.content.decode()  # the same square: nobody scans twice

    done = client.post(APP, {"code": code_of(secret)})
    assert done["Location"] == reverse("mfa_view_recovery_codes")
    codes = client.get(done["Location"])
    assert len(re.findall(r"<li>\d{8}</li>", codes.content.decode())) == 10
    assert client.get("/today/").status_code == 200


@pytest.fixture
def asked(live, sign_in, with_app):
    """Aisha has sent her password and is asked for a code: (browser, key of her app, recovery codes)."""
    secret, codes = with_app("aisha")
    client = sign_in("aisha")
    assert client.said["Location"] == CODE
    return client, secret, codes


def test_the_code_an_app_shows_lets_in_once(asked, sign_in):
    client, secret, _ = asked
    code = code_of(secret)
    assert client.get("/today/").status_code == 302
    assert client.post(CODE, {"code": code})["Location"] == "/"
    assert client.get("/today/").status_code == 200
    assert sign_in("aisha").post(CODE, {"code": code}).status_code == 422


def test_a_recovery_code_lets_in_once(asked, sign_in):
    client, _, codes = asked
    spaced = f"{codes[0][:4]} {codes[0][4:]}"
    assert client.post(CODE, {"code": spaced})["Location"] == "/"
    assert "9 of your 10 codes are left" in words_of(client.get(INDEX))
    assert sign_in("aisha").post(CODE, {"code": codes[0]}).status_code == 422


@pytest.mark.parametrize("code", ["", "123", "abcdef", "０００００００", "0" * 500, "12345\0"])
def test_a_wrong_code_is_told_kindly_and_nothing_is_open(asked, code):
    client, _, _ = asked
    said = client.post(CODE, {"code": code})
    assert said.status_code == 422
    assert re.search("That code is not right|Type a code|Null characters", words_of(said))
    assert client.get("/today/").status_code == 302


def test_after_five_wrong_codes_the_right_one_waits_too(asked):
    client, secret, codes = asked
    for _ in range(5):
        assert "That code is not right" in words_of(client.post(CODE, {"code": "000001"}))
    for code in (code_of(secret), codes[0]):
        assert "Wait five minutes" in words_of(client.post(CODE, {"code": code}))


def test_nobody_reaches_the_second_step_without_the_first(db):
    assert Client().get(CODE)["Location"] == "/account/login/"
    assert Client().post(CODE, {"code": "000000"})["Location"] == "/account/login/"


# -- keeping one


@pytest.fixture
def inside(asked):
    client, _, codes = asked
    client.post(CODE, {"code": codes[0]})
    return client


def test_the_only_second_step_cannot_be_taken_away_and_one_of_two_can(inside, with_passkey, account):
    assert "You cannot stop using the app yet" in words_of(inside.get(STOP_APP))
    assert inside.post(STOP_APP).status_code == 422
    passkey = with_passkey("aisha")
    assert inside.post(STOP_APP)["Location"] == INDEX

    remove = reverse("mfa_remove_webauthn", args=[passkey.pk])
    assert "You cannot take “My phone” away yet" in words_of(inside.get(remove))
    assert inside.post(remove).status_code == 422
    with_passkey("aisha", "My key")
    assert inside.post(remove).status_code == 302
    left = Authenticator.objects.filter(user=account("aisha"), type=Authenticator.Type.WEBAUTHN)
    assert [one.wrap().name for one in left] == ["My key"]


def test_a_passkey_is_named_by_its_owner_alone(inside, with_passkey):
    mine, hers = with_passkey("aisha"), with_passkey("grace")
    assert inside.post(reverse("mfa_edit_webauthn", args=[mine.pk]), {"name": "<b>Work</b>"}).status_code == 302
    assert "&lt;b&gt;Work&lt;/b&gt;" in inside.get(reverse("mfa_list_webauthn")).content.decode()
    assert "Give it a name" in words_of(inside.post(reverse("mfa_edit_webauthn", args=[mine.pk]), {"name": ""}))
    for page in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        assert inside.get(reverse(page, args=[hers.pk])).status_code == 404


@pytest.mark.parametrize("sent", ["", "null", "[]", "{}", '"x"', "{", '{"id": 1}', '{"response": {"userHandle": "x"}}'])
def test_a_passkey_that_makes_no_sense_is_told_kindly(db, inside, sent):
    said = Client().post(reverse("mfa_login_webauthn"), {"credential": sent}, follow=True)
    assert said.status_code == 200
    assert "That passkey did not work here" in words_of(said)
    assert inside.post(reverse("mfa_add_webauthn"), {"credential": sent, "name": "x"}).status_code == 422


def test_new_recovery_codes_stop_the_old_ones(inside, sign_in, asked):
    _, _, old = asked
    inside.post(reverse("mfa_generate_recovery_codes"))
    new = re.findall(r"<li>(\d{8})</li>", inside.get(reverse("mfa_view_recovery_codes")).content.decode())
    assert len(new) == 10
    assert sign_in("aisha").post(CODE, {"code": old[1]}).status_code == 422
    assert sign_in("aisha").post(CODE, {"code": new[0]})["Location"] == "/"


# -- showing again that it is you

GUARDED = [APP, STOP_APP, reverse("mfa_add_webauthn"), reverse("mfa_view_recovery_codes")]


def five_minutes_later(client):
    session = client.session
    session["account_authentication_methods"] = [
        {**proof, "at": time.time() - 301} for proof in session["account_authentication_methods"]
    ]
    session.save()


@pytest.mark.parametrize("path", GUARDED)
def test_after_five_minutes_what_opens_the_account_asks_who_is_there(inside, path):
    if path == APP:
        path = reverse("mfa_generate_recovery_codes")
    assert inside.get(path).status_code == 200
    five_minutes_later(inside)
    asked = inside.get(path)
    assert asked["Location"] == f"/account/reauthenticate/?next={path.replace('/', '%2F')}"
    assert "Show that it is you" in words_of(inside.get(asked["Location"]))
    wrong = inside.post(asked["Location"], {"password": "not the password"})
    assert (wrong.status_code, "That is not your password" in words_of(wrong)) == (422, True)
    assert inside.post(asked["Location"], {"password": "a quiet harbour at dusk"})["Location"] == path
    assert inside.get(path).status_code == 200


def test_a_code_will_do_instead_of_the_password(inside, asked):
    _, _, codes = asked
    path = reverse("mfa_view_recovery_codes")
    five_minutes_later(inside)
    other = reverse("mfa_reauthenticate") + f"?next={path}"
    assert "Use a code" in words_of(inside.get("/account/reauthenticate/"))
    assert inside.post(other, {"code": codes[2]})["Location"] == path
    assert inside.get(path).status_code == 200
