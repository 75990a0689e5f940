"""The whole picture of a contact: what we make of it together, who signed, who did not, who was never asked (N40)."""

import pytest

from kith.access import acting_as
from kith.directory.models import Agency
from kith.involvement.acts import answer_request, ask_agencies, sign_picture
from kith.involvement.models import JointPicture, PictureView
from tests.involvement.reaching import MAYA, NIA, found, told

OURS = "Hungry four weeks running, and two appointments missed."


def text(page):
    return page.content.decode()


def health():
    return Agency.objects.get(kind="health")


def asked(cast, contact, answers=True):
    with acting_as(cast.theo):
        (request,) = ask_agencies(by=cast.theo, contact=contact, agencies=[health()], question="Is she growing?")
    if answers:
        with acting_as(cast.priya):
            answer_request(by=cast.priya, request=request, answer="held", words="Two missed.")


def of(contact):
    return f"/front-door/{contact.reference}/"


@pytest.fixture
def contact(cast):
    return told(cast, NIA)


def write(browse, contact, **given):
    return browse("theo").post(f"{of(contact)}picture/1/", {"adds_up": OURS, **given})


def test_before_anybody_wrote_it_the_page_says_so(cast, browse, contact):
    assert "Nobody has written yet what it adds up to" in text(browse("theo").get(of(contact)))


def test_it_says_that_nobody_but_us_wrote_it_until_an_agency_signs(cast, browse, contact):
    asked(cast, contact)
    assert "Two missed." in text(browse("theo").get(f"{of(contact)}picture/1/"))
    assert write(browse, contact, agencies=[str(health().pk)]).status_code == 303
    page = text(browse("theo").get(of(contact)))
    for said in ("This is our view alone", "Has not signed", OURS, "Not written."):
        assert said in page
    given = PictureView.objects.get()
    with acting_as(cast.priya):
        sign_picture(by=cast.priya, given=given, view="differently", words="It is the housing.")
    page = text(browse("theo").get(of(contact)))
    assert "Sees it differently" in page
    assert "It is the housing." in page
    assert "our view alone" not in page
    assert write(browse, contact, adds_up="Alone at night.", agencies=[str(health().pk)]).status_code == 303
    page = text(browse("theo").get(of(contact)))
    for said in ("Signed an older text", "Asked again.", "Has not signed", "Text 1, until", OURS):
        assert said in page


def test_an_agency_that_has_not_replied_stands_so_and_is_never_one_that_holds_nothing(cast, browse, contact):
    asked(cast, contact, answers=False)
    write(browse, contact, agencies=[str(health().pk)])
    page = text(browse("theo").get(of(contact)))
    assert "Has not replied" in page
    assert "hold nothing" not in page


def test_what_is_missing_is_said_at_its_question_with_the_words_kept(cast, browse, contact):
    asked(cast, contact)
    page = write(browse, contact, adds_up="", means="She cannot learn.")
    assert page.status_code == 422
    assert "She cannot learn." in text(page)
    naming = write(browse, contact, means="Marsha Lind says so.", agencies=[str(health().pk)])
    assert naming.status_code == 422
    assert "in confidence" in text(naming)
    assert not JointPicture.objects.exists()


def test_an_agency_asked_since_is_given_the_text_that_stands(cast, browse, contact):
    write(browse, contact)
    asked(cast, contact)
    theo, path = browse("theo"), f"{of(contact)}picture/1/give/"
    assert path in text(theo.get(of(contact)))
    assert "Was not given this text" in text(theo.get(of(contact)))
    assert theo.post(path, {}).status_code == 422
    assert theo.post(path, {"agencies": [str(health().pk)]}).status_code == 303
    assert theo.get(path).status_code == 404  # nobody is left to give it to


def test_the_page_of_a_decision_shows_it_and_who_has_not_signed_and_waits_for_nobody(cast, browse):
    contact = told(cast, MAYA, danger=True)
    found(cast, contact, 1, cast.maya)
    asked(cast, contact, answers=False)
    path = f"{of(contact)}decide/"
    assert "Nobody has written yet what it adds up to together" in text(browse("theo").get(path))
    write(browse, contact, agencies=[str(health().pk)])
    page = text(browse("theo").get(path))
    for said in (OURS, "Not signed by Northcliff 0-19 Health", "You decide without waiting"):
        assert said in page


@pytest.mark.parametrize(("name", "status"), [("", 302), ("aisha", 404), ("sol", 404), ("priya", 404), ("kelly", 404)])
def test_only_the_front_door_has_the_pages(cast, browse, contact, name, status):
    write(browse, contact)
    asked(cast, contact)
    for path in ("picture/1/", "picture/1/give/", "picture/9/"):
        assert browse(name).get(of(contact) + path).status_code == status
    assert browse("theo").get(f"{of(contact)}picture/9/").status_code == 404
