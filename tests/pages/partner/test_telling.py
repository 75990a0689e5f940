"""J2: a partner tells us about a child, follows what becomes of it, and answers what we ask."""

import re

from kith.access import acting_as
from kith.directory.models import Agency
from kith.involvement.acts import ask_agencies, take_up_contact
from kith.involvement.models import AgencyRequest, Contact, ImmediateConcern, Teller
from tests.involvement.reaching import MAYA, WORRY, child_of, decide, found, told, whole

TELL = "/partner/tell/"
SENT = {
    "words": WORRY,
    "source": "3B",
    "danger": "no",
    "c1-given": "Maya",
    "c1-family": "Okafor-Nowak",
    "c1-born-day": "4",
    "c1-born-month": "3",
    "c1-born-year": "2017",
    "c2-given": "Leo",
    "key": "one-form",
}


def text(page):
    return page.content.decode()


def test_999_and_worried_now_stand_before_anything_is_asked(cast, browse):
    page = text(browse("priya").get(TELL))
    assert page.index("999") < page.index("What are you most worried about?")
    assert "/worried/" in page


def test_what_is_sent_is_kept_with_who_they_are_and_followed_under_a_reference(cast, browse):
    priya = browse("priya")
    sent = priya.post(TELL, SENT)
    assert (sent.status_code, sent.url) == (303, "/partner/told/")
    contact = Contact.objects.get()
    assert [c.called for c in contact.children.order_by("place")] == ["Maya Okafor-Nowak", "Leo"]
    teller = Teller.objects.get()
    assert (teller.name, teller.agency_name, teller.role) == ("Priya Nair", "Northcliff 0-19 Health", "Health visitor")
    page = text(priya.get("/partner/told/"))
    assert contact.reference in page
    assert "waiting to be read" in page
    assert "by Wed 18 Nov" in page
    assert "We may already know this family." in page


def test_only_the_worry_itself_must_be_written_and_the_rest_is_kept_when_it_is_not(cast, browse):
    page = browse("priya").post(TELL, {**SENT, "words": ""})
    assert page.status_code == 422
    assert "A few words are enough" in text(page)
    assert "Okafor-Nowak" in text(page)
    assert not Contact.objects.exists()


def test_danger_now_calls_duty(cast, browse):
    browse("priya").post(TELL, {**SENT, "danger": "yes"})
    assert ImmediateConcern.objects.get().told_id == cast.theo.account_id


def test_the_tracker_says_who_reads_it_what_was_decided_why_who_leads_and_what_we_ask(cast, browse):
    contact = told(cast, MAYA, by="priya")
    found(cast, contact, 1, cast.maya)
    with acting_as(cast.theo):
        take_up_contact(by=cast.theo, contact=contact)
    priya = browse("priya")
    assert "being read by Theo Rowe" in text(priya.get("/partner/told/"))
    decide(cast, contact, whole(child_of(contact), "existing_work", asked_of_them="Weigh her."), about=[cast.maya])
    page = text(priya.get("/partner/told/"))
    for said in ("Goes to the work that is open already", "going hungry at their age", "Aisha Khan", "Weigh her."):
        assert said in page
    assert "Hungry at school four weeks running" not in page  # ours


def test_the_agency_answers_on_its_own_page_and_may_add_the_words_later(cast, browse):
    contact = told(cast, MAYA)
    with acting_as(cast.theo):
        ask_agencies(
            by=cast.theo, contact=contact, agencies=list(Agency.objects.filter(kind="health")), question="Well?"
        )
    request = AgencyRequest.objects.get()
    priya = browse("priya")
    assert "Well?" in text(priya.get("/partner/told/"))
    path = f"/partner/told/asked/{request.pk}/"
    assert re.findall(r'href="([^"]+)" aria-current', priya.get(path).content.decode()) == ["/partner/told/"], (
        "one place"
    )
    assert priya.post(path, {"answer": ""}).status_code == 422
    assert priya.post(path, {"answer": "held"}).status_code == 303
    assert "Add the words" in text(priya.get("/partner/told/"))
    assert priya.post(path, {"answer": "held", "words": "Weighed in May."}).status_code == 303
    assert priya.get(path).status_code == 404
    request.refresh_from_db()
    assert (request.words, request.answered_by_name) == ("Weighed in May.", "Priya Nair")


def test_nobody_else_has_these_pages(cast, browse):
    for name, status in (("", 302), ("aisha", 404), ("kelly", 404)):
        for path in (TELL, "/partner/told/"):
            assert browse(name).get(path).status_code == status


def replied(cast):
    made = told(cast, MAYA, by="priya", how="portal")
    found(cast, made, 1, cast.maya)
    decide(cast, made, whole(child_of(made), "existing_work", reasons="Kelly drinks."), about=[cast.maya])
    return made


def test_j2_whoever_told_us_disagrees_and_sees_it_until_it_is_answered(cast, browse):
    replied(cast)
    priya = browse("priya")
    page = text(priya.get("/partner/told/"))
    form = re.search(r'href="/partner/told/(\d+/)"', page)[1]
    asked = text(priya.get(f"/partner/told/{form}"))
    assert "We will see the children this week" in asked
    assert "Kelly drinks." not in asked
    sent = priya.post(f"/partner/told/{form}", {"concern": "A week is long.", "wanted": "Today.", "key": "k"})
    assert (sent.status_code, sent.url) == (303, "/partner/told/")
    page = text(priya.get("/partner/told/"))
    assert "A week is long." in page
    assert "to be answered by" in page
    assert "I disagree with this decision" not in page  # one at a time
    line = text(browse("aisha").get(f"/children/{cast.maya.ref}/decisions/"))
    assert "Priya Nair" not in line


def test_j2_another_worker_of_the_agency_finds_no_page_to_disagree_on(cast, browse):
    made = replied(cast)
    with acting_as(cast.system):
        pk = made.replies.get().pk
    for name in ("kelly", "aisha", "theo"):
        assert browse(name).get(f"/partner/told/{pk}/").status_code == 404
