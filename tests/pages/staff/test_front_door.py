"""The front door's own pages: what waits, whose it is, day n of m; one contact; deciding for brothers and sisters."""

from dataclasses import replace
from datetime import timedelta

from kith.access import acting_as
from kith.involvement.acts import take_contact
from kith.involvement.models import AgencyRequest, Contact, ContactLine, Spell
from kith.people.models import Person
from kith.record.models import Draft
from tests.cast import NOW
from tests.involvement.reaching import LEO, MAYA, NIA, WORRY, child_of, decide, found, told, whole

DECIDED = {
    "outcome": "existing_work",
    "level": "3",
    "signs_3": ["3-needs-unmet"],
    "why_not_above": "Nobody has seen an injury.",
    "why_not_below": "Early help was tried in May.",
    "reasons": "Hungry four weeks running.",
    "child_view": "It weighed most.",
    "no_bottom_lines_because": "Nobody at home is a danger.",
    "would_change": "Food every day for a month.",
    "family_told": "told",
    "family_told_words": "Kelly was rung.",
    "released": "We see them this week.",
}


def text(page):
    return page.content.decode()


def sent(place, **given):
    return {f"{place}-{name}": value for name, value in {**DECIDED, **given}.items()}


def test_what_waits_is_listed_oldest_first_with_its_day_and_whose_it_is(cast, browse):
    before = replace(cast.theo, now=NOW - timedelta(days=5))
    with acting_as(before):
        old = take_contact(by=before, words="Long ago.", source="4")
    new = told(cast)
    theo = browse("theo")
    page = text(theo.get("/front-door/"))
    assert page.index(old.reference) < page.index(new.reference)
    assert "day 3 of 1" in page
    assert "day 0 of 1" in page
    assert "nobody has it yet" in page
    assert theo.post(f"/front-door/{new.reference}/mine/").status_code == 303
    assert "you have it" in text(theo.get("/front-door/"))
    assert "Theo Rowe has it" in text(browse("grace").get("/front-door/"))
    assert "Housing" in page  # counted by source


def test_anybody_who_works_here_takes_a_contact_and_reads_it_again(cast, browse):
    sol = browse("sol")
    answer = sol.post(
        "/front-door/take/",
        {
            "words": WORRY,
            "on-day": "16",
            "on-month": "11",
            "on-year": "2026",
            "c1-given": "Nia",
            "name": "Bea",
            "key": "k",
        },
    )
    assert answer.status_code == 303
    contact = Contact.objects.get()
    assert answer.url == f"/front-door/{contact.reference}/"
    page = text(sol.get(answer.url))
    assert "Bea" in page
    assert "20 Nov" not in page
    assert str(contact.decide_by_on) == "2026-11-17"  # counted from the day it came
    assert "Decide</" not in page
    assert browse("aisha").get(answer.url).status_code == 404
    assert sol.get("/front-door/").status_code == 404


def test_an_empty_form_is_a_clear_error_and_a_draft_is_kept_while_it_is_written(cast, browse):
    theo = browse("theo")
    page = theo.post("/front-door/take/", {"words": "", "where": "The quay"})
    assert page.status_code == 422
    assert "The quay" in text(page)
    theo.post("/drafts/take-contact:new/", {"words": "Half a wor", "draft_version": "0", "key": "k"})
    if Draft.objects.exists():
        assert "Half a wor" in text(theo.get("/front-door/take/"))


def test_whose_record_it_is_is_looked_for_and_chosen_or_begun(cast, browse):
    contact = told(cast, MAYA, NIA)
    theo = browse("theo")
    path = f"/front-door/{contact.reference}/child/1/"
    assert "Maya Okafor-Nowak, born 4 March 2017" in text(theo.get(path))
    assert theo.post(path, {}).status_code == 422
    assert theo.post(path, {"match": cast.maya.ref}).status_code == 303
    path = f"/front-door/{contact.reference}/child/2/"
    assert theo.post(path, {"match": "new", "given": "Nia", "family": "Bello", "sex": "F"}).status_code == 303
    assert ContactLine.objects.get(child__place=2).person == Person.objects.get(called="Nia Bello")
    assert theo.get(f"/front-door/{contact.reference}/child/3/").status_code == 404


def test_beginning_a_record_of_somebody_alike_needs_a_look_at_them_first(cast, browse):
    contact = told(cast, MAYA)
    theo, path = browse("theo"), f"/front-door/{contact.reference}/child/1/"
    new = {"match": "new", "given": "Maya", "family": "Okafor-Nowak"}
    assert theo.post(path, new).status_code == 422
    assert theo.post(path, {**new, "looked": cast.maya.ref}).status_code == 303


def test_a_child_known_by_another_name_is_looked_for_and_chosen_where_the_contact_is(cast, browse):
    contact = told(cast, NIA)
    theo, path = browse("theo"), f"/front-door/{contact.reference}/child/1/"
    assert cast.leo.ref not in text(theo.get(path))
    assert f'value="{cast.leo.ref}"' in text(theo.get(path, {"q": "Leo Okafor"}))
    assert theo.post(path, {"match": cast.leo.ref}).status_code == 422  # never one that was not looked for
    assert theo.post(f"{path}?q=Leo+Okafor", {"match": cast.leo.ref}).status_code == 303
    assert ContactLine.objects.get().person == cast.leo


def test_brothers_and_sisters_are_decided_on_one_page_and_what_is_missing_is_said_at_its_question(cast, browse):
    contact = told(cast, MAYA, LEO)
    for place, child in ((1, cast.maya), (2, cast.leo)):
        found(cast, contact, place, child)
    theo, path = browse("theo"), f"/front-door/{contact.reference}/decide/"
    page = theo.post(path, {**sent(1), **sent(2, outcome="advice", reasons="Her aunt feeds him.", offered="")})
    assert page.status_code == 422
    assert "what help is offered instead" in text(page)
    assert "Her aunt feeds him." in text(page)
    several = text(theo.post(path, {**sent(1, would_change="", reasons=""), **sent(2, family_told="")}))
    for said in ("what would change this decision", "Write the reasons for this", "whether the family was told"):
        assert said in several
    assert not ContactLine.objects.exclude(decided_at=None).exists()
    done = theo.post(path, {**sent(1), **sent(2, outcome="advice", reasons="Her aunt feeds him.", offered="A club.")})
    assert done.status_code == 303
    page = text(theo.get(done.url))
    for said in ("Hungry four weeks running.", "Her aunt feeds him.", "A club.", "Why not Level 4", "In time"):
        assert said in page
    assert theo.get(path).status_code == 404


def test_one_is_decided_and_the_other_left_for_later(cast, browse):
    contact = told(cast, MAYA, LEO)
    found(cast, contact, 1, cast.maya)
    theo, path = browse("theo"), f"/front-door/{contact.reference}/decide/"
    assert theo.post(path, sent(1)).status_code == 303
    assert "1 of 2 children left" in text(theo.get("/front-door/"))
    assert "Leo" in text(theo.get(path))


def test_a_decision_to_begin_opens_work_and_the_child_is_on_the_list_to_allocate(cast, browse):
    contact = told(cast, NIA)
    theo = browse("theo")
    theo.post(f"/front-door/{contact.reference}/child/1/", {"match": "new", "given": "Nia", "family": "Bello"})
    done = theo.post(f"/front-door/{contact.reference}/decide/", sent(1, outcome="referral"))
    assert done.status_code == 303
    assert Spell.objects.get(person__called="Nia Bello").level == "family_help"
    assert "Nia Bello" in text(browse("grace").get("/team/"))


def test_an_agency_is_asked_and_its_answer_written_down(cast, browse):
    contact = told(cast, NIA)
    theo, path = browse("theo"), f"/front-door/{contact.reference}/ask/"
    health = AgencyRequest._meta.get_field("agency").related_model.objects.get(kind="health")
    assert theo.post(path, {"question": "Well?"}).status_code == 422
    assert theo.post(path, {"question": "Well?", "agencies": [str(health.pk)]}).status_code == 303
    page = text(theo.get(f"/front-door/{contact.reference}/"))
    assert "No answer yet" in page
    asked = AgencyRequest.objects.get()
    answer = f"/front-door/{contact.reference}/asked/{asked.pk}/"
    assert theo.post(answer, {}).status_code == 422
    assert theo.post(answer, {"answer": "cannot_say", "words": "A court says so."}).status_code == 303
    assert "They cannot say" in text(theo.get(f"/front-door/{contact.reference}/"))
    assert theo.get(f"/front-door/{told(cast, NIA).reference}/asked/{asked.pk}/").status_code == 404


def test_whoever_told_us_by_telephone_is_owed_a_call_until_it_is_made(cast, browse):
    contact = told(cast, MAYA)
    found(cast, contact, 1, cast.maya)
    decide(cast, contact, whole(child_of(contact), "existing_work"), about=[cast.maya])
    theo, path = browse("theo"), f"/front-door/{contact.reference}/told/1/"
    assert path in text(theo.get("/front-door/"))
    assert "01632 960777" in text(theo.get(path))
    assert theo.post(path, {"how": ""}).status_code == 422
    assert theo.post(path, {"how": "Rung."}).status_code == 303
    assert path not in text(theo.get("/front-door/"))
    assert theo.get(path).status_code == 404


def test_the_childs_record_shows_what_reached_us_and_who_told_us_only_to_those_who_work_with_them(cast, browse):
    contact = told(cast, MAYA)
    found(cast, contact, 1, cast.maya)
    path = f"/children/{cast.maya.ref}/contacts/"
    page = text(browse("aisha").get(path))
    assert WORRY in page
    assert "Marsha Lind" in page
    sol = browse("sol")
    sol.post(f"/children/{cast.maya.ref}/because/", {"because": "I cover for Aisha."})
    page = text(sol.get(path))
    assert WORRY in page
    assert "Marsha Lind" not in page
    assert "Told in confidence" in page
