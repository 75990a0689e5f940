"""The whole way: a school tells of two sisters and a brother; each is decided about on their own; one is assessed,
helped by a plan, looked at again; the work ends with reasons, everybody told; and when a worry comes again the record
says at once what would bring us back (issue 4; S0-04, S1-12, S1-13, S2-01, S2-03, S3-17, N20).
"""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from kith.access.actor import HOME_TIME
from tests.stories.conftest import check_accessible, picture
from tests.stories.test_j02_a_school_refers_and_hears_back import REFERENCE, main

AGAIN = "If Ada goes a week without breakfast again, or says she is afraid to go home."
NAMES = ("Ada", "Bram", "Cleo")
STRONG = {
    "child-health": "She runs everywhere and sleeps through the night.",
    "parenting-warmth": "Rhona sings to all three and knows what each is afraid of.",
    "family-wider": "Aunt Senna lives two doors down and takes them to school.",
}
UNSEEN = "Nobody has raised it, and the school sees nothing that worries them."


def today() -> Any:
    return datetime.now(UTC).astimezone(HOME_TIME).date()


def fill_day(page: Any, legend: str, day: Any) -> None:
    group = page.get_by_role("group", name=legend, exact=True)
    for box, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        group.get_by_label(box).fill(str(number))


def tell_of(page: Any, words: str, *names: str) -> str:
    page.goto("/partner/tell/")
    page.get_by_label("What are you most worried about?").fill(words)
    for n, name in enumerate(names):
        child = page.locator("fieldset.kith-card").nth(n)
        if not child.get_by_label("First names").is_visible():
            page.get_by_text("More brothers and sisters").click()
        child.get_by_label("First names").fill(name)
        child.get_by_label("Family name").fill("Hartley")
    page.get_by_label("You are telling us as").select_option("2A")
    page.get_by_role("button", name="Send it").click()
    page.get_by_text("waiting to be read").first.wait_for()
    return REFERENCE.search(main(page)).group()  # type: ignore[union-attr]


def begin(page: Any, name: str) -> str:
    """Their record, begun from the contact; its address."""
    page.get_by_role("link", name=re.compile(f"Find or begin their record.*{name} Hartley")).click()
    page.get_by_label("There is no record: begin one").or_(page.get_by_label("None of these: begin a record")).check()
    page.get_by_role("button", name="That is the child").click()
    link = page.get_by_role("link", name=f"{name} Hartley", exact=True)
    link.wait_for()
    return str(link.get_attribute("href"))


def decide(page: Any, place: int, outcome: str, level: str, sign: str, **said: str) -> None:
    """One child's decision on a page of several."""
    child = page.locator(f"section[aria-labelledby='decide-{place}']")
    child.locator(f"[name='{place}-outcome'][value='{outcome}']").check()
    child.locator(f"[name='{place}-level'][value='{level}']").check()
    if not child.get_by_label(sign).is_visible():
        child.get_by_text("What fits: tick the signs").click()
    child.get_by_label(sign).check()
    words = {
        "why_not_above": "Nobody has seen or said that anybody hurts them.",
        "why_not_below": "It has been tried, and it was not enough.",
        "no_bottom_lines_because": "Nobody is known to be a danger to them.",
        "would_change": "A month of full plates.",
        "child_view": "Nobody has asked them alone yet.",
        "family_told_words": "Rhona was rung.",
        **said,
    }
    for name, text in words.items():
        child.locator(f"[name='{place}-{name}']").fill(text)
    child.locator(f"[name='{place}-family_told'][value='told']").check()


def decide_each(duty: Any) -> None:
    duty.get_by_role("button", name="Decide").click()
    for place, outcome, level, sign in (
        (1, "referral", "3", "Food, warmth, sleep, clothes or care often missing"),
        (2, "early_help", "2", "Behaviour or mood has changed, and nobody yet knows why"),
        (3, "referral", "3", "Early help was tried and has not been enough"),
    ):
        name = NAMES[place - 1]
        reasons = f"{name} has reasons of {name}’s own: seen on day {place}."
        decide(duty, place, outcome, level, sign, reasons=reasons, released=f"We will see {name} this week.")
    duty.get_by_role("button", name="Decide", exact=True).click()
    duty.get_by_text("Ada has reasons of Ada’s own").wait_for()


def pressed(page: Any, button: str) -> None:
    """And the page it leads to is there."""
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()


def fill(page: Any, **fields: Any) -> None:
    """What a form asks, by the name of each field."""
    for name, value in fields.items():
        boxes = page.locator(f"form [name='{name}']")
        kinds = boxes.evaluate_all("all => all.map(e => e.type || e.tagName)")
        if {"radio", "checkbox"} & set(kinds):
            page.locator(f"form input[name='{name}'][value='{value}']").check()
        elif kinds[0].startswith("select"):
            boxes.select_option(value)
        else:
            boxes.fill(value)


def send(page: Any, address: str, button: str, **fields: Any) -> None:
    page.goto(address)
    fill(page, **fields)
    pressed(page, button)
    assert not page.locator(".govuk-error-summary").count(), page.locator(".govuk-error-summary").inner_text()


def assess(aisha: Any, child: str, domains: list[str]) -> None:
    send(aisha, f"{child}assessment/begin/", "Save", why="The school tells us that she is hungry.")
    for domain in domains:
        known = {"strengths": STRONG[domain], "concern": "none"} if domain in STRONG else {}
        send(aisha, f"{child}assessment/part/{domain}/", "Save", **(known or {"not_looked_because": UNSEEN}))
    texts = {
        "family": "Rhona: “It is the last ten days of the month. I do not eat so that they can.”",
        "child": "I would want breakfast, and Mum not to cry in the mornings.",
        "analysis": "Money runs out on the twentieth. Ada goes without so that Bram eats.",
        "conclusion": "Ada needs food every day, and Rhona needs someone to sort out the money with.",
    }
    for part, text in texts.items():
        send(aisha, f"{child}assessment/write/{part}/", "Save", text=text)
    aisha.goto(f"{child}assessment/evidence/")
    aisha.locator("[name=source]").first.check()
    aisha.locator("[name=claim]").first.check()
    aisha.locator("[name=text]").fill("The school’s own list: eleven mornings without breakfast.")
    pressed(aisha, "Save")
    send(aisha, f"{child}assessment/factors/", "Save", factors="21")
    aisha.goto(f"{child}assessment/")


def plan(aisha: Any, child: str) -> None:
    send(
        aisha,
        f"{child}plan/begin/",
        "Save",
        kind="in_need",
        because="Ada goes to school hungry, and cannot learn.",
        ends_when="Breakfast every day for a month, and Ada says so herself.",
        if_worse="Aunt Senna feeds them the same day, and rings Aisha.",
    )
    number = re.search(r"plan/(\d+)/", aisha.content()).group(1)  # type: ignore[union-attr]
    outcome = {
        "statement": "Ada has eaten before school.",
        "need": "Food every morning.",
        "need_of": "growing",
        "not_assessed_because": "It is what the assessment found.",
        "measure": "Ada and the breakfast club count.",
        "baseline": "Two mornings of five.",
        "baseline_score": "4",
        "target": "Five of five.",
        "whose_change": "service",
        "no_words": "observed",
        "seen": "Ada takes two helpings at the club, and one for her brother.",
    }
    aisha.goto(f"{child}plan/{number}/outcome/")
    fill_day(aisha, "By when?", today() + timedelta(days=60))
    fill(aisha, **outcome)
    pressed(aisha, "Save")
    aisha.goto(f"{child}plan/{number}/step/")
    aisha.locator("[name=what]").fill("Aunt Senna brings all three to breakfast club at eight.")
    aisha.locator("[name=owner_kind][value=network]").check()
    aisha.locator("[name=owner_name]").fill("Senna Hartley")
    aisha.locator("[name=lane][value=short]").check()
    aisha.locator("[name=uses]").fill("Aunt Senna walks past the school anyway.")
    fill_day(aisha, "By when?", today() + timedelta(days=7))
    pressed(aisha, "Save")
    for who, whose, words in (
        ("Senna Hartley", "network", "Eight o’clock, every school day. I have the key."),
        ("Ada", "child", "I like going with Aunty."),
    ):
        send(aisha, f"{child}plan/{number}/view/", "Save", who=who, whose=whose, view="agrees", words=words)
    send(aisha, f"{child}plan/{number}/agree/", "Everybody agrees this plan")
    assert "Agreed" in main(aisha)


def review(aisha: Any, child: str) -> None:
    aisha.goto(f"{child}plan/")
    aisha.get_by_role("button", name="Look at it again").click()
    fill_day(aisha, "When was the plan looked at?", today())
    for column, view, words in (
        ("working", "child", "Toast and a banana."),
        ("worries", "parent", "The holidays, Rhona says: the club is shut."),
        ("change", "professional", "A food parcel for the holidays."),
    ):
        aisha.locator(f"[name={column}_{view}]").fill(words)
    stood = aisha.locator("fieldset.kith-card").filter(has_text="Ada has eaten before school.")
    stood.get_by_label("How does it stand?").select_option(label="Achieved")
    stood.get_by_label("What shows it?").fill("The club’s list: every morning for five weeks.")
    for who, spoke in (("Ada", "PN1"), ("Senna Hartley", "self")):
        card = aisha.locator("fieldset.kith-card").filter(has=aisha.locator("legend", has_text=who)).last
        card.get_by_label("How were they asked?").select_option("in_person")
        card.get_by_role("checkbox").first.check()
        card.get_by_label("Were they there?").select_option("all")
        card.get_by_label("How did their view get in?").select_option(spoke)
    pressed(aisha, "Save the review")
    fill_day(aisha, "When is the next review?", today() + timedelta(days=40))
    aisha.get_by_label("No: what the assessment says is still right").check()
    aisha.get_by_label("What has changed, or why nothing has").fill("The mornings were the worry, and are no longer.")
    aisha.get_by_label("What difference do we make, in the child’s words?").fill("“I am not hungry in maths.”")
    aisha.get_by_label("In the family’s words?").fill("Senna: mornings are mornings again.")
    aisha.get_by_label("In the words of school, health and others?").fill("The school: she comes in time, and laughs.")
    pressed(aisha, "Finish the review")
    assert "Finished" in main(aisha)


def decide_to_end(aisha: Any, grace: Any, child: str) -> str:
    send(
        aisha,
        f"{child}decisions/decide/?kind=closure",
        "Finish it",
        kind="closure",
        question="Should our work with Ada end?",
        chosen="Yes, now that she eats every day.",
        reasons="Five weeks of breakfast, and Aunt Senna goes on with it.",
        other_1="Go on until summer",
        other_1_why_not="Nobody, Ada least of all, sees what we would do.",
        rests_on="The review of today.",
        child_view="You can go. Aunty comes.",
        child_view_weight="It decided it.",
        no_bottom_lines_because="Nobody is a danger to her.",
        what_would_change_it=AGAIN,
    )
    decision = aisha.url
    send(grace, f"{decision}read/", "Keep my answer", answer="agree")
    for audience, words in (
        ("partner", "We stop working with Ada: she eats every day, and her aunt goes on."),
        ("family", "We stop coming. Aunt Senna goes on with breakfast. Ring us if it stops."),
    ):
        send(aisha, f"{decision}tell/", "Release it", audience=audience, words=words)
    return decision


def end(grace: Any, child: str) -> None:
    grace.goto(f"{child}help/end/")
    assert AGAIN in main(grace)
    pressed(grace, "End the work")
    assert "Say why the work is ending" in grace.locator(".govuk-error-summary").inner_text()
    grace.get_by_label("Why does the work end?").select_option("RC7")
    grace.get_by_label("What did it come to?").fill("Ada eats every day. Money is still short by the twentieth.")
    for label, words in (
        ("What difference did it make, in the child’s words?", "“I am not hungry at school.”"),
        ("In the family’s words?", "Rhona: somebody did the sums with me."),
        ("In the words of school, health and others?", "School: she learns."),
    ):
        grace.get_by_label(label).fill(words)
    grace.get_by_label("Yes: the family and we agree that it ends").check()
    for legend in ("When was the child told?", "When was the family told?"):
        fill_day(grace, legend, today())
    grace.get_by_label("What is offered after us?").fill("The breakfast club, and the family centre on Fridays.")
    check_accessible(grace)
    pressed(grace, "End the work")
    grace.get_by_text("Our work has ended").first.wait_for()


def test_from_a_worry_about_three_to_help_that_worked_and_back_again(sit_down: Any) -> None:
    marsha, duty = sit_down("Marsha Lind"), sit_down("T. Rowe")
    reference = tell_of(marsha, "Ada came without breakfast for the third week, and Bram hides crusts.", *NAMES)
    duty.goto(f"/front-door/{reference}/")
    duty.get_by_role("button", name="I have this").click()
    children = {name: begin(duty, name) for name in NAMES}
    decide_each(duty)
    marsha.goto("/partner/told/")
    told = main(marsha)
    assert all(f"We will see {name} this week." in told for name in NAMES)
    assert "reasons of" not in told  # our own reasons stay ours

    grace, aisha = sit_down("Grace Adeyemi"), sit_down("Aisha Khan")
    for child in children.values():
        grace.goto(f"{child}lead/")
        worker = grace.locator("[name=lead] option", has_text="Aisha Khan").first.get_attribute("value")
        grace.locator("[name=lead]").select_option(worker)
        pressed(grace, "Name the lead worker")
    ada = children["Ada"]
    grace.goto(ada)
    grace.locator("main form [name=because]").fill("Her manager")
    pressed(grace, "Read the record")
    aisha.goto(f"{ada}assessment/begin/")
    assess(aisha, ada, domains_of(aisha, ada))
    assert "Nothing is missing" in main(aisha), main(aisha)[:1500]
    send(grace, f"{ada}assessment/sign/", "Sign", read="on")
    assert "Signed" in main(grace)
    plan(aisha, ada)
    review(aisha, ada)
    decision = decide_to_end(aisha, grace, ada)
    end(grace, ada)
    check_accessible(grace)
    picture(grace, "our-work-has-ended")

    for name in ("Bram", "Cleo"):  # no line of Ada's ending stands on a brother's or sister's pages
        aisha.goto(f"{children[name]}decisions/")
        assert "Five weeks of breakfast" not in main(aisha)
        assert "Our work ended" not in main(aisha)
    returned(marsha, duty, decision)


def domains_of(page: Any, child: str) -> list[str]:
    from kith import packs

    pack = packs.pack_for("england-2026", today())
    return [code for code, _ in pack.choices("assessment_domain")]


def returned(marsha: Any, duty: Any, decision: str) -> None:
    """A new worry: the same child, on the same thread, and what would bring us back stands beside it."""
    reference = tell_of(marsha, "Ada has not eaten since Monday and asks to stay at school.", "Ada")
    duty.goto(f"/front-door/{reference}/")
    duty.get_by_role("link", name=re.compile("Find or begin their record")).click()
    duty.get_by_label("Ada Hartley").first.check()
    duty.get_by_role("button", name="That is the child").click()
    duty.get_by_text("What would bring us back").first.wait_for()
    assert AGAIN in main(duty)
    check_accessible(duty)
    picture(duty, "what-would-bring-us-back")
    duty.get_by_role("button", name="Decide").first.click()
    assert AGAIN in main(duty)
    sign = "Early help was tried and has not been enough"
    words = {"reasons": "What we said would bring us back has happened.", "released": "We begin again today."}
    decide(duty, 1, "referral", "3", sign, **words)
    duty.get_by_role("button", name="Decide", exact=True).click()
    duty.get_by_text("What we said would bring us back has happened.").first.wait_for()
    child = decision.rsplit("decisions/", 1)[0]
    duty.goto(child)
    duty.locator("main form [name=because]").fill("On duty: a worry came again")
    pressed(duty, "Read the record")
    duty.goto(f"{child}decisions/")
    thread = main(duty)
    assert "Our work ended on" in thread
    assert "Which help, since when" in thread
