"""Our own scripts in a real browser: nothing typed is lost, and the screen can be hidden at once."""

import re
from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .browsing import Site
from .test_assets import built

pytestmark = built

FORM = """{% extends 'page.html' %}{% load govuk kith %}{% block title %}Record a visit{% endblock %}{% block main %}
<form method="post" action="/visit/" data-draft="/draft/" data-draft-conflict="/draft/both/">{% form_keys %}
<input type="hidden" name="draft_version" value="1">{% saved_state %}{% textarea "said" "In Maya’s words" %}
{% button "Save" name="then" value="finish" %}</form>{% endblock %}"""


@pytest.fixture
def site(asks: Any, draw: Any) -> Iterator[Site]:
    pages = {
        "/": draw(FORM, asks("/"), key="k1"),
        "/draft/both/": "<h1>Both texts</h1>",
        "/done/": "<h1>Kept</h1>",
    }
    with Site(pages).served() as site:
        yield site


def status(page: Page) -> Any:
    return page.locator("[data-saved-state]")


def test_words_are_sent_within_five_seconds_and_the_page_says_so(site: Site, browser: Any) -> None:
    page = site.open(browser)
    page.fill("#said", "My own bed")
    expect(status(page)).to_have_text("Saved 12:04", timeout=5000)
    assert site.sent[0].path == "/draft/"
    assert site.sent[0].fields["said"] == "My own bed"
    assert site.sent[0].fields["draft_version"] == "1"
    assert site.sent[0].token == site.sent[0].fields["csrfmiddlewaretoken"]
    assert page.input_value("[name=draft_version]") == "2"
    assert site.complaints == []


def test_someone_who_never_stops_typing_is_saved_all_the_same(site: Site, browser: Any) -> None:
    page = site.open(browser)
    page.locator("#said").press_sequentially("She told me about the bed and the noise at night. ", delay=140)
    assert site.sent, "seven seconds of typing without a pause, and nothing was sent"


def test_a_failure_is_said_and_tried_again_until_it_works(site: Site, browser: Any) -> None:
    answers = iter(["gone", (500, {}), (200, {"saved": "12:09", "version": 5})])
    site.answer = lambda sent: next(answers)
    page = site.open(browser)
    page.fill("#said", "My own bed")
    expect(status(page)).to_contain_text("Not saved yet – still on this page")
    expect(status(page)).to_have_text("Saved 12:09", timeout=12_000)
    assert [sent.fields["said"] for sent in site.sent] == ["My own bed"] * 3


@pytest.mark.parametrize("answer", ["sign-in", (401, {}), (403, "signed out")])
def test_a_session_that_ended_is_said_and_the_words_stay(site: Site, browser: Any, answer: Any) -> None:
    site.answer = lambda sent: answer
    page = site.open(browser)
    page.fill("#said", "My own bed")
    expect(status(page)).to_contain_text("You have been signed out. Your words are kept on this page")
    page.click("text=Save")
    expect(page).to_have_url(site.home + "/")
    assert page.input_value("#said") == "My own bed"


def test_signing_in_in_another_tab_is_enough_to_carry_on(site: Site, browser: Any) -> None:
    site.answer = lambda sent: (200, {"saved": "12:10"}) if sent.token == "new" else (403, "")
    page = site.open(browser)
    page.fill("#said", "My own bed")
    expect(status(page)).to_contain_text("You have been signed out")
    browser.add_cookies([{"name": "csrftoken", "value": "new", "url": site.home}])
    expect(status(page)).to_have_text("Saved 12:10", timeout=12_000)


def test_two_tabs_that_both_wrote_are_shown_where_both_texts_are(site: Site, browser: Any) -> None:
    site.answer = lambda sent: (409, {"conflict": "/draft/both/", "version": 7})
    page = site.open(browser)
    page.fill("#said", "My own bed")
    page.click("text=See both texts")
    expect(page.locator("h1")).to_have_text("Both texts")


def test_leaving_the_page_at_once_still_sends_the_words(site: Site, browser: Any) -> None:
    page = site.open(browser)
    page.fill("#said", "My own bed")
    page.goto(site.home + "/done/")
    page.wait_for_timeout(300)
    assert [sent.fields["said"] for sent in site.sent] == ["My own bed"]
    assert site.sent[0].fields["csrfmiddlewaretoken"]


def test_saving_sends_the_last_words_first_and_then_the_form_with_its_button(site: Site, browser: Any) -> None:
    site.answer = lambda sent: (200, {"saved": "12:04"}) if sent.path == "/draft/" else (200, "<h1>Kept</h1>")
    page = site.open(browser)
    page.fill("#said", "My own bed")
    page.click("text=Save")
    expect(page.locator("h1")).to_have_text("Kept")
    assert [sent.path for sent in site.sent] == ["/draft/", "/visit/"]
    assert site.sent[1].fields["then"] == "finish"


def test_a_server_that_cannot_be_reached_does_not_take_the_form_with_it(site: Site, browser: Any) -> None:
    site.answer = lambda sent: "gone"
    page = site.open(browser)
    page.fill("#said", "My own bed")
    page.click("text=Save")
    expect(status(page)).to_contain_text("Not sent: Kith can’t be reached. Your words are still on this page")
    assert page.input_value("#said") == "My own bed"
    assert {sent.path for sent in site.sent} == {"/draft/"}


def test_typing_while_a_save_is_on_its_way_is_saved_next(site: Site, browser: Any) -> None:
    versions, go_on = iter(range(2, 9)), Event()

    def answer(sent: Any) -> Any:
        go_on.wait(5)
        return 200, {"saved": "12:04", "version": next(versions)}

    site.answer = answer
    page = site.open(browser)
    page.fill("#said", "My own bed")
    page.wait_for_timeout(2000)  # the first save has been sent, and has no answer yet
    page.fill("#said", "My own bed and a lamp")
    go_on.set()
    expect(page.locator("[name=draft_version]")).to_have_value("3", timeout=6000)
    assert [sent.fields["said"] for sent in site.sent] == ["My own bed", "My own bed and a lamp"]
    assert [sent.fields["draft_version"] for sent in site.sent] == ["1", "2"]


@pytest.mark.parametrize("way", ["keys", "button"])
def test_the_screen_is_hidden_at_once_and_any_key_brings_it_back(site: Site, browser: Any, way: str) -> None:
    page = site.open(browser)
    heading = page.locator("#said")
    if way == "keys":
        page.keyboard.press("Escape")
        expect(heading).to_be_visible()
        page.keyboard.press("Escape")
    else:
        page.click("[data-blank-screen]")
    expect(heading).not_to_be_visible()
    assert page.title() == "Kith"
    page.keyboard.press("a")
    expect(heading).to_be_visible()
    assert page.title() == "Record a visit – Kith"
    assert page.input_value("#said") == ""


def test_without_scripts_the_page_is_whole_and_offers_nothing_that_needs_them(site: Site, chromium: Any) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    site.answer = lambda sent: (200, "<h1>Kept</h1>")
    page = site.open(context)
    expect(page.locator("[data-blank-screen]")).not_to_be_visible()
    expect(page.get_by_role("link", name="Search")).to_be_visible()
    page.fill("#said", "My own bed")
    page.click("text=Save")
    expect(page.locator("h1")).to_have_text(re.compile("Kept"))
    assert site.sent[0].fields["said"] == "My own bed"
    context.close()
