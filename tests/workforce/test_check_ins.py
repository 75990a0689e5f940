"""A worker says how it goes, to whoever manages them: shared by hand, read by the two, answered, taken back (J5)."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from kith.access import acting_as
from kith.record import NotYours, Refused
from kith.record.models import Act, Occasion
from kith.workforce import acts, queries
from kith.workforce.models import CheckIn
from tests.cast import TODAY
from tests.visits.going import text, the_log_will_not_be_written

WORDS = "Three reviews on Friday and no car."


def share(cast, by="aisha", **given):
    actor = cast.actors[by]
    with acting_as(actor):
        told = {"shared_with_id": cast.grace.account_id, "how": "hot", "words": WORDS, **given}
        return acts.share_check_in(by=actor, **told)


def answer(cast, made, by="grace", words="I take the first one."):
    actor = cast.actors[by]
    with acting_as(actor):
        return acts.answer_check_in(by=actor, check_in=made, answer=words)


def take_back(cast, made, by="aisha"):
    actor = cast.actors[by]
    with acting_as(actor):
        return acts.take_back_check_in(by=actor, check_in=made)


def test_it_is_read_by_the_two_and_stands_on_no_childs_record(cast):
    made = share(cast)
    for name in ("aisha", "grace"):
        with acting_as(cast.actors[name]):
            assert CheckIn.objects.get().words == WORDS
    for name in ("sol", "theo", "rowan", "dara"):
        with acting_as(cast.actors[name]):
            assert not CheckIn.objects.exists()
    with acting_as(cast.system):
        assert not Act.objects.filter(occasion_id=made.occasion_id).exists()
        assert WORDS not in Occasion.objects.get(pk=made.occasion_id).said


@pytest.mark.parametrize("name", ["priya", "kelly"])
def test_no_partner_and_no_family_may_even_ask_for_it(cast, name):
    with acting_as(cast.actors[name]), pytest.raises(Exception, match="permission denied"), transaction.atomic():
        CheckIn.objects.exists()


def test_words_are_not_asked_for(cast):
    assert share(cast, words="  ").words == ""


@pytest.mark.parametrize(
    ("given", "words", "field"),
    [
        ({"how": "furious"}, "Say how it goes", "how"),
        ({"how": ""}, "Say how it goes", "how"),
        ({"shared_with_id": "sol"}, "whoever manages your team", "shared_with_id"),
        ({"shared_with_id": "aisha"}, "whoever manages your team", "shared_with_id"),
    ],
)
def test_it_is_refused_to_anybody_else_and_without_an_answer_of_the_list(cast, given, words, field):
    named = given.get("shared_with_id")
    given = {**given, "shared_with_id": cast.actors[named].account_id} if named else given
    with pytest.raises(Refused, match=words) as refusal:
        share(cast, **given)
    assert refusal.value.field == field
    with acting_as(cast.system):
        assert not CheckIn.objects.exists()


def test_only_whom_it_was_shared_with_answers_once_and_with_words(cast):
    made = share(cast)
    for other in ("aisha", "sol"):
        with pytest.raises(NotYours):
            answer(cast, made, by=other)
    with pytest.raises(Refused, match="what you offer") as refusal:
        answer(cast, made, words="n/a")
    assert refusal.value.field == "answer"
    assert answer(cast, made).answered_on == TODAY
    with pytest.raises(Refused, match="You have answered it"):
        answer(cast, made)


def test_taken_back_it_is_the_workers_alone(cast):
    made = share(cast)
    for other in ("grace", "sol"):
        with pytest.raises(NotYours):
            take_back(cast, made, by=other)
    assert take_back(cast, made).taken_back_on == TODAY
    with acting_as(cast.grace):
        assert not CheckIn.objects.exists()
        assert not queries.check_ins_shared_with(cast.grace).exists()
    with pytest.raises(NotYours):
        answer(cast, made)
    with acting_as(cast.aisha):
        assert queries.check_ins_of(cast.aisha).get().words == WORDS


@pytest.mark.parametrize("do", [lambda cast, made: share(cast), answer, take_back], ids=["share", "answer", "back"])
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, do):
    made = share(cast)
    with acting_as(cast.system):
        was = list(CheckIn.objects.order_by("pk").values())
    with the_log_will_not_be_written("record_occasion"):
        do(cast, made)
    with acting_as(cast.system):
        assert list(CheckIn.objects.order_by("pk").values()) == was


def test_the_database_lets_nobody_share_with_themselves(cast):
    share(cast)
    with connection.cursor() as cursor, pytest.raises(IntegrityError), transaction.atomic():
        cursor.execute("update workforce_checkin set shared_with_id = worker_id")


def test_shared_on_one_page_it_stands_on_the_managers_monday_and_is_answered_there(cast, browse):
    aisha, mine = browse("aisha"), reverse("check-in")
    assert mine in text(aisha.get(reverse("today")))
    sent = {"how": "hot", "words": WORDS, "shared_with_id": cast.grace.account_id}
    assert aisha.post(mine, {**sent, "how": ""}).status_code == 422
    assert aisha.post(mine, sent).status_code == 303
    grace = browse("grace")
    page = text(grace.get(reverse("team")))
    assert "Running hot" in page
    assert WORDS in page
    with acting_as(cast.grace):
        pk = CheckIn.objects.get().pk
    address = reverse("answer-check-in", args=[pk])
    assert address in page
    for other in ("aisha", "sol", "kelly"):
        assert browse(other).get(address).status_code == 404
    assert grace.post(address, {"answer": " "}).status_code == 422
    assert grace.post(address, {"answer": "I take the first one."}).status_code == 303
    assert "I take the first one." in text(aisha.get(mine))
    back = reverse("take-back-check-in", args=[pk])
    assert browse("sol").post(back).status_code == 404
    assert aisha.post(back).status_code == 303
    assert WORDS not in text(grace.get(reverse("team")))
    assert grace.get(address).status_code == 404
    assert "Taken back" in text(aisha.get(mine))


def test_nobody_above_the_manager_reads_it_and_somebody_without_a_manager_is_told(cast, browse):
    share(cast)
    page = text(browse("dara").get(reverse("check-in")))
    assert WORDS not in page
    assert "nobody to share it with" in page
    assert browse("dara").post(reverse("check-in"), {"how": "hot", "shared_with_id": 1}).status_code == 404
