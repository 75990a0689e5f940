"""“My story so far”: what is in it, what may be left out and why, how it reads, and what it never holds."""

import io

import pytest
from pypdf import PdfReader

from kith.access import acting_as
from kith.people.acts import put_on_map, say_about_me, say_situation
from kith.record import NotYours, Refused
from kith.sharing.models import Paper, Release
from kith.story.acts import make_booklet
from kith.story.models import Booklet
from kith.story.queries import facts_about, pieces_of, read
from kith.story.rules import booklet as rules
from tests.cast import TODAY
from tests.story.telling import act_named, meant
from tests.visits.going import the_log_will_not_be_written
from tests.voice.hearing import answered, heard, untold

HARD = "Subsequently, multidisciplinary consultations necessitated alternative accommodation arrangements."


def furnished(cast):
    answered(cast, cast.aisha, heard(cast, cast.aisha, "I want my own bed"))
    heard(cast, cast.aisha, "Pancakes with Nan", "good_thing")
    heard(cast, cast.aisha, "He held my arm too hard", "harm")
    heard(cast, cast.aisha, "Dean shouts", "worry")
    meant(cast, cast.aisha, act_named(cast, "begin_work"), for_child="We came to meet you. You showed us your room.")
    return pieces_of(cast.maya, TODAY, read(cast.maya))


def made(cast, by, pieces, **details):
    given = {
        "about": cast.maya,
        "band": "words",
        "first": "Maya",
        "facts": facts_about(cast.maya, TODAY),
        "pieces": pieces,
        "who_else_sees": "nobody else",
    }
    return make_booklet(by=by, **{**given, **details})


def test_it_holds_the_childs_words_our_answers_good_things_people_and_what_was_said_to_them(cast):
    with acting_as(cast.aisha):
        booklet = made(cast, cast.aisha, furnished(cast))
        text = " ".join(p.extract_text() for p in PdfReader(io.BytesIO(Paper.objects.get().data)).pages)
        text = " ".join(text.split())
        for part in (
            "My name is Maya.",
            "I am 9.",
            "My birthday is on 4 March.",
            "“I want my own bed”",
            "A bed takes two weeks to come.",
            "“Pancakes with Nan”",
            "Kelly My mother.",
            "Leo My brother.",
            "You showed us your room.",
        ):
            assert part in text
        assert "held my arm" not in text, "telling of harm is acted on, never in a booklet"
        release = Release.objects.get()
        assert (release.recipient, release.kind) == (cast.maya, "booklet")
        print(f"\na whole booklet reads at about age {booklet.reading_age}")
        assert booklet.reading_age <= rules.MOST_READING_AGE


def of_chapter(cast, chapter):
    return {p.words: p.ours for p in pieces_of(cast.maya, TODAY, read(cast.maya)) if p.chapter == chapter}


def test_mum_is_one_of_my_people_though_a_danger_names_her_and_whoever_it_is_about_is_not(cast):
    maya, tomek = {"by": cast.aisha, "about": cast.maya}, cast.people["tomek"]
    with acting_as(cast.aisha):
        put_on_map(**maya, whose="child", other=tomek, called="Tata", kind="family", ring=1)
        say_situation(**maya, kind="danger", text="Gary may get in and hurt Kelly.")
        people = of_chapter(cast, rules.PEOPLE)
        assert people["Kelly"] == "My mother. We live in the same home."
        assert people["Tata"] == "My father.", "as Maya calls him"
        say_situation(**maya, kind="no_contact", text="Not at his flat.", who=tomek)
        assert set(of_chapter(cast, rules.PEOPLE)) == set(people) - {"Tata"}


def test_what_the_child_says_of_themselves_is_in_it_and_an_answer_nobody_told_them_is_not(cast):
    with acting_as(cast.aisha):
        say_about_me(by=cast.aisha, about=cast.maya, part="likes", text="Drawing the sea", said_by="child")
        say_about_me(by=cast.aisha, about=cast.maya, part="good_at", text="Tidy", said_by="worker")
        say_about_me(by=cast.aisha, about=cast.maya, part="afraid_of", text="Shouting", said_by="child")
        assert of_chapter(cast, rules.ME) == {"Drawing the sea": ""}
        untold(cast, cast.aisha, heard(cast, cast.aisha, "I want a dog"), what_we_did="We asked the landlord.")
        heard(cast, cast.aisha, "I want a cat")
        assert of_chapter(cast, rules.SAID) == {
            "I want a dog": "There is an answer. We tell you about it first.",
            "I want a cat": "We have not told you our answer yet. We will.",
        }
        answered(cast, cast.aisha, heard(cast, cast.aisha, "I want a bike"), reaction="not_ok", what_we_did="")
        said = of_chapter(cast, rules.SAID)["I want a bike"]
        assert said.startswith("A bed takes two weeks to come. You said that is not OK. ")
        assert said.endswith(" looks at it again.")


def test_what_is_left_out_is_a_choice_that_is_kept(cast):
    with acting_as(cast.aisha):
        pieces = furnished(cast)
        worry = [piece for piece in pieces if piece.words == "Dean shouts"]
        rest = [piece for piece in pieces if piece not in worry]
        with pytest.raises(Refused) as refused:
            made(cast, cast.aisha, rest, left_out=worry)
        assert refused.value.field == "left_out_because"
        assert not Booklet.objects.exists()
        made(cast, cast.aisha, rest, left_out=worry, left_out_because="Dad reads it too.")
        kept = Booklet.objects.get()
        assert (kept.left_out, kept.left_out_because) == ([worry[0].key], "Dad reads it too.")
        assert "Dean shouts" not in str(kept.frozen)


def test_hard_words_are_refused_until_someone_says_why_they_go(cast):
    with acting_as(cast.aisha):
        furnished(cast)
        meant(cast, cast.aisha, act_named(cast, "begin_work"), for_child=f"{HARD} {HARD}")
        pieces = [p for p in pieces_of(cast.maya, TODAY, read(cast.maya)) if p.chapter == rules.HAPPENED]
        with pytest.raises(Refused, match="Our words in it read at about age") as refused:
            made(cast, cast.aisha, pieces, facts=[])
        assert refused.value.field == "sent_hard_because"
        made(cast, cast.aisha, pieces, facts=[], sent_hard_because="Maya asked for the long words.")
        assert Booklet.objects.get().sent_hard_because == "Maya asked for the long words."


@pytest.mark.parametrize(
    ("details", "field"),
    [({"band": "baby"}, "band"), ({"pieces": []}, "pieces"), ({"who_else_sees": " "}, "who_else_sees")],
)
def test_it_is_refused_at_its_question(cast, details, field):
    with acting_as(cast.aisha):
        pieces = furnished(cast)
        with pytest.raises(Refused) as refused:
            made(cast, cast.aisha, details.pop("pieces", pieces), **details)
        assert (refused.value.field, Booklet.objects.count(), Release.objects.count()) == (field, 0, 0)


def test_it_goes_from_home_to_home_so_nothing_kept_from_anyone_may_be_in_it(cast):
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, "Our door says 14 Larkspur Court", "good_thing")
        with pytest.raises(Refused, match="must not reach"):
            made(cast, cast.aisha, pieces_of(cast.maya, TODAY, read(cast.maya)))
        assert not Release.objects.exists()


def test_nobody_without_a_tie_makes_one_and_nothing_is_kept_when_the_log_cannot_be_written(cast):
    with acting_as(cast.aisha):
        pieces = furnished(cast)
    with acting_as(cast.sol), pytest.raises(NotYours):
        made(cast, cast.sol, pieces)
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        made(cast, cast.aisha, pieces)
    assert (Booklet.objects.count(), Release.objects.count(), Paper.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize(
    ("years", "band"), [(None, "pictures"), (5, "pictures"), (8, "words"), (11, "words"), (12, "page")]
)
def test_the_band_follows_the_age(years, band):
    assert rules.band_for(years) == band
