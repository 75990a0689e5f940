"""From a mark on an arm to a protection plan, without a script running: everything told is kept at once, and only what
finishes, concludes or ends is refused, with what is missing (E4-E13, S0-03, S3-17, design 7.1). A brother or sister has
a line of their own; who the family knows is told is written down and shown to nobody else.
"""

import re
from datetime import UTC, datetime
from typing import Any

from kith.access.actor import HOME_TIME
from tests.stories.conftest import check_accessible, picture


def fill_day(page: Any, legend: str, day: Any) -> None:
    group = page.get_by_role("group", name=legend, exact=True)
    for box, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        group.get_by_label(box).fill(str(number))


def protection_of(page: Any, name: str) -> None:
    page.goto(f"/search/?q={name}+farrell")
    page.get_by_role("link", name=f"{name} Farrell").first.click()
    page.get_by_role("navigation", name="Parts of the record").get_by_role("link", name="Protection").click()


def part(page: Any, called: str, attended: str = "The whole time", **answers: str) -> None:
    card = page.locator(".kith-card fieldset").filter(has=page.locator("legend", has_text=called)).first
    for label, text in answers.items():
        card.get_by_label(label.replace("_", " ")).fill(text)
    card.get_by_label("Were they there?").select_option(label=attended)


def enquiry_is_written(page: Any, today: Any, check: Any) -> None:
    page.get_by_role("link", name="Section 47 enquiry").first.click()
    enquiry = page.url
    check(enquiry)
    page.get_by_role("link", name="Say what it led to, and why").click()
    page.get_by_label("What did it lead to?").select_option(label="It goes to a conference")
    page.get_by_label("Why?").fill("The mark was made by a hand, and he is three.")
    page.get_by_role("button", name="Conclude it").click()
    refused = page.locator(".govuk-error-summary").inner_text()
    assert "Say when the child was seen" in refused
    assert "The mark was made by a hand" in page.get_by_label("Why?").input_value()
    page.goto(enquiry)
    page.get_by_role("button", name="Write what is found").click()
    fill_day(page, "When was the child seen?", today)
    page.get_by_label("Seen alone?").select_option(label="Yes, alone")
    page.get_by_label("What did the child say or show?").fill("“Daddy held tight.” He put his hand around his arm.")
    page.get_by_label("Who was asked, and what do they know?").fill(
        "Nursery, health visitor, police. Police hold nothing."
    )
    page.get_by_label("What was found, and what does it mean for the child?").fill("Three finger marks. He was hurt.")
    page.get_by_role("button", name="Save").click()
    assert "Daddy held tight." in page.locator("main").inner_text()
    page.get_by_role("link", name="Say who was told, or why not yet").click()
    page.get_by_label("Who of the family was told?").fill("Dilys Farrell")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Say what it led to, and why").click()
    page.get_by_label("What did it lead to?").select_option(label="It goes to a conference")
    page.get_by_label("Why?").fill("The mark was made by a hand, and he is three.")
    page.get_by_role("button", name="Conclude it").click()
    assert ": Dilys Farrell." in page.locator("main").inner_text()
    picture(page, "an-enquiry")


def conference_is_held(page: Any, today: Any, check: Any) -> None:
    protection_of(page, "Rhys")
    page.get_by_text("Record or plan another meeting").click()
    page.get_by_role("link", name=re.compile("record one that was held.*initial child")).click()
    check(page.url)
    page.get_by_label("What is known about Rhys?").fill("He was hurt, and nobody says how it came.")
    page.get_by_role("button", name="Save the record").click()
    assert page.get_by_label("What is known about Rhys?").input_value() == "He was hurt, and nobody says how it came."
    fill_day(page, "When did it happen?", today)
    page.get_by_label("What was decided?").select_option(label="A protection plan, from today")
    page.get_by_label("If there is a plan: which kind of harm?").select_option(label="Physical abuse")
    page.get_by_label("Why?", exact=True).fill("He was hurt by somebody who looks after him.")
    page.get_by_label("Did anybody think otherwise? Who?").fill("Huw Farrell")
    page.get_by_label("And why?").fill("He says he caught him falling.")
    part(page, "Tom Ellery")
    part(page, "Health", Their_name="Jo Whitlock")
    part(page, "Dilys Farrell")
    part(page, "Huw Farrell", "Not there")
    page.get_by_role("button", name="Save the record").click()
    page.wait_for_url("**/protection/meetings/*/")


def test_a_child_is_kept_safe_and_nothing_told_is_ever_refused(sit_down):
    today = datetime.now(UTC).astimezone(HOME_TIME).date()
    tom, beside = sit_down("Tom Ellery", scripts=False), sit_down("Tom Ellery", width=360)

    def check(url: str) -> None:
        """The same page with scripts, as wide as a telephone, for the checks that need them."""
        beside.goto(url)
        assert beside.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), url
        check_accessible(beside)

    protection_of(tom, "Rhys")
    shown = tom.locator("main").inner_text()
    assert "Rhys has not been seen yet." in shown
    assert "Meeting after a discussion held by telephone" in shown
    enquiry_is_written(tom, today, check)
    conference_is_held(tom, today, check)

    missing = tom.locator("section[aria-labelledby=finish]").inner_text()
    for gap in (
        "Say who chaired it.",
        "2 other agencies are asked for; 1 came.",
        "Say of Huw Farrell why not.",
        "Say how Rhys Farrell took part.",
    ):
        assert gap in missing
    assert "Child protection plan" in tom.locator("body").inner_text()  # what was decided stands all the same
    tom.get_by_role("button", name="Finish the record").click()
    assert "Say who chaired it." in tom.locator(".govuk-error-summary").inner_text()
    tom.get_by_role("link", name="Add what is missing").click()
    tom.get_by_label("Who chaired it?").fill("Imani Brook")
    tom.get_by_label("How did Rhys take part?").select_option(label="PN0: is under four")
    huw = tom.locator(".kith-card fieldset").filter(has=tom.locator("legend", has_text="Huw Farrell"))
    huw.get_by_label("why not?").fill("Bail: he may not be where the children are.")
    tom.get_by_role("button", name="Save the record").click()
    why = "The nursery rang in with what it knows, and its report was read out."
    tom.get_by_label("Too few came. Why did it decide all the same?").fill(why)
    tom.get_by_role("button", name="Finish the record").click()
    assert "The record of this meeting is finished." in tom.locator("body").inner_text()
    check(tom.url)
    picture(tom, "a-conference")

    tom.get_by_role("link", name="Protection", exact=True).last.click()
    assert "First meeting of the core group" in tom.locator("main").inner_text()
    check(tom.url)
    protection_of(tom, "Una")
    assert "Neglect" in tom.locator("main").inner_text()  # hers is her own, as it was
    picture(tom, "keeping-una-safe")
