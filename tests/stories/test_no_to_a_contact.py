"""Demonstration: Finn is five and does not use spoken words. What he does when Saturday comes is written down as a no;
it is owed an answer, how he sees his father really changes, and he is told in pictures and says what he thinks of it.
"""

from typing import Any

from kith.pages.home import DEMO_PIN
from tests.stories.conftest import check_accessible, picture

NO = "Ceri gave Finn the photo of his dad's flat. He put it under the rug, signed finished, twice, and sat down."


def open_finn(page: Any) -> str:
    page.goto("/my-families/")
    page.get_by_role("link", name="Finn Marlow", exact=True).click()
    return page.url


def write_it_down(page: Any, finn: str) -> None:
    page.goto(f"{finn}voice/write/")
    page.get_by_label("A wish").check()
    page.get_by_label("Their own words").fill(NO)
    page.get_by_label("How did they tell you?").select_option(label="What they did")
    page.get_by_label("Where were you?").fill("At home, before Saturday")
    page.get_by_role("button", name="Save – kept safely").click()
    page.wait_for_url("**/voice/")


def change_how_he_sees_his_dad(page: Any) -> None:
    page.locator("a", has_text="Answer Finn").first.click()
    page.get_by_role("link", name="Change how Finn sees them").click()
    page.get_by_role("heading", name="How Finn sees someone").wait_for()
    check_accessible(page)
    page.get_by_label("Adam Vance").check()
    page.get_by_label("Time together, with help").check()
    page.get_by_label("How often, and where?").fill("Sunday mornings at the family centre, one hour")
    page.get_by_label("Who is there to help or watch over?").fill("Meg, from nursery")
    page.get_by_label("The family").check()
    assert page.get_by_role("checkbox", name="put it under the rug").is_checked(), "the words it began with are ticked"
    page.get_by_role("button", name="Save the arrangement").click()
    page.wait_for_url("**/family/")


def answer_in_four_parts(page: Any, finn: str) -> None:
    page.goto(f"{finn}voice/")
    page.locator("a", has_text="Answer Finn").first.click()
    page.get_by_label("In part").check()
    page.get_by_label("What have we done, or will we do?").fill("No more Saturdays at the flat. Dad comes to play.")
    page.get_by_label("Why, in words for the child").fill("Dad loves you. Meg stays with you the whole time.")
    for shown in ("We heard you", "It stops", "A grown-up stays with you", "We ask you again"):
        page.get_by_label(shown).check()
    page.get_by_label("Not yet: lay it ready as a card").check()
    check_accessible(page)
    picture(page, "an-answer-in-pictures")
    page.get_by_role("button", name="Save the answer").click()
    page.wait_for_url("**/voice/")


def hand_over(page: Any, finn: str) -> None:
    page.goto(f"{finn}hand-over/")
    page.get_by_label("Your PIN").fill(DEMO_PIN)
    page.get_by_role("button", name="Hand over now").click()
    page.wait_for_url("**/p/me/")


def test_a_no_without_a_word_changes_what_happens_and_is_told_back_in_pictures(sit_down):
    page = sit_down("Tom Ellery", width=768)
    finn = open_finn(page)
    page.goto(f"{finn}family/")
    assert "Adam Vance: Time together\nSaturdays at his father’s flat" in page.locator("main").inner_text()

    write_it_down(page, finn)
    said = page.locator("main").inner_text()
    assert NO in said
    assert "What they did" in said
    page.goto("/today/")
    assert "Ceri gave Finn the photo" in page.locator("main").inner_text(), "owed, on the worker's first page"

    page.goto(f"{finn}voice/")
    change_how_he_sees_his_dad(page)
    family = page.locator("main").inner_text()
    assert "Adam Vance: Time together, with help" in family
    assert "with Meg, from nursery" in family
    assert "signed finished, twice" in family, "it stands beside the words it rests on"
    page.get_by_text("How it was before").click()
    assert "Saturdays at his father’s flat" in page.locator("main").inner_text()
    check_accessible(page)
    picture(page, "a-changed-arrangement")

    answer_in_four_parts(page, finn)
    told_in_pictures(page, finn)


def told_in_pictures(page: Any, finn: str) -> None:
    hand_over(page, finn)
    page.get_by_role("link", name="An answer for you!").click()
    card = page.locator(".corner-card")
    assert card.locator("li").all_inner_texts() == [
        "We heard you",
        "It stops",
        "A grown-up stays with you",
        "We ask you again",
    ]
    for drawn in card.locator("li svg").all():
        assert drawn.bounding_box()["width"] >= 80
        assert drawn.locator("path, rect").count() >= 1
    check_accessible(page)
    picture(page, "told-in-pictures")
    page.get_by_label("OK", exact=True).check(force=True)
    page.get_by_role("button", name="Tell Tom").click()
    assert "You said it is OK." in page.locator("main").inner_text()

    page.goto("/p/me/back/")
    page.get_by_label("Your PIN").fill(DEMO_PIN)
    page.get_by_role("button", name="Come back").click()
    page.wait_for_url("**/voice/")
    page.get_by_role("link", name="The whole answer").first.click()
    parts = page.locator(".kith-answer").inner_text()
    for part in (
        "signed finished, twice",
        "Tom Ellery wrote it down",
        "In part",
        "No more Saturdays at the flat",
        "Meg stays with you",
        "Finn thought",
        "That’s OK",
    ):
        assert part in parts, part
    check_accessible(page)
