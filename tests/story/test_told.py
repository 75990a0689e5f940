"""History people tell: by a worker of the child, by another agency."""

import pytest

from kith.access import acting_as
from kith.directory.models import Agency, Notice
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.story.acts import tell_as_agency
from kith.story.models import Entry, History
from tests.cast import TODAY
from tests.story.telling import kept, on, refused, told
from tests.visits.going import the_log_will_not_be_written


def test_history_is_kept_as_told_with_the_day_as_well_as_it_is_known(cast):
    with acting_as(cast.aisha):
        made = told(cast, cast.aisha, "They lived with Nan.", happened=on(2019, precision="about"), told_by="Nan Rose")
        assert (made.happened_on.year, made.happened_precision, made.told_by) == (2019, "about", "Nan Rose")
        assert made.act.happened_on == TODAY, "the telling happened today"
        assert not Entry.objects.exists()


def test_history_that_matters_carries_its_meaning_in_the_same_act(cast):
    with acting_as(cast.aisha):
        made = told(cast, cast.aisha, significance=3, meant="The house went quiet.")
        meaning = Entry.objects.get()
        assert (meaning.event, meaning.act, meaning.significance) == (made.act, made.act, 3)


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"what": " "}, "what"),
        ({"told_by": ""}, "told_by"),
        ({"happened": on(2031)}, "happened"),
        ({"lens": "gossip"}, "lens"),
        ({"significance": 9}, "significance"),
        ({"lens": "voice"}, "lens"),
        ({"lens": ""}, "lens"),
        ({"beside": "leos"}, "beside"),
    ],
)
def test_history_is_refused_at_its_question(cast, details, field):
    with acting_as(cast.aisha):
        if "beside" in details:
            details = {"beside": Act.objects.filter(person=cast.leo).first()}
        with pytest.raises(Refused) as refusal:
            told(cast, cast.aisha, **details)
        assert (refusal.value.field, History.objects.count()) == (field, 0)


def test_history_known_only_by_its_year_is_kept(cast):
    with acting_as(cast.aisha):
        assert told(cast, cast.aisha, happened=on(2026, precision="year")).happened_precision == "year"


def test_history_entered_for_another_agency_is_taken_in_with_its_source(cast):
    with acting_as(cast.aisha):
        health = Agency.objects.get(kind="health")
        made = told(cast, cast.aisha, "Two clinics were missed.", agency=health, document="letter of 3 May")
        assert (made.agency, made.document, made.entered_by_id) == (health, "letter of 3 May", cast.aisha.account_id)
        assert made.act.entry.standing == "taken"


def tell_of_sam(cast, by, **details):
    given = {"what": "Missed two clinics.", "happened": on(2026, 5, 3), "lens": "health", "document": "clinic list"}
    return tell_as_agency(by=by, about=cast.sam, **{**given, **details})


def test_a_partner_adds_what_their_agency_knows_and_the_lead_worker_is_told(cast):
    with acting_as(cast.priya):
        made = tell_of_sam(cast, cast.priya)
        assert (made.told_by, made.agency.name) == ("Priya Nair", "Northcliff 0-19 Health")
        assert [row.what for row in History.objects.all()] == ["Missed two clinics."]
    with acting_as(cast.aisha):
        told(cast, cast.aisha, "He was early.", about=cast.sam)
        assert not Entry.objects.exists(), "it waits to be taken in"
        assert Notice.objects.get(account_id=cast.aisha.account_id, kind="story_told").person == cast.sam
    with acting_as(cast.priya):
        assert [row.what for row in History.objects.all()] == ["Missed two clinics."], "their own and nothing else"


def test_a_partner_may_not_tell_of_a_child_they_do_not_work_with_nor_staff_as_a_partner(cast):
    with acting_as(cast.priya), pytest.raises(NotYours):
        tell_as_agency(by=cast.priya, about=cast.maya, what="x", happened=on(2026), lens="health")
    with acting_as(cast.aisha), pytest.raises(NotYours):
        tell_of_sam(cast, cast.aisha)


@pytest.mark.parametrize(
    ("details", "field"), [({"what": ""}, "what"), ({"happened": on(2031)}, "happened"), ({"lens": "x"}, "lens")]
)
def test_a_partners_telling_is_refused_at_its_question(cast, details, field):
    with acting_as(cast.priya):
        assert refused(tell_of_sam, cast, cast.priya, **details).field == field
        assert not History.objects.exists()


def test_a_partners_telling_is_not_saved_when_the_log_cannot_be_written(cast):
    with the_log_will_not_be_written(), acting_as(cast.priya):
        tell_of_sam(cast, cast.priya)
    assert kept() == (0, 0, 0, 0)
