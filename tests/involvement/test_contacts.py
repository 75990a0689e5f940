"""Somebody tells us of a child: kept at once, whoever they are, whatever is missing (S2-01, J2, design 7.9)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, transaction

from kith.access import SYSTEM, Actor, Audience, acting_as
from kith.calendar import PartDate
from kith.directory.models import Notice
from kith.involvement.acts import begin_from_contact, match_child, take_contact, take_up_contact, tell_us
from kith.involvement.acts.contacts import MOST_AT_ONCE
from kith.involvement.models import Contact, ContactChild, ContactLine, ImmediateConcern, Spell, Teller
from kith.involvement.queries import contact_called, contacts_undecided, counts_by_source
from kith.involvement.rules import ToldOf, child_named, children_named, keys_of
from kith.people.models import Person
from kith.record import NotYours, Refused
from kith.record.models import Act, Occasion
from tests.cast import NOW, TODAY
from tests.involvement.reaching import LEO, MAYA, NIA, WORRY, child_of, found, told
from tests.visits.going import seal, the_log_will_not_be_written

PUBLIC = Actor(None, Audience.PUBLIC, NOW)


def from_the_public(**given):
    with acting_as(PUBLIC):
        return tell_us(by=PUBLIC, **{"key": "one-form", "words": WORRY, **given})


def test_what_was_told_is_kept_once_with_each_child_as_described_and_whoever_told_us_in_confidence(cast):
    contact = told(cast, why_today="It was the fourth Monday.", going_well="Their aunt fetches them.")
    with acting_as(cast.theo):
        assert (contact.words, contact.source, contact.taken_by_name) == (WORRY, "2A", "Theo Rowe")
        assert [child.called for child in contact.children.order_by("place")] == [
            "Maya Okafor-Nowak",
            "Leo Okafor-Nowak",
        ]
        teller = Teller.objects.get(contact=contact)
        assert (teller.name, teller.in_confidence) == ("Marsha Lind", True)
        assert not ContactLine.objects.exists()  # nobody has said whose record it is
    with acting_as(cast.system):
        assert Occasion.objects.get(name="take_contact").said == "Theo Rowe wrote down a contact."


def test_e1_the_decision_is_due_one_working_day_after_it_came_and_the_day_never_moves(cast):
    friday = replace(cast.theo, now=NOW + timedelta(days=3))
    with acting_as(friday):
        contact = take_contact(by=friday, words=WORRY)
    assert (contact.received_on, contact.decide_by_on) == (date(2026, 11, 20), date(2026, 11, 23))
    christmas = replace(cast.theo, now=NOW + timedelta(days=37))  # Christmas Eve, a Thursday
    with acting_as(christmas):
        assert take_contact(by=christmas, words=WORRY).decide_by_on == date(2026, 12, 29)


@pytest.mark.parametrize("name", ["aisha", "grace", "theo", "sol", "priya"])
def test_s2_01_whoever_works_with_children_may_tell_us_without_any_right(cast, name):
    contact = told(cast, by=name, source="4", how="")
    with acting_as(cast.system):
        assert contact in contacts_undecided()
        assert (contact.told_by_id == cast.priya.account_id) == (name == "priya")


def test_only_the_words_are_needed_and_nothing_else_is_invented(cast):
    with acting_as(cast.sol):
        contact = take_contact(by=cast.sol, words="A boy on the quay, alone.")
    assert (contact.source, contact.how, contact.family_told) == ("", "", "")
    assert child_of(contact).called == "A child, not named"


@pytest.mark.parametrize(
    ("given", "field"),
    [({"words": " "}, "words"), ({"source": "the moon"}, "source"), ({"how": "pigeon"}, "how")],
)
def test_what_cannot_be_kept_is_refused_at_its_question(cast, given, field):
    with pytest.raises(Refused) as refusal:
        told(cast, **given)
    assert refusal.value.field == field
    assert not Contact.objects.exists()


@pytest.mark.parametrize("name", ["kelly", "gary"])
def test_a_family_tells_us_through_the_door_for_everybody_not_as_staff(cast, name):
    with pytest.raises(NotYours):
        told(cast, by=name)


def test_told_as_danger_now_duty_is_called_in_the_same_breath(cast):
    contact = told(cast, danger=True, where="The bandstand")
    concern = ImmediateConcern.objects.get()
    assert contact.reference in concern.what
    assert (concern.who, concern.where) == ("Maya Okafor-Nowak, Leo Okafor-Nowak", "The bandstand")
    assert Notice.objects.filter(account_id=cast.theo.account_id, kind="worried_now").exists()


def test_whoever_is_on_duty_is_told_that_something_has_come(cast):
    told(cast, by="priya")
    (notice,) = Notice.objects.filter(account_id=cast.theo.account_id, kind="contact")
    assert "Okafor" not in notice.sentence


def test_the_same_form_sent_twice_is_one_contact(cast):
    assert told(cast, key="once") == told(cast, key="once")
    assert Contact.objects.count() == 1
    assert from_the_public() == from_the_public(words="Changed")
    assert Contact.objects.count() == 2


def test_nothing_is_kept_when_the_log_cannot_be_written(cast):
    with the_log_will_not_be_written("record_occasion"):
        told(cast)
    assert not Contact.objects.exists()
    assert not ContactChild.objects.exists()
    assert not Notice.objects.filter(kind="contact").exists()


def test_s2_01_the_public_needs_no_name_and_gets_a_reference_and_the_anonymous_code(cast):
    reference = from_the_public(children=children_named("Lila Marsh, about 6\nher little brother"))
    contact = Contact.objects.get()
    assert contact.reference == reference
    assert (contact.source, contact.how, contact.taken_by_id, contact.told_by_id) == ("9", "public_page", None, None)
    assert [(c.given, c.family, c.described) for c in contact.children.order_by("place")] == [
        ("Lila", "Marsh", "Lila Marsh, about 6"),
        ("", "", "her little brother"),
    ]
    occasion = Occasion.objects.get(name="tell_us")
    assert (occasion.by_id, occasion.audience) == (None, "public")
    assert Notice.objects.filter(account_id=cast.theo.account_id, kind="contact").count() == 1


def may_not_read(actor, model):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(), acting_as(actor):
        model.objects.first()


def test_the_public_reads_nothing_back(cast):
    from_the_public()
    for model in (Contact, ContactChild, Teller, ContactLine):
        may_not_read(PUBLIC, model)


def test_very_many_at_once_are_refused_with_words_and_the_next_ten_minutes_are_open_again(cast):
    for n in range(MOST_AT_ONCE):
        from_the_public(key=f"k{n}")
    with pytest.raises(Refused, match="Ring us"):
        from_the_public(key="one more")
    assert Contact.objects.count() == MOST_AT_ONCE
    later = replace(PUBLIC, now=NOW + timedelta(minutes=11))
    with acting_as(later):
        assert tell_us(by=later, key="later", words=WORRY)


def test_long_texts_are_cut_by_the_door_itself(cast):
    from_the_public(words="w" * 9000, name="n" * 900, children=[ToldOf(described="d" * 900)] * 20)
    contact = Contact.objects.get()
    assert (len(contact.words), contact.children.count()) == (5000, 12)


def test_a_partner_is_told_that_we_may_know_the_family_and_nothing_more(cast):
    contact = told(cast, MAYA, NIA, by="priya")
    with acting_as(cast.priya):
        assert [c.may_be_known for c in contact.children.order_by("place")] == [True, False]
    named = replace(MAYA, born=None)
    assert not child_of(told(cast, named, by="priya")).may_be_known  # a name alone tells nobody anything
    assert not child_of(told(cast, MAYA, by="aisha")).may_be_known


def test_7_9_a_child_whose_record_is_sealed_is_met_in_silence_and_its_guardian_is_told(cast):
    seal(cast, cast.maya)
    contact = told(cast, MAYA, by="priya")
    assert not child_of(contact).may_be_known
    assert Notice.objects.filter(account_id=cast.rowan.account_id, kind="seal_met").count() == 1
    from_the_public(children=children_named("Maya Okafor-Nowak, 9"))
    assert Notice.objects.filter(account_id=cast.rowan.account_id, kind="seal_met").count() == 2


def test_this_is_the_child_and_whoever_leads_is_told(cast):
    contact = told(cast)
    line = found(cast, contact, 1, cast.maya)
    assert (line.person, line.matched_by_name) == (cast.maya, "Theo Rowe")
    assert Notice.objects.filter(account_id=cast.aisha.account_id, kind="contact").count() == 1
    assert found(cast, contact, 1, cast.sam).person == cast.sam  # changed freely until it is decided
    with pytest.raises(Refused, match="already"):
        found(cast, contact, 2, cast.sam)


def test_a_family_never_learns_from_the_log_that_somebody_told_us(cast):
    contact = told(cast)
    found(cast, contact, 1, cast.maya)
    with acting_as(cast.kelly):
        assert not Act.objects.filter(name="match_child").exists()
    with acting_as(cast.aisha):
        assert Act.objects.get(name="match_child").said == (
            "Theo Rowe found that a contact is about Maya Okafor-Nowak."
        )


@pytest.mark.parametrize("name", ["aisha", "sol", "priya", "kelly"])
def test_only_the_front_door_says_whose_record_it_is(cast, name):
    child = child_of(told(cast, NIA))
    with pytest.raises(NotYours), acting_as(cast.actors[name]):
        match_child(by=cast.actors[name], about=cast.people["gary"], child=child)


def test_a_record_is_begun_only_when_everyone_alike_was_looked_at_and_no_work_begins_with_it(cast):
    contact = told(cast, MAYA)
    person = {"given": "Maya", "family": "Okafor-Nowak", "born": MAYA.born}
    with acting_as(cast.theo):
        with pytest.raises(Refused, match="Look at it"):
            begin_from_contact(by=cast.theo, child=child_of(contact), **person)
        begun = begin_from_contact(by=cast.theo, child=child_of(contact), looked_at=[cast.maya.ref], **person)
        assert ContactLine.objects.get().person == begun
        assert not Spell.objects.filter(person=begun).exists()
    with acting_as(cast.grace), pytest.raises(NotYours):
        begin_from_contact(by=cast.grace, child=child_of(contact), **person)


@pytest.mark.parametrize("how", ["match", "begin"])
def test_no_match_is_kept_when_the_log_cannot_be_written(cast, how):
    contact, people = told(cast, NIA), Person.objects.count()
    with the_log_will_not_be_written(), acting_as(cast.theo):
        if how == "match":
            match_child(by=cast.theo, about=cast.maya, child=child_of(contact))
        else:
            begin_from_contact(by=cast.theo, child=child_of(contact), given="Nia", family="Bello")
    assert (ContactLine.objects.count(), Person.objects.count()) == (0, people)


def test_i_have_this_and_whoever_told_us_sees_who_is_reading(cast):
    contact = told(cast, by="priya")
    with acting_as(cast.theo):
        take_up_contact(by=cast.theo, contact=contact)
        with pytest.raises(Refused, match="already"):
            take_up_contact(by=cast.theo, contact=contact)
    with acting_as(cast.priya):
        assert Contact.objects.get().read_by_name == "Theo Rowe"
    with acting_as(cast.grace):
        assert take_up_contact(by=cast.grace, contact=contact).read_by_name == "Grace Adeyemi"  # a colleague takes over


def test_nobody_has_it_when_the_log_cannot_be_written(cast):
    contact = told(cast)
    with the_log_will_not_be_written("record_occasion"), acting_as(cast.theo):
        take_up_contact(by=cast.theo, contact=contact)
    assert Contact.objects.get().read_by_id is None


def test_who_told_us_is_for_the_front_door_whoever_took_it_and_those_who_work_with_the_child(cast):
    contact = told(cast, by="sol")
    found(cast, contact, 1, cast.maya)
    for name, may in (("theo", True), ("grace", True), ("sol", True), ("aisha", True), ("rowan", False)):
        with acting_as(cast.actors[name]):
            assert Teller.objects.exists() == may, name
            assert Contact.objects.exists(), name
    for name in ("kelly", "tomek"):
        may_not_read(cast.actors[name], Teller)
        may_not_read(cast.actors[name], Contact)


def test_a_partner_reads_what_they_told_us_themselves_and_no_line_of_ours(cast):
    theirs, other = told(cast, by="priya"), told(cast, NIA)
    found(cast, theirs, 1, cast.maya)
    with acting_as(cast.priya):
        assert list(Contact.objects.all()) == [theirs]
        assert ContactChild.objects.count() == 2
        assert contact_called_by_partner(other) is None
    may_not_read(cast.priya, ContactLine)


def contact_called_by_partner(contact):
    return Contact.objects.filter(reference=contact.reference).first()


def test_when_the_only_child_is_sealed_the_contact_is_gone_and_with_a_sister_only_the_child_is(cast):
    alone, both = told(cast, MAYA), told(cast, MAYA, LEO)
    for contact in (alone, both):
        found(cast, contact, 1, cast.maya)
    seal(cast, cast.maya)
    with acting_as(cast.theo):
        assert contact_called(alone.reference) is None
        assert [child.called for child in contact_called(both.reference).children.all()] == ["Leo Okafor-Nowak"]
        assert not ContactLine.objects.exists()
        assert Teller.objects.count() == 1
    with acting_as(cast.rowan):
        assert ContactLine.objects.count() == 2


def test_s2_01_how_many_came_from_whom_is_counted_by_the_census_code(cast):
    for source in ("2A", "2A", "4"):
        told(cast, NIA, source=source)
    from_the_public()
    with acting_as(cast.theo):
        assert counts_by_source(TODAY) == [("2A", 2), ("4", 1), ("9", 1)]
        assert counts_by_source(TODAY + timedelta(days=1)) == []


@pytest.mark.parametrize(
    ("line", "given", "family"),
    [
        ("Lila Marsh, about 6", "Lila", "Marsh"),
        ("Lila-Rose O’Brien (Year 2)", "Lila-Rose", "O’Brien"),
        ("the girl at number nine", "", ""),
        ("Leo 4", "Leo", ""),
        ("Łucja Maria Nowak", "Łucja Maria", "Nowak"),
    ],
)
def test_names_are_read_from_a_line_only_where_they_are_plain(line, given, family):
    assert child_named(line) == ToldOf(given=given, family=family, described=line)


def test_a_child_is_looked_for_by_every_word_of_their_names_and_a_whole_birthday():
    assert keys_of(MAYA) == ["maya", "okafor", "nowak", "2017-03-04"]
    assert keys_of(replace(LEO, born=PartDate(date(2020, 6, 1), "month"))) == ["leo", "okafor", "nowak"]


def test_the_system_may_take_one_too(cast):
    by = SYSTEM(NOW)
    with acting_as(by):
        assert take_contact(by=by, words=WORRY).taken_by_id is None
