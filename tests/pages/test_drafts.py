"""Drafts over HTTP: what the script sends as it is typed, and the page for two texts."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

KEPT_AT = "/drafts/record-visit:K7M-4QX/"
FORM = "/children/K7M-4QX/visits/record/"


@pytest.fixture
def aisha(browse):
    return browse("aisha")


def send(client, words, *, page="a", version=0, **more):
    sent = {
        "csrfmiddlewaretoken": "x",
        "key": page,
        "saw": words,
        "there": ["Kelly", "Tomek"],
        "draft_version": version,
        "draft_title": "Error: Maya – Record a visit – Kith",
        "draft_back": FORM,
    }
    return client.post(KEPT_AT, {**sent, **more})


def test_what_is_typed_is_kept_and_answered_with_the_time_and_the_version(aisha):
    from kith.record.models import Draft

    assert send(aisha, "Maya sh").json() == {"saved": "10:00", "version": 1}
    assert send(aisha, "Maya showed me\0", version=1).json()["version"] == 2
    draft = Draft.objects.get()
    assert draft.title == "Maya – Record a visit"
    assert draft.fields == {"key": "a", "saw": "Maya showed me", "there": ["Kelly", "Tomek"], "draft_back": FORM}


def test_opening_a_draft_leads_to_its_form(aisha):
    send(aisha, "Maya showed me")
    response = aisha.get(KEPT_AT)
    assert (response.status_code, response["Location"]) == (303, FORM)


def test_a_draft_never_leads_out_of_the_site(aisha):
    send(aisha, "words", draft_back="https://elsewhere.example/")
    assert aisha.get(KEPT_AT)["Location"] == "/"


def test_a_conflict_answers_with_where_both_texts_are_and_the_writer_chooses(aisha):
    send(aisha, "what the <b>first</b> tab says")
    response = send(aisha, "what the second tab says", page="b")
    assert (response.status_code, response.json()) == (409, {"conflict": KEPT_AT})

    page = aisha.get(KEPT_AT).content.decode()
    assert "what the &lt;b&gt;first&lt;/b&gt; tab says" in page
    assert "what the second tab says" in page
    assert "1 more answer the same" in page

    chosen = aisha.post(f"{KEPT_AT}carry-on/", {"text": "b"})
    assert (chosen.status_code, chosen["Location"]) == (303, FORM)
    assert aisha.get(KEPT_AT).status_code == 303
    assert aisha.post(f"{KEPT_AT}carry-on/", {"text": "a"}).status_code == 404


def test_a_draft_is_thrown_away_on_request(aisha):
    send(aisha, "words")
    assert aisha.post(f"{KEPT_AT}discard/").status_code == 303
    assert aisha.get(KEPT_AT).status_code == 404


def test_signed_out_the_script_is_told_and_a_reader_is_asked_to_sign_in(db):
    someone = Client()
    assert send(someone, "words").status_code == 401
    assert someone.get(KEPT_AT)["Location"].startswith("/account/login/?next=/drafts/")
    assert someone.post(f"{KEPT_AT}discard/").status_code == 404


def test_another_reader_finds_nothing_there(aisha, browse):
    send(aisha, "words")
    grace = browse("grace")
    assert grace.get(KEPT_AT).status_code == 404
    assert grace.post(f"{KEPT_AT}carry-on/", {"text": "a"}).status_code == 404
    grace.post(f"{KEPT_AT}discard/")
    assert aisha.get(KEPT_AT).status_code == 303


def test_files_and_endless_words_are_not_kept(aisha):
    photo = SimpleUploadedFile("photo.png", b"png")
    assert send(aisha, "words", photo=photo).status_code == 415
    assert send(aisha, "x" * 300_000).status_code == 422
    assert aisha.get(KEPT_AT).status_code == 404
    assert aisha.post("/drafts/" + "k" * 121 + "/", {}).status_code == 404


def test_only_our_own_pages_may_send(aisha):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = aisha.cookies
    assert send(strict, "words").status_code == 403
