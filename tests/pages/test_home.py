"""The front door: where each person goes first, choosing whom to be in a demonstration, and whether the site is up."""

import pytest
from django.test import Client

from kith.directory.models import Account


@pytest.mark.parametrize(
    ("name", "first"), [("", "/account/login/"), ("aisha", "/today/"), ("priya", "/partner/"), ("kelly", "/p/")]
)
def test_everyone_is_led_to_their_own_first_page(browse, name, first):
    assert browse(name).get("/")["Location"] == first


@pytest.fixture
def demo(settings, db):
    settings.DEMO = True
    return Account.objects.create_user("wren@demo.test", name="Wren Hollis", audience="staff")


def test_in_a_demonstration_someone_chooses_whom_to_be_and_goes_on_where_they_were(demo):
    client = Client()
    asked = client.get("/my-families/")
    assert asked["Location"] == "/demo/?next=/my-families/"
    assert 'name="next" value="/my-families/"' in client.get(asked["Location"]).content.decode()
    chosen = client.post("/demo/", {"account": demo.pk, "next": "/my-families/"})
    assert chosen["Location"] == "/my-families/"
    for elsewhere in ("", "https://elsewhere.example/"):
        assert client.post("/demo/", {"account": demo.pk, "next": elsewhere})["Location"] == "/"
    assert client.post("/demo/", {"account": "0"}).status_code == 404


def test_nobody_chooses_whom_to_be_on_a_real_instance(db):
    assert Client().get("/demo/").status_code == 404


def test_the_site_says_that_it_is_up_and_nothing_else(db):
    said = Client().get("/health/")
    assert (said.status_code, said.json()) == (200, {"ok": True})
    assert not said.cookies
