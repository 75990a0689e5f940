"""An adult's own support stands beside the child's record, so that the child's page stays theirs (S1-06, S2-13)."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.people.acts import change_adult_support, note_adult_support
from kith.people.models import AdultSupport
from kith.people.queries import support_around
from kith.record import NotYours, Refused
from kith.record.models import Act
from tests.cast import TODAY
from tests.visits.going import page, seal, text, the_log_will_not_be_written


def note(cast, by=None, **details):
    given = {"other": cast.people["kelly"], "need": "mental_health", **details}
    return note_adult_support(by=by or cast.aisha, about=cast.maya, **given)


def test_it_is_saved_with_nobody_asked_yet_and_shown_as_owing_it(cast, browse):
    with acting_as(cast.aisha):
        assert note(cast).state == "to_ask"
        assert Act.objects.filter(name="note_adult_support").get().staff_only
    shown = text(browse("aisha").get(page("child-focus", cast.maya)))
    assert "Their own mental health" in shown
    assert "who is asked to help" in shown
    assert "what happens next" in shown


def test_s2_19_what_it_means_for_the_child_and_for_our_work_is_kept_until_it_is_said_otherwise(cast):
    with acting_as(cast.aisha):
        line = note(cast, on_child="Maya reads the letters.", on_offer="We ring; pictures in every letter.")
        change_adult_support(by=cast.aisha, about=cast.maya, line=line, state="asked", on_offer="We come at ten.")
        assert (line.on_child, line.on_offer) == ("Maya reads the letters.", "We come at ten.")


def test_it_changes_until_it_is_over_and_every_state_is_kept(cast):
    with acting_as(cast.aisha):
        line = note(cast)
        change_adult_support(
            by=cast.aisha,
            about=cast.maya,
            line=line,
            state="asked",
            asked_who="Harbour Minds",
            asked_on=TODAY,
            next_step="They ring on Friday.",
            next_on=TODAY + timedelta(days=3),
        )
        assert support_around(cast.maya).get().asked_who == "Harbour Minds"
        change_adult_support(by=cast.aisha, about=cast.maya, line=line, state="over", asked_who="Harbour Minds")
        assert line.ended_on == TODAY
        with pytest.raises(Refused, match="ended"):
            change_adult_support(by=cast.aisha, about=cast.maya, line=line, state="asked")
        assert note(cast).pk != line.pk


@pytest.mark.parametrize(
    ("details", "field"),
    [({"need": "shoes"}, "need"), ({"state": "hopeful"}, "state"), ({"other": "maya"}, "other")],
)
def test_what_cannot_be_meant_is_refused(cast, details, field):
    if details.get("other") == "maya":
        details = {"other": cast.maya}
    with acting_as(cast.aisha), pytest.raises(Refused) as refused:
        note(cast, **details)
    assert refused.value.field == field


def test_one_open_line_for_one_need_of_one_adult(cast):
    with acting_as(cast.aisha):
        note(cast)
        with pytest.raises(Refused, match="already"):
            note(cast)
        note(cast, need="money")
        note(cast, other=cast.people["tomek"])


def test_a_change_is_of_the_list(cast):
    with acting_as(cast.aisha):
        line = note(cast)
        with pytest.raises(Refused, match="how it stands"):
            change_adult_support(by=cast.aisha, about=cast.maya, line=line, state="hopeful")


def test_a_stranger_may_not_and_an_outsider_reads_nothing(cast):
    with acting_as(cast.aisha):
        note(cast)
    with acting_as(cast.sol), pytest.raises(NotYours):
        note(cast, by=cast.sol)
    seal(cast, cast.people["kelly"])
    with acting_as(cast.aisha):
        assert not support_around(cast.maya).exists(), "an adult whose record is sealed is not named on the child's"


@pytest.mark.parametrize("name", ["note", "change"])
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, name):
    with acting_as(cast.aisha):
        line = note(cast)
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        if name == "note":
            note(cast, need="money")
        change_adult_support(by=cast.aisha, about=cast.maya, line=line, state="asked")
    with acting_as(cast.aisha):
        assert AdultSupport.objects.get().state == "to_ask"


def test_the_pages_ask_keep_and_answer_422_with_what_was_typed(cast, browse):
    aisha = browse("aisha")
    given = {"other": cast.people["kelly"].ref, "need": "drink_drugs", "state": "asked", "asked_who": "Tidewater"}
    assert aisha.post(page("note-adult-support", cast.maya), given).status_code == 303
    answer = aisha.post(page("note-adult-support", cast.maya), {**given, "next_step": "She rings them."})
    assert answer.status_code == 422
    assert "She rings them." in text(answer)
    with acting_as(cast.aisha):
        line = AdultSupport.objects.get()
    change = {"state": "helping", "asked_who": "Tidewater", "next_step": "First talk"}
    assert aisha.post(page("change-adult-support", cast.maya, line.pk), change).status_code == 303
    assert "First talk" in text(aisha.get(page("child-focus", cast.maya)))
    assert aisha.get(page("change-adult-support", cast.leo, line.pk)).status_code == 404
