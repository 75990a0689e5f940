"""A child nobody here had heard of: one record, one thread of work, and never a second record by mistake."""

from datetime import date

import pytest

from kith.access import acting_as
from kith.calendar import PartDate
from kith.directory.acts import restrict
from kith.directory.models import Notice
from kith.involvement.acts import take_first_contact
from kith.involvement.models import Spell
from kith.involvement.queries import unallocated
from kith.people.models import Person, SituationLine
from kith.people.queries import alike, find, siblings_of_each
from kith.record import NotYours, Refused
from kith.record.models import Act
from tests.architecture.objects import account_of
from tests.cast import TODAY
from tests.visits.going import the_log_will_not_be_written

NOOR = {"given": "Noor", "family": "Haddad", "born": PartDate(date(2021, 4, 1), "month")}
MAYAS_DAY = PartDate(date(2017, 3, 4), "day")


def begun(cast, by="theo", **told):
    actor = cast.actors[by]
    with acting_as(actor):
        return take_first_contact(by=actor, **told)


def closed(cast, child, level):
    with acting_as(cast.system):
        restrict(
            by=cast.system,
            about=child,
            level=level,
            because="A colleague's own family.",
            guardian=account_of(cast, "rowan"),
            review_on=date(2027, 1, 1),
        )


def test_the_record_the_work_and_why_they_came_begin_in_one_act(cast):
    noor = begun(cast, **NOOR, because="She came to school without shoes.", source="2A", level="family_help")
    with acting_as(cast.grace):
        assert find("noor haddad").people == [noor]
        assert (noor.called, str(noor.born)) == ("Noor Haddad", "April 2021")
        spell = Spell.objects.get(person=noor)
        assert (spell.level, spell.source, spell.started_on) == ("family_help", "2A", TODAY)
        assert spell in unallocated()
        line = SituationLine.objects.get(person=noor)
        assert (line.kind, line.text, line.source) == ("now", "She came to school without shoes.", "School")
        acts = Act.objects.filter(person=noor)
        assert [one.said for one in acts] == ["Theo Rowe began a record for Noor Haddad after a first contact."]


def test_with_next_to_nothing_known_it_is_saved_all_the_same(cast):
    baby = begun(cast, unnamed_as="Kelly’s baby")
    with acting_as(cast.theo):
        assert (baby.called, baby.name_held, baby.born, baby.sex) == ("Kelly’s baby", False, None, "U")
        assert Spell.objects.get(person=baby).level == "universal"
        assert not SituationLine.objects.filter(person=baby).exists()


def test_a_baby_not_born_yet(cast):
    assert begun(cast, unnamed_as="Baby Haddad", expected_on=date(2027, 2, 1)).expected_on == date(2027, 2, 1)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({}, "given"),
        ({**NOOR, "expected_on": date(2027, 2, 1)}, "born"),
        ({"given": "Noor", "born": PartDate(date(2027, 2, 1), "day")}, "born"),
        ({**NOOR, "level": "a lot"}, "level"),
        ({**NOOR, "source": "the moon"}, "source"),
        ({"given": "Maya", "family": "Okafor-Nowak"}, "none"),
        ({"given": "Maia", "family": "Okafor", "born": MAYAS_DAY}, "none"),
        ({"given": "Maya", "family": "Smith", "born": MAYAS_DAY}, "none"),
    ],
)
def test_what_cannot_be_begun_is_refused_at_its_question(cast, told, field):
    people, work = Person.objects.count(), Spell.objects.count()
    with pytest.raises(Refused) as refusal:
        begun(cast, **told)
    assert refusal.value.field == field
    assert (Person.objects.count(), Spell.objects.count()) == (people, work)


def test_someone_alike_who_was_looked_at_is_someone_else(cast):
    other = begun(cast, given="Maya", family="Okafor-Nowak", looked_at=[cast.maya.ref])
    assert other != cast.maya
    with pytest.raises(Refused, match="Look at it"):
        begun(cast, given="Maya", family="Okafor-Nowak", looked_at=[cast.maya.ref])  # now there are two


def test_a_restricted_child_must_be_asked_about_and_a_sealed_one_is_met_in_silence(cast):
    closed(cast, cast.maya, "restricted")
    with pytest.raises(Refused):
        begun(cast, given="Maya", family="Okafor-Nowak")
    closed(cast, cast.leo, "sealed")
    assert begun(cast, given="Leo", family="Okafor-Nowak")
    assert Notice.objects.filter(account_id=cast.rowan.account_id, kind="seal_met").exists()


@pytest.mark.parametrize("name", ["aisha", "grace", "sol", "priya", "kelly"])
def test_only_those_who_may_record_on_any_child(cast, name):
    with pytest.raises(NotYours):
        begun(cast, name, **NOOR)


def test_the_same_form_sent_twice_begins_one_record(cast):
    assert begun(cast, **NOOR, key="once") == begun(cast, **NOOR, key="once")
    assert Person.objects.filter(called="Noor Haddad").count() == 1


def test_nothing_is_saved_when_the_log_cannot_be_written(cast):
    people, work = Person.objects.count(), Spell.objects.count()
    with the_log_will_not_be_written():
        begun(cast, **NOOR, because="She came to school without shoes.")
    assert (Person.objects.count(), Spell.objects.count()) == (people, work)


def test_alike_is_by_all_names_or_by_the_day_and_one_of_them(cast):
    with acting_as(cast.theo):
        assert alike("Maya", "", None).people == [cast.maya]
        assert alike("Mia", "Nowak", MAYAS_DAY).people == [cast.maya]
        assert alike("Ada", "Nowak", PartDate(date(2017, 3, 1), "month")).people == [cast.maya]
        assert alike("Ada", "Nowak", PartDate(date(2017, 5, 1), "month")).people == []
        assert alike("", "", MAYAS_DAY).people == []


def test_brothers_and_sisters_of_several_at_once(cast):
    with acting_as(cast.theo):
        assert siblings_of_each([cast.maya, cast.sam, cast.people["gary"]]) == {
            cast.maya.pk: [cast.leo, cast.sam],
            cast.sam.pk: [cast.maya, cast.leo],
        }
        assert siblings_of_each([]) == {}
