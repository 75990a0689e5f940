"""Passwords: right, wrong, too often wrong, chosen, changed, forgotten (S-26 to S-30, S-35)."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.http import int_to_base36

from kith.directory.models import Account
from kith.web.signing_in.links import Links

from .conftest import PASSWORD, words_of

NEW = "lantern gravel otter"


def test_the_right_password_leads_in_under_another_session(sign_in):
    client = Client()
    client.get("/account/login/")
    client.session["here"] = "before"
    before = client.session.session_key
    sign_in("aisha", client=client)
    assert (client.said.status_code, client.said["Location"]) == (302, "/")
    assert client.session.session_key not in (None, before)


def test_a_wrong_password_and_a_stranger_are_told_the_very_same(sign_in):
    wrong, stranger = sign_in("aisha", "not the password").said, sign_in("nobody", "not the password").said
    assert wrong.status_code == stranger.status_code == 422
    assert "The e-mail address or the password is not right. Check both" in words_of(wrong)
    assert words_of(wrong) == words_of(stranger)
    assert "not the password" not in wrong.content.decode()


def test_nothing_at_all_is_asked_for_by_name(sign_in):
    said = sign_in("aisha", "", login="").said
    assert "Write your e-mail address" in words_of(said)
    assert "Write your password" in words_of(said)
    assert "<title>Error: Sign in – Kith</title>" in said.content.decode()


def test_after_five_wrong_tries_the_right_password_waits_too_and_nobody_elses_does(sign_in):
    for _ in range(5):
        assert "is not right" in words_of(sign_in("aisha", "not the password").said)
    assert "Wait five minutes, then try again" in words_of(sign_in("aisha").said)
    assert sign_in("grace").said.status_code == 302


def test_tries_are_counted_where_every_process_sees_them(sign_in):
    sign_in("aisha", "not the password")
    with connection.cursor() as cursor:
        cursor.execute("select cache_key from sign_in_tries where cache_key like '%%login_failed%%'")
        keys = [key for (key,) in cursor.fetchall()]
    assert len(keys) == 2  # this account's, and this address's
    assert "example.test" not in str(keys)


@pytest.mark.parametrize(("proxies", "told_apart"), [(0, False), (1, True)])
def test_only_a_proxy_of_ours_is_believed_about_where_someone_sits(db, settings, proxies, told_apart):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
    statuses = [
        Client().post("/account/login/", {}, headers={"x-forwarded-for": f"192.0.2.{n}"}).status_code for n in range(3)
    ]
    assert statuses == [422, 422, 422 if told_apart else 429]


def test_too_much_from_one_place_is_answered_in_our_words(db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    Client().post("/account/login/", {})
    said = Client().post("/account/login/", {})
    assert (said.status_code, "Please wait a moment" in words_of(said)) == (429, True)


@pytest.mark.parametrize(
    ("asked", "led"), [("/today/", "/today/"), ("https://elsewhere.example/", "/"), ("//elsewhere.example", "/")]
)
def test_signing_in_leads_back_to_a_page_of_ours_and_nowhere_else(sign_in, asked, led):
    assert sign_in("aisha", next=asked).said["Location"] == led


def test_signing_out_ends_the_session_on_the_server_and_says_so(sign_in):
    client = sign_in("aisha")
    cookie = client.cookies["sessionid"].value
    assert "Sign out?" in words_of(client.get("/account/logout/"))
    out = client.post("/account/logout/", follow=True)
    assert "You have signed out." in words_of(out)
    thief = Client()
    thief.cookies["sessionid"] = cookie
    assert thief.get("/today/").status_code == 302


def test_twelve_hours_after_signing_in_even_the_pages_of_signing_in_ask_again(sign_in, cast):
    client = sign_in("aisha")
    assert client.get(reverse("mfa_index")).status_code == 200
    session = client.session
    session["began_at"] -= timedelta(hours=12, seconds=1).total_seconds()
    session.save()
    assert client.get(reverse("mfa_index"))["Location"].startswith("/account/login/")
    assert client.get("/today/")["Location"].startswith("/account/login/")


def test_half_an_hour_without_a_sign_of_life_ends_a_session(settings):
    assert (settings.SESSION_COOKIE_AGE, settings.SESSION_SAVE_EVERY_REQUEST) == (1800, True)


# -- changing it


@pytest.fixture
def changed(sign_in):
    client = sign_in("aisha")

    def change(old=PASSWORD, new=NEW, again=None):
        sent = {"oldpassword": old, "password1": new, "password2": new if again is None else again}
        return client.post(reverse("account_change_password"), sent)

    return client, change


def test_a_changed_password_is_in_use_at_once_and_signs_out_every_other_place(changed, sign_in):
    client, change = changed
    elsewhere = sign_in("aisha")
    assert change()["Location"] == reverse("mfa_index")
    assert "Your new password is in use." in words_of(client.get(reverse("mfa_index")))
    assert elsewhere.get("/today/").status_code == 302
    assert sign_in("aisha").said.status_code == 422
    assert sign_in("aisha", NEW).said.status_code == 302


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"old": "not it at all"}, "That is not the password you use now"),
        ({"new": "too short"}, "Make it 12 letters or more"),
        ({"new": "password1234"}, "Too many people use this one"),
        ({"again": "lantern gravel badger"}, "The two are not the same"),
        ({"old": "", "new": "", "again": ""}, "Choose a new password"),
    ],
)
def test_what_is_wrong_with_a_new_password_is_said_and_the_old_one_stays(changed, sign_in, sent, told):
    _, change = changed
    answer = change(**sent)
    assert (answer.status_code, told in words_of(answer)) == (422, True)
    assert sign_in("aisha").said.status_code == 302


def test_an_account_without_a_password_has_none_to_change(browse, account):
    aisha = account("aisha")
    aisha.set_unusable_password()
    aisha.save()
    client = browse("aisha")
    assert client.get(reverse("account_change_password"), follow=True).status_code == 404


# -- the link with which one is chosen


@pytest.fixture
def newcomer(db):
    return Account.objects.create_user("wren@example.test", name="Wren Hollis", audience="staff")


def link_for(account, made_ago=timedelta()):
    links = Links()
    made = links._num_seconds(links._now() - made_ago)
    token = links._make_token_with_timestamp(account, made, links.secret)
    return reverse("account_reset_password_from_key", args=[int_to_base36(account.pk), token])


def test_a_link_works_once_and_hides_itself_before_anything_is_shown(newcomer):
    link, client = link_for(newcomer), Client()
    key = link.rstrip("/").rpartition("/")[2].partition("-")[2]
    opened = client.get(link)
    assert key not in opened["Location"]
    page = client.get(opened["Location"])
    assert key not in page.content.decode()
    assert page["Referrer-Policy"] == "same-origin"

    done = client.post(opened["Location"], {"password1": NEW, "password2": NEW})
    assert (done.status_code, done["Location"]) == (302, "/")
    assert client.get("/today/").status_code == 200
    for again in (client, Client()):
        assert "This link cannot be used" in words_of(again.get(link, follow=True))
    assert "This link cannot be used" in words_of(client.get(opened["Location"]))


def test_opening_a_link_does_not_use_it_up(newcomer):
    link = link_for(newcomer)
    for _ in range(2):  # as the programme a message is sent with does, to show what is behind it
        assert "Choose a password" in words_of(Client().get(link, follow=True))


@pytest.mark.parametrize(("hours", "good"), [(71, True), (73, False)])
def test_an_invitation_is_good_for_three_days(newcomer, hours, good):
    page = Client().get(link_for(newcomer, timedelta(hours=hours)), follow=True)
    assert ("Choose a password" in words_of(page)) == good
    assert ("This link cannot be used" in words_of(page)) != good


@pytest.mark.parametrize(("minutes", "good"), [(29, True), (31, False)])
def test_a_link_for_a_forgotten_password_is_good_for_half_an_hour(cast, account, minutes, good):
    page = Client().get(link_for(account("aisha"), timedelta(minutes=minutes)), follow=True)
    assert ("Choose a password" in words_of(page)) == good


def test_signing_in_uses_up_a_link_nobody_used(account, sign_in, cast):
    link = link_for(account("aisha"))
    sign_in("aisha")
    assert "This link cannot be used" in words_of(Client().get(link, follow=True))


@pytest.mark.parametrize("path", ["x-y/", "1-/", "zzzzzzzzzzzzzzzzzzzz-a-b/", "1-%00/", "1-set-password/"])
def test_a_link_that_makes_no_sense_is_told_kindly_and_breaks_nothing(db, path):
    said = Client().get(f"/account/password/reset/key/{path}")
    assert said.status_code in (200, 404)
    assert re.search("This link cannot be used|We can’t show you this page", words_of(said))


def test_someone_with_a_second_step_is_asked_for_it_after_choosing_a_new_password(cast, account, with_app):
    _, codes = with_app("aisha")
    client = Client()
    opened = client.get(link_for(account("aisha")))
    done = client.post(opened["Location"], {"password1": NEW, "password2": NEW})
    assert done["Location"] == reverse("mfa_authenticate")
    assert client.get("/today/").status_code == 302
    client.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert client.get("/today/").status_code == 200
