"""Words on the wrong child leave every ordinary view at once and stay sealed in the audit (design 7.14)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kith.access import Right, acting_as
from kith.directory.acts import keep_look
from kith.record import Refused
from kith.record.models import Act, Withdrawal
from kith.sharing.acts import release_copy
from kith.sharing.models import Release
from kith.story.acts import mean_for_child
from kith.story.models import Meaning
from kith.story.queries import story_of
from kith.visits.acts import Said, Seen
from kith.visits.models import ChildLine
from kith.voice import queries
from kith.voice.acts import tell_child
from kith.voice.models import Answer, Wish, Words
from tests.cast import NOW, TODAY
from tests.visits.going import visit
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
    return {model.__name__: model.objects.count() for model in (Words, Wish, Answer, Meaning)}


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
