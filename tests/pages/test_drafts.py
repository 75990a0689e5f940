"""Drafts over HTTP: what the script sends as it is typed, and the page for two texts."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse

from kith.access import acting_as
from kith.pages.staff.drafted import FORMS, forms_of
from kith.record.models import Draft
from kith.visits.models import Visit
from kith.web.signed_out import SIGNED_OUT
from tests.decisions.making import standing
from tests.plans.making import begun, step

KEPT_AT = "/drafts/record-visit:K7M-4QX/"
FORM = "/children/K7M-4QX/visits/record/"
OPEN_TOO_LONG = "Every word is here"


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


def test_two_texts_are_read_in_the_words_they_were_asked_in_each_child_by_name(cast, aisha):
    maya, leo = cast.maya.ref, cast.leo.ref
    kept_at = f"/drafts/record-visit:{maya}/"

    def send_visit(page, version, **more):
        sent = {"key": page, "draft_version": version, "draft_back": FORM, "mode": "home", f"{leo}-seen": "seen"}
        return aisha.post(kept_at, {**sent, **more})

    send_visit(
        "a",
        0,
        **{"on-day": "12", "on-month": "11", "on-year": "2026", f"{maya}-alone": "alone"},
        **{f"{maya}-said_1": "I like blue", f"{maya}-due_1-day": "4", f"{maya}-due_1-month": "x"},
    )
    send_visit("b", 0, **{"on-day": "13", "on-month": "11", "on-year": "2026", f"{maya}-said_1": "I like red"})

    page = " ".join(re.sub(r"<[^>]+>", " ", aisha.get(kept_at).content.decode()).split())
    first, second = page.split("Kept first")[1].split("Written after that")
    assert "When did you go? 12 November 2026" in first
    assert "When did you go? 13 November 2026" in second
    assert "Maya Did you see Maya alone? Yes, alone" in first
    assert "In Maya’s words I like blue" in first
    assert "In Maya’s words I like red" in second
    assert "By when? 4 x" in first  # no day, and so left as it was typed
    assert "By when? Nothing written" in second
    assert "2 more answers the same in each" in second  # where they met, and that Leo was seen
    assert "Leo" not in page
    assert maya not in page
    for name in ("mode", "said_1", "on-day"):
        assert name not in page.split()


def test_each_page_that_keeps_a_draft_can_say_what_it_asked(cast, aisha):
    for page in ("record-visit", "write-words", "add-history"):
        path = reverse(page, args=[cast.maya.ref])
        assert f'data-draft="/drafts/{page}:{cast.maya.ref}/"' in aisha.get(path).content.decode()
    elsewhere = {"take-contact", "tell-about-child", "decide-contact", "begin-record", "decide", "revise-decision"}
    assert set(FORMS) - elsewhere == {"record-visit", "write-words", "add-history", "answer-wish"}
    with acting_as(cast.aisha):
        request = RequestFactory().get("/")
        request.actor, request.session = cast.aisha, {}
        for page in set(FORMS) - {
            "tell-about-child",
            "decide-contact",
            "revise-decision",
        }:  # about a contact, a decision
            asked = forms_of(request, f"{page}:{cast.maya.ref}")
            assert all(field.label for form in asked for field in form.fields.values() if not field.widget.is_hidden)
            assert asked


def test_what_is_typed_into_the_long_questions_of_the_journey_is_kept(cast, browse):
    with acting_as(cast.aisha):
        plan = begun(cast.aisha, cast.maya)
        one = step(cast.aisha, plan)
    ref = cast.maya.ref
    for who, name, arguments, key, field in (
        ("aisha", "ask-for-level", [ref], f"ask-for-level:{ref}", "what_changed"),
        ("grace", "close-work", [ref], f"close-work:{ref}", "outcomes"),
        ("aisha", "add-step", [ref, plan.pk], f"add-step:{plan.pk}", "what"),
        ("aisha", "change-step", [ref, one.pk], f"change-step:{one.pk}", "what"),
    ):
        reader, path = browse(who), reverse(name, args=arguments)
        assert f'data-draft="/drafts/{key}/"' in reader.get(path).content.decode()
        words = f"Half a sentence for {name}"
        assert reader.post(f"/drafts/{key}/", {field: words, "draft_version": "0", "key": "k"}).status_code == 200
        assert words in reader.get(path).content.decode()


def test_asking_for_help_ending_it_and_challenging_keep_what_is_typed_and_finish_with_their_act(cast, browse):
    stands = standing(cast, "arrangement")
    for name, reader, about in (("ask-for-level", "aisha", cast.maya.ref), ("close-work", "grace", cast.maya.ref)):
        path = reverse(name, args=[cast.maya.ref])
        assert f'data-draft="/drafts/{name}:{about}/"' in browse(reader).get(path).content.decode()
    theo, path = browse("theo"), reverse("challenge-decision", args=[cast.maya.ref, stands.pk])
    assert theo.post(reverse("give-because", args=[cast.maya.ref]), {"because": "Duty."}).status_code == 303
    key = f"/drafts/challenge-decision:{stands.pk}/"
    assert f'data-draft="{key}"' in theo.get(path).content.decode()
    theo.post(key, {"key": "a", "concern": "She is not safe there yet.", "draft_version": 0, "draft_back": path})
    assert "She is not safe there yet." in theo.get(path).content.decode()
    sent = {"key": "a", "concern": "She is not safe there yet.", "wanted": "She stays."}
    assert theo.post(path, {**sent, "kept": "on"}).status_code == 303
    assert not Draft.objects.filter(key__startswith="challenge-decision").exists()


def test_a_draft_about_someone_no_longer_open_to_its_writer_names_nobody(cast, aisha):
    with acting_as(cast.sol):
        request = RequestFactory().get("/")
        request.actor, request.session = cast.sol, {}
        assert forms_of(request, "record-visit:nobody") == []
        assert forms_of(request, "something else") == []


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


# -- without scripts: a form sent by someone whose session has ended


@pytest.fixture
def opened(cast, aisha):
    """The form for a visit to Maya as Aisha's browser has it open: its path and what it carries."""
    path = reverse("record-visit", args=[cast.maya.ref])
    page = aisha.get(path).content.decode()
    carried = {name: re.search(f'name="{name}" value="([^"]*)"', page)[1] for name in ("key", "whose", "draft_version")}
    return path, {**carried, "place": "The blue sofa", f"{cast.maya.ref}-said_1": "Nan sang"}


def test_a_form_sent_after_the_session_ended_waits_as_a_draft_behind_sign_in(opened, aisha, browse):
    path, words = opened
    aisha.logout()
    sent = aisha.post(path, words)
    assert (sent.status_code, sent["Location"]) == (302, f"/account/login/?next={path}")
    assert SIGNED_OUT in aisha.get(sent["Location"]).content.decode()

    again = browse("aisha").get(path).content.decode()
    assert "The blue sofa" in again
    assert "Nan sang" in again
    assert Visit.objects.count() == 0


def test_a_form_whose_proof_ran_out_comes_back_with_its_words_and_nothing_is_done(opened, aisha):
    path, words = opened
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = aisha.cookies
    sent = strict.post(path, words)
    assert (sent.status_code, sent["Location"]) == (302, path)
    again = strict.get(path).content.decode()
    assert OPEN_TOO_LONG in again
    assert "The blue sofa" in again
    assert Visit.objects.count() == 0


def test_someone_elses_words_are_neither_kept_nor_shown_to_whoever_is_here_now(opened, browse):
    path, words = opened
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = browse("grace").cookies
    assert strict.post(path, words).status_code == 403
    assert not Draft.objects.exists()


@pytest.mark.parametrize("whose", ["", "nonsense", "WzEsInN0YWZmIiwiYSJd:1tX:forged"])
def test_words_that_do_not_say_whose_they_are_are_shown_to_be_copied(opened, whose):
    path, words = opened
    answer = Client().post(path, {**words, "whose": whose, "draft_back": "x"})
    assert answer.status_code == 401
    page = answer.content.decode()
    assert "This was not sent: you had been signed out" in page
    assert "The blue sofa" in page
    assert "Nan sang" in page
    assert words["key"] not in page
    assert not Draft.objects.exists()


def test_a_form_with_nothing_in_it_only_leads_to_sign_in(cast):
    path = reverse("say-situation", args=[cast.maya.ref])
    assert Client().post(path, {"key": "k"})["Location"] == f"/account/login/?next={path}"
    assert Client().get(f"{path}?kind=worry")["Location"].endswith("%3Fkind%3Dworry")


def test_more_than_can_be_kept_is_shown_instead(opened):
    path, words = opened
    answer = Client().post(path, {**words, "place": "x" * 300_000})
    assert answer.status_code == 401
    assert not Draft.objects.exists()
