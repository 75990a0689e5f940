"""J3: Maya, nine, says what she thinks on Aisha's tablet, and sees the answer. Her taps are counted: twenty at most."""

from typing import Any

import pytest

from kith.pages.home import DEMO_PIN
from tests.stories.conftest import check_accessible, picture

MOST_TAPS = 20


class Taps:
    """Every choice a child makes with a finger: typing is not one."""

    def __init__(self, page: Any):
        self.page, self.count = page, 0

    def on(self, role: str, name: str) -> None:
        self.count += 1
        self.page.get_by_role(role, name=name).first.click()

    def tick(self, name: str) -> None:
        self.count += 1
        self.page.get_by_label(name).check(force=True)


def hand_over(page: Any, child: str = "Maya") -> None:
    page.goto("/my-families/")
    page.get_by_role("link", name=f"{child} Okafor-Nowak", exact=True).click()
    page.get_by_text("More", exact=True).click()
    page.get_by_role("link", name=f"Hand over to {child}").click()
    page.get_by_label("Your PIN").fill(DEMO_PIN)
    page.get_by_role("button", name="Hand over now").click()
    page.wait_for_url("**/p/me/")


def draw(page: Any) -> None:
    box = page.locator("[data-paper] canvas").bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 160, box["y"] + 120, steps=8)
    page.mouse.up()


@pytest.mark.parametrize("width", [768, 360])
def test_maya_says_a_worry_draws_it_sends_it_and_answers_back(sit_down, width, capsys):
    page = sit_down("Aisha Khan", width=width)
    hand_over(page)
    check_accessible(page)
    if width == 768:
        picture(page, "childs-corner")
    taps = Taps(page)
    taps.on("link", "I want to say something")
    check_accessible(page)
    taps.on("link", "House of worries")
    page.get_by_label("What are you worried about?").fill("when the door bangs at night")
    taps.count += 1
    page.get_by_text("Draw it", exact=True).click()
    taps.count += 1
    draw(page)
    page.get_by_label("What is in your picture?").fill("the door")
    check_accessible(page)
    taps.on("button", "Next: who will see it")
    page.wait_for_url("**/who/")
    check_accessible(page)
    taps.on("button", "Send it to Aisha")
    page.wait_for_url("**/sent/**")
    assert "Aisha has been told it is here." in page.locator("main").inner_text()
    taps.on("link", "My page")
    taps.on("link", "There is an answer for you")
    check_accessible(page)
    if width == 768:
        picture(page, "answer-card")
    taps.tick("Not OK")
    taps.on("button", "Tell Aisha")
    assert "Grace Adeyemi will look at it again" in page.locator("main").inner_text()
    with capsys.disabled():
        print(f"\nJ3 at {width} px: {taps.count} taps by the child (at most {MOST_TAPS})")
    assert taps.count <= MOST_TAPS

    page.goto("/p/me/back/")
    check_accessible(page)
    page.get_by_label("Your PIN").fill(DEMO_PIN)
    page.get_by_role("button", name="Come back").click()
    page.wait_for_url("**/voice/")
    voice = page.locator("main").inner_text()
    assert "when the door bangs at night" in voice
    assert "Maya wrote this herself on Aisha Khan’s tablet" in voice


def test_the_words_part_works_without_any_script(sit_down):
    page = sit_down("Aisha Khan", width=768, scripts=False)
    hand_over(page)
    page.goto("/p/me/say/worries/")
    assert not page.locator("[data-draw]").is_visible()
    page.get_by_label("What are you worried about?").fill("the stairs")
    page.get_by_role("button", name="Next: who will see it").click()
    page.get_by_role("button", name="Send it to Aisha").click()
    assert "Thank you, Maya" in page.locator("main").inner_text()


def test_by_keyboard_alone(sit_down):
    page = sit_down("Aisha Khan", width=768)
    hand_over(page)
    page.goto("/p/me/say/worries/")
    page.get_by_label("What are you worried about?").focus()
    page.keyboard.type("the stairs")
    reach(page, "Next: who will see it")
    page.wait_for_url("**/who/")
    reach(page, "Send it to Aisha")
    page.wait_for_url("**/sent/**")


def reach(page: Any, name: str) -> None:
    """Tab until this button has the focus, and press it."""
    for _ in range(40):
        if page.evaluate("document.activeElement.innerText?.trim()") == name:
            return page.keyboard.press("Enter")
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached “{name}”.")


def test_what_a_nine_year_old_presses_is_at_least_64_px_high_and_nothing_is_cut_at_double_zoom(sit_down):
    page = sit_down("Aisha Khan", width=768)
    hand_over(page)
    for path in ("", "say/", "say/worries/", "say/feelings/", "not-safe/"):
        page.goto(f"/p/me/{path}")
        small = page.eval_on_selector_all(
            "a, button, summary, label:has(input)",
            "all => all.filter(e => e.checkVisibility() && !e.matches('.govuk-skip-link'))"
            ".filter(e => e.getBoundingClientRect().height < 63.5).map(e => e.innerText)",
        )
        assert small == [], path
        page.set_viewport_size({"width": 384, "height": 512})  # 768 px at 200%
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        page.set_viewport_size({"width": 768, "height": 800})


def test_pens_keep_their_colours_where_a_child_has_asked_for_high_contrast(sit_down):
    page = sit_down("Aisha Khan", width=1280)
    hand_over(page)
    page.emulate_media(forced_colors="active")
    page.goto("/p/me/say/my-own/")
    page.get_by_text("Draw it", exact=True).click()
    pens = page.eval_on_selector_all("[data-pen]", "all => all.map(e => getComputedStyle(e).backgroundColor)")
    assert len(set(pens)) == 8
    check_accessible(page)


def test_reading_aloud_is_offered_only_with_a_voice_and_only_speaks_when_pressed(sit_down):
    page = sit_down("Aisha Khan", width=768)
    hand_over(page)
    assert not page.locator("[data-read]").is_visible()
    page.add_init_script(
        "window.spoken = [];"
        "speechSynthesis.getVoices = () => [{name: 'Ann', lang: 'en-GB'}];"
        "speechSynthesis.speak = words => { spoken.push([words.text, Math.round(words.rate * 10) / 10]); };"
    )
    page.reload()
    assert page.evaluate("spoken") == []
    page.get_by_role("button", name="Read it to me").click()
    assert page.evaluate("spoken") == [["Hello Maya", 0.9]]
    page.get_by_role("button", name="Stop").click()
