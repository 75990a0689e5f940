"""J14: a review in the room with the family network. Everybody's part, four people's words, a number each, a decision
with its reasons, who does what, what is not agreed, a sheet to take along: five screens, and few enough touches.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from kith.access.actor import HOME_TIME
from tests.stories.conftest import check_accessible, picture

MOST_SCREENS, MOST_INPUTS = 5, 40


class Hand:
    """The hand of whoever holds the meeting: counts the screens it opens and everything it fills in or presses."""

    def __init__(self, page: Any):
        self.page, self.inputs, self.screens = page, 0, set()

    def at(self, name: str) -> None:
        self.screens.add(name)

    def fill(self, label: str, words: str, **where: Any) -> None:
        self.inputs += 1
        self.page.locator("form").get_by_label(label, **where).first.fill(words)

    def choose(self, box: Any, label: str) -> None:
        self.inputs += 1
        box.select_option(label=label)

    def check(self, name: str) -> None:
        """The first of the child’s own words that are offered here."""
        self.inputs += 1
        self.page.locator(f"input[name={name}]").first.check()

    def press(self, role: str, name: str) -> None:
        self.inputs += 1
        with self.page.expect_navigation():
            self.page.get_by_role(role, name=name, exact=True).first.click()


def plan_of(page: Any, name: str) -> None:
    page.goto(f"/search/?q={name}+okafor")
    page.get_by_role("link", name=name).first.click()
    page.get_by_role("navigation", name="Parts of the record").get_by_role("link", name="Plan").click()


def speaks(hand: Hand, who: str, number: int, **said: str) -> None:
    """One person: their words under one column, and their number."""
    hand.choose(hand.page.get_by_label("Who is speaking?"), who)
    for label, words in said.items():
        hand.fill(label.replace("_", " "), words, exact=True)
    hand.fill("How is it now, from 0 to 10?", str(number))


def day(hand: Hand, legend: str, on: Any) -> None:
    group = hand.page.get_by_role("group", name=legend, exact=True)
    hand.inputs += 1
    for box, number in (("Day", on.day), ("Month", on.month), ("Year", on.year)):
        group.get_by_label(box).fill(str(number))


def everybody_is_here(hand: Hand) -> None:
    """The child spoke; everybody else was there and said it themselves."""
    page = hand.page
    hand.press("link", "Say who is here")
    hand.at("who is here")
    check_accessible(page)
    for card in page.locator(".kith-card.govuk-fieldset").all():
        who = card.locator("legend").inner_text()
        if who == "Somebody else":
            continue
        child, family = who == "Maya", who in ("Maya", "Kelly Okafor", "Tomek Nowak")
        if family:
            hand.choose(card.get_by_label("How were they asked?"), "In the room")
            spoke = "PN1: was there and spoke" if child else "Said it themselves"
            hand.choose(card.get_by_label("How does their view get in?"), spoke)
        if not child:
            hand.choose(card.get_by_label("Are they there?"), "The whole time")
    hand.press("button", "Save")


def written_live(hand: Hand, today: Any) -> None:
    hand.press("link", "board")
    hand.at("the board")
    check_accessible(hand.page)
    speaks(hand, "Nan Rose", 6, Going_well="She sleeps when I have Sam.")
    hand.fill("What is decided?", "The plan goes on for ten weeks.")
    hand.fill("Why? What else was thought of, and why not?", "Four nights of seven are quiet. Ending now is too soon.")
    hand.check("rests_on")
    hand.press("button", "Put it up")
    speaks(hand, "Kelly Okafor", 4, Worries="Dean rings at night.")
    hand.fill("Somebody does not agree: in their own words", "I said Wednesday, not Thursday.")
    hand.fill("What will be done?", "Nan has Sam on Wednesdays.")
    hand.fill("Who does it? One person", "Nan Rose")
    day(hand, "By when?", today + timedelta(14))
    hand.press("button", "Put it up")


def test_j14_a_review_with_the_family_from_the_first_word_to_the_sheet(sit_down):
    today = datetime.now(UTC).astimezone(HOME_TIME).date()
    page = sit_down("Aisha Khan")
    plan_of(page, "Maya")
    page.get_by_role("button", name="Look at it again").click()
    group = page.get_by_role("group", name="When was the plan looked at?", exact=True)
    for box, number in (("Day", today.day), ("Month", today.month), ("Year", today.year)):
        group.get_by_label(box).fill(str(number))
    page.get_by_role("button", name="Save the review").click()
    page.wait_for_url("**/plan/reviews/*/")
    hand = Hand(page)  # the meeting begins
    hand.press("button", "Open the board")
    hand.at("the private screen")
    check_accessible(page)
    assert page.locator("main").inner_text().index("what is life like for Maya today?") < page.locator(
        "main"
    ).inner_text().index("Who takes part")
    page.get_by_role("button", name="Close the meeting").click()
    refused = page.locator(".govuk-error-summary").inner_text()
    assert "Say how the child took part." in refused
    assert "Give the day of the next meeting." in refused
    hand.check("words_up")
    hand.press("button", "Put it up")
    everybody_is_here(hand)
    written_live(hand, today)
    wall = page.locator("main").inner_text()
    for words in (
        "Maya said: “",
        "Nan Rose: 6",
        "Kelly Okafor: 4",
        "“I said Wednesday, not Thursday.”",
        "PN1: was there and spoke",
    ):
        assert words in wall
    picture(page, "a-meetings-board")
    hand.press("link", "Private screen")
    day(hand, "When is the next meeting?", today + timedelta(70))
    hand.press("button", "Close the meeting")
    assert "The meeting is closed." in page.locator("body").inner_text()
    hand.press("link", "A sheet for each person")
    hand.at("the sheet")
    check_accessible(page)
    text = page.get_by_label("The copy, word for word").input_value()
    assert "- Nan Rose: Nan has Sam on Wednesdays." in text
    assert "Kelly Okafor says: “I said Wednesday, not Thursday.”" in text
    hand.choose(page.get_by_label("Who is this copy for?"), "Kelly Okafor")
    hand.fill("Who else will see this at home?", "nobody else")
    hand.press("button", "Check and release this copy")
    hand.at("the copy")
    assert "Copy for Kelly Okafor alone" in page.locator("main").inner_text()
    print(f"A review with the family: {len(hand.screens)} screens, {hand.inputs} inputs.")
    assert len(hand.screens) <= MOST_SCREENS
    assert hand.inputs <= MOST_INPUTS, hand.inputs
