"""Adding someone, moving, describing: each form of the Family page, done well and told what is wrong (S2-20, S3-07)."""

from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.people import acts
from kith.people.models import (
    ContactPoint,
    Identifier,
    Language,
    ParentalResponsibility,
    Person,
    PersonName,
    Relationship,
    Residence,
)
from tests.cast import TODAY
from tests.pages.staff.test_family import at, day, text_of
from tests.people.doing import related, year
from tests.people.test_describing import seal

# -- adding someone


NEW = {"who": "new", "given": "Rose", "family": "Okafor", "sex": "F", "kind": "grandparent", "source": "Kelly"}


def test_somebody_new_gets_a_record_and_a_place_in_the_family(cast, browse):
    done = browse("aisha").post(at(cast, "add"), {**NEW, "born-year": "1964", "child_says_matters": "on"})
    assert done.status_code == 303
    rose = Person.objects.get(called="Rose Okafor")
    assert (rose.born_on, rose.born_precision) == (date(1964, 1, 1), "year")
    assert Relationship.objects.get(other=rose).child_says_matters
    assert "Maya says they matter" in text_of(browse("aisha").get(at(cast)))


def test_a_baby_not_born_yet_gets_a_record_with_the_day_they_are_expected(cast, browse):
    answer = {
        "who": "new",
        "given": "Baby",
        "family": "Okafor",
        "kind": "child",
        **day("expected_on", date(2027, 2, 1)),
    }
    path = at(cast, "add", child="kelly")
    assert browse("aisha").post(path, answer).status_code == 303
    baby = Person.objects.get(called="Baby Okafor")
    assert (baby.born_on, baby.expected_on) == (None, date(2027, 2, 1))
    assert "due 1 February 2027" in text_of(browse("aisha").get(at(cast, child="kelly")))
    both = browse("aisha").post(path, {**answer, "given": "Other", **day("born", date(2020, 1, 1))})
    assert both.status_code == 422
    assert "not both" in text_of(both)


def test_a_parent_of_a_brother_is_offered_by_name_and_added_with_responsibility(cast, browse):
    with acting_as(cast.system):
        related(cast, cast.system, about=cast.sam, kind="parent")
    aisha, gary = browse("aisha"), cast.people["gary"]
    assert f'value="{gary.ref}"' in text_of(aisha.get(at(cast, "add")))
    answer = {"who": gary.ref, "kind": "parents_partner", "decides": "yes", "acquired": "step_parent"}
    assert aisha.post(at(cast, "add"), answer).status_code == 303
    assert ParentalResponsibility.objects.get(holder=gary).acquired == "step_parent"


def test_somebody_is_found_by_name_chosen_and_added(cast, browse):
    aisha, gary = browse("aisha"), cast.people["gary"]
    answer = {"who": "find", "find": "Stone", "kind": "parents_partner"}
    page = aisha.post(at(cast, "add"), answer)
    assert page.status_code == 422
    assert "Choose who you mean." in text_of(page)
    assert f"Gary Stone, born 20 January 1990 ({gary.ref})" in text_of(page)
    assert aisha.post(at(cast, "add"), {**answer, "match": gary.ref}).status_code == 303
    assert Relationship.objects.get(other=gary).person == cast.maya


@pytest.mark.parametrize("how", ["name", "reference"])
def test_somebody_sealed_is_not_found_in_the_very_words_said_of_somebody_who_is_not_there(cast, browse, how):
    seal(cast, "gary")
    text = "Stone" if how == "name" else cast.people["gary"].ref
    said = []
    for find in (text, "Nobody Atall"):
        page = browse("aisha").post(at(cast, "add"), {"who": "find", "find": find, "kind": "friend"})
        assert page.status_code == 422
        said.append(text_of(page).count("Nobody open to you has that name or reference."))
        assert "Gary" not in text_of(page)
    assert said[0] == said[1] > 0


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"who": ""}, "Choose who it is."),
        ({"who": "find"}, "Write their reference or their name."),
        ({"kind": ""}, "Choose what they are to each other."),
        ({"kind": "sibling"}, "Choose one of the answers"),
        ({"given": "", "family": ""}, "Give at least one name"),
        ({"born-year": "2031"}, "That date of birth has not come yet."),
    ],
)
def test_adding_someone_with_something_wrong_says_so_and_keeps_what_was_typed(cast, browse, changes, says):
    page = browse("aisha").post(at(cast, "add"), {**NEW, "source": "Kelly at the door", **changes})
    assert page.status_code == 422
    assert says in text_of(page)
    assert "Kelly at the door" in text_of(page)
    assert not Person.objects.filter(called="Rose Okafor").exists()


# -- moving


def test_brothers_and_sisters_move_together_to_somewhere_new(cast, browse):
    aisha = browse("aisha")
    page = text_of(aisha.get(at(cast, "move")))
    assert "A protected address: where" in page
    assert "3 Tanner Row" in page
    for person in (cast.maya, cast.leo, cast.sam, cast.people["kelly"], cast.people["tomek"]):
        assert f'value="{person.ref}"' in page, f"{person.called} has a box of their own"
    assert "Not here" not in page
    answer = {
        "people": [cast.maya.ref, cast.leo.ref, cast.people["kelly"].ref],
        "where": "new",
        "lines": "8 Quay Street\nNorthcliff",
        "postcode": "NC3 1AA",
        "kind": "home",
        **day("on", TODAY),
    }
    assert aisha.post(at(cast, "move"), {**answer, "lines": ""}).status_code == 422
    assert aisha.post(at(cast, "move"), answer).status_code == 303
    now = Residence.objects.filter(address__postcode="NC3 1AA", until_on=None)
    assert {row.person for row in now} == {cast.maya, cast.leo, cast.people["kelly"]}
    assert "Quay Street" not in text_of(aisha.get(at(cast))), "kept from Gary as the last one was"


def test_a_move_to_the_fathers_home_is_chosen_not_typed_and_may_begin_some_year(cast, browse):
    tomeks = Residence.objects.get(person=cast.people["tomek"])
    answer = {"people": [cast.maya.ref], "where": tomeks.address_id, "kind": "also_stays", "on-year": "2024"}
    assert browse("aisha").post(at(cast, "move"), answer).status_code == 303
    stay = Residence.objects.get(person=cast.maya, kind="also_stays")
    assert (stay.address_id, stay.from_precision) == (tomeks.address_id, "year")


def test_nobody_sealed_and_no_address_of_theirs_alone_can_be_chosen(cast, browse):
    with acting_as(cast.system):
        acts.move_home(by=cast.system, about=[cast.sam], lines="1 Hidden Steps", postcode="NC9 9ZZ")
    seal(cast, "sam")
    page = text_of(browse("aisha").get(at(cast, "move")))
    assert "Sam" not in page
    assert "Hidden Steps" not in page
    answer = {"people": [cast.sam.ref], "where": "new", "lines": "Somewhere", "kind": "home", **day("on", TODAY)}
    assert browse("aisha").post(at(cast, "move"), answer).status_code == 422


# -- describing


SAVED = [
    ("name", {"kind": "alias", "given": "Mai", "from_on-year": "2020"}, PersonName, {"given": "Mai"}),
    ("number", {"kind": "nhs", "value": "999 000 0018"}, Identifier, {"value": "9990000018"}),
    ("language", {"code": "pl", "first": "on", "interpreter_needed": "on"}, Language, {"interpreter_needed": True}),
    ("reach", {"kind": "phone", "value": "01632 960555", "safe": "no"}, ContactPoint, {"safe": "no"}),
]


@pytest.mark.parametrize(("path", "answer", "model", "made"), SAVED)
def test_each_short_form_saves_what_it_asks(cast, browse, path, answer, model, made):
    done = browse("aisha").post(at(cast, path), answer)
    assert (done.status_code, done.url) == (303, at(cast))
    assert model.objects.filter(person=cast.maya, **made).count() == 1


@pytest.mark.parametrize(
    ("path", "answer", "says"),
    [
        ("name", {"kind": "alias", "given": ""}, "Write the name."),
        ("name", {"kind": "agency", "given": "Maja"}, "Say which agency"),
        ("number", {"kind": "nhs", "value": "9990000019"}, "The ten digits do not fit together"),
        ("number", {"kind": "upn", "value": "A801200001001"}, "The check letter should be H, not A."),
        ("language", {"code": ""}, "Choose the language."),
        ("reach", {"kind": "phone", "value": "", "safe": "yes"}, "Write the number or the address."),
        ("describe", {"sex": "F", "disabilities": ["NONE", "LD"]}, "Choose “No disability”, or what there is"),
        ("describe", {"sex": "F", "religion": "sikh", "would_not_say": ["religion"]}, "or say they would rather not"),
        ("describe", {"sex": "F", **day("died_on", TODAY + timedelta(days=1))}, "That day has not come yet."),
    ],
)
def test_each_short_form_says_what_is_wrong_in_words(cast, browse, path, answer, says):
    page = browse("aisha").post(at(cast, path), answer)
    assert page.status_code == 422
    assert says in text_of(page)


def test_a_number_of_a_sealed_child_is_refused_in_the_words_used_for_any_other(cast, browse):
    with acting_as(cast.aisha):
        acts.give_identifier(by=cast.aisha, about=cast.sam, kind="nhs", value="9990000018")
    seal(cast, "sam")
    page = browse("aisha").post(at(cast, "number"), {"kind": "nhs", "value": "9990000018"})
    assert page.status_code == 422
    assert "That number cannot be used here." in text_of(page)
    assert "Sam" not in text_of(page)


def test_describing_keeps_what_was_there_and_changes_what_was_said(cast, browse):
    with acting_as(cast.system):
        acts.describe_person(by=cast.system, about=cast.maya, ethnicity="OLDCODE", communication="Draws")
    aisha = browse("aisha")
    page = text_of(aisha.get(at(cast, "describe")))
    assert 'value="OLDCODE" selected' in page
    answer = {
        "sex": "F",
        **day("born", date(2017, 3, 4)),
        "ethnicity": "OLDCODE",
        "religion": "christian",
        "religion_described": "Mass with Babcia",
        "gender_described": "girl",
        "disabilities": ["NONE"],
        "communication": "Draws",
    }
    assert aisha.post(at(cast, "describe"), answer).status_code == 303
    cast.maya.refresh_from_db()
    assert (cast.maya.ethnicity, cast.maya.religion, cast.maya.born_on) == ("OLDCODE", "christian", date(2017, 3, 4))
    shown = text_of(aisha.get(at(cast)))
    assert "Christian: Mass with Babcia" in shown
    assert "Draws" in shown


def test_a_birth_known_by_its_year_is_shown_as_its_year(cast, browse):
    with acting_as(cast.aisha):
        made = acts.add_new_relative(by=cast.aisha, about=cast.maya, kind="cousin", given="Ann", born=year(2010))
    page = text_of(browse("aisha").get(f"/children/{made.other.ref}/family/describe/"))
    assert 'value="2010"' in page
