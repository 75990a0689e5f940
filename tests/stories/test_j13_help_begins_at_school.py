"""J13: a school nurse begins early help with a family, makes the plan in the room, and later asks for more help.
Screens and answers are counted and printed; nothing is told twice (S2-15, S1-29, S2-03).
"""

import re
from typing import Any

from tests.stories.conftest import check_accessible, picture
from tests.stories.test_a_whole_journey import fill, main, pressed

ROOM = {
    "because": "Nobody sleeps, and Nia comes to school too tired to learn.",
    "going_well": "Nia reads to her little brother.",
    "worries": "She is tired, and has begun to be late.",
    "o1_statement": "Nia sleeps until seven.",
    "o1_measure": "Her own chart.",
    "o1_baseline": "Awake at five.",
    "o1_target": "Six nights of seven.",
    "o1_whose_change": "parent",
    "o1_weeks": "6",
    "s1_what": "Screens off at eight.",
    "s1_who": "Femi",
    "s1_kind": "family",
    "s1_weeks": "1",
    "s1_uses": "It worked in the holidays.",
    "p1_who": "Femi",
    "p1_whose": "parent",
    "p1_score": "4",
    "p1_words": "I put mine away as well.",
    "p2_who": "Nia",
    "p2_whose": "child",
    "p2_score": "5",
    "p2_words": "I want Dad to say goodnight.",
    "said": "I like it when Dad says goodnight.",
    "said_sort": "good_thing",
    "ends_when": "Ten mornings in time.",
    "if_worse": "Femi rings Nell the same day.",
}
BEGIN = {
    "given": "Nia",
    "family": "Abara",
    "wants": "Getting to sleep, and to school in time.",
    "agreed": "Femi, her father; Nia may tell her teacher.",
}


class Counted:
    """What was asked of the worker: screens, answers, and the questions that had to be answered."""

    def __init__(self) -> None:
        self.screens, self.answers = 0, 0

    def form(self, page: Any, button: str, **answers: str) -> None:
        fill(page, **answers)
        self.screens, self.answers = self.screens + 1, self.answers + len(answers)
        pressed(page, button)


def made_in_the_room(nell: Any) -> Counted:
    count = Counted()
    nell.goto("/search/?q=Nia+Abara")
    nell.get_by_role("button", name="Begin a record").click()
    check_accessible(nell)
    count.form(nell, "Begin early help", **BEGIN)
    assert "The school nurse" in main(nell) or "The family doctor" in main(nell)
    check_accessible(nell)
    nell.get_by_role("button", name="Make the plan in the room").click()
    check_accessible(nell)
    count.form(nell, "Keep this plan", **ROOM)
    assert "Nia sleeps until seven." in main(nell)
    nell.get_by_role("button", name="Agree the plan").click()
    count.form(nell, "Everybody agrees this plan")
    assert "Agreed" in main(nell)
    picture(nell, "a-plan-made-in-the-room")
    return count


def test_early_help_begins_without_a_social_worker_and_steps_up_on_one_screen(sit_down: Any) -> None:
    nell = sit_down("Nell Rawson")
    count = made_in_the_room(nell)
    print(f"\nA plan in the room: {count.screens} screens, {count.answers} answers")
    assert count.screens <= 4
    assert count.answers <= 30
    child = re.match(r".*/children/[^/]+/", nell.url).group()  # type: ignore[union-attr]

    nell.goto(f"{child}help/ask/")
    check_accessible(nell)
    needed = nell.locator("form .govuk-label:has-text('(required)'), form [required]").count()
    more = Counted()
    more.form(
        nell, "Ask", level="child_in_need", what_changed="Nia fainted at school. She had eaten nothing for a day."
    )
    print(f"More help: {more.screens} screen, {more.answers} answers, {needed} marked as needed")
    assert (more.screens, more.answers) == (1, 2)
    assert needed <= 3

    grace = sit_down("Grace Adeyemi")
    grace.goto(child)
    grace.locator("main form [name=because]").fill("More help was asked for")
    pressed(grace, "Read the record")
    grace.goto(f"{child}decisions/")
    assert "Nia fainted at school." in main(grace)
    grace.get_by_role("link", name="Let it begin").click()
    pressed(grace, "Let it begin today")
    nell.goto(f"{child}plan/")
    assert "Nia sleeps until seven." in main(nell)  # the same plan, on the same thread
    assert "I want Dad to say goodnight." in main(nell)
    nell.goto(f"{child}decisions/")
    thread = main(nell)
    assert "Child in need" in thread
    assert "Early help" in thread
    nell.goto(f"{child}voice/")
    assert nell.locator("h1").count() == 1


def test_a_child_of_nobody_the_nurse_works_with_stays_closed_to_her(sit_down: Any) -> None:
    nell = sit_down("Nell Rawson")
    nell.goto("/search/?q=Maya+Okafor")
    nell.get_by_role("link", name="Maya Okafor-Nowak").first.click()
    assert "You are not working with" in main(nell)
