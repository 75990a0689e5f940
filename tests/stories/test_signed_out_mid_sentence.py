"""Half an hour goes by with a form open, or the same form is open twice: no word is lost, with scripts or without."""

import pytest
from playwright.sync_api import expect

from tests.stories.conftest import check_accessible

HOME = "For everyone: daily life in this home"


def record(page):
    page.goto("/my-families/")
    page.get_by_role("link", name="Maya Okafor-Nowak", exact=True).click()
    child = page.url
    page.goto(f"{child}visits/record/")
    return child


def session_ends(page):
    """As it does on the server after half an hour without a sign of life: the browser's key fits nothing any more."""
    kept = [cookie for cookie in page.context.cookies() if cookie["name"] != "sessionid"]
    page.context.clear_cookies()
    page.context.add_cookies(kept)


def test_with_scripts_the_words_stay_on_the_page_and_are_saved_once_she_has_signed_in_elsewhere(sit_down):
    page = sit_down("Aisha Khan")
    record(page)
    session_ends(page)
    page.get_by_label(HOME).fill("Soup on the stove, and Nan humming.")
    state = page.locator("[data-saved-state]")
    expect(state).to_contain_text("You have been signed out. Your words are kept on this page")
    check_accessible(page)
    page.get_by_role("button", name="Save the visit").click()
    expect(page.get_by_label(HOME)).to_have_value("Soup on the stove, and Nan humming.")
    with page.context.expect_page() as opened:
        state.get_by_role("link", name="Sign in (opens in a new tab)").click()
    opened.value.get_by_role("button", name="Aisha Khan", exact=True).click()
    expect(state).to_contain_text("Saved ", timeout=30_000)


@pytest.mark.parametrize("width", [1280, 360])
def test_without_scripts_the_form_waits_for_her_behind_sign_in(sit_down, width):
    page = sit_down("Aisha Khan", width=width, scripts=False)
    record(page)
    page.get_by_label(HOME).fill("Soup on the stove, and Nan humming.")
    page.get_by_label("Which room or place?").fill("The blue sofa")
    session_ends(page)
    page.get_by_role("button", name="Save the visit").click()
    expect(page.locator("main")).to_contain_text("Every word is kept, and is there when you have signed in.")
    page.get_by_role("button", name="Aisha Khan", exact=True).click()
    expect(page.get_by_role("heading", name="Record a visit")).to_be_visible()
    expect(page.get_by_label(HOME)).to_have_value("Soup on the stove, and Nan humming.")
    expect(page.get_by_label("Which room or place?")).to_have_value("The blue sofa")


@pytest.mark.parametrize("width", [1280, 360])
def test_a_form_that_keeps_no_draft_shows_what_was_written_so_that_it_can_be_copied(sit_down, width):
    page = sit_down("Aisha Khan", width=width)
    page.goto(record(page) + "situation/?kind=worry")
    page.locator("textarea").first.fill("He has not eaten since Tuesday.")
    session_ends(page)
    page.locator("main form button").first.click()
    expect(page.get_by_role("heading", name="This was not sent: you had been signed out")).to_be_visible()
    expect(page.locator("main")).to_contain_text("He has not eaten since Tuesday.")
    check_accessible(page)


@pytest.mark.parametrize("width", [1280, 360])
def test_a_form_written_in_two_places_is_read_side_by_side_in_the_words_it_asked(sit_down, width):
    pages = [sit_down("Aisha Khan", width=width) for _ in range(2)]
    for page in pages:
        record(page)  # both are open before either is written in
    for page, day, words in zip(pages, ("12", "13"), ("My own bed", "Can Nan stay"), strict=True):
        page.get_by_label("Day", exact=True).first.fill(day)
        maya = page.get_by_role("group", name="Maya").first
        maya.get_by_label("Seen", exact=True).check()
        maya.get_by_label("In Maya’s words").first.fill(words)
        if page is pages[0]:
            expect(page.locator("[data-saved-state]")).to_contain_text("Saved ")
    page = pages[1]
    page.get_by_role("link", name="See both texts").click()
    first, second = page.locator(".kith-card").all()
    expect(first).to_contain_text("When did you go?")
    expect(first.get_by_role("heading", name="Maya")).to_be_visible()
    expect(first).to_contain_text("My own bed")
    expect(second).to_contain_text("Can Nan stay")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    check_accessible(page)
    second.get_by_role("button", name="Carry on with this one").click()
    maya = page.get_by_role("group", name="Maya").first
    expect(maya.get_by_label("In Maya’s words").first).to_have_value("Can Nan stay")
