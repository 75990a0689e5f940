"""J5: a manager's Monday. Ten minutes to know where things stand: seven lines, each as long as the list it opens."""

import re
from typing import Any

import pytest

from tests.stories.conftest import check_accessible, picture

LINES = 7  # of a Monday


def main(page: Any) -> str:
    return page.locator("main").inner_text()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_monday_is_seven_lines_each_as_long_as_the_list_it_opens(sit_down, width, capsys):
    grace = sit_down("Grace Adeyemi", width=width)
    grace.goto("/team/")
    check_accessible(grace)
    cards = grace.locator(".kith-measure")
    assert 0 < cards.count() <= LINES
    assert grace.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "Who leads how many" in main(grace)
    assert not re.search(r"clicks|keystrokes|logged in at", main(grace))
    links = cards.locator("a[href]")
    hrefs = [(one.get_attribute("href"), int(one.locator("b").inner_text())) for one in links.all()]
    for href, n in hrefs:
        grace.goto(f"/team/{href}" if href.startswith("#") else href)
        place = f"#{href.partition('#')[2]}, section[aria-labelledby='{href.partition('#')[2]}']"
        part = grace.locator(f"section:is({place})").first
        more = part.get_by_role("link", name=re.compile("^Show all"))
        if more.count():
            more.click()
        lines = grace.locator(f"section:is({place}) ul.kith-lines > li:has(a[href])")
        assert lines.count() == n, href
    if width == 1280:
        grace.goto("/team/")
        picture(grace, "a-managers-monday")
    with capsys.disabled():
        print(f"\nJ5 at {width} px: {len(hrefs)} lines on one page, each with its list.")
