"""Every component in a real browser: readable, reachable and whole, at every width and in every comfort."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from kith.web.context import COMFORT_COOKIE

from .browsing import Site
from .gallery import gallery
from .test_assets import built

pytestmark = built

# The usual look at three widths, and everything turned up at the widest and the narrowest.
LOOKS = {"": (1280, 360, 320), "text=150&contrast=high&spacing=wide&motion=less": (1280, 320)}
TOO_WIDE = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(one).position !== "absolute")
  .map((one) => one.className || one.tagName).slice(0, 5)"""
TOO_SMALL = """() => [...document.querySelectorAll("a[href], button, input, select, summary")].flatMap((one) => {
  const box = one.getBoundingClientRect();
  const inLine = ["P", "LI", "SPAN", "FIGCAPTION", "B", "DD"].includes(one.parentElement.tagName)
    && getComputedStyle(one).display === "inline";
  const seen = box.width > 1 && box.height > 1 && !inLine && !one.closest(".govuk-visually-hidden");
  return seen && (box.height < 24 || box.width < 24) ? [one.outerHTML.slice(0, 90)] : [];
})"""


@pytest.fixture
def site(asks: Any, draw: Any) -> Iterator[Site]:
    with Site(gallery(draw, asks)).served() as site:
        yield site


@pytest.mark.parametrize("comfort", LOOKS)
def test_no_accessibility_rule_is_broken_and_nothing_runs_off_the_page(
    asks: Any, draw: Any, browser: Any, comfort: str
) -> None:
    pages = gallery(draw, asks, {COMFORT_COOKIE: comfort})
    with Site(pages).served() as site:
        page = site.open(browser, "/child/")
        found = []
        for width in LOOKS[comfort]:
            page.set_viewport_size({"width": width, "height": 800})
            for path in pages:
                page.goto(site.home + path, wait_until="networkidle")
                broken = Axe().run(page).response["violations"]
                found += [(width, path, rule["id"], rule["nodes"][0]["html"][:90]) for rule in broken]
                found += [(width, path, "too wide", name) for name in page.evaluate(TOO_WIDE)]
        assert found == []
        assert site.complaints == []


@pytest.mark.parametrize("width", [1280, 360])
def test_everything_to_press_is_big_enough(site: Site, browser: Any, width: int) -> None:
    page = site.open(browser, "/child/")
    page.set_viewport_size({"width": width, "height": 800})
    small = []
    for path in site.pages:
        page.goto(site.home + path, wait_until="networkidle")
        small += page.evaluate(TOO_SMALL)
    assert small == []


def test_nothing_with_the_focus_is_hidden_under_the_bar_at_the_top(site: Site, browser: Any) -> None:
    page = site.open(browser, "/child/")
    page.set_viewport_size({"width": 1280, "height": 640})
    hidden = """() => {
      const bar = document.querySelector(".kith-identity__top").getBoundingClientRect();
      const one = document.activeElement;
      if (one === document.body || one.closest(".kith-identity, .kith-header, .govuk-skip-link")) return "";
      return one.getBoundingClientRect().top < bar.bottom - 1 && bar.top >= 0 && scrollY > 0 ? one.outerHTML : "";
    }"""
    for keys in ["Tab"] * 40 + ["Shift+Tab"] * 40:
        page.keyboard.press(keys)
        assert page.evaluate(hidden) == ""


def test_the_bar_takes_no_more_than_a_seventh_of_the_screen(site: Site, browser: Any) -> None:
    page = site.open(browser, "/child/")
    page.mouse.wheel(0, 2000)
    box = page.locator(".kith-identity__top").bounding_box()
    assert box["height"] <= 800 * 0.15
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("getComputedStyle(document.querySelector('.kith-identity__top')).position") == "static"


def test_cards_side_by_side_begin_on_one_line(site: Site, browser: Any) -> None:
    page = site.open(browser, "/child/")
    titles = page.locator(".kith-grid .kith-card__title").all()
    assert len({title.bounding_box()["y"] for title in titles}) == 1


def test_a_choice_brings_its_question_into_view_and_takes_it_away(site: Site, browser: Any) -> None:
    page = site.open(browser, "/visit/")
    why = page.get_by_label("What happened?")
    expect(why).not_to_be_visible()
    page.get_by_label("Not seen").check()
    expect(why).to_be_visible()
    page.get_by_label("Seen, on her own").check()
    expect(why).not_to_be_visible()


def test_today_and_yesterday_fill_in_the_date(site: Site, browser: Any) -> None:
    page = site.open(browser, "/visit/")
    page.get_by_role("button", name="Yesterday").click()
    filled = [page.get_by_label(box).input_value() for box in ("Day", "Month", "Year")]
    assert filled == page.evaluate(
        "(() => { const day = new Date(); day.setDate(day.getDate() - 1);"
        " return [day.getDate(), day.getMonth() + 1, day.getFullYear()].map(String); })()"
    )


def test_the_parts_of_a_record_fold_on_a_phone_and_are_open_without_scripts(site: Site, chromium: Any) -> None:
    for scripts in (True, False):
        phone = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=scripts)
        page = site.open(phone, "/child/")
        family = page.get_by_role("link", name="Family")
        if scripts:
            expect(family).not_to_be_visible()
            page.get_by_role("button", name="Overview").click()
        expect(family).to_be_visible()
        phone.close()


def test_the_errors_take_the_focus_and_lead_to_their_answers(site: Site, browser: Any) -> None:
    page = site.open(browser, "/visit/wrong/")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.get_by_role("link", name="Add the month and the year").click()
    expect(page.get_by_label("Month")).to_be_focused()


def test_paper_carries_no_controls_and_says_it_is_a_staff_copy(site: Site, browser: Any) -> None:
    page = site.open(browser, "/child/")
    page.emulate_media(media="print")
    expect(page.locator(".staff-copy")).to_be_visible()
    expect(page.locator(".kith-header")).not_to_be_visible()
    expect(page.get_by_text("I want my own bed")).to_be_visible()
    expect(page.get_by_role("link", name="Answer Maya")).not_to_be_visible()
    page.evaluate("document.body.classList.add('released-copy')")
    expect(page.locator(".staff-copy")).not_to_be_visible()


def test_someone_who_asked_their_browser_for_stillness_gets_it(site: Site, browser: Any) -> None:
    page = site.open(browser, "/rest/")
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.querySelector('.govuk-button')).transitionDuration") in ("0s", "")


def test_in_forced_colours_states_keep_an_edge(site: Site, browser: Any) -> None:
    page = site.open(browser, "/rest/")
    page.emulate_media(forced_colors="active")
    assert page.evaluate("getComputedStyle(document.querySelector('.govuk-tag')).borderTopWidth") == "1px"
