"""An agency reads what was made of it together, and signs it or says how else it sees it (N40)."""

import pytest

from kith.access import acting_as
from kith.directory.models import Agency, Notice
from kith.involvement.acts import answer_request, ask_agencies, write_picture
from kith.involvement.models import AgencyRequest, PictureView
from tests.involvement.reaching import NIA, WORRY, child_of, told

OURS = "Hungry four weeks running, and two appointments missed."


def text(page):
    return page.content.decode()


@pytest.fixture
def contact(cast):
    made = told(cast, NIA)
    with acting_as(cast.theo):
        health = list(Agency.objects.filter(kind="health"))
        ask_agencies(by=cast.theo, contact=made, agencies=health, question="Is she growing?")
    with acting_as(cast.priya):
        request = AgencyRequest.objects.get()
        answer_request(by=cast.priya, request=request, answer="held", words="Two missed.")
    write(cast, made, OURS)
    return made


def write(cast, contact, adds_up):
    with acting_as(cast.theo):
        agencies = list(Agency.objects.filter(kind="health"))
        write_picture(by=cast.theo, about=None, child=child_of(contact), adds_up=adds_up, agencies=agencies)


def path_of():
    return f"/partner/told/together/{PictureView.objects.latest('pk').pk}/"


def test_it_is_read_signed_and_stands_on_the_page_of_what_is_asked(cast, browse, contact):
    priya, path = browse("priya"), path_of()
    assert path in text(priya.get("/partner/told/"))
    page = text(priya.get(path))
    assert OURS in page
    assert "never that you agree" in page
    for secret in (WORRY, "Marsha Lind"):
        assert secret not in page
    assert priya.post(path, {}).status_code == 422
    different = {"view": "differently", "words": ""}
    assert "what you see differently" in text(priya.post(path, different))
    assert priya.post(path, {**different, "words": "It is the housing."}).status_code == 303
    assert "It is the housing." in text(priya.get("/partner/told/"))
    assert "It is the housing." in text(priya.get(path))
    assert "form method" not in text(priya.get(path)).partition("<main")[2]


def test_written_anew_it_is_asked_again_with_what_was_signed_of_the_older_text(cast, browse, contact):
    priya, first = browse("priya"), path_of()
    assert priya.post(first, {"view": "same"}).status_code == 303
    write(cast, contact, "Hungry, and now alone at night.")
    page = text(priya.get(path_of()))
    assert "you saw it so too" in page
    assert "you are asked again" in page
    assert "written anew" in text(priya.get(first))
    assert "Given to an older text" in text(priya.get("/partner/told/"))


def test_a_text_that_was_written_anew_before_they_signed_it_is_not_asked_any_more(cast, browse, contact):
    first = path_of()
    write(cast, contact, "Hungry, and now alone at night.")
    assert browse("priya").get(first).status_code == 404
    assert first not in text(browse("priya").get("/partner/told/"))


def test_nobody_else_has_the_page(cast, browse, contact):
    for name, status in (("", 302), ("theo", 404), ("kelly", 404), ("gary", 404)):
        assert browse(name).get(path_of()).status_code == status


def test_being_told_of_it_leads_to_the_page_it_stands_on(cast, browse, contact):
    notice = Notice.objects.get(account_id=cast.priya.account_id, kind="picture_given")
    assert browse("priya").get(f"/told/{notice.pk}/").url == "/partner/told/"
