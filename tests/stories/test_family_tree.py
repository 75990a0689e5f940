"""A worker looks at a family with its two households and its half-brothers, asks what is missing, and adds to it.

In a real browser, on a phone and at a desk, with scripts and without; then the mother sees her own picture of it.
"""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.stories.conftest import check_accessible, picture

WAYS = ["How people get on", "The family’s own picture", "People and places", "Maya’s own map"]


def open_tree(page):
    page.goto("/my-families/")
    page.get_by_role("link", name="Maya Okafor-Nowak", exact=True).click()
    page.goto(page.url + "family/")
    page.get_by_role("link", name="Family tree", exact=True).first.click()
    page.get_by_role("heading", name="Maya’s family tree").wait_for()


def said(page):
    return page.locator("main").inner_text()


def no_wider_than(page, width):
    assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url


@pytest.mark.parametrize("width", [1280, 360])
def test_s3_07_every_picture_of_a_family_says_the_same_in_its_list(sit_down, width):
    page = sit_down("Aisha Khan", width=width)
    open_tree(page)
    for shown in ("Half-brother", "Half-sister", "Father’s former partner", "Grandmother", "A protected home"):
        assert shown in said(page), shown
    assert "Larkspur" not in page.content()
    assert page.locator("svg.kith-drawing--tree").count() == 1
    check_accessible(page)
    no_wider_than(page, width)
    if width == 1280:
        picture(page, "family-tree")
    for way in WAYS:
        page.get_by_role("navigation", name="Ways to see the family").get_by_role("link", name=way).click()
        check_accessible(page)
        no_wider_than(page, width)
    page.get_by_role("link", name="How people get on").click()
    assert "Nan is my best grown-up." in said(page)
    page.get_by_role("link", name="The family’s own picture").click()
    assert "separated" not in said(page)
    assert "Nan is my best grown-up." not in said(page)


@pytest.mark.parametrize(("width", "scripts"), [(1280, False), (360, True)])
def test_a_hole_is_asked_about_a_grandmother_added_and_the_tree_confirmed(sit_down, width, scripts):
    page = sit_down("Aisha Khan", width=width, scripts=scripts)
    looked_at = check_accessible if scripts else str  # axe is a script
    open_tree(page)
    assert "Marek Nowak is Maya’s cousin: through whom?" in said(page)
    page.get_by_role("link", name=re.compile("Write down that you asked.*Marek")).click()
    looked_at(page)
    page.get_by_label("Whom did you ask?").fill("Tomek")
    page.get_by_label("What they said").fill("Through his sister in Gdynia.")
    page.get_by_label("They told us").check()
    page.get_by_role("button", name="Save").click()
    assert "Through his sister in Gdynia." in said(page)

    page.get_by_role("link", name=re.compile(r"\+ parent\s+of Magda Zielińska")).click()
    looked_at(page)
    page.get_by_label("Somebody new").check()
    page.get_by_label("Who told us?").fill("Ola, on Sunday")
    page.get_by_role("button", name="Add to the tree").click()
    assert "Give at least one name, or say the name is not known." in said(page)
    assert page.get_by_label("Who told us?").input_value() == "Ola, on Sunday"
    looked_at(page)
    page.get_by_label("First names").fill("Halina")
    page.get_by_role("button", name="Add to the tree").click()
    assert "Halina" in said(page)
    assert "was written into the family, beside Magda Zielińska." in said(page)

    page.get_by_role("button", name=re.compile("It is still right.*Family tree")).click()
    looked_at(page)
    page.get_by_label("Yes").first.check()
    page.get_by_label("With whom?").fill("Tomek, by telephone")
    page.get_by_role("button", name="It is right today").click()
    assert "Up to date" in said(page)


def test_a_copy_is_released_to_one_person_and_printed_on_the_paper_that_was_chosen(sit_down):
    page = sit_down("Aisha Khan")
    open_tree(page)
    page.get_by_role("link", name="The family’s own picture").click()
    page.get_by_role("button", name="Print for someone").click()
    check_accessible(page)
    page.get_by_label("Who is this copy for?").select_option(label="Kelly Okafor")
    page.get_by_label("A3").check()
    page.get_by_role("button", name="Check and release this copy").click()
    assert "Say who else will see this at home" in said(page)
    page.get_by_label("Who else will see this at home?").fill("Nobody else")
    page.get_by_role("button", name="Check and release this copy").click()
    assert "Copy for Kelly Okafor alone" in said(page)
    check_accessible(page)
    paper = page.pdf(prefer_css_page_size=True)
    assert sizes(paper)[0] == (420, 297), "A3, on its side"
    assert not any("Signed in as" in sheet.extract_text() for sheet in sheets(paper))
    assert "separated" not in said(page)


def test_any_other_page_of_it_prints_as_a_marked_staff_copy(sit_down):
    page = sit_down("Aisha Khan")
    open_tree(page)
    printed = page.pdf(prefer_css_page_size=True)
    assert sizes(printed)[0] == (297, 210)
    first = sheets(printed)[0].extract_text()
    for part in ("Maya’s family tree", "Zofia Nowak", "Sam Okafor", "Drawn "):
        assert part in first, f"{part}: who it is, the picture and what it says of itself stand on one sheet"
    page.emulate_media(media="print")
    assert page.locator(".staff-copy").is_visible()
    assert not page.get_by_role("button", name="Print for someone").is_visible()


def sizes(pdf):
    """Each page's width and height in whole millimetres."""
    return [tuple(round(float(side) / 72 * 25.4) for side in page.mediabox[2:]) for page in sheets(pdf)]


def sheets(pdf):
    return PdfReader(BytesIO(pdf)).pages


@pytest.mark.parametrize("width", [1280, 360])
def test_a_mother_sees_the_people_of_her_child_and_no_more_than_is_hers_to_see(sit_down, width):
    page = sit_down("Kelly Okafor", width=width)
    page.get_by_role("link", name="Maya’s people, drawn").click()
    shown = page.locator("main").inner_text()
    for called in ("Leo Okafor-Nowak", "Sam Okafor", "Kelly Okafor"):
        assert called in shown
    for hidden in ("Gary", "Tomek", "protected", "separated"):
        assert hidden not in page.content(), hidden
    check_accessible(page)
    no_wider_than(page, width)
