"""What was put up, signed or led by somebody and then changes: a line struck off the wall, a signature taken back, a
lead worker who leaves. Nothing is lost of it, and whoever comes next has read it.
"""

from datetime import UTC, datetime
from typing import Any

from kith.access.actor import HOME_TIME
from tests.stories.conftest import check_accessible, picture
from tests.stories.test_j14_review_with_the_family import plan_of

WRONG = "She has not been at school since June."


def today() -> Any:
    return datetime.now(UTC).astimezone(HOME_TIME).date()


def day(page: Any, legend: str) -> None:
    group, on = page.get_by_role("group", name=legend, exact=True), today()
    for box, number in (("Day", on.day), ("Month", on.month), ("Year", on.year)):
        group.get_by_label(box).fill(str(number))


def press(page: Any, role: str, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role(role, name=name).first.click()


def main(page: Any) -> str:
    return str(page.locator("main").inner_text())


def of_maya(page: Any, *rest: str) -> str:
    """An address of Maya's record, as the search finds it."""
    page.goto("/search/?q=maya+okafor")
    href = page.locator("main").get_by_role("link", name="Maya Okafor-Nowak").first.get_attribute("href")
    return "".join([str(href), *rest])


def test_a_line_put_up_by_mistake_leaves_the_wall_and_stays_struck_with_its_reason_for_staff(sit_down):
    page = sit_down("Aisha Khan")
    plan_of(page, "Maya")
    press(page, "button", "Look at it again")
    day(page, "When was the plan looked at?")
    press(page, "button", "Save the review")
    press(page, "button", "Open the board")
    press(page, "link", "board")
    page.get_by_label("Who is speaking?").select_option(label="Kelly Okafor")
    page.get_by_label("Worries", exact=True).fill(WRONG)
    press(page, "button", "Put it up")
    assert WRONG in main(page)
    press(page, "link", "Private screen")
    with page.expect_navigation():
        page.locator("li", has_text=WRONG).get_by_role("link", name="Strike it off").click()
    check_accessible(page)
    page.get_by_label("Why is it struck off?").fill("It was said of her cousin.")
    press(page, "button", "Strike it off")
    struck = page.locator("s", has_text=WRONG)
    assert struck.count() == 1, "staff read that it stood there"
    assert "It was said of her cousin." in main(page)
    check_accessible(page)
    press(page, "link", "board")
    assert WRONG not in main(page)
    assert "her cousin" not in main(page)


def test_a_plan_agreed_by_mistake_is_open_again_and_what_was_signed_can_still_be_read(sit_down):
    page = sit_down("Grace Adeyemi")  # nobody takes back their own signature, and Aisha signed
    plan_of(page, "Maya")
    press(page, "link", "It was agreed by mistake")
    press(page, "button", "Take it back")
    assert "Say how it came to be signed by mistake." in page.locator(".govuk-error-summary").inner_text()
    page.get_by_label("How did it come to be signed by mistake?").fill("I had Leo’s plan open beside it.")
    check_accessible(page)
    press(page, "button", "Take it back")
    assert "Taken back. It is open again." in page.locator("body").inner_text()
    assert "I had Leo’s plan open beside it." in main(page)
    page.locator("a[href*='/agree/']").first.wait_for()
    press(page, "link", "As it was signed")
    assert "as it was signed" in main(page)
    assert "I had Leo’s plan open beside it." in main(page)
    check_accessible(page)
    picture(page, "what-was-signed")


def test_the_work_is_handed_over_the_family_told_goodbye_said_and_the_pack_read_before_the_first_visit(sit_down):
    grace = sit_down("Grace Adeyemi")
    record = of_maya(grace)
    grace.goto(f"{record}lead/")
    chosen = grace.get_by_label("Who will lead the work?")
    names = chosen.locator("option").all_inner_texts()
    chosen.select_option(label=next(name for name in names if name.startswith("Tom Ellery")))
    grace.get_by_label("Why does the lead worker change?").select_option(index=1)
    press(grace, "button", "Name the lead worker")
    grace.goto(f"{record}lead/handed-over/")
    for legend in (
        "Both workers met the family together on",
        "The goodbye was on",
        "The family was told on",
        "The child was told on",
    ):
        day(grace, legend)
    grace.get_by_label("What was agreed to be carried on").fill("Tom rings before he comes.")
    check_accessible(grace)
    press(grace, "button", "Keep it")
    tom = sit_down("Tom Ellery")
    tom.goto(record)
    tom.get_by_role("link", name="What was handed over").or_(tom.locator("a[href$='lead/handover/']")).first.click()
    tom.wait_for_url("**/lead/handover/")
    check_accessible(tom)
    pack = main(tom)
    for words in ("Aisha Khan led the work until", "Tom rings before he comes.", "what is life like for Maya today?"):
        assert words in pack
    press(tom, "button", "I have read it")
    assert tom.get_by_role("button", name="I have read it").count() == 0
    assert "Read before the first visit" in main(tom)
    tom.emulate_media(media="print")
    assert "Tom rings before he comes." in main(tom)
    picture(tom, "handed-over")
    kelly = sit_down("Kelly Okafor")
    kelly.goto("/p/")
    assert "Tom Ellery works with you" in main(kelly)
