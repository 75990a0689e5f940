"""The Family page: who is who, where home is, what is kept private, and what nobody has asked (S3-07, S2-20, S0-14)."""

from datetime import timedelta

import pytest

from kith.access import acting_as
from kith.directory.models import Look
from kith.people import acts
from kith.people.models import AddressProtection, Residence
from tests.cast import TODAY
from tests.pages.staff.counting import queries_of_the_page
from tests.people.doing import protected
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
    with queries_of_the_page(at_most=18):
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


# -- sealed


def test_a_sealed_brother_is_nowhere_on_the_family_page_not_even_in_a_count(cast, browse):
    before = text_of(browse("aisha").get(at(cast))).count("kith-people__relation")
    seal(cast, "sam")
    page = text_of(browse("aisha").get(at(cast)))
    assert "Sam" not in page
    assert page.count("kith-people__relation") == before - 1
    assert browse("aisha").get(at(cast, child="sam")).status_code == 404
