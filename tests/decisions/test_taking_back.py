"""A sign-off given by mistake: taken back by somebody entitled, with a reason; both readable; late stays late."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from kith.access import Right, acting_as
from kith.assessment import acts as assessing
from kith.assessment.models import Assessment
from kith.decisions.acts import agree_decision, challenge_decision, take_back_agreement
from kith.decisions.models import BottomLine, Decision, SignOffTakenBack
from kith.decisions.queries import taken_back
from kith.directory.models import Notice
from kith.plans import acts as planning
from kith.plans.models import Plan
from kith.record import NotYours, Refused
from kith.record.models import Act
from tests.assessment.making import filled, sign
from tests.cast import TODAY
from tests.decisions.making import decided, made_senior, standing
from tests.plans.making import agreed as plan_agreed
from tests.standards.clockwork import by_limit, change_work
from tests.visits.going import page, text, the_log_will_not_be_written

WHY = "I ticked the wrong child’s."
WEAK = {Right.AGREE_DECISIONS, Right.SIGN_ASSESSMENTS}


def a_decision(cast):
    return standing(cast, "arrangement")


def an_assessment(cast):
    return sign(cast, filled(cast))


def a_plan(cast):
    with acting_as(cast.aisha):
        return plan_agreed(cast.aisha, cast.maya)


def back(of, row, by, cast, because=WHY):
    about = {"by": by, "about": cast.maya, "because": because}
    if of == "decision":
        return take_back_agreement(decision=row, **about)
    if of == "assessment":
        return assessing.take_back_signature(assessment=row, **about)
    return planning.take_back_plan(plan=row, **about)


SIGNED = {"decision": a_decision, "assessment": an_assessment, "plan": a_plan}
# who signed it, and somebody else who may take it back
WHO = {"decision": ("grace", "grace"), "assessment": ("grace", "grace"), "plan": ("aisha", "grace")}


@pytest.mark.parametrize("of", SIGNED)
def test_it_is_kept_with_its_reason_and_what_was_signed_can_be_read(cast, of):
    row, by = SIGNED[of](cast), cast.actors[WHO[of][1]]
    with acting_as(by):
        made = back(of, row, by, cast)
    with acting_as(cast.aisha):
        row.refresh_from_db()
        [kept] = taken_back(of, row.pk)
        assert (kept.pk, kept.because, kept.signed_on, kept.taken_back_on) == (made.pk, WHY, TODAY, TODAY)
        assert kept.signed_by_name == cast.actors[WHO[of][0]].name
        open_again = {"decision": "state", "assessment": "signed", "plan": "agreed"}[of]
        assert getattr(row, open_again) in ("proposed", False)
        whole = {"decision": "Nan there", "assessment": "sleeps badly", "plan": "frightens Maya"}[of]
        assert whole in kept.as_signed
        assert Act.objects.filter(person=cast.maya, occasion__name__startswith="take_back").count() == 1


@pytest.mark.parametrize("of", SIGNED)
def test_nothing_is_saved_when_the_log_cannot_be_written(cast, of):
    row, by = SIGNED[of](cast), cast.actors[WHO[of][1]]
    with acting_as(cast.system):
        before = [list(model.objects.order_by("pk").values()) for model in (Decision, Assessment, Plan, BottomLine)]
    with the_log_will_not_be_written(), acting_as(by):
        back(of, row, by, cast)
    with acting_as(cast.system):
        models = (Decision, Assessment, Plan, BottomLine)
        assert [list(model.objects.order_by("pk").values()) for model in models] == before
        assert not SignOffTakenBack.objects.exists()


@pytest.mark.parametrize("of", SIGNED)
def test_without_a_reason_it_stands(cast, of):
    row, by = SIGNED[of](cast), cast.actors[WHO[of][1]]
    with acting_as(by), pytest.raises(Refused, match="by mistake") as refusal:
        back(of, row, by, cast, because="n/a")
    assert refusal.value.field == "because"


@pytest.mark.parametrize("of", SIGNED)
def test_whoever_signed_it_does_not_take_it_back_unless_they_correct_records(cast, of):
    row, name = SIGNED[of](cast), WHO[of][0]
    signer = replace(cast.actors[name], rights=frozenset(WEAK))
    with acting_as(signer), pytest.raises(Refused, match="You signed it yourself"):
        back(of, row, signer, cast)
    corrects = replace(signer, rights=frozenset({*WEAK, Right.CORRECT_RECORDS}))
    with acting_as(corrects):
        assert back(of, row, corrects, cast).taken_back_by_name == corrects.name


@pytest.mark.parametrize("of", SIGNED)
def test_somebody_without_tie_or_right_does_not(cast, of):
    row = SIGNED[of](cast)
    with acting_as(cast.sol), pytest.raises(NotYours):
        back(of, row, cast.sol, cast)


@pytest.mark.parametrize("of", SIGNED)
def test_what_does_not_stand_signed_cannot_be_taken_back_twice(cast, of):
    row, by = SIGNED[of](cast), cast.actors[WHO[of][1]]
    with acting_as(by):
        back(of, row, by, cast)
        with pytest.raises(Refused):
            back(of, row, by, cast)
        assert SignOffTakenBack.objects.count() == 1


def test_a_decision_waits_for_its_second_reader_again_and_is_agreed_anew(cast):
    made = a_decision(cast)
    senior = made_senior(cast)
    with acting_as(senior):
        take_back_agreement(by=senior, about=cast.maya, decision=made, because=WHY)
    with acting_as(cast.grace):
        made.refresh_from_db()
        assert (made.state, made.agreed_by_name, made.finished_on) == ("proposed", "", TODAY)
        assert Notice.objects.filter(account_id=cast.grace.account_id, kind="sign_off_taken_back").exists()
        again = agree_decision(by=cast.grace, about=cast.maya, decision=made)
        assert (again.state, len(taken_back("decision", made.pk))) == ("agreed", 1)


def test_the_bottom_lines_it_had_put_aside_are_watched_again(cast):
    first = a_decision(cast)
    second = standing(cast, "arrangement", instead_of=first)
    with acting_as(cast.grace):
        assert first.bottom_lines.get().until_on == TODAY
        take_back_agreement(by=cast.grace, about=cast.maya, decision=second, because=WHY)
        assert first.bottom_lines.get().until_on is None


def test_one_that_needed_no_reader_is_to_be_finished_again(cast):
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha, kind="contact")
        assert (made.state, made.needs_reader) == ("agreed", False)
    with acting_as(cast.grace):
        kept = take_back_agreement(by=cast.grace, about=cast.maya, decision=made, because=WHY)
        made.refresh_from_db()
        assert (made.state, made.finished_on, kept.signed_by_name) == ("proposed", None, "Aisha Khan")


def test_a_challenged_decision_waits_for_its_answer_instead(cast):
    made = a_decision(cast)
    with acting_as(cast.theo):
        challenge_decision(by=cast.theo, about=cast.maya, decision_id=made.pk, concern="Too early.", wanted="Wait.")
    with acting_as(cast.grace), pytest.raises(Refused, match="does not stand agreed"):
        take_back_agreement(by=cast.grace, about=cast.maya, decision=made, because=WHY)


def test_an_assessment_with_a_newer_version_stands(cast):
    signed = an_assessment(cast)
    with acting_as(cast.aisha):
        assessing.reopen_assessment(by=cast.aisha, about=cast.maya, assessment=signed, why="A new worry.")
    with acting_as(cast.grace), pytest.raises(Refused, match="newer version"):
        assessing.take_back_signature(by=cast.grace, about=cast.maya, assessment=signed, because=WHY)


def test_the_factors_leave_the_census_and_come_back_with_the_next_signature(cast):
    signed = an_assessment(cast)
    with acting_as(cast.grace):
        assessing.take_back_signature(by=cast.grace, about=cast.maya, assessment=signed, because=WHY)
        row = Assessment.objects.get(pk=signed.pk)
        assert (row.factors, row.factors_named, row.signed_by_name) == ([], ["3A", "4B"], "")
    assert sign(cast, row).factors == ["3A", "4B"]


def test_late_stays_late_and_in_time_is_not_in_time_any_more(cast):
    """The clock runs on from where it began; a signature that came late did not become good by being taken back."""
    change_work(cast.maya, started_on=TODAY - timedelta(days=10))
    signed = an_assessment(cast)
    assert by_limit(cast, cast.maya)["assessment"].state == "met"
    with acting_as(cast.grace):
        assessing.take_back_signature(by=cast.grace, about=cast.maya, assessment=signed, because=WHY)
    running = by_limit(cast, cast.maya)["assessment"]
    assert (running.state, running.is_open) == ("running", True)
    change_work(cast.maya, started_on=TODAY - timedelta(days=90))
    assert by_limit(cast, cast.maya)["assessment"].state == "late"
    sign(cast, signed)
    assert by_limit(cast, cast.maya)["assessment"].state == "late"


def test_the_database_keeps_no_signature_taken_back_for_nothing(cast):
    with acting_as(cast.grace):
        take_back_agreement(by=cast.grace, about=cast.maya, decision=a_decision(cast), because=WHY)
    with connection.cursor() as cursor, pytest.raises(IntegrityError), transaction.atomic():
        cursor.execute("update decisions_signofftakenback set because = ''")
    with acting_as(cast.kelly), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        SignOffTakenBack.objects.exists()


@pytest.mark.parametrize(
    ("of", "address", "at"),
    [
        ("decision", "take-back-agreement", "decision"),
        ("assessment", "take-back-signature", "child-assessment"),
        ("plan", "take-back-plan", "child-plan"),
    ],
)
def test_it_is_taken_back_on_its_page_and_what_was_signed_is_one_link_away(cast, browse, of, address, at):
    row = SIGNED[of](cast)
    arguments = [] if of == "assessment" else [row.pk]
    grace, url = browse("grace"), page(address, cast.maya, *arguments)
    stands = page(at, cast.maya, *([row.pk] if of == "decision" else []))
    assert url in grace.get(stands).content.decode()
    refused = grace.post(url, {"because": ""})
    assert refused.status_code == 422
    assert grace.post(url, {"because": WHY}).status_code == 303
    shown = text(grace.get(stands))
    for words in ("Signature taken back", WHY, "As it was signed"):
        assert words in shown, words
    kept = SignOffTakenBack.objects.get()
    as_signed = text(grace.get(page("taken-back", cast.maya, kept.pk)))
    for words in ("as it was signed", "As it stands now", WHY):
        assert words in as_signed
