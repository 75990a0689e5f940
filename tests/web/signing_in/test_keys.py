"""What second steps are checked against cannot be read in the database, and can with the right key (S-31)."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse

from kith.web.signing_in import keys

from .conftest import code_of, words_of

INDEX, CODE = reverse("mfa_index"), reverse("mfa_authenticate")
CODES, NEW_CODES, CODES_FILE = (reverse(f"mfa_{what}_recovery_codes") for what in ("view", "generate", "download"))
CANNOT = "Kith can no longer read what your app or your recovery codes are checked against"


def everything_in(table):
    with connection.cursor() as cursor:
        cursor.execute(f"select coalesce(string_agg(t::text, ' '), '') from {table} t")
        return cursor.fetchone()[0]


def test_neither_the_key_of_an_app_nor_a_recovery_code_can_be_read_in_the_database(live, sign_in, with_app):
    secret, codes = with_app("aisha")
    assert sign_in("aisha").post(CODE, {"code": code_of(secret)}).status_code == 302
    kept = everything_in("mfa_authenticator")
    assert len(kept) > 200
    assert secret not in kept + everything_in("django_session")
    seed = next(one.data["seed"] for one in Authenticator.objects.all() if "seed" in one.data)
    assert keys.open_again(seed) not in kept
    assert not any(code in kept for code in codes)


def test_the_same_words_are_never_kept_the_same_way_twice():
    assert keys.close("one") != keys.close("one")
    assert keys.open_again(keys.close("one")) == "one"


def test_after_a_new_key_is_put_in_front_old_apps_still_work_and_new_ones_need_the_new_key(
    live, sign_in, with_app, settings
):
    (old,) = settings.SECOND_STEP_KEYS
    secret, _ = with_app("aisha")
    settings.SECOND_STEP_KEYS = ["a newer key of this instance", old]
    client = sign_in("aisha")
    assert client.post(CODE, {"code": code_of(secret)})["Location"] == "/"
    newer = keys.close("one")
    settings.SECOND_STEP_KEYS = [old]
    with pytest.raises(ValidationError):
        keys.open_again(newer)


@pytest.mark.parametrize("with_recovery_code", [False, True])
def test_with_a_key_that_does_not_fit_the_person_is_told_so_and_nobody_gets_in(
    live, sign_in, with_app, settings, caplog, with_recovery_code
):
    secret, codes = with_app("aisha")
    client = sign_in("aisha")
    settings.SECOND_STEP_KEYS = ["somebody else's key"]
    said = client.post(CODE, {"code": codes[0] if with_recovery_code else code_of(secret)})
    assert said.status_code == 422
    assert CANNOT in words_of(said)
    assert client.get("/today/").status_code == 302
    assert "see KITH_KEYS" in caplog.text
    assert secret not in caplog.text


def test_pages_about_codes_say_so_too_to_someone_inside(live, sign_in, with_app, settings):
    _, codes = with_app("aisha")
    client = sign_in("aisha")
    client.post(CODE, {"code": codes[0]})
    settings.SECOND_STEP_KEYS = ["somebody else's key"]
    assert CANNOT in words_of(client.get(INDEX))
    for path in (CODES, NEW_CODES, CODES_FILE):
        page = client.get(path)
        assert (path, page.status_code) == (path, 503)
        assert CANNOT in words_of(page)


@pytest.mark.parametrize("put_in", ["JBSWY3DPEHPK3PXP", "", "gAAAAA", "ąę"])
def test_a_key_somebody_wrote_into_the_database_lets_nobody_in(live, sign_in, with_app, put_in):
    with_app("aisha")
    Authenticator.objects.filter(type=Authenticator.Type.TOTP).update(data={"secret": put_in})
    client = sign_in("aisha")
    said = client.post(CODE, {"code": code_of("JBSWY3DPEHPK3PXP")})
    assert said.status_code == 422
    assert client.get("/today/").status_code == 302
