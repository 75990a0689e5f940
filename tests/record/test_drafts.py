"""Words typed and not yet saved: their writer's alone, and never lost to a second tab or device."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from kith.access import Right, acting_as
from kith.directory.acts import add_agency
from kith.record import Refused
from kith.record.drafts import (
    LONGEST,
    MOST_TEXTS,
    Conflict,
    carry_on_with,
    discard_draft,
    draft_initial,
    keep_draft,
    texts,
)
from kith.record.models import Draft
from kith.record.queries import draft_for, drafts_of

KEY = "record-visit:K7M-4QX"


def keep(by, words, *, page, version, key=KEY):
    return keep_draft(by=by, key=key, title="A visit", fields={"key": page, "saw": words}, version=version)


def clash(by, words, *, page, version):
    with pytest.raises(Conflict) as caught:
        keep(by, words, page=page, version=version)
    return caught.value.draft


def kept_words(draft):
    return {page: fields["saw"] for page, fields in texts(draft).items()}


def may_add_agencies(actor):
    return replace(actor, rights=frozenset({Right.INVITE_PEOPLE}))


@pytest.mark.parametrize("name", ["aisha", "priya", "kelly"])
def test_a_draft_is_kept_changed_and_found_again_by_its_writer_and_by_nobody_else(cast, name):
    writer = cast.actors[name]
    with acting_as(writer):
        assert keep(writer, "Maya sh", page="a", version=0).version == 1
        assert keep(writer, "Maya showed me", page="a", version=1).version == 2
        assert [draft.title for draft in drafts_of(writer)] == ["A visit"]
        typed, version = draft_initial(writer, KEY)
        assert (typed["saw"], typed.getlist("saw"), version) == ("Maya showed me", ["Maya showed me"], 2)
    with acting_as(cast.grace):
        assert draft_for(cast.grace, KEY) is None
        assert draft_initial(cast.grace, KEY) == (None, 0)
        assert not Draft.objects.exists()  # not even by asking for all of them


def test_nobody_writes_a_draft_in_someone_elses_name(cast):
    with acting_as(cast.grace), pytest.raises(Exception, match="row-level security"):
        keep(cast.aisha, "words", page="a", version=0)


def test_answers_given_several_times_come_back_as_they_were(cast):
    with acting_as(cast.aisha) as aisha:
        keep_draft(by=aisha, key=KEY, title="", fields={"there": ["Kelly", "Tomek"], "mode": "home"}, version=0)
        typed, _ = draft_initial(aisha, KEY)
    assert typed.getlist("there") == ["Kelly", "Tomek"]
    assert typed.getlist("mode") == ["home"]


def test_a_second_tab_does_not_overwrite_the_first_and_each_goes_on_in_its_own_text(cast):
    with acting_as(cast.aisha) as aisha:
        keep(aisha, "first", page="a", version=0)
        clash(aisha, "second", page="b", version=0)
        assert keep(aisha, "first, longer", page="a", version=1).version == 2
        draft = clash(aisha, "second, longer", page="b", version=0)
        assert kept_words(draft) == {"a": "first, longer", "b": "second, longer"}

        draft = clash(aisha, "third", page="c", version=0)
        assert kept_words(draft) == {"a": "first, longer", "b": "second, longer", "c": "third"}


def test_a_lost_answer_is_no_conflict_with_oneself(cast):
    with acting_as(cast.aisha) as aisha:
        keep(aisha, "one", page="a", version=0)
        assert keep(aisha, "one two", page="a", version=0).version == 2


def test_the_writer_settles_it_and_both_pages_may_go_on(cast):
    with acting_as(cast.aisha) as aisha:
        keep(aisha, "first", page="a", version=0)
        clash(aisha, "second", page="b", version=0)

        chosen = carry_on_with(by=aisha, key=KEY, page="b")

        assert kept_words(chosen) == {"b": "second"}
        assert carry_on_with(by=aisha, key=KEY, page="a") is None
        assert keep(aisha, "second, on a new page", page="d", version=chosen.version).version == 3


@pytest.mark.parametrize(
    ("sent_by", "left"),
    [("a", {"b": "second"}), ("b", {"a": "first"}), ("never saved", {"b": "second"})],
)
def test_finishing_lets_go_of_the_text_it_was_made_from_and_of_no_other(cast, sent_by, left):
    with acting_as(may_add_agencies(cast.aisha)) as aisha:
        keep(aisha, "first", page="a", version=0)
        clash(aisha, "second", page="b", version=0)
        add_agency(by=aisha, name="Seaview School", kind="school", key=sent_by, draft=KEY)
        assert kept_words(draft_for(aisha, KEY)) == left


def test_the_act_clears_its_draft_and_only_if_it_is_done(cast):
    with acting_as(may_add_agencies(cast.aisha)) as aisha:
        keep(aisha, "words", page="a", version=0)
        with pytest.raises(IntegrityError), transaction.atomic():
            add_agency(by=aisha, name=None, kind="school", key="a", draft=KEY)
        assert draft_for(aisha, KEY)
        add_agency(by=aisha, name="Seaview School", kind="school", key="a", draft=KEY)
        assert draft_for(aisha, KEY) is None


def test_a_page_left_open_since_an_earlier_draft_is_behind_the_new_one(cast):
    with acting_as(cast.aisha) as aisha:
        keep(aisha, "one", page="a", version=0)
        discard_draft(by=aisha, key=KEY)
        assert draft_for(aisha, KEY) is None
        assert keep(aisha, "two", page="b", version=1).version == 2
        clash(aisha, "from the page left open", page="c", version=1)


def test_there_is_an_end_to_what_a_draft_holds(cast):
    with acting_as(cast.aisha) as aisha:
        with pytest.raises(Refused, match="more than can be kept"):
            keep(aisha, "x" * LONGEST, page="a", version=0)
        keep(aisha, "one", page="a", version=0)
        for number in range(MOST_TEXTS):
            clash(aisha, "other", page=f"p{number}", version=0)
        with pytest.raises(Refused, match="too many places"):
            keep(aisha, "other", page="one too many", version=0)
