"""Two brothers are assessed, each in words of his own: a danger is seen at once, and a signature names what is missing
(S0-04, S3-04, S3-05, S4-20, N16).
"""

from tests.stories.conftest import check_accessible, picture


def assessment_of(page, name):
    """Open one child's assessment from the search."""
    page.goto(f"/search/?q={name}+okafor")
    page.get_by_role("link", name=name).first.click()
    page.get_by_role("navigation", name="Parts of the record").get_by_role("link", name="Assessment").click()


def save(page):
    """And back to the assessment it belongs to."""
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/assessment/")


def write_conclusion(page, text, rests_on=""):
    page.get_by_role("link", name="Write what we conclude").click()
    page.get_by_label("In plain words").fill(text)
    if rests_on:
        page.get_by_label(rests_on).check()
    save(page)


def test_two_siblings_are_not_one_text_and_nothing_is_signed_with_gaps(sit_down):
    aisha = sit_down("Aisha Khan")
    assessment_of(aisha, "Maya")
    check_accessible(aisha)
    picture(aisha, "an-assessment")
    mayas = aisha.locator("section[aria-labelledby=conclusion] .kith-prose").inner_text()
    assessment_of(aisha, "Leo")
    write_conclusion(aisha, mayas)
    check_accessible(aisha)

    assessment_of(aisha, "Sam")
    aisha.get_by_role("link", name="Begin an assessment").click()
    aisha.get_by_label("What made us look?").fill("His weight has not moved for a month.")
    save(aisha)
    aisha.get_by_role("button", name="Write a danger").click()
    check_accessible(aisha)
    aisha.get_by_label("What is the danger?").fill("Sam sleeps on the sofa with a heavy quilt.")
    save(aisha)
    aisha.goto(aisha.url.replace("assessment/", "voice/"))
    assert "Sam sleeps on the sofa with a heavy quilt." in aisha.locator(".kith-safety").inner_text()

    grace = sit_down("Grace Adeyemi")
    assessment_of(grace, "Sam")
    assert "“If I were Sam, I would…” is empty." in sign(grace)
    assert "has no safety goal" in grace.locator(".govuk-error-summary").inner_text()
    check_accessible(grace)
    assessment_of(grace, "Leo")
    refused = sign(grace, "He speaks in sentences.")
    assert "is word for word Maya Okafor-Nowak’s" in refused
    assert "It rests on none of Leo’s own words: choose them where you write" in refused

    assessment_of(aisha, "Leo")
    swam = "I swam without the float"
    write_conclusion(
        aisha, "Leo keeps his five mornings: they are what helps him to talk. We look again in spring.", rests_on=swam
    )
    assert swam in aisha.locator("section[aria-labelledby=conclusion]").inner_text()
    assert "Nothing is missing" in aisha.locator("main").inner_text()
    assessment_of(grace, "Leo")
    assert sign(grace, "He speaks in sentences.") == ""
    assert "by Grace Adeyemi" in grace.locator("main").inner_text()
    check_accessible(grace)


def sign(page, what_changed=""):
    """Read it, sign it; answer what stands in the way, when something does."""
    page.get_by_role("button", name="Read it and sign").click()
    if what_changed:
        page.get_by_label("What has changed since the last version?").fill(what_changed)
    page.get_by_label("I have read all of it").check()
    page.get_by_role("button", name="Sign", exact=True).click()
    page.locator(".govuk-error-summary, .kith-lead:has-text('Signed')").first.wait_for()
    refused = page.locator(".govuk-error-summary")
    return refused.inner_text() if refused.count() else ""
