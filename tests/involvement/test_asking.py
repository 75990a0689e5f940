"""The whole picture: asked of agencies by a day, answered or not, and no answer is never "nothing held" (N40)."""

from datetime import date, timedelta

import pytest
from django.db import ProgrammingError, transaction

from kith.access import acting_as
from kith.directory.models import Agency, Notice
from kith.involvement.acts import answer_request, ask_agencies
from kith.involvement.models import AgencyRequest
from kith.involvement.queries import requests_open, requests_to
from kith.pages.staff.front_door import asked
from kith.record import NotYours, Refused
from tests.cast import TODAY
from tests.involvement.reaching import NIA, found, told
from tests.visits.going import seal, the_log_will_not_be_written


def health():
    return Agency.objects.get(kind="health")


def ask(cast, contact, by="theo", **given):
    actor = cast.actors[by]
    with acting_as(actor):
        return ask_agencies(
            by=actor, contact=contact, **{"agencies": [health()], "question": "Is she growing?", **given}
        )


def answer(cast, request, by="priya", **given):
    actor = cast.actors[by]
    with acting_as(actor):
        return answer_request(by=actor, request=request, **given)


def test_each_agency_is_asked_by_a_day_of_the_pack_and_its_workers_are_told(cast):
    (request,) = ask(cast, told(cast, NIA))
    assert request.answer_by_on == date(2026, 11, 18)
    assert request.about == "Nia Bello, born 5 May 2019"
    (notice,) = Notice.objects.filter(account_id=cast.priya.account_id, kind="agency_asked")
    assert "Nia" not in notice.sentence


@pytest.mark.parametrize(("given", "field"), [({"agencies": []}, "agencies"), ({"question": " "}, "question")])
def test_nobody_asked_and_nothing_asked_are_refused(cast, given, field):
    with pytest.raises(Refused) as refusal:
        ask(cast, told(cast, NIA), **given)
    assert refusal.value.field == field
    assert not AgencyRequest.objects.exists()


def test_an_agency_that_has_not_answered_is_not_asked_the_same_again(cast):
    contact = told(cast, NIA)
    (request,) = ask(cast, contact)
    with pytest.raises(Refused, match="has not answered yet"):
        ask(cast, contact)
    answer(cast, request, answer="holds_nothing")
    assert ask(cast, contact, question="And her brother?")


@pytest.mark.parametrize("name", ["aisha", "sol", "priya"])
def test_only_the_front_door_asks(cast, name):
    with pytest.raises(NotYours):
        ask(cast, told(cast, NIA), by=name)


def test_no_answer_is_never_shown_as_nothing_held(cast):
    (request,) = ask(cast, told(cast, NIA))
    with acting_as(cast.theo):
        assert asked(request, TODAY)["words"] == "No answer yet"
        overdue = asked(request, TODAY + timedelta(days=2))
        assert (overdue["state"], overdue["words"]) == ("missed", "No answer, and overdue")
        assert list(requests_open()) == [request]
    answer(cast, request, answer="holds_nothing")
    with acting_as(cast.theo):
        request.refresh_from_db()
        assert asked(request, TODAY)["words"] == "They looked, and hold nothing"
        assert not requests_open()


def test_the_agency_answers_for_itself_and_whoever_asked_is_told(cast):
    (request,) = ask(cast, told(cast, NIA))
    answered = answer(cast, request, answer="held", words="Seen at two, well.")
    assert (answered.answered_by_name, answered.words) == ("Priya Nair", "Seen at two, well.")
    assert Notice.objects.filter(account_id=cast.theo.account_id, kind="agency_answered").count() == 1


def test_the_words_may_follow_and_then_it_is_answered(cast):
    (request,) = ask(cast, told(cast, NIA))
    answer(cast, request, answer="held")
    with pytest.raises(Refused, match="answered this already"):
        answer(cast, request, answer="holds_nothing")
    answer(cast, request, answer="held", words="Two missed appointments.")
    with pytest.raises(Refused, match="answered this already"):
        answer(cast, request, answer="held", words="Three.")


def test_an_answer_must_be_one_and_nothing_is_kept_of_what_is_not(cast):
    (request,) = ask(cast, told(cast, NIA))
    with pytest.raises(Refused, match="No answer is not") as refusal:
        answer(cast, request, answer="")
    assert refusal.value.field == "answer"
    request.refresh_from_db()
    assert request.answered_at is None


def test_what_was_said_on_the_telephone_is_written_down_here_in_their_name(cast):
    (request,) = ask(cast, told(cast, NIA))
    written = answer(cast, request, by="theo", answer="cannot_say", words="A court forbids it.", answered_by="Dr Moss")
    assert (written.answered_by_name, written.written_by_name) == ("Dr Moss", "Theo Rowe")


@pytest.mark.parametrize("name", ["aisha", "kelly"])
def test_nobody_else_answers(cast, name):
    (request,) = ask(cast, told(cast, NIA))
    with pytest.raises(NotYours):
        answer(cast, request, by=name, answer="held")


def test_a_partner_reads_what_their_own_agency_is_asked_and_no_other(cast):
    with acting_as(cast.system):
        from kith.directory.acts import add_agency

        school = add_agency(by=cast.system, name="St Anne's", kind="school")
    requests = ask(cast, told(cast, NIA), agencies=[health(), school])
    with acting_as(cast.priya):
        assert requests_to(health().pk) == [requests[0]]
        assert requests_to(school.pk) == []
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(), acting_as(cast.kelly):
        AgencyRequest.objects.exists()


def test_what_is_asked_about_a_sealed_child_is_gone_with_the_contact(cast):
    contact = told(cast, NIA)
    ask(cast, contact)
    found(cast, contact, 1, cast.maya)
    seal(cast, cast.maya)
    with acting_as(cast.theo):
        assert not requests_open()
    with acting_as(cast.priya):
        assert requests_to(health().pk) == []


@pytest.mark.parametrize("what", ["ask", "answer"])
def test_nothing_is_kept_when_the_log_cannot_be_written(cast, what):
    contact = told(cast, NIA)
    requests = ask(cast, contact) if what == "answer" else []
    with the_log_will_not_be_written("record_occasion"):
        if what == "ask":
            ask(cast, contact)
        else:
            answer(cast, requests[0], answer="held")
    assert AgencyRequest.objects.count() == len(requests)
    assert not AgencyRequest.objects.exclude(answered_at=None).exists()
