"""Asking somebody to sign an assessment or a plan off; their question; their signature; what is new since (J5, 5.6)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from kith.access import acting_as
from kith.assessment import acts as assessing
from kith.decisions.models import SignOffAsked
from kith.decisions.queries import sign_offs_asked_of
from kith.directory.acts import begin_tie, give_role
from kith.directory.models import Account, Notice, Role
from kith.plans import acts as planning
from kith.record import NotYours, Refused
from kith.record.models import Act
from tests.assessment.making import begun, filled, sign
from tests.cast import TODAY
from tests.plans.making import whole
from tests.visits.going import page, text, the_log_will_not_be_written

WHY = "Who says that the nights are quiet now?"
OFS = ["assessment", "plan"]


def made(cast, of):
    if of == "assessment":
        return filled(cast)
    with acting_as(cast.aisha):
        return whole(cast.aisha, cast.maya)


def ask(cast, of, row, by="aisha", about=None, **given):
    actor = cast.actors[by]
    told = {"by": actor, "about": about or cast.maya, "asked_id": cast.grace.account_id, **given}
    with acting_as(actor):
        if of == "assessment":
            return assessing.ask_for_signature(assessment=row, **told)
        return planning.ask_to_read_plan(plan=row, **told)


def back(cast, of, row, by="grace", because=WHY, about=None):
    actor = cast.actors[by]
    told = {"by": actor, "about": about or cast.maya, "because": because}
    with acting_as(actor):
        if of == "assessment":
            return assessing.send_back_assessment(assessment=row, **told)
        return planning.read_plan(plan=row, answer="sent_back", **told)


def signed(cast, of, row):
    if of == "assessment":
        return sign(cast, row)
    with acting_as(cast.grace):
        return planning.read_plan(by=cast.grace, about=cast.maya, plan=row, answer="signed")


def kept(cast):
    with acting_as(cast.system):
        return list(SignOffAsked.objects.order_by("pk").values())


@pytest.mark.parametrize("of", OFS)
def test_whoever_is_asked_is_told_and_no_family_reads_of_it(cast, of):
    asked = ask(cast, of, made(cast, of), words="The nights.", by_when=TODAY)
    assert (asked.asked_name, asked.asked_by_name, asked.asked_on) == ("Grace Adeyemi", "Aisha Khan", TODAY)
    with acting_as(cast.grace):
        assert sign_offs_asked_of(cast.grace).get() == asked
        assert Notice.objects.filter(account_id=cast.grace.account_id, kind="sign_off_asked").exists()
        assert Act.objects.get(pk=asked.act_id).staff_only
    for name in ("priya", "kelly"):
        with acting_as(cast.actors[name]), pytest.raises(Exception, match="permission denied"), transaction.atomic():
            SignOffAsked.objects.exists()


@pytest.mark.parametrize("of", OFS)
def test_nobody_is_asked_to_sign_their_own_work_and_nobody_who_may_not(cast, of):
    row = made(cast, of)
    for name, words in (("aisha", "somebody who may sign"), ("sol", "somebody who may sign")):
        with pytest.raises(Refused, match=words) as refusal:
            ask(cast, of, row, asked_id=cast.actors[name].account_id)
        assert refusal.value.field == "asked_id"
    with pytest.raises(Refused, match="Nobody signs their own work"):
        ask(cast, of, row, by="grace")
    with pytest.raises(Refused, match="past") as refusal:
        ask(cast, of, row, by_when=TODAY - timedelta(1))
    assert refusal.value.field == "by_when"
    assert kept(cast) == []


def test_a_manager_who_wrote_part_of_it_is_not_asked_either(cast):
    row = filled(cast)
    with acting_as(cast.grace):
        assessing.write_analysis(by=cast.grace, about=cast.maya, assessment=row, part="analysis", text="Mine alone.")
    with pytest.raises(Refused, match="Nobody signs their own work"):
        ask(cast, "assessment", row)


@pytest.mark.parametrize("of", OFS)
def test_whoever_the_record_is_closed_to_is_not_asked_and_hears_nothing_of_it(cast, of):
    row = made(cast, of)
    with acting_as(cast.system):
        grace = Account.objects.get(pk=cast.grace.account_id)
        begin_tie(by=cast.system, about=cast.maya, account=grace, because="conflict")
    with pytest.raises(Refused, match="cannot open this record") as refusal:
        ask(cast, of, row)
    assert refusal.value.field == "asked_id"
    with acting_as(cast.system):
        assert not Notice.objects.filter(account_id=cast.grace.account_id, kind="sign_off_asked").exists()


@pytest.mark.parametrize("of", OFS)
def test_it_is_asked_once_and_not_of_another_child(cast, of):
    row = made(cast, of)
    ask(cast, of, row)
    with pytest.raises(Refused, match="asked already"):
        ask(cast, of, row)
    with pytest.raises(Refused, match=r"another child|of their own"):
        ask(cast, of, row, about=cast.leo)
    with pytest.raises(Refused, match=r"another child|of their own"):
        back(cast, of, row, about=cast.leo)


@pytest.mark.parametrize("of", OFS)
def test_sent_back_with_a_question_every_word_stays_and_whoever_asked_is_told(cast, of):
    row = made(cast, of)
    with pytest.raises(Refused, match="You have not been asked"):
        back(cast, of, row)
    ask(cast, of, row)
    for nothing in ("", " ", "n/a"):
        with pytest.raises(Refused, match="what you ask") as refusal:
            back(cast, of, row, because=nothing)
        assert refusal.value.field == "because"
    with pytest.raises(NotYours):
        back(cast, of, row, by="aisha")
    with pytest.raises(NotYours):
        back(cast, of, row, by="sol")
    asked = back(cast, of, row)
    assert (asked.answer, asked.because, asked.answered_on) == ("sent_back", WHY, TODAY)
    assert "nights" in asked.as_read
    with acting_as(cast.system):
        assert Notice.objects.filter(account_id=cast.aisha.account_id, kind="sign_off_sent_back").exists()
    with pytest.raises(Refused, match="has an answer already"):
        back(cast, of, row)
    assert ask(cast, of, row).pk != asked.pk


@pytest.mark.parametrize("of", OFS)
def test_signed_it_waits_no_more(cast, of):
    row = made(cast, of)
    ask(cast, of, row)
    signed(cast, of, row)
    with acting_as(cast.grace):
        assert not sign_offs_asked_of(cast.grace).exists()
        assert SignOffAsked.objects.get().answer == "signed"
    with acting_as(cast.system):
        assert Notice.objects.filter(account_id=cast.aisha.account_id, kind="sign_off_signed").exists()


def test_signed_by_another_it_waits_no_more_and_nobody_is_said_to_have_read_it(cast, browse):
    row = made(cast, "assessment")
    with acting_as(cast.system):
        sol = Account.objects.get(pk=cast.sol.account_id)
        give_role(by=cast.system, account=sol, role=Role.objects.get(code="team_manager"))
    ask(cast, "assessment", row, asked_id=sol.pk)
    signed(cast, "assessment", row)
    (asked,) = kept(cast)
    assert (asked["answer"], asked["as_read"], asked["asked_name"]) == ("passed_on", "", "Sol Marsh")
    assert "Read and signed off" not in text(browse("aisha").get(page("child-assessment", cast.maya)))
    with acting_as(cast.system):
        assert Notice.objects.filter(account_id=cast.aisha.account_id, kind="sign_off_signed").exists()


def test_an_assessment_signed_already_is_asked_of_nobody_and_not_sent_back(cast):
    row = sign(cast, filled(cast))
    for do in (ask, back):
        with pytest.raises(Refused, match="signed already"):
            do(cast, "assessment", row)


def test_an_assessment_that_lacks_much_may_be_asked_for_and_is_refused_a_signature(cast):
    row = begun(cast)
    ask(cast, "assessment", row)
    with pytest.raises(Refused):
        sign(cast, row)
    with acting_as(cast.grace):
        assert sign_offs_asked_of(cast.grace).exists()


def test_a_plan_is_signed_off_or_sent_back_and_nothing_else(cast):
    row = made(cast, "plan")
    ask(cast, "plan", row)
    with acting_as(cast.grace), pytest.raises(Refused, match="Sign it off") as refusal:
        planning.read_plan(by=cast.grace, about=cast.maya, plan=row, answer="")
    assert refusal.value.field == "answer"


DOING = {
    "ask": lambda cast, of, row: ask(cast, of, row, asked_id=cast.grace.account_id),
    "back": lambda cast, of, row: back(cast, of, row),
    "signed": lambda cast, of, row: signed(cast, of, row),
}


@pytest.mark.parametrize("of", OFS)
@pytest.mark.parametrize("doing", DOING)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, of, doing):
    row = made(cast, of)
    if doing != "ask":
        ask(cast, of, row)
    before = kept(cast)
    with the_log_will_not_be_written():
        DOING[doing](cast, of, row)
    assert kept(cast) == before


def test_the_database_keeps_one_open_and_every_answer_with_its_day(cast):
    asked = ask(cast, "plan", made(cast, "plan"))
    for change in ("asked_by_id = asked_id", "answer = 'signed'", "answer = 'sent_back', answered_on = asked_on"):
        with connection.cursor() as cursor, pytest.raises(IntegrityError), transaction.atomic():
            cursor.execute(f"update decisions_signoffasked set {change} where id = %s", [asked.pk])


@pytest.mark.parametrize("of", OFS)
def test_it_is_asked_for_on_its_page_read_from_the_queue_and_answered(cast, browse, of):
    row = made(cast, of)
    aisha, grace = browse("aisha"), browse("grace")
    here, asking = {
        "assessment": (page("child-assessment", cast.maya), page("ask-for-signature", cast.maya)),
        "plan": (page("child-plan", cast.maya), page("ask-to-read-plan", cast.maya, row.pk)),
    }[of]
    reading, sending = {
        "assessment": (page("sign-assessment", cast.maya), page("send-back-assessment", cast.maya)),
        "plan": (page("read-plan", cast.maya, row.pk),) * 2,
    }[of]
    assert asking in text(aisha.get(here))
    assert grace.get(sending).status_code == 404
    assert aisha.post(asking, {"asked_id": cast.sol.account_id, "words": "The nights."}).status_code == 422
    assert aisha.post(asking, {"asked_id": cast.grace.account_id, "words": "The nights."}).status_code == 303
    assert "Grace Adeyemi was asked" in text(aisha.get(here))
    queue = text(grace.get("/team/sign-off/"))
    assert reading in queue
    assert "The nights." in queue
    shown = text(grace.get(reading))
    assert "The nights." in shown
    assert "New since you read it" not in shown
    answer = {"because": WHY} | ({"answer": "sent_back"} if of == "plan" else {})
    assert grace.post(sending, {**answer, "because": ""}).status_code == 422
    assert grace.post(sending, answer).status_code == 303
    assert WHY in text(aisha.get(here))
    assert reading not in text(grace.get("/team/sign-off/"))


@pytest.mark.parametrize("of", OFS)
def test_the_second_reading_shows_what_is_new_since_the_first(cast, browse, of):
    row = made(cast, of)
    ask(cast, of, row)
    back(cast, of, row)
    about = {"by": cast.aisha, "about": cast.maya}
    with acting_as(cast.aisha):
        if of == "assessment":
            assessing.write_analysis(**about, assessment=row, part="conclusion", text="A lamp on the stairs is enough.")
        else:
            planning.change_plan(**about, plan=row, because=row.because, ends_when="A lamp on the stairs is enough.")
    row.refresh_from_db()
    ask(cast, of, row)
    reading = page("sign-assessment", cast.maya) if of == "assessment" else page("read-plan", cast.maya, row.pk)
    shown = text(browse("grace").get(reading))
    since = shown.partition("New since you read it on")[2].partition("</section>")[0]
    assert WHY in since
    assert "A lamp on the stairs is enough." in since
    assert "No longer there" in since
    assert "Late 14 times." not in since
