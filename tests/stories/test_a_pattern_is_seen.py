"""Three small signs on three records of one child ask one question, once; nothing answers it but people; and whoever
gives what they know reads what became of it (S2-02, S2-05, S2-07, S2-08, S0-16). Without a script running.
"""

from typing import Any

from tests.stories.conftest import check_accessible, picture

SIGNS = (
    "Hungry, looks for food, or hides it",
    "Home cold, without bedding, or unsafe to play in",
    "Often late, absent",
)


def child_page(page: Any, search: str, name: str) -> str:
    page.goto(f"/search/?q={search}")
    page.get_by_role("link", name=name).first.click()
    page.wait_for_load_state()
    return page.url.partition("because")[0]


def tick(page: Any, leo: str, place: int, sign: str) -> None:
    page.goto(f"{leo}signs/")
    page.get_by_role("link", name="Tick what it shows").nth(place).click()
    page.get_by_label(sign).check()
    page.get_by_role("button", name="Save").click()
    assert sign in page.locator("main").inner_text()


def pattern_is_looked_at(aisha: Any, leo: str) -> None:
    aisha.get_by_role("button", name="Write what you make of them").click()
    asked = aisha.url
    aisha.get_by_label("What do you make of them together?").fill("Breakfast falls away when Kelly has not slept.")
    aisha.get_by_role("button", name="Save").click()
    half = aisha.locator("main").inner_text()
    assert "are both still asked for" in half
    assert "signs on 3 records within 90 days" in half
    aisha.goto(asked)
    kept = aisha.get_by_label("What do you make of them together?").input_value()
    assert kept == "Breakfast falls away when Kelly has not slept."
    aisha.get_by_label("What happens next?").fill("Nan Rose brings breakfast on Mondays, from this week.")
    aisha.get_by_role("button", name="Save").click()
    whole = aisha.locator("main").inner_text()
    assert "signs on 3 records within" not in whole
    assert "Nan Rose brings breakfast on Mondays" in whole


def test_three_signs_on_three_records_ask_once_and_only_words_answer(sit_down):
    aisha, beside = sit_down("Aisha Khan", scripts=False), sit_down("Aisha Khan", width=360)

    def check(url: str) -> None:
        beside.goto(url)
        assert beside.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), url
        check_accessible(beside)

    leo = child_page(aisha, "leo+okafor", "Leo Okafor")
    for place, sign in enumerate(SIGNS[:2]):
        tick(aisha, leo, place, sign)
    tick(aisha, leo, 1, SIGNS[2])  # the same record again: still two
    aisha.goto("/today/")
    assert "Signs to look at together" not in aisha.locator("main").inner_text()
    tick(aisha, leo, 2, SIGNS[0])
    shown = aisha.locator("main").inner_text()
    assert "signs on 3 records within 90 days" in shown
    assert "no concern" not in shown.lower()
    check(f"{leo}signs/")
    picture(aisha, "signs-together")
    aisha.goto("/today/")
    waiting = aisha.locator("#patterns").inner_text()
    assert waiting.count("Leo") == 1
    aisha.locator("#patterns").get_by_role("link").first.click()
    pattern_is_looked_at(aisha, leo)
    aisha.goto("/today/")
    assert aisha.locator("#patterns").count() == 0


def test_what_a_school_gives_is_answered_and_who_is_quiet_is_seen(sit_down):
    aisha, marsha = sit_down("Aisha Khan", scripts=False), sit_down("Marsha Lind", scripts=False)
    marsha.goto("/partner/")
    marsha.get_by_role("link", name="What you gave, and what became of it").first.click()
    assert "It is why Nan Rose’s nights are the first step of the plan." in marsha.locator("main").inner_text()
    marsha.get_by_label("An opinion: what somebody thinks").check()
    marsha.get_by_label("What do you know?").fill("She eats two lunches on Fridays.")
    marsha.get_by_role("button", name="Give it").click()
    assert "She eats two lunches on Fridays." in marsha.locator("main").inner_text()

    maya = child_page(aisha, "maya+okafor", "Maya Okafor")
    aisha.goto(f"{maya}working-together/")
    agencies = aisha.locator("main").inner_text()
    assert "Overdue: nothing given" in agencies
    assert "Ros Hale" in agencies
    beside = sit_down("Aisha Khan", width=360)
    beside.goto(f"{maya}working-together/")
    check_accessible(beside)
    picture(aisha, "working-together")
    aisha.goto(f"{maya}assessment/")
    aisha.get_by_role("link", name="what became of: She eats two lunches on Fridays.").click()
    aisha.get_by_label("Used in part").check()
    aisha.get_by_label("How, or why not").fill("We ask Kelly about Fridays first.")
    aisha.get_by_role("button", name="Save").click()
    marsha.reload()
    assert "Used in part: We ask Kelly about Fridays first." in marsha.locator("main").inner_text()

    grace = sit_down("Grace Adeyemi", scripts=False)
    grace.goto("/team/agencies/")
    grace.get_by_role("link", name="quiet about").first.click()
    assert "Maya Okafor" in grace.locator("main").inner_text()


def test_s2_08_a_step_nobody_accepts_is_named_to_the_lead_and_to_the_owner(sit_down):
    jo = sit_down("Jo Pemberton", scripts=False)
    jo.goto("/partner/steps/")
    mine = jo.locator("main").inner_text()
    assert "Weigh Rhys at his aunt’s" in mine
    assert "Not accepted in time" in mine
