"""The three screens of a court chronology, the copy, and the files; the lanes picture; the child's own booklet."""

import io

import pytest
from docx import Document
from pypdf import PdfReader

from kith.access import SYSTEM, acting_as
from kith.sharing.models import Paper, Release
from kith.story import jobs
from kith.story.models import Booklet, Chronology, Entry
from kith.story.rules import court
from tests.cast import NOW
from tests.people.test_describing import seal
from tests.story.telling import act_named, meant, on, taken, told
from tests.voice.hearing import answered, heard

FOR = {"recipient_name": "the court", "who_else_sees": "the parties", "family_beside": "on"}


def at(cast, *parts, child="maya"):
    return "/".join(["/children", cast.people[child].ref, "story", *map(str, parts), ""])


def text_of(page):
    return page.content.decode()


def period(**more):
    return {
        "from_on-day": "17", "from_on-month": "11", "from_on-year": "2024",
        "to_on-day": "17", "to_on-month": "11", "to_on-year": "2026", **more,
    }  # fmt: skip


@pytest.fixture
def event(cast):
    with acting_as(cast.aisha):
        told(cast, cast.aisha, "Maya was born.", happened=on(2017, 3, 4), significance=3, meant="The first.")
        return taken(cast, cast.aisha, act_named(cast, "begin_work")).event_id


def test_three_screens_from_choosing_to_the_files(cast, browse, event):
    aisha = browse("aisha")
    page = text_of(aisha.get(at(cast, "court")))
    assert f'value="{event}" checked' in page
    assert "2 chosen." in page, "what matters, and the turning point before"
    answer = aisha.post(at(cast, "court"), period(events=[event], key="c1"))
    chronology = Chronology.objects.get()
    assert (answer.status_code, answer.url) == (303, at(cast, "court", chronology.pk, "right"))

    page = text_of(aisha.get(answer.url))
    assert "Put right what is to complete" in page
    answer = aisha.post(answer.url, {f"e{event}-meant": "n/a", "key": "r1"})
    assert answer.url == at(cast, "court", chronology.pk, "right"), "that says nothing: still owed"
    assert Entry.objects.get(event_id=event).meant == "n/a", "and kept all the same"
    words = {f"e{event}-meant": "She met someone who stayed.", f"e{event}-outcome": "Visits began.", "key": "r2"}
    answer = aisha.post(answer.url, words)
    assert answer.url == at(cast, "court", chronology.pk, "make")

    page = text_of(aisha.get(answer.url))
    assert "1 entry on 1 page" in page
    assert "She met someone who stayed." in page
    answer = aisha.post(answer.url, {**FOR, "key": "m1"})
    assert (answer.status_code, answer.url) == (303, at(cast, "court", chronology.pk))
    page = text_of(aisha.get(answer.url))
    assert "The chronology is ready" in page
    release = Release.objects.get()
    for form, kind in (("pdf", "application/pdf"), ("docx", "wordprocessingml")):
        file = aisha.get(at(cast, "court", chronology.pk, form))
        assert kind in file.headers["Content-Type"]
        assert file.headers["Content-Disposition"] == f'attachment; filename="chronology-{release.pk}.{form}"'
        assert file.content == bytes(Paper.objects.get(form=form).data)
        assert "no-store" in file.headers["Cache-Control"]
    printed = PdfReader(io.BytesIO(Paper.objects.get(form="pdf").data)).pages[0].extract_text()
    assert "She met someone who stayed." in " ".join(printed.split())
    assert Document(io.BytesIO(Paper.objects.get(form="docx").data)).tables
    assert aisha.get(at(cast, "court", chronology.pk, "exe")).status_code == 404
    for page in ("right", "make"):
        assert aisha.get(at(cast, "court", chronology.pk, page)).status_code == 302, "it has gone"
    assert "For the court" in text_of(aisha.get(at(cast, "court")))


def test_what_is_ticked_is_ticked_again_on_coming_back_and_a_wrong_answer_keeps_it(cast, browse, event):
    aisha = browse("aisha")
    assert aisha.post(at(cast, "court"), period()).status_code == 422
    aisha.post(at(cast, "court"), period(events=[event]))
    page = text_of(aisha.get(at(cast, "court")))
    assert f'value="{event}" checked' in page
    assert page.count(" checked") == 1
    aisha.post(at(cast, "court"), period(events=[event]))
    assert Chronology.objects.count() == 1, "choosing again changes the one that was begun"


def test_another_period_shows_its_own_entries(cast, browse, event):
    asked = "?from_on-day=1&from_on-month=1&from_on-year=2017&to_on-day=31&to_on-month=12&to_on-year=2018"
    page = text_of(browse("aisha").get(at(cast, "court") + asked))
    assert "Maya was born." in page
    assert "Our work with Maya began." not in page
    assert browse("aisha").get(at(cast, "court") + "?from_on-day=x").status_code == 200


def test_an_address_kept_from_someone_is_named_by_its_entry_and_nothing_leaves(cast, browse, event):
    aisha = browse("aisha")
    with acting_as(cast.aisha):
        meant(cast, cast.aisha, act_named(cast, "begin_work"), meant="She ran from 14 Larkspur Court.")
    aisha.post(at(cast, "court"), period(events=[event]))
    path = at(cast, "court", Chronology.objects.get().pk, "make")
    page = text_of(aisha.get(path))
    assert "This must not leave" in page
    assert "Entry 1: “14 Larkspur Court”" in page
    refused = aisha.post(path, {**FOR, "recipient_name": "Mr Vane for the father"})
    assert refused.status_code == 422
    assert "Mr Vane for the father" in text_of(refused), "what was typed is still there"
    assert not Release.objects.exists()


def test_a_long_one_says_that_it_is_being_made_and_then_is_ready(cast, browse, event, monkeypatch):
    monkeypatch.setattr(court, "AT_ONCE", 0)
    aisha = browse("aisha")
    with acting_as(cast.aisha):
        meant(cast, cast.aisha, act_named(cast, "begin_work"), meant="She met someone who stayed.")
    aisha.post(at(cast, "court"), period(events=[event]))
    chronology = Chronology.objects.get()
    assert "a long one, made while you do something else" in text_of(
        aisha.get(at(cast, "court", chronology.pk, "make"))
    )
    aisha.post(at(cast, "court", chronology.pk, "make"), FOR)
    assert "is being made" in text_of(aisha.get(at(cast, "court", chronology.pk)))
    assert aisha.get(at(cast, "court", chronology.pk, "pdf")).status_code == 404
    by = SYSTEM(NOW)
    with acting_as(by):
        jobs.typeset_chronology(by=by, key="job-1", chronology=chronology.pk)
    assert "The chronology is ready" in text_of(aisha.get(at(cast, "court", chronology.pk)))
    assert "The chronology you asked for is ready." in text_of(aisha.get("/today/"))


def test_another_childs_chronology_and_booklet_are_not_there(cast, browse, event):
    aisha = browse("aisha")
    aisha.post(at(cast, "court"), period(events=[event]))
    pk = Chronology.objects.get().pk
    for page in ("", "right", "make", "pdf"):
        path = at(cast, "court", pk, page, child="leo").replace("//", "/")
        assert aisha.get(path).status_code == 404, path
    assert aisha.get(at(cast, "booklet", 99)).status_code == 404


def test_readers_may_read_what_went_and_make_nothing(cast, browse, event):
    aisha, sol = browse("aisha"), browse("sol")
    aisha.post(at(cast, "court"), period(events=[event]))
    pk = Chronology.objects.get().pk
    sol.post(f"/children/{cast.maya.ref}/because/", {"because": "Covering for Aisha"})
    for path in (at(cast, "court"), at(cast, "court", pk, "right"), at(cast, "court", pk, "make"), at(cast, "booklet")):
        assert (sol.get(path).status_code, sol.post(path, FOR).status_code) == (404, 404)


# -- the picture


def test_the_picture_says_its_gaps_in_words_and_has_a_table_that_says_the_same(cast, browse):
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, "A coat")
        told(cast, cast.aisha, "She learnt to <swim>.", happened=on(2024, precision="month"), lens="life")
    aisha = browse("aisha")
    page = text_of(aisha.get(at(cast, "lanes")))
    assert "No one wrote down what Maya said for 2 months, between September 2026 and November 2026." in page
    table = page.partition("<tbody")[2]
    drawn = page.partition('aria-labelledby="lanes-title"')[2].partition("</svg>")[0]
    for said in ("Aisha Khan", "“A coat”", "She learnt to &lt;swim&gt;.", "Nothing written for 2 months"):
        assert said in table
        assert said.replace("Nothing written for ", "") in drawn
    assert "<swim>" not in page
    for zoom in ("2-years", "90-days", "nonsense"):
        assert aisha.get(at(cast, "lanes") + f"?zoom={zoom}").status_code == 200
    assert "style=" not in drawn, "no style the policy would block"


def test_a_home_that_is_kept_from_someone_has_no_name_in_the_picture(cast, browse):
    page = text_of(browse("aisha").get(at(cast, "lanes")))
    assert "kept private" in page
    for kept in ("Larkspur", "NC4", "Mum&#x27;s", "Mum's"):
        assert kept not in page


def test_a_sealed_brother_is_nowhere_in_the_picture(cast, browse):
    seal(cast, "sam")
    assert "Sam" not in text_of(browse("aisha").get(at(cast, "lanes")))
    assert browse("aisha").get(at(cast, "lanes", child="sam")).status_code == 404


# -- the booklet


def test_a_booklet_is_chosen_made_read_and_printed(cast, browse):
    with acting_as(cast.aisha):
        answered(cast, cast.aisha, heard(cast, cast.aisha, "I want my own bed"))
        worry = heard(cast, cast.aisha, "Dean shouts", "worry")
        harm = heard(cast, cast.aisha, "He held my arm", "harm")
    aisha = browse("aisha")
    page = text_of(aisha.get(at(cast, "booklet")))
    assert f'value="words-{worry.pk}"' in page
    assert f'value="words-{worry.pk}" checked' not in page, "a worry goes in only when someone ticks it"
    assert f"words-{harm.pk}" not in page
    wish = page.partition('value="words-')[2].partition('"')[0]
    given = {"band": "words", "inside": [f"words-{wish}"], "who_else_sees": "Mum", "left_out_because": ""}
    refused = aisha.post(at(cast, "booklet"), given)
    assert (refused.status_code, "Say why you leave things out" in text_of(refused)) == (422, True)
    assert f'value="words-{wish}" checked' in text_of(refused)
    answer = aisha.post(at(cast, "booklet"), {**given, "left_out_because": "We read the rest together."})
    booklet = Booklet.objects.get()
    assert answer.url == at(cast, "booklet", booklet.pk)
    page = text_of(aisha.get(answer.url))
    assert "<title>My story so far</title>" in page
    assert "I want my own bed" in page
    assert "Dean shouts" not in page
    file = aisha.get(at(cast, "booklet", booklet.pk, "file"))
    assert file.headers["Content-Disposition"] == f'attachment; filename="my-story-so-far-{booklet.release_id}.pdf"'
    *_, told, room = (" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(file.content)).pages)
    assert "I want my own bed" in told
    assert "What I want to put in" in room, "and the last page is the child's own"
    assert "We read the rest together." in text_of(aisha.get(at(cast, "booklet")))


def test_the_screens_cost_the_same_however_long_the_story(cast, browse, event, django_assert_max_num_queries):
    with acting_as(cast.aisha):
        for n in range(50):
            told(
                cast,
                cast.aisha,
                f"Thing {n}",
                happened=on(2025, 1 + n % 12, 1 + n % 28),
                significance=2,
                meant="It was big.",
            )
    aisha = browse("aisha")
    aisha.post(at(cast, "court"), period(events=list(Entry.objects.values_list("event_id", flat=True))))
    pk = Chronology.objects.get().pk
    for path, most in ((at(cast, "court"), 34), (at(cast, "court", pk, "right"), 40), (at(cast, "lanes"), 36)):
        with django_assert_max_num_queries(most):
            assert aisha.get(path).status_code == 200
