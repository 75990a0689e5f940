"""The Family page: who is who, where home is, what is kept private, and what nobody has asked (S3-07, S2-20, S0-14)."""

from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.directory.models import Look
from kith.people import acts
from kith.people.models import (
    AddressProtection,
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
from tests.pages.staff.counting import queries_of_the_page
from tests.people.doing import protected, related, year
from tests.people.test_describing import seal

HOME = ("14 Larkspur Court", "Larkspur", "NC4 7QX")


def at(cast, *parts, child="maya"):
    return "/".join(["/children", cast.people[child].ref, "family", *map(str, parts), ""])


def day(name, on):
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


def text_of(page):
    return page.content.decode()


def maya_stays(cast):
    return Residence.objects.get(person=cast.maya)


# -- reading


def test_people_are_listed_with_what_they_are_to_the_child_in_words(cast, browse):
    with acting_as(cast.aisha):
        acts.add_language(by=cast.aisha, about=cast.maya, code="pl", interpreter_needed=True)
        acts.give_name(by=cast.aisha, about=cast.maya, kind="agency", given="Maja", used_by="St Anne's")
        acts.give_identifier(by=cast.aisha, about=cast.maya, kind="nhs", value="9990000018")
        acts.describe_person(by=cast.aisha, about=cast.maya, ethnicity="MWBA", would_not_say=["religion"])
        acts.give_contact_point(by=cast.aisha, about=cast.maya, kind="phone", value="01632 960555", safe="no")
    page = text_of(browse("aisha").get(at(cast)))
    for part in (
        "Mother",
        "Father",
        "Brother",
        "holds parental responsibility (named when the birth was registered)",
        "Kelly told us",
        "Polish",
        "Interpreter needed",
        "Maja",
        "9990000018",
        "White and Black African",
        "Asked, and would rather not say",
        "01632 960555",
        "No, do not use it",
    ):
        assert part in page, part


def test_what_nobody_has_asked_is_a_question_with_a_way_to_answer_it(cast, browse):
    page = text_of(browse("aisha").get(at(cast, child="sam")))
    assert "Father: not recorded. Who has asked?" in page
    assert at(cast, "add", child="sam") in page
    assert "Religion or belief: not asked yet." in page


def test_a_grandmothers_own_page_shows_her_side(cast, browse):
    with acting_as(cast.aisha):
        made = acts.add_new_relative(by=cast.aisha, about=cast.maya, kind="grandparent", given="Rose", sex="F")
    page = browse("aisha").get(f"/children/{made.other.ref}/family/")
    assert "Granddaughter" in text_of(page)


def test_another_team_gets_the_minimum_view_and_outsiders_nothing(cast, browse):
    sol = browse("sol")
    assert sol.get(at(cast)).status_code == 302
    assert "Kelly" not in text_of(sol.get(at(cast), follow=True))
    sol.post(f"/children/{cast.maya.ref}/because/", {"because": "Covering for Aisha"})
    page = text_of(sol.get(at(cast)))
    assert "Kelly Okafor" in page
    for offer in ("Add someone", "Write it down", "Keep this address", "Add a name"):
        assert offer not in page
    for path in ("add", "move", "protect", "describe", "name", "number", "language", "reach"):
        assert (path, sol.get(at(cast, path)).status_code) == (path, 404)
        assert (path, sol.post(at(cast, path), {}).status_code) == (path, 404)
    for outsider in ("kelly", "gary", "priya"):
        assert browse(outsider).get(at(cast)).status_code == 404


def test_a_large_family_costs_the_same(cast, browse):
    with acting_as(cast.aisha):
        for n in range(8):
            acts.add_new_relative(by=cast.aisha, about=cast.maya, kind="cousin", given=f"Cousin {n}")
            acts.give_name(by=cast.aisha, about=cast.maya, kind="alias", given=f"Name {n}")
    aisha = browse("aisha")
    with queries_of_the_page(at_most=14):
        page = aisha.get(at(cast))
    assert text_of(page).count("Cousin") >= 8


# -- the kept address


def test_a_kept_address_is_masked_until_asked_for_shown_once_and_the_look_says_so(cast, browse):
    aisha = browse("aisha")
    page = text_of(aisha.get(at(cast)))
    assert "Protected from Gary Stone." in page
    assert not [form for form in HOME if form in page]
    show = at(cast, "homes", maya_stays(cast).pk, "show")
    assert show in page
    assert aisha.get(show).status_code == 404
    assert "14 Larkspur Court, Northcliff, NC4 7QX" in text_of(aisha.post(show))
    assert Look.objects.filter(page="revealed address", account_id=cast.aisha.account_id).exists()
    assert not [form for form in HOME if form in text_of(aisha.get(at(cast)))]


def test_another_childs_home_cannot_be_asked_for_under_this_ones_address(cast, browse):
    with acting_as(cast.aisha):
        leos = Residence.objects.get(person=cast.leo)
        toms = Residence.objects.get(person=cast.people["tomek"])
    for stay in (leos, toms):
        assert browse("aisha").post(at(cast, "homes", stay.pk, "show")).status_code == 404
    assert browse("sol").post(at(cast, "homes", maya_stays(cast).pk, "show")).status_code == 302


@pytest.mark.parametrize("page", ["", "move/", "protect/", "add/", "describe/"])
def test_no_family_page_holds_the_kept_address(cast, browse, page):
    text = text_of(browse("aisha").get(f"/children/{cast.maya.ref}/family/{page}"))
    assert not [form for form in HOME if form in text]


@pytest.mark.parametrize("father", ["gary", "tomek"])
def test_a_father_kept_from_the_address_gets_no_page_of_it(cast, browse, father):
    with acting_as(cast.system):
        protected(cast, cast.system)
    client, stay = browse(father), maya_stays(cast)
    for path in ("", "move/", "protect/", f"homes/{stay.pk}/show/"):
        for answer in (client.get(at(cast) + path), client.post(at(cast) + path)):
            assert answer.status_code == 404
            assert not [form for form in HOME if form in text_of(answer) + str(answer.headers)]


def test_an_address_is_kept_from_someone_and_then_from_their_next_home_too(cast, browse):
    aisha = browse("aisha")
    answer = {
        "where": maya_stays(cast).pk,
        "who": cast.people["tomek"].ref,
        "people": [cast.maya.ref, cast.leo.ref],
        "because": "The court asked it.",
        **day("review_on", TODAY + timedelta(days=90)),
    }
    assert "Say why the address must be kept" in text_of(aisha.post(at(cast, "protect"), {**answer, "because": ""}))
    assert aisha.post(at(cast, "protect"), answer).status_code == 303
    kept = AddressProtection.objects.filter(from_person=cast.people["tomek"])
    assert {row.person for row in kept} == {cast.maya, cast.leo}
    assert "Protected from Gary Stone and Tomek Nowak." in text_of(aisha.get(at(cast)))
    again = aisha.post(at(cast, "protect"), answer)
    assert again.status_code == 422
    assert "kept from Tomek Nowak already" in text_of(again)


# -- adding someone


NEW = {"who": "new", "given": "Rose", "family": "Okafor", "sex": "F", "kind": "grandparent", "source": "Kelly"}


def test_somebody_new_gets_a_record_and_a_place_in_the_family(cast, browse):
    done = browse("aisha").post(at(cast, "add"), {**NEW, "born-year": "1964", "child_says_matters": "on"})
    assert done.status_code == 303
    rose = Person.objects.get(called="Rose Okafor")
    assert (rose.born_on, rose.born_precision) == (date(1964, 1, 1), "year")
    assert Relationship.objects.get(other=rose).child_says_matters
    assert "Maya says they matter" in text_of(browse("aisha").get(at(cast)))


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
    assert "Not here: Kelly Okafor." in page
    answer = {
        "people": [cast.maya.ref, cast.leo.ref],
        "where": "new",
        "lines": "8 Quay Street\nNorthcliff",
        "postcode": "NC3 1AA",
        "kind": "home",
        **day("on", TODAY),
    }
    assert aisha.post(at(cast, "move"), {**answer, "lines": ""}).status_code == 422
    assert aisha.post(at(cast, "move"), answer).status_code == 303
    now = Residence.objects.filter(person__in=[cast.maya, cast.leo], until_on=None)
    assert {row.address.postcode for row in now} == {"NC3 1AA"}
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


# -- sealed


def test_a_sealed_brother_is_nowhere_on_the_family_page_not_even_in_a_count(cast, browse):
    before = text_of(browse("aisha").get(at(cast))).count("kith-people__relation")
    seal(cast, "sam")
    page = text_of(browse("aisha").get(at(cast)))
    assert "Sam" not in page
    assert page.count("kith-people__relation") == before - 1
    assert browse("aisha").get(at(cast, child="sam")).status_code == 404
