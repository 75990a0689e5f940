"""A night alone, a home nobody else may know, a review, an evening missing: what is told is kept at once, without a
script running; only finishing is refused, with what is missing (E18-E30, S0-03, design 7.1).
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from kith.access.actor import HOME_TIME
from tests.stories.conftest import check_accessible, picture
from tests.stories.test_a_child_is_kept_safe import fill_day


def looked_after(page: Any, name: str) -> None:
    page.goto(f"/search/?q={name.replace(' ', '+')}")
    page.get_by_role("link", name=name).first.click()
    page.get_by_role("navigation", name="Parts of the record").get_by_role("link", name="Protection").click()
    page.get_by_role("link", name="A court’s order, police protection").click()


def the_law_and_a_home(page: Any, day: Any, check: Any) -> None:
    page.get_by_role("link", name="They came to be looked after").click()
    check(page.url)
    page.get_by_label("Under which law?").select_option(label="Police protection")
    fill_day(page, "Since which day?", day)
    page.get_by_label("At what time?").fill("2:10am")
    page.get_by_label("Why did the child come to be looked after?").fill("Nobody was with her at night.")
    page.get_by_role("button", name="Save").click()
    shown = page.locator("main").inner_text()
    assert "Police protection" in shown
    assert "Where the child lives now." in shown
    page.get_by_role("link", name="has a new home").click()
    check(page.url)
    page.get_by_label("What kind of home is it?").select_option(label="Foster care")
    fill_day(page, "Since which day?", day)
    page.get_by_label("The address").fill("19 Beacon Lane\nNorthcliff")
    page.get_by_label("With whom?").fill("Marjorie Teal")
    page.get_by_role("checkbox", name="Huw Farrell").check()
    page.get_by_role("button", name="Save").click()
    assert page.get_by_label("The address").input_value().startswith("19 Beacon Lane")  # refused, and still there
    page.get_by_label("Why may they not know?").fill("He said that he would come and fetch her.")
    fill_day(page, "When will that be looked at again?", day + timedelta(days=90))
    page.get_by_role("button", name="Save").click()
    shown = page.locator("main").inner_text()
    assert "Marjorie Teal" in shown
    assert "Beacon Lane" not in shown
    assert "First visit after a child moves to a new home" in shown


def a_review(page: Any, day: Any, check: Any) -> None:
    page.get_by_role("link", name="A review was held").click()
    check(page.url)
    fill_day(page, "When was it held?", day)
    page.get_by_label("What was decided, who does it, and by when?").fill("She stays, and sees Rhys each Saturday.")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Finish the record").click()
    refused = page.locator(".govuk-error-summary").inner_text()
    assert "Say how Una Farrell took part." in refused
    assert "She stays, and sees Rhys each Saturday." in page.locator("main").inner_text()  # kept all the same
    page.get_by_role("link", name="Add to the record").click()
    page.get_by_label("Who chaired it?").fill("Jonah Reed")
    page.get_by_label("How did Una take part?").select_option(label="PN1: was there and spoke")
    page.get_by_label("What was looked at?").fill("School, sleep, food, and that she misses Rhys.")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Finish the record").click()
    assert "The record of this review is finished." in page.locator("body").inner_text()
    check(page.url)


def an_evening_missing(page: Any, day: Any, check: Any) -> None:
    page.get_by_role("button", name="Una is missing").click()
    check(page.url)
    fill_day(page, "Missing since which day?", day)
    page.get_by_label("About what time?").first.fill("12:30am")
    page.get_by_role("button", name="Save and tell duty").click()
    missing = page.url
    assert "Una is missing." in page.locator("body").inner_text()
    check(missing)
    page.get_by_role("button", name="Una is found").click()
    fill_day(page, "Found on which day?", day)
    page.get_by_label("About what time?").fill("12:50am")
    page.get_by_role("button", name="Save").click()
    assert "Una is missing." not in page.locator("body").inner_text()
    page.get_by_role("link", name="Una talked with somebody").click()
    fill_day(page, "On which day did they talk?", day)
    page.get_by_label("About what time?").fill("12:55am")
    page.get_by_label("Who listened?").fill("Bea Lund")
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("What did the child say?").fill("I went to look if Rhys had eaten.")
    page.get_by_label("What kind of words are these?").select_option(label="A worry")
    page.get_by_role("button", name="Save").click()
    assert "I went to look if Rhys had eaten." in page.locator("main").inner_text()
    check(page.url)


def test_a_child_comes_to_be_looked_after_and_where_she_lives_is_kept_from_who_may_not_know(sit_down):
    today = datetime.now(UTC).astimezone(HOME_TIME).date()
    day = today - timedelta(days=1)
    tom, beside = sit_down("Tom Ellery", scripts=False), sit_down("Tom Ellery", width=360)

    def check(url: str) -> None:
        """The same page with scripts, as wide as a telephone, for the checks that need them."""
        beside.goto(url)
        assert beside.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), url
        check_accessible(beside)

    looked_after(tom, "Una Farrell")
    the_law_and_a_home(tom, day, check)
    picture(tom, "a-child-comes-to-be-looked-after")
    a_review(tom, day, check)
    looked_after(tom, "Una Farrell")
    an_evening_missing(tom, day, check)
    looked_after(tom, "Corin Ashby")
    shown = tom.locator("main").inner_text()
    assert "Ruth Ashby, his aunt" in shown
    assert "approved for now" in shown
    check(tom.url)
    picture(tom, "a-looked-after-child")
