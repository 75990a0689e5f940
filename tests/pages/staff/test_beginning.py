"""From a search that found nobody to a record that has begun; and the stop on the way when someone alike is there."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.people.models import Person
from tests.pages.staff.counting import of_the_page
from tests.visits.going import text

BEGIN = "/search/begin/"
NOOR = {"given": "Noor", "family": "Haddad", "born-month": "4", "born-year": "2021", "because": "No shoes.", "key": "k"}
MAYA = {"given": "Maya", "family": "Okafor-Nowak", "because": "She came alone.", "key": "k"}


def test_a_search_that_finds_nobody_leads_duty_to_a_record_with_the_names_in_it(cast, browse):
    page = text(browse("theo").get("/search/?q=Noor+Haddad"))
    path = re.search(r'href="(/search/begin/\?q=[^"]+)"', page)[1]
    assert "Nobody found" in page
    form = text(browse("theo").get(path))
    assert re.search(r'name="given"[^>]*value="Noor"', form)
    assert re.search(r'name="family"[^>]*value="Haddad"', form)


def test_the_others_are_told_who_begins_one_and_the_page_is_not_there(cast, browse):
    for name in ("aisha", "grace", "sol"):
        page = text(browse(name).get("/search/?q=Noor+Haddad"))
        assert BEGIN not in page
        assert "begun by duty" in page
        assert browse(name).get(BEGIN).status_code == 404
        assert browse(name).post(BEGIN, NOOR).status_code == 404
    assert not Person.objects.filter(called="Noor Haddad").exists()


def test_a_record_is_begun_and_read_on_in(cast, browse):
    theo = browse("theo")
    done = theo.post(BEGIN, NOOR)
    noor = Person.objects.get(called="Noor Haddad")
    assert (done.status_code, done.url) == (303, f"/children/{noor.ref}/")
    page = text(theo.get(done.url))
    assert "Noor Haddad has a record." in page
    assert "No shoes." in page
    assert "Noor" in text(browse("grace").get("/team/"))


def test_someone_alike_stops_it_with_brothers_and_sisters_shown_and_every_word_kept(cast, browse):
    theo = browse("theo")
    stopped = theo.post(BEGIN, MAYA)
    page = text(stopped)
    assert stopped.status_code == 422
    assert "Is it one of these?" in page
    assert "brothers and sisters: Leo Okafor-Nowak, Sam Okafor" in page
    assert "She came alone." in page
    looked = re.search(r'name="looked" value="([^"]*)"', page)[1]
    assert theo.post(BEGIN, {**MAYA, "looked": looked}).status_code == 422
    assert theo.post(BEGIN, {**MAYA, "none": "on"}).status_code == 422
    assert theo.post(BEGIN, {**MAYA, "looked": looked, "none": "on"}).status_code == 303
    assert Person.objects.filter(called="Maya Okafor-Nowak").count() == 2


@pytest.mark.parametrize("sent", [{}, {"given": "A", "born-day": "31", "born-month": "2", "born-year": "2020"}])
def test_what_cannot_be_is_said_at_its_question(cast, browse, sent):
    answer = browse("theo").post(BEGIN, {**sent, "because": "Kept as typed."})
    assert answer.status_code == 422
    assert "There is a problem" in text(answer)
    assert "Kept as typed." in text(answer)


def test_it_asks_the_same_however_many_are_alike(cast, browse):
    theo = browse("theo")
    with CaptureQueriesContext(connection) as one:
        theo.post(BEGIN, {"given": "Leo", "family": "Okafor"})
    with CaptureQueriesContext(connection) as four:
        page = text(theo.post(BEGIN, {"family": "Okafor"}))
    assert page.count('href="/children/') == 4
    assert len(of_the_page(four)) == len(of_the_page(one))


def test_what_is_typed_is_kept_as_a_draft_of_that_search_and_of_no_other(cast, browse):
    theo = browse("theo")
    page = text(theo.get(f"{BEGIN}?q=Noor+Haddad"))
    draft_url = re.search(r'data-draft="([^"]+)"', page)[1]
    assert "Noor" not in draft_url
    typed = {**NOOR, "because": "Her aunt rang.", "draft_version": "0", "draft_back": f"{BEGIN}?q=Noor+Haddad"}
    assert theo.post(draft_url, typed).status_code == 200
    again = text(theo.get(f"{BEGIN}?q=Noor+Haddad"))
    assert "Her aunt rang." in again
    assert "Carry on." in again
    assert "Her aunt rang." not in text(theo.get(f"{BEGIN}?q=Ada+Quay"))
    assert theo.post(f"{BEGIN}?q=Noor+Haddad", {**NOOR, "because": "Her aunt rang."}).status_code == 303
    assert "Her aunt rang." not in text(theo.get(f"{BEGIN}?q=Noor+Haddad")), "the act finished the draft"
