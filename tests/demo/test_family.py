"""The demo family: two years told through acts, the same on every machine that tells it on the same day."""

from datetime import UTC, datetime, timedelta

import pytest

from kith.access import SYSTEM, acting_as
from kith.demo.arriving import let_arrive
from kith.demo.family import Telling
from kith.demo.services import open_services, put_on_duty
from kith.people.models import AddressProtection, Person
from kith.people.queries import family_of, known_by, places_of
from kith.record.models import Act
from kith.standards.queries import panel
from kith.story.queries import freshness, lanes_of, pieces_of, read, story_of
from kith.voice.models import Answer, Wish

NOW = datetime(2026, 11, 17, 10, 0, tzinfo=UTC)


@pytest.fixture
def told(db):
    services = open_services(NOW - timedelta(days=740))
    put_on_duty(services, NOW)
    telling = Telling(services, NOW)
    telling.tell()
    return telling


def test_the_family_is_told_through_acts_over_two_years(told):
    with acting_as(SYSTEM(NOW)):
        maya = Person.objects.get(called="Maya Okafor-Nowak")
        acts = Act.objects.filter(person=maya).order_by("happened_on")
        assert (NOW.date() - acts.first().happened_on).days >= 700
        assert acts.filter(name="record_visit").count() >= 20
        assert not acts.filter(happened_on__gt=NOW.date()).exists()


def test_maya_is_owed_one_answer_by_aisha_and_a_second_one_by_grace_and_has_had_the_others(told):
    with acting_as(told.by("aisha", 0)):
        owed = Wish.objects.filter(person=told.people["maya"], answer=None)
        assert {(w.words.text, w.owed_by_name) for w in owed} == {
            ("I want my own bed and not to hear it", "Aisha Khan"),
            ("I would see Dad at his flat not the centre", "Grace Adeyemi"),
        }
        assert Answer.objects.filter(person=told.people["maya"]).count() >= 6


def test_the_address_is_kept_from_gary_and_from_tomek_for_everyone_who_lives_there(told):
    with acting_as(SYSTEM(NOW)):
        kept = AddressProtection.objects.values_list("person__called", "from_person__called")
        for child in ("Maya Okafor-Nowak", "Leo Okafor-Nowak", "Sam Okafor", "Kelly Okafor"):
            assert (child, "Gary Stone") in kept
            assert (child, "Tomek Nowak") in kept or child == "Kelly Okafor"


def test_mayas_story_shows_a_found_gap_a_linked_record_the_familys_own_account_and_something_left_to_do(told):
    today = NOW.date()
    with acting_as(told.by("aisha", 0)):
        maya = told.people["maya"]
        story = story_of(maya, today, oldest_first=True)
        police = next(e for e in story.entries if e.event.title.startswith("Police came"))
        assert [other.source.agency for other in police.also] == ["St Anne's Primary School"]
        assert [account.source.who for account in police.family] == ["Nan Rose"]
        assert (story.standing.to_complete, len(story.waiting) > 0) == (1, True)
        assert lanes_of(maya, today, read(maya)).gaps[0].said("Maya").startswith("No one wrote")
        assert {dial.state for dial in freshness(maya, today, level="family_help")} == {
            "current",
            "to_confirm",
            "out_of_date",
        }
        assert len([piece for piece in pieces_of(maya, today, read(maya)) if piece.chapter == "happened"]) >= 4


def test_two_late_readings_are_explained_one_is_accepted_and_one_waits(told):
    with acting_as(told.by("aisha", 0)) as aisha:
        by_child = {name: {row.id: row for row in panel(told.people[name], aisha)} for name in ("leo", "sam")}
    assert by_child["leo"]["story-reviewed"].state == "explained"
    assert by_child["sam"]["story-reviewed"].state == "missed"
    assert by_child["sam"]["story-reviewed"].waits_for_acceptance


def test_names_and_homes_have_their_days_and_partners_their_endings(told):
    with acting_as(told.by("aisha", 0)) as aisha:
        names = {name["kind"]: name for name in known_by(told.people["maya"]).names}
        family = {one.person.called: one for one in family_of(told.people["kelly"], aisha.today)}
        homes = [place.called for place, living, _ in places_of(list(told.people.values()), aisha.today) if living]
    assert {"known_as", "agency", "birth"} <= set(names)
    assert names["birth"]["until"] is not None
    assert family["Gary Stone"].ended_as == family["Tomek Nowak"].ended_as == "separated"
    assert {"Mum's", "Dad's", "Nan's"} <= set(homes)


@pytest.mark.parametrize("hour", [0, 23])
def test_the_family_can_be_told_at_any_hour_of_the_day(db, hour):
    now = NOW.replace(hour=hour, minute=5)
    services = open_services(now - timedelta(days=740))
    put_on_duty(services, now)
    telling = Telling(services, now)
    telling.tell()
    let_arrive(telling)
    with acting_as(SYSTEM(now)):
        assert Act.objects.filter(person=telling.people["maya"], name="tell_as_agency").exists()
