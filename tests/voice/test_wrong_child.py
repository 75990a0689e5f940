"""Words on the wrong child leave every ordinary view at once and stay sealed in the audit (design 7.14)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

from kith.access import Right, acting_as
from kith.calendar import PartDate
from kith.directory.acts import keep_look
from kith.people.acts import describe_person, say_situation
from kith.people.models import SituationLine
from kith.record import Refused
from kith.record.models import Act, Withdrawal
from kith.record.passages import _tables, places_of
from kith.sharing.acts import release_copy
from kith.sharing.models import Release
from kith.story.acts import mean_for_child, tell_history
from kith.story.models import Entry, History
from kith.story.queries import story_of
from kith.visits.acts import Promised, Said, Seen, promise
from kith.visits.models import ChildLine, Promise
from kith.voice import queries, rules
from kith.voice.acts import tell_child
from kith.voice.models import Answer, Wish, Words
from kith.words import passages
from tests.cast import NOW, TODAY
from tests.people.test_describing import seal
from tests.visits.going import the_log_will_not_be_written, visit
from tests.voice.hearing import corrected, heard, untold

TEXT = "Gary comes in by the back window"
READERS = ["aisha", "grace", "theo", "sol"]


def everything_said(cast):
    """The words, their answer told later, what they meant, and the copy that quotes them."""
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha, TEXT)
        tell_child(by=cast.aisha, about=cast.maya, answer=untold(cast, cast.aisha, words), told_by="Aisha Khan")
        mean_for_child(by=cast.aisha, about=cast.maya, event=words.act, significance=3, meant=f"She said: {TEXT}")
        release_copy(
            by=cast.aisha,
            about=cast.maya,
            recipient=cast.people["kelly"],
            recipient_name="Kelly Okafor",
            kind="voice",
            text=f"“{TEXT}”",
            who_else_sees="nobody else",
        )
    return words


def counts():
    return {model.__name__: model.objects.count() for model in (Words, Wish, Answer, Entry)}


def test_the_words_their_wish_answer_meaning_and_lines_leave_every_staff_readers_view(cast):
    words = everything_said(cast)
    with acting_as(cast.aisha):
        corrected(cast, cast.aisha, words, also=list(Release.objects.filter(person=cast.maya)))
    for reader in READERS:
        with acting_as(cast.actors[reader]):
            assert set(counts().values()) == {0}, reader
            assert not Act.objects.filter(name__in=["write_down_words", "answer_child", "tell_child"]).exists()
            assert not Release.objects.exists()
            assert queries.heard(cast.maya, TODAY).said == 0
            assert not queries.wishes_owed_by(cast.actors[reader]).exists()
            assert TEXT not in str(story_of(cast.maya, TODAY))
    with acting_as(cast.kelly):
        assert not Release.objects.exists()
    with acting_as(cast.system):
        assert set(counts().values()) == {1}, "sealed, not deleted"
        assert Withdrawal.objects.filter(person=cast.maya).count() == 7


def test_the_correction_itself_is_in_the_log_and_quotes_nothing(cast):
    words = everything_said(cast)
    with acting_as(cast.aisha):
        corrected(cast, cast.aisha, words)
        said = Act.objects.get(name="correct").said
    assert said == "Aisha Khan took words off Maya Okafor-Nowak's record: they were written on the wrong child."


def test_the_visit_they_were_written_at_stays_and_so_do_the_other_words(cast):
    with acting_as(cast.aisha):
        line = Seen(cast.maya, True, alone="alone", saw="Drew.", said=[Said("wish", TEXT), Said("wish", "A red coat")])
        visit(cast.aisha, [line])
        corrected(cast, cast.aisha, Words.objects.get(text=TEXT))
        assert [w.text for w in queries.words_of(cast.maya)] == ["A red coat"]
        assert ChildLine.objects.filter(person=cast.maya).count() == 1
        [entry] = [e for e in story_of(cast.maya, TODAY).entries if e.event.name == "record_visit"]
        assert [w.text for w in entry.words] == ["A red coat"]


def test_a_manager_without_a_tie_may_correct_by_right(cast):
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha, TEXT)
    manager_elsewhere = replace(cast.sol, rights=frozenset({Right.CORRECT_RECORDS}))
    with acting_as(manager_elsewhere):
        corrected(cast, manager_elsewhere, words)
        assert not Words.objects.exists()


@pytest.mark.parametrize(
    ("details", "says"), [({"because": " "}, "Say how the words came"), ({"about": "leo"}, "not on this record")]
)
def test_a_correction_is_refused_without_a_reason_or_on_another_childs_record(cast, details, says):
    named = {k: cast.people[v] if k == "about" else v for k, v in details.items()}
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha, TEXT)
        with pytest.raises(Refused, match=says):
            corrected(cast, cast.aisha, words, **named)
        assert Words.objects.count() == 1


# -- the same words elsewhere


def quoted_everywhere(cast):
    """Words on the wrong child, and six places where somebody wrote them out again."""
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha, TEXT)
        line = Seen(
            cast.maya,
            True,
            alone="alone",
            saw=f"She drew, and then said “{TEXT}”.",
            promised=[Promised(f"Look at this: {TEXT}")],
        )
        visit(cast.aisha, [line], for_everyone=f"Warm. {TEXT}.")
        say_situation(by=cast.aisha, about=cast.maya, kind="danger", text=TEXT)
        say_situation(by=cast.aisha, about=cast.maya, kind="worry", text=f"{TEXT.upper()}! The lock is broken.")
        say_situation(by=cast.aisha, about=cast.leo, kind="worry", text=TEXT)
        tell_history(by=cast.aisha, about=cast.maya, what=TEXT, happened=PartDate(TODAY, "day"), told_by="Nan Rose")
        describe_person(by=cast.aisha, about=cast.maya, communication=f"Slowly. {TEXT}.")
    return words


def found(cast, words):
    return {place.model: place for place in places_of(cast.maya, passages(words.text))}


def test_they_are_found_wherever_they_stand_about_this_child_and_nowhere_else(cast):
    words = quoted_everywhere(cast)
    with acting_as(cast.aisha):
        places = places_of(cast.maya, passages(words.text))
    assert sorted(place.model for place in places) == [
        "people.Person",
        "people.SituationLine",
        "people.SituationLine",
        "story.History",
        "visits.ChildLine",
        "visits.Promise",
        "visits.Visit",
        "voice.Words",
    ]
    assert {place.row.person for place in places if place.model == "people.SituationLine"} == {cast.maya}
    assert all(place.whole for place in places)


def test_a_reader_finds_them_only_where_she_may_read(cast):
    words = quoted_everywhere(cast)
    seal(cast, "maya")
    with acting_as(cast.sol):
        assert places_of(cast.maya, passages(words.text)) == []


def test_taken_out_they_leave_a_mark_and_what_said_nothing_else_goes_whole(cast):
    words = quoted_everywhere(cast)
    with acting_as(cast.aisha):
        elsewhere = [p for p in places_of(cast.maya, passages(words.text)) if p.model != "voice.Words"]
        corrected(cast, cast.aisha, words, elsewhere=elsewhere)
        assert places_of(cast.maya, passages(words.text)) == []
        [worry] = SituationLine.objects.filter(person=cast.maya)
        assert (worry.kind, worry.text) == ("worry", f"{rules.TAKEN_OUT}! The lock is broken.")
        assert not History.objects.exists()
        line = ChildLine.objects.get(person=cast.maya)
        assert line.saw == f"She drew, and then said “{rules.TAKEN_OUT}”."
        assert line.visit.for_everyone == f"Warm. {rules.TAKEN_OUT}."
        assert SituationLine.objects.get(person=cast.leo).text == TEXT, "that is Leo's own"
        cast.maya.refresh_from_db()
        assert cast.maya.communication == f"Slowly. {rules.TAKEN_OUT}."
        assert line.latest_act.name == "correct"


def test_what_was_written_before_stays_in_the_versions(cast):
    words = quoted_everywhere(cast)
    with acting_as(cast.aisha):
        place = found(cast, words)["visits.ChildLine"]
        corrected(cast, cast.aisha, words, elsewhere=[place])
    with connection.cursor() as cursor:
        cursor.execute("select saw from visits_childlineevent where pgh_obj_id = %s order by pgh_id", [place.row.pk])
        before, after = [saw for (saw,) in cursor.fetchall()]
    assert TEXT in before
    assert TEXT not in after


def test_a_place_nobody_chose_is_left_as_it_is(cast):
    words = quoted_everywhere(cast)
    with acting_as(cast.aisha):
        corrected(cast, cast.aisha, words)
        assert len(found(cast, words)) == 6


def test_a_text_at_its_longest_still_fits(cast):
    with acting_as(cast.aisha):
        words = heard(cast, cast.aisha, "Ring me")
        long = ("Ring me " * 40)[:300]
        promise(by=cast.aisha, about=cast.maya, text=long)
        corrected(cast, cast.aisha, words, elsewhere=[found(cast, words)["visits.Promise"]])
        assert Promise.objects.get().text.startswith(rules.TAKEN_OUT)


def test_nothing_is_taken_out_when_the_log_cannot_be_written(cast):
    words = quoted_everywhere(cast)
    with acting_as(cast.aisha):
        place = found(cast, words)["visits.ChildLine"]
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        corrected(cast, cast.aisha, words, elsewhere=[place])
    assert TEXT in ChildLine.objects.get(pk=place.row.pk).saw


def test_every_table_that_holds_words_about_a_person_is_looked_at():
    looked_at = {model._meta.label for model, _ in _tables()}
    assert {
        "story.Entry",
        "standards.Explanation",
        "visits.PlannedVisit",
        "voice.Answer",
        "sharing.Release",
    } <= looked_at
    assert "record.Withdrawal" not in looked_at


def test_who_had_looked_is_everyone_who_read_the_record_since_the_words_were_written(cast):
    def looked(name, minutes, *, whole=True):
        keep_look(
            by=cast.at(name, NOW + timedelta(minutes=minutes)),
            person=cast.maya,
            because="covering",
            whole_record=whole,
            page="voice",
        )

    with acting_as(cast.system):
        looked("grace", -5)
        looked("theo", 1)
        looked("theo", 2)
        looked("sol", 3, whole=False)
        looked("aisha", 4)
    with acting_as(cast.aisha):
        since = [(row["name"], row["times"]) for row in queries.looked_since(cast.maya, NOW)]
    assert since == [("Aisha Khan", 1), ("Theo Rowe", 2)]
