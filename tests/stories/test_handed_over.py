"""After a hand-over: Back, the browser's memory, a second tab, five wrong PINs, a dead battery. No worker's page."""

from typing import Any

from tests.databases import owner
from tests.stories.conftest import check_accessible, picture
from tests.stories.test_j03_a_child_says_what_she_thinks import hand_over

OF_A_WORKER = ("Okafor-Nowak", "Peanut allergy", "Gary Stone", "Keep in mind", "Signed in as Aisha")


def assert_no_workers_page(page: Any) -> None:
    shown = page.locator("body").inner_text()
    assert not [words for words in OF_A_WORKER if words in shown], page.url


def test_back_forward_and_a_typed_address_stay_inside(sit_down):
    page = sit_down("Aisha Khan", width=768)
    hand_over(page)
    for _ in range(4):
        page.go_back()
        page.wait_for_url("**/p/me/**")
        assert_no_workers_page(page)
    page.goto("/my-families/")
    page.wait_for_url("**/p/me/")
    assert_no_workers_page(page)


def test_a_second_tab_left_on_the_record_leaves_it_at_once(sit_down):
    page = sit_down("Aisha Khan", width=768)
    second = page.context.new_page()
    second.goto("/my-families/")
    second.get_by_role("link", name="Maya Okafor-Nowak", exact=True).click()
    assert "Peanut allergy" in second.locator("body").inner_text()
    hand_over(page)
    second.wait_for_url("**/p/me/")
    assert_no_workers_page(second)


def test_five_wrong_pins_lead_to_signing_in(sit_down):
    page = sit_down("Aisha Khan", width=768)
    hand_over(page)
    for tried in range(5):
        assert_no_workers_page(page)
        page.goto("/p/me/back/")
        page.get_by_label("Your PIN").fill(f"999{tried}")
        page.get_by_role("button", name="Come back").click()
    page.get_by_role("heading", name="Choose whom to be").wait_for()
    page.go_back()
    page.get_by_role("heading", name="Choose whom to be").wait_for()


def test_a_dead_battery_leads_to_signing_in_and_half_said_words_are_kept(sit_down):
    page = sit_down("Aisha Khan", width=768)
    hand_over(page)
    page.goto("/p/me/say/worries/")
    page.get_by_label("What are you worried about?").fill("half said")
    page.get_by_text("Saved ").first.wait_for()
    page.context.clear_cookies()
    page.reload()
    page.get_by_role("heading", name="Choose whom to be").wait_for()
    again = sit_down("Aisha Khan", width=768)
    hand_over(again)
    again.goto("/p/me/say/worries/")
    assert again.get_by_label("What are you worried about?").input_value() == "half said"


def test_not_safe_reaches_duty_by_name_and_duty_taking_it_is_told(sit_down):
    page = sit_down("Aisha Khan", width=768, scripts=False)
    hand_over(page)
    page.get_by_role("link", name="I don’t feel safe").click()
    page.get_by_role("button", name="Tell someone now").click()
    assert "We told T. Rowe" in page.locator("main").inner_text()
    duty = sit_down("T. Rowe")
    duty.goto("/duty/")
    duty.get_by_role("button", name="I have this").first.click()
    page.get_by_role("link", name="Look again").click()
    assert "T. Rowe has seen it and is helping." in page.locator("main").inner_text()


def test_when_nobody_is_on_duty_the_child_is_told_the_truth_and_numbers_that_answer(sit_down, kith):
    with owner(kith.database) as database:
        database.execute("delete from directory_dutyturn")
    page = sit_down("Aisha Khan", width=360)
    hand_over(page)
    page.get_by_role("link", name="I don’t feel safe").click()
    assert "Nobody is on duty just now." in page.locator("main").inner_text()
    check_accessible(page)
    picture(page, "nobody-on-duty")
    page.get_by_role("button", name="Tell someone now").click()
    page.wait_for_url("**/not-safe/*/")
    said = page.locator("main").inner_text()
    assert "nobody has read it yet" in said
    assert "Aisha has been left a message" in said
    for number in ("999", "0800 1111"):
        assert number in said, number
    lead = sit_down("Aisha Khan")
    lead.goto("/today/")
    assert "nobody is on duty" in lead.locator("main").inner_text()
