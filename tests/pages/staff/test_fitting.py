"""The pages where help fits: what answers a need, and how our work fits a family."""

import pytest
from django.urls import reverse

from kith.access import acting_as
from kith.people.acts import note_lived_through
from kith.people.models import Adaptation, LivedThrough
from kith.plans.acts import answer_need
from kith.plans.models import NeedAnswer
from tests.cast import TODAY
from tests.plans.making import begun, outcome
from tests.visits.going import page, text

DAY = {"on-day": TODAY.day, "on-month": TODAY.month, "on-year": TODAY.year}


@pytest.fixture
def need(cast):
    with acting_as(cast.aisha):
        return outcome(cast.aisha, begun(cast.aisha, cast.maya))


@pytest.fixture
def told(cast):
    with acting_as(cast.aisha):
        return note_lived_through(by=cast.aisha, about=cast.maya, answer="yes", words="Spat at on the bus.")


def needs_page(need, **query):
    path = reverse("answer-need", args=[need.person.ref, need.pk])
    return path + "?" + "&".join(f"{key}={value}" for key, value in query.items())


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({}, "Say whether there is a service."),
        ({"met": "yes"}, "Name the service."),
        ({"met": "no"}, "Say why no service meets it."),
    ],
)
def test_an_answer_that_is_half_said_keeps_its_words(cast, browse, need, sent, says):
    answer = browse("aisha").post(needs_page(need), {**sent, "words": "The clinic closed in May."})
    assert answer.status_code == 422
    assert says in text(answer)
    assert "The clinic closed in May." in text(answer)
    assert not NeedAnswer.objects.exists()


def test_of_a_service_and_a_reason_the_one_that_was_asked_for_counts(cast, browse, need):
    browse("aisha").post(needs_page(need), {"met": "yes", "service": "The talking place", "lacks": "waiting"})
    assert NeedAnswer.objects.get().lacks == ""


def test_what_stood_before_ends_and_must_be_of_this_need(cast, browse, need):
    aisha = browse("aisha")
    with acting_as(cast.aisha):
        waits = answer_need(by=cast.aisha, about=cast.maya, outcome=need, lacks="waiting", kind="speech")
        other = outcome(cast.aisha, begun(cast.aisha, cast.leo))
    for query in (
        needs_page(other, instead=waits.pk),
        needs_page(need, instead=waits.pk + 9),
        needs_page(need, instead="x"),
    ):
        assert aisha.get(query).status_code == 404, query
    aisha.post(needs_page(need, instead=waits.pk), {"met": "yes", "service": "Ms Lind, on Mondays"})
    assert NeedAnswer.objects.get(ended_on=None).kind == "speech"
    shown = text(aisha.get(page("child-plan", cast.maya)))
    assert "Ms Lind, on Mondays" in shown.split('id="served"')[1]


def test_a_service_that_ended_says_why(cast, browse, need):
    with acting_as(cast.aisha):
        row = answer_need(by=cast.aisha, about=cast.maya, outcome=need, service="The talking place")
    aisha, path = browse("aisha"), reverse("end-need-answer", args=[cast.maya.ref, row.pk])
    assert aisha.post(path, DAY).status_code == 422
    assert aisha.post(path, {"because": "She has a place at school now.", **DAY}).status_code == 303
    assert aisha.get(path).status_code == 404, "it has ended"


def test_duty_may_write_what_a_family_tells_and_is_shown_nothing_that_others_wrote(cast, browse, told):
    theo = browse("theo")
    assert theo.get(page("give-because", cast.maya)).status_code == 200
    theo.post(page("give-because", cast.maya), {"because": "Her mother rang duty."})
    assert theo.get(page("child-fitting", cast.maya)).status_code == 404
    path = page("say-fitting", cast.maya)
    assert "Spat at" not in text(theo.get(path))
    answer = theo.post(path, {"answer": "yes", "words": "Shut out of the shop.", **DAY})
    assert (answer.status_code, answer.url) == (303, page("child-family", cast.maya))
    shown = text(browse("aisha").get(page("child-fitting", cast.maya)))
    assert "Shut out of the shop." in shown
    assert "Spat at on the bus." in shown


def test_an_answer_that_lacks_its_word_keeps_the_others(cast, browse):
    answer = browse("aisha").post(page("say-fitting", cast.maya), {"words": "Shut out of the shop.", **DAY})
    assert answer.status_code == 422
    assert "Shut out of the shop." in text(answer)
    assert not LivedThrough.objects.exists()


def test_what_we_do_differently_is_written_for_this_very_child(cast, browse, told):
    aisha = browse("aisha")
    assert aisha.get(reverse("adapt-fitting", args=[cast.leo.ref, told.pk])).status_code == 404
    path = reverse("adapt-fitting", args=[cast.maya.ref, told.pk])
    assert aisha.post(path, {"who": "Aisha Khan", **DAY}).status_code == 422
    assert not Adaptation.objects.exists()
    assert aisha.post(path, {"what": "Nan may be there.", **DAY}).url == page("child-fitting", cast.maya)
    assert "nobody named yet" in text(aisha.get(page("child-fitting", cast.maya)))


def test_the_family_page_leads_there_for_those_who_work_with_the_child(cast, browse):
    assert page("child-fitting", cast.maya) in text(browse("aisha").get(page("child-family", cast.maya)))
    sol = browse("sol")
    sol.post(page("give-because", cast.maya), {"because": "I cover for the team."})
    assert page("child-fitting", cast.maya) not in text(sol.get(page("child-family", cast.maya)))
