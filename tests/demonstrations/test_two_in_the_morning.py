"""Demonstration: at two in the morning the police take a newborn nobody has named under their protection. Duty records
it on a telephone in two minutes; the next day it is completed on the same thread (issue 4.10 i, design 7.1).
"""

import pytest

from kith.access import acting_as
from kith.involvement import queries
from kith.involvement.models import LeadWorker, Spell
from kith.people.models import Person
from kith.record.models import Act
from tests.demonstrations.test_what_an_inspector_asks import sent

BABY = "Baby at Northcliff General"
WHY = "Taken into police protection at ten to two on the ward. PC Blake, 01632 960401."
# A phone in one hand: the keystroke-level figures for a tap, a letter typed with a thumb, and a page that loads.
TAP, LETTER, SCREEN = 1.1, 0.35, 3.0


@pytest.fixture
def baby(cast, browse):
    """The address, as it was recorded at night, and the seconds that took."""
    duty = browse("theo")
    typed = {"unnamed_as": BABY, "because": WHY, "born-year": "2026", "born-month": "11", "born-day": "17"}
    page = duty.get("/search/begin/")
    saved = duty.post("/search/begin/", sent(page, **typed))
    assert saved.status_code == 303
    screens, taps = 2, len(typed) + 1
    seconds = screens * SCREEN + taps * TAP + sum(map(len, typed.values())) * LETTER
    print(f"\nAt night: {screens} screens, {len(typed)} fields, {taps} taps, about {seconds:.0f} seconds")
    return saved.url, seconds, duty


def test_it_is_recorded_in_two_minutes_of_taps_and_nothing_else_is_asked(cast, baby):
    address, seconds, _ = baby
    assert seconds <= 120
    found = Person.objects.get(called=BABY)
    assert not found.name_held
    assert address == f"/children/{found.ref}/"
    spell = Spell.objects.get(person=found)
    assert (spell.level, spell.closed_on) == ("universal", None)
    with acting_as(cast.grace):  # on the list of what nobody leads, before anybody has slept
        assert found.pk in queries.unallocated().values_list("person_id", flat=True)


def test_the_banner_says_why_at_once_to_whoever_opens_the_record(cast, browse, baby):
    page = baby[2].get(baby[0]).content.decode()
    assert "Taken into police protection at ten to two" in page


def test_the_next_day_it_is_completed_on_the_same_thread(cast, browse, baby):
    address, *_ = baby
    found = Person.objects.get(called=BABY)
    grace, aisha = browse("grace"), browse("aisha")
    lead = cast.staff["aisha"].pk
    assert grace.post(f"{address}lead/", sent(grace.get(f"{address}lead/"), lead=str(lead))).status_code == 303
    page = aisha.get(f"{address}family/name/")
    told = {"kind": "known_as", "given": "Noah", "family": "Price"}
    assert aisha.post(f"{address}family/name/", sent(page, **told)).status_code == 303
    page = aisha.get(f"{address}story/add/")
    happened = {
        "what": "PC Blake took Noah into police protection on the ward.",
        "told_by": "PC Blake",
        "happened-year": "2026",
        "happened-month": "11",
        "happened-day": "17",
        "significance": "3",
    }
    assert aisha.post(f"{address}story/add/", sent(page, **happened)).status_code == 303
    found.refresh_from_db()
    assert found.called == "Noah Price"
    assert Person.objects.filter(called__in=[BABY, "Noah Price"]).count() == 1
    assert Spell.objects.filter(person=found).count() == 1
    assert LeadWorker.objects.get(person=found).name == "Aisha Khan"
    story = aisha.get(f"{address}story/").content.decode()
    assert "PC Blake took Noah into police protection on the ward." in story
    assert Act.objects.filter(person=found, name="take_first_contact").count() == 1
