"""J15: someone on duty at night, who has never met Maya, knows her situation in ninety seconds."""

import pytest

from tests.stories.conftest import check_accessible, picture

AT_A_GLANCE = (
    "Peanut allergy",
    "Gary Stone must not have contact",
    "Dean does not stay overnight",
    "She is safest on school days",
    "Mum is not sleeping",
    "Maya minds Sam at night",
    "shouting at night",
    "Kelly rang us first",
    "At school every day",
    "Nan Rose comes two days a week",
    "I want my own bed and not to hear it",
    "Seen",
    "Alone",
    "Bed from the charity",
    "Do not use Dean",
    "Ask one thing at a time",
    "01632 960199",
    "May decide",
)


@pytest.mark.parametrize("width", [1280, 360])
def test_duty_finds_maya_gives_a_reason_and_reads_where_things_are(sit_down, width):
    page = sit_down("T. Rowe", width=width)
    page.goto("/search/")
    check_accessible(page)
    page.get_by_label("Name, date of birth, or number").fill("maya okafor")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Maya Okafor-Nowak", exact=True).click()
    minimum = page.locator("body").inner_text()
    assert "Mum is not sleeping" not in minimum
    assert "must not have contact" in minimum
    check_accessible(page)
    page.get_by_label("Why do you need to read this record").fill("Neighbour rang duty about shouting")
    page.get_by_role("button", name="Read the record").click()
    record = page.locator("body").inner_text()
    for needed in (
        "Maya",
        "Peanut allergy",
        "Gary Stone must not have contact",
        "Dean does not stay overnight",
        "Aisha Khan",
        "01632 960199",
        "I want my own bed and not to hear it",
        "She is safest on school days",
        "Mum is not sleeping",
        "Kelly rang us first",
        "Kelly Okafor",
    ):
        assert needed in record, needed
    check_accessible(page)
    for what in AT_A_GLANCE:  # above the fold on a desk, within two swipes on a phone
        box = page.locator(
            f".kith-identity :text('{what}'), .kith-safety :text('{what}'), .kith-glance :text('{what}')"
        )
        place = box.first.bounding_box()
        assert place, what
        assert place["y"] + place["height"] <= (800 if width == 1280 else 3 * 740), what
    if width == 1280:
        picture(page, "a-childs-page")


def test_worried_now_reaches_duty_and_is_taken(sit_down):
    page = sit_down("Jo Pemberton")
    page.get_by_role("link", name="Worried now").first.click()
    check_accessible(page)
    page.get_by_label("What are you worried about?").fill("A boy in the bus shelter, no coat, will not say his name.")
    page.get_by_role("button", name="Tell duty now").click()
    assert "01632 960199" in page.locator("main").inner_text()
    duty = sit_down("T. Rowe")
    duty.goto("/duty/")
    assert "A boy in the bus shelter" in duty.locator("main").inner_text()
    duty.get_by_role("button", name="I have this").first.click()
    assert "taken by T. Rowe" in duty.locator("main").inner_text()
    check_accessible(duty)
