"""J9: two people think about one child: the record says what of, one explanation is not enough, both sign, and what is
the worker's own is on no child's record (S3-31, S3-32).
"""

import re
from typing import Any

from tests.stories.conftest import check_accessible, picture

_THOUGHT = {
    "What could explain it?": ("She trusts the quiet.", "She is too tired to wake."),
    "What speaks for it?": ("She told Nan so.", "She slept in lessons twice."),
    "What speaks against it?": ("She still listens at the door.", "Her teacher says she runs about."),
}
_TEXTS = {
    "What is it like to be Maya this week?": "She sleeps, and looks at the clock before she does.",
    "What do we not know?": "What she does on the nights Kelly is out.",
    "What will we do next to find out?": "Ask her to draw a night.",
    "What am I assuming?": "That a quiet child sleeps.",
    "What would change our minds?": "A drawing with everybody asleep.",
}


def talk_about_maya(page: Any) -> None:
    page.goto("/supervision/")
    page.get_by_role("link", name=re.compile("^Maya")).first.click()
    page.get_by_role("link", name=re.compile(" with Grace Adeyemi")).first.click()


def written(page: Any, how_many: int) -> None:
    with page.expect_navigation():
        page.get_by_role("link", name="Write in it").click()
    for label, words in _THOUGHT.items():
        for place in range(how_many):
            page.get_by_label(label).nth(place).fill(words[place])
    for label, words in _TEXTS.items():
        page.get_by_label(label).fill(words)
    with page.expect_navigation():
        page.get_by_role("button", name="Save").click()


def test_j09_one_explanation_is_kept_and_two_are_signed_by_both(sit_down):
    aisha = sit_down("Aisha Khan")
    aisha.goto("/supervision/")
    check_accessible(aisha)
    talk_about_maya(aisha)
    written(aisha, 1)
    check_accessible(aisha)
    aisha.get_by_role("button", name="Sign it").click()
    assert "Write a second explanation" in aisha.locator(".govuk-error-summary").inner_text()
    assert "She trusts the quiet." in aisha.locator("main").inner_text()
    written(aisha, 2)
    aisha.get_by_role("button", name="Sign it").click()
    assert "You have signed it." in aisha.locator("main").inner_text()
    picture(aisha, "a-supervision")
    aisha.get_by_role("link", name="Notes between the two of you").click()
    check_accessible(aisha)
    aisha.get_by_label("A note between the two of you").fill("I am tired of doors.")
    aisha.get_by_role("button", name="Keep it").click()

    grace = sit_down("Grace Adeyemi")
    grace.goto("/supervision/")
    grace.locator("section[aria-labelledby=to-sign]").get_by_role("link", name=re.compile("^Maya")).click()
    grace.wait_for_url("**/supervision/*/")
    check_accessible(grace)
    assert "I am tired of doors." not in grace.locator("main").inner_text()
    grace.get_by_role("button", name="Sign it").click()
    assert "Signed by both" in grace.locator("main").inner_text()
    grace.get_by_role("link", name="Notes between the two of you").click()
    assert "I am tired of doors." in grace.locator("main").inner_text()
