"""J5: a manager's Monday. Ten minutes to know where things stand: seven lines, each as long as the list it opens."""

import re
from typing import Any

import pytest

from tests.stories.conftest import check_accessible, picture

LINES = 7  # of a Monday
RED, STATES = "life-today", ("missed", "met")


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


def missed(page: Any, promise: str, query: str = "") -> tuple[int, int]:
    """How many a promise is missed and kept for, on the page of all of them: and its own page says the same."""

    def numbers() -> tuple[int, int]:
        of = {state: page.locator(f"a[href*='/standards/{promise}/'][href*='state={state}']") for state in STATES}
        found = [int(str(one.first.get_attribute("data-count"))) if one.count() else 0 for one in of.values()]
        return found[0], found[1]

    page.goto(f"/standards/{query}")
    of_all = numbers()
    page.goto(f"/standards/{promise}/{query}")
    assert numbers() == of_all
    return of_all


def test_a_red_number_is_a_child_in_two_taps_and_put_right_every_figure_moves(sit_down, capsys):
    grace = sit_down("Grace Adeyemi")
    before = {query: missed(grace, RED, query) for query in ("", "?team=all")}
    grace.goto("/standards/")
    with grace.expect_navigation():
        grace.locator(f"a[href*='/standards/{RED}/'][href*='state=missed']").first.click()
    row = grace.locator("[data-list] > li").first
    name = row.get_by_role("link").first.inner_text()
    assert " was needed by " in row.inner_text(), "the words and the reason stand beside the name"
    record = str(row.get_by_role("link").first.get_attribute("href"))
    with grace.expect_navigation():
        row.get_by_role("link", name=re.compile("^Write it")).click()
    taps = 2
    assert name.split()[0] in grace.locator("h1").inner_text()
    grace.get_by_label("What is life like for this child today?").fill(
        "Up at six for the bus. Two friends to sit with. Evenings are long, and there is football on Thursdays."
    )
    with grace.expect_navigation():
        grace.get_by_role("button", name=re.compile("^Save")).click()
    for query, (late, kept) in before.items():
        assert missed(grace, RED, query) == (late - 1, kept + 1)
    grace.goto(f"/standards/{RED}/?state=missed")
    assert name not in grace.locator("[data-list]").inner_text()
    grace.goto(f"{record}me/")
    assert "two friends to sit with" in main(grace).lower()
    with capsys.disabled():
        print(f"\nJ5, a red number: the child, what is missing and why in {taps} taps; every figure moved by one.")
