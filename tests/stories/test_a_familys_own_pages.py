"""What a family and a child have on their own pages: their word, their calendar, a picture of the family; a photo."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from kith.access.actor import HOME_TIME
from kith.demo.pictures import face
from tests.stories.conftest import check_accessible, picture
from tests.stories.test_j03_a_child_says_what_she_thinks import hand_over
from tests.stories.test_someone_moves_in import fill_day


def today():
    return datetime.now(UTC).astimezone(HOME_TIME).date()


@pytest.mark.parametrize("width", [360, 1280])
def test_kelly_says_what_she_will_do_and_puts_the_visit_into_her_calendar(sit_down, width):
    kelly = sit_down("Kelly Okafor", width=width)
    kelly.locator("a", has_text="Say what you will do, or ask us to come: Maya").click()
    check_accessible(kelly)
    kelly.get_by_label("Something I will do").check()
    kelly.get_by_label("In your words").fill("I will sit with Maya at bedtime, on my own, three nights this week")
    fill_day(kelly, "Which day, or by which day?", today() + timedelta(days=5))
    kelly.get_by_role("button", name="Send it").click()
    kelly.wait_for_url("**/p/")
    assert "I will sit with Maya at bedtime" in kelly.locator("main").inner_text()
    check_accessible(kelly)
    if width == 1280:
        picture(kelly, "a-parents-page")
    kelly.get_by_role("link", name="Read this paper").first.click()
    check_accessible(kelly)
    with kelly.expect_download() as made:
        kelly.locator("a", has_text="Put it in my calendar").click()
    with open(made.value.path(), "rb") as kept:
        entry = Calendar.from_ical(kept.read()).walk("VEVENT")[0]
    assert (entry["summary"], entry.get("location")) == ("Appointment", None)

    aisha = sit_down("Aisha Khan", width=width)
    aisha.get_by_role("link", name="A family you work with has written on their own page.").first.click()
    contacts = aisha.locator("main").inner_text()
    assert "Kelly Okafor, on their own page" in contacts
    check_accessible(aisha)
    aisha.locator("a", has_text="Say how it ended: I will sit with Maya").click()
    aisha.get_by_label("It was done").check()
    aisha.get_by_role("button", name="Save").click()
    aisha.wait_for_url("**/contacts/")
    assert "They said" in aisha.locator("main").inner_text()


@pytest.mark.parametrize("width", [360, 768])
def test_maya_is_given_a_picture_of_her_family(sit_down, width):
    page = sit_down("Aisha Khan", width=width)
    page.goto("/my-families/")
    page.get_by_role("link", name="Maya Okafor-Nowak", exact=True).click()
    maya = page.url
    page.goto(f"{maya}tree/print/?view=own")
    page.get_by_label("Who is this copy for?").select_option(label="Maya Okafor-Nowak")
    page.get_by_label("Who else will see this at home?").fill("Mum and Leo")
    page.get_by_role("button", name="Check and release this copy").click()
    page.get_by_text("Copy for Maya Okafor-Nowak alone").wait_for()
    hand_over(page)
    page.get_by_role("link", name="My people").click()
    page.get_by_role("link", name="My family").click()
    shown = page.locator("main").inner_text()
    for said in ("Kelly Okafor", "mother", "Leo Okafor-Nowak"):
        assert said in shown
    for hidden in ("Larkspur", "Tanner", "Weir End"):
        assert hidden not in page.content()
    assert page.locator("main svg.kith-drawing").count() == 1
    check_accessible(page)
    if width == 768:
        picture(page, "my-family-drawn")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_photo_is_put_in_and_stands_at_the_top(sit_down):
    page = sit_down("Aisha Khan")
    page.goto("/my-families/")
    page.get_by_role("link", name="Leo Okafor-Nowak", exact=True).click()
    leo = page.url
    assert not page.locator("img.kith-identity__face").count()
    page.goto(f"{leo}photo/put/")
    check_accessible(page)
    page.get_by_label("The photo").set_input_files(
        {"name": "leo.png", "mimeType": "image/png", "buffer": face("brown", "green")}
    )
    page.get_by_label("Who agreed to it?").fill("Kelly Okafor; Leo chose it")
    fill_day(page, "When did they agree?", today())
    page.get_by_role("button", name="Save the photo").click()
    page.wait_for_url(leo)
    drawn = page.locator("img.kith-identity__face")
    assert drawn.evaluate("all => all.complete && all.naturalWidth") == 500
    check_accessible(page)
