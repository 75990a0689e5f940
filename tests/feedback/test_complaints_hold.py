"""What a complaint holds to whoever answers it, whatever was found out since, and however late it became (S4-25)."""

from datetime import date, timedelta

import pytest

from kith.access import acting_as
from kith.feedback import acts, queries
from kith.feedback.models import Complaint, ComplaintStage
from kith.involvement.models import Contact
from kith.record import NotYours, Refused
from tests.cast import TODAY
from tests.feedback.complaining import FOUND, answered, answerer, on_day, only_stage, sees_to_complaints, taken
from tests.standards.records import one


def test_s4_25_whoever_answers_a_receipt_without_seeing_to_complaints_goes_on_to_the_answer(cast):
    by = sees_to_complaints(cast)
    row = taken(cast)
    with acting_as(by):
        acts.choose_route(by=by, about=None, complaint=row, route="data")
    mine = answerer(cast, by, only_stage(row, by))
    with acting_as(cast.sol):
        acts.answer_complaint(by=cast.sol, about=None, stage=ComplaintStage.objects.get(pk=mine.pk))
        waits = queries.stage_waiting(queries.complaint(row.pk))
        assert (waits.stage, waits.place, waits.answerer_id) == ("answer", 2, cast.sol.account_id)


def test_s4_25_whoever_answers_a_later_stage_alone_goes_on_from_it(cast):
    by = sees_to_complaints(cast)
    row = taken(cast)
    answered(cast, by, answerer(cast, by, only_stage(row, by), "theo"))
    with acting_as(by):
        acts.take_further(by=by, about=None, complaint=row, why="They did not say sorry.")
    answered(cast, by, answerer(cast, by, only_stage(row, by), "dara"))
    with acting_as(by):
        panel = acts.take_further(by=by, about=None, complaint=row, why="We want it heard by others.")
    panel = answerer(cast, by, panel, "sol")
    with acting_as(cast.sol):
        acts.answer_complaint(by=cast.sol, about=None, stage=ComplaintStage.objects.get(pk=panel.pk))
    assert (only_stage(row, by).stage, only_stage(row, by).place) == ("panel_report", 4)


def test_s4_25_naming_one_more_whom_it_is_about_opens_it_to_nobody_named_before(cast, browse):
    sees_to_complaints(cast)
    row = taken(cast, staff=[cast.staff["aisha"], cast.staff["grace"]])
    page = browse("rowan").get(f"/complaints/{row.pk}/about/").content.decode()
    for name in ("aisha", "grace"):
        assert f'value="{cast.staff[name].pk}" selected' in page, name


def test_s4_25_whoever_is_managed_by_somebody_found_out_later_answers_it_no_more(cast):
    by = sees_to_complaints(cast)
    row = taken(cast, staff=[], children=[])
    answerer(cast, by, only_stage(row, by), "aisha")
    with acting_as(by), pytest.raises(Refused, match="managed by somebody"):
        acts.name_subjects(by=by, about=None, complaint=queries.complaint(row.pk), staff=[cast.staff["grace"]])


def test_s4_25_whoever_answered_the_stage_before_may_be_whom_the_next_one_is_about(cast):
    by = sees_to_complaints(cast)
    row = taken(cast)
    answered(cast, by, answerer(cast, by, only_stage(row, by)))
    with acting_as(by):
        acts.take_further(by=by, about=None, complaint=row, why="He shouted at us when he told us.")
        both = [cast.staff["aisha"], cast.staff["sol"]]
        acts.name_subjects(by=by, about=None, complaint=queries.complaint(row.pk), staff=both)
        assert queries.complaint(row.pk).about_names == "Aisha Khan, Sol Marsh"
    with acting_as(cast.sol):
        assert not Complaint.objects.exists()
        assert [one.place for one in ComplaintStage.objects.all()] == [1], "the answer they gave, and no more"
    with pytest.raises(Refused, match="The complaint is about Sol Marsh"):
        answerer(cast, by, only_stage(row, by), "sol")


def test_s4_25_another_procedure_does_not_make_what_is_late_be_in_time(cast):
    by = sees_to_complaints(cast)
    row = taken(cast, by=on_day(cast.theo, date(2026, 10, 30)))
    with acting_as(by):
        stage = queries.complaint(row.pk).stages.get()
        assert stage.due_on < TODAY
        with pytest.raises(Refused, match="stays late"):
            acts.choose_route(by=by, about=None, complaint=row, route="data")
        assert queries.stood(queries.complaint(row.pk), TODAY).late


def test_s4_25_withdrawn_after_its_day_it_stays_late_in_the_promise(cast):
    by = sees_to_complaints(cast)
    row = taken(cast, by=on_day(cast.theo, TODAY - timedelta(days=40)))
    with acting_as(by):
        assert one(cast, "complaints-answered").state == "missed"
        acts.withdraw_complaint(by=by, about=None, complaint=row, words="It is fine now.")
        assert queries.stood(queries.complaint(row.pk), TODAY).late
    with acting_as(by):
        assert one(cast, "complaints-answered").state == "missed"


def test_s4_25_whoever_took_down_a_complaint_about_themselves_writes_nothing_more_into_it(cast, browse):
    sees_to_complaints(cast)
    row = taken(cast, by=cast.aisha, whose="child")
    aisha = browse("aisha")
    assert aisha.get(f"/complaints/{row.pk}/advocate/").status_code == 404
    with acting_as(cast.aisha), pytest.raises(NotYours):
        acts.offer_advocate(
            by=cast.aisha, about=None, complaint=row, advocate="declined", words="She said she wants nobody."
        )
    with acting_as(cast.aisha), pytest.raises(NotYours):
        acts.withdraw_complaint(by=cast.aisha, about=None, complaint=row, words="She said it is fine.")


def test_s4_25_neither_the_lesson_nor_why_it_takes_longer_holds_an_address_they_must_not_learn(cast):
    by = sees_to_complaints(cast)
    row = taken(cast, person_who=cast.people["gary"], who="Gary Stone")
    stage = answerer(cast, by, only_stage(row, by))
    with acting_as(by), pytest.raises(Refused, match="must not learn") as refused:
        acts.take_longer(
            by=by, about=None, stage=stage, because="We must ask at 14 Larkspur Court first.", told_on=TODAY
        )
    assert refused.value.field == "because"
    with pytest.raises(Refused, match="must not learn") as refused:
        answered(cast, by, stage, lesson="We ring 14 Larkspur Court before we visit.")
    assert refused.value.field == "lesson"


def test_s4_25_who_works_with_no_child_here_learns_no_address_kept_from_them_by_complaining(cast):
    by = sees_to_complaints(cast)
    with acting_as(cast.gary):
        row = acts.complain(by=cast.gary, about=None, words="Nobody tells me where she is.")
    stage = answerer(cast, by, only_stage(row, by))
    with pytest.raises(Refused, match="must not learn"):
        answered(cast, by, stage, reasons="She lives at 14 Larkspur Court now.")


# -- danger


@pytest.mark.parametrize("how", ["taken", "told later"])
def test_s4_25_what_duty_is_told_of_a_danger_need_not_tell_whom_the_complaint_is_about(cast, browse, how):
    sees_to_complaints(cast)
    told, danger = "Aisha saw the bruise and did nothing.", "He has a bruise on his neck today."
    sent = {"words": told, "who": "Kelly Okafor", "whose": "family", "how": "phone", "staff": cast.staff["aisha"].pk}
    day = {"on-day": TODAY.day, "on-month": TODAY.month, "on-year": TODAY.year}
    first = {"danger": "on", "danger_words": danger} if how == "taken" else {}
    answer = browse("theo").post("/complaints/take/", {**sent, **day, **first})
    assert answer.status_code == 303
    if how == "told later":
        assert browse("rowan").post(f"{answer.url}duty/", {"danger_words": danger}).status_code == 303
    with acting_as(cast.aisha):
        assert [one.words for one in Contact.objects.all()] == [danger]
    with acting_as(cast.rowan):
        assert Complaint.objects.get().words == told


# -- two people at once


def test_s4_25_of_two_who_act_on_a_complaint_at_once_the_second_undoes_nothing_of_the_first(cast):
    by = sees_to_complaints(cast)
    row = taken(cast)
    stage = only_stage(row, by)
    with acting_as(by):
        whole = queries.complaint(row.pk)
    stage = answerer(cast, by, stage)
    beside = only_stage(row, by)
    answered(cast, by, stage)
    with pytest.raises(Refused, match="is answered"):
        answered(cast, by, beside, outcome="not_upheld", reasons="We found nothing wrong at all.", lesson="")
    with acting_as(by):
        acts.name_subjects(
            by=by, about=None, complaint=queries.complaint(row.pk), staff=[cast.staff["aisha"], cast.staff["theo"]]
        )
        acts.offer_advocate(by=by, about=None, complaint=whole, advocate="wanted")
        kept = queries.complaint(row.pk)
        assert (kept.about_names, kept.advocate) == ("Aisha Khan, Theo Rowe", "wanted")
        assert kept.stages.get().outcome == "upheld"


def test_s4_25_duty_is_told_once_and_a_complaint_withdrawn_once_by_two_at_once(cast):
    by = sees_to_complaints(cast)
    row = taken(cast)
    with acting_as(by):
        first, second = queries.complaint(row.pk), queries.complaint(row.pk)
        acts.tell_duty(by=by, about=None, complaint=first)
        with pytest.raises(Refused, match="told already"):
            acts.tell_duty(by=by, about=None, complaint=second)
        third = queries.complaint(row.pk)
        acts.withdraw_complaint(by=by, about=None, complaint=first, words="It is fine now.")
        with pytest.raises(Refused, match="withdrawn already"):
            acts.withdraw_complaint(by=by, about=None, complaint=third, words="It is fine again.")


def test_s4_25_whoever_has_been_named_since_the_page_was_opened_writes_nothing(cast):
    by = sees_to_complaints(cast)
    row = taken(cast, staff=[], children=[])
    stage = answerer(cast, by, only_stage(row, by), "theo")
    with acting_as(cast.theo):
        opened = ComplaintStage.objects.get(pk=stage.pk)
    answerer(cast, by, only_stage(row, by), "sol")
    with acting_as(by):
        acts.name_subjects(by=by, about=None, complaint=queries.complaint(row.pk), staff=[cast.staff["theo"]])
    with acting_as(cast.theo), pytest.raises(NotYours):
        acts.answer_complaint(by=cast.theo, about=None, stage=opened, **FOUND)
