"""A complaint is answered: by somebody it is not about, in time or said to be late, and with what we learn (S4-25)."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Audience, Right
from kith.decisions.acts import must_be_fit
from kith.directory.acts import notify
from kith.directory.models import Staff
from kith.feedback import rules
from kith.feedback.acts.beginning import as_answerer, as_it_stands, begin_stage, managers_of_account, set_day
from kith.feedback.models import Complaint, ComplaintStage
from kith.people import queries as people
from kith.record import NotYours, Refused
from kith.record.acting import act
from kith.words import needs_words

YOURS = "You are asked to answer a complaint. Open the complaints."
_LATE = "Its day has passed. It is late, and stays late: answer it, and say sorry."
_STAFF = frozenset({Audience.STAFF})


@act("{by} said who answers a complaint.", needs=Right.HANDLE_COMPLAINTS, tie=False)
def name_answerer(*, by: Actor, about: None = None, on: date, stage: ComplaintStage, answerer: Staff) -> ComplaintStage:
    """Raises Refused: whom it is about, whom they manage, who leads the work, who answered before; answered already."""
    as_it_stands(stage)
    _must_be_open(stage)
    before = [one.answerer_id for one in stage.complaint.stages.all() if one.place < stage.place]
    why = rules.may_not_answer(
        as_answerer(answerer, stage.complaint), stage.about_ids, stage.complaint.about_names, before
    )
    if why:
        raise Refused(why, field="answerer")
    stage.answerer_id, stage.answerer_name = answerer.account_id, answerer.name
    stage.save()
    notify(answerer.account_id, "complaint", None, YOURS)
    return stage


@act("{by} said whom a complaint is about.", needs=Right.HANDLE_COMPLAINTS, tie=False)
def name_subjects(*, by: Actor, about: None = None, on: date, complaint: Complaint, staff: list[Staff]) -> Complaint:
    """Found out after it was told: from then on they read none of it, but for an answer they gave themselves at a stage
    before. Raises Refused: oneself, whoever answers it, or whom they manage.
    """
    as_it_stands(complaint)
    ids, names = [one.account_id for one in staff], ", ".join(one.name for one in staff)
    if by.account_id in ids:
        raise Refused("This would close the complaint to you. Ask somebody else to write it down.", field="staff")
    stages = list(complaint.stages.all())
    for one in stages:
        if one.ended_on is None:
            _must_leave_its_answerer(one, ids, names)
        one.about_ids = [pk for pk in ids if pk != one.answerer_id]
        one.save()
    complaint.about_ids, complaint.about_names = ids, names
    complaint.save()
    return complaint


@act("{by} said which procedure a complaint follows.", needs=Right.HANDLE_COMPLAINTS, tie=False)
def choose_route(*, by: Actor, about: None = None, on: date, complaint: Complaint, route: str) -> Complaint:
    """Its days run again from the day it was made. Raises Refused: no such procedure here, answered already, late."""
    if route not in dict(packs.pack_for(settings.PACK, by.today).choices("complaint_route")):
        raise Refused("Choose one of the procedures.", field="route")
    as_it_stands(complaint)
    stages = list(complaint.stages.all())
    if len(stages) > 1 or stages[0].ended_on or stages[0].longer_on:
        raise Refused("This complaint is on its way already.", field="route")
    if rules.is_late(stages[0].due_on, None, by.today):
        raise Refused(_LATE, field="route")
    complaint.route = route
    complaint.save()
    stages[0].stage = rules.first_stage(route)
    set_day(stages[0], route, complaint.received_on)
    stages[0].save()
    return complaint


@act("{by} took longer over a complaint.", needs=Right.HANDLE_COMPLAINTS, tie=False, open_to=_STAFF)
def take_longer(
    *, by: Actor, about: None = None, on: date, stage: ComplaintStage, because: str, told_on: date | None
) -> ComplaintStage:
    """To the longest the procedure knows, for a reason, and whoever complained is told. Raises Refused: no reason, not
    told, no longer time, longer already, too late, a protected address in the words.
    """
    as_it_stands(stage)
    _must_see_to(by, stage)
    _must_be_open(stage)
    pack = packs.pack_for(settings.PACK, stage.began_on)
    key = rules.longer_limit(pack, stage.limit_key, stage.began_on) if stage.limit_key else ""
    if stage.longer_on or not key:
        raise Refused("There is no longer time for this stage.")
    if stage.due_on and on > stage.due_on:
        raise Refused(_LATE)
    if needs_words(because):
        raise Refused("Write why it takes longer.", field="because")
    if told_on is None:
        raise Refused("Tell them that it takes longer, and write the day.", field="told_on")
    _must_be_fit_to_read(by, stage, because=because)
    stage.longer_on, stage.longer_because, stage.longer_told_on = on, because.strip(), told_on
    stage.limit_key, stage.due_on = key, pack.due(key, stage.began_on)
    stage.save()
    return stage


@act("{by} answered a complaint.", needs=Right.HANDLE_COMPLAINTS, tie=False, open_to=_STAFF)
def answer_complaint(
    *,
    by: Actor,
    about: None = None,
    on: date,
    stage: ComplaintStage,
    reasons: str = "",
    outcome: str = "",
    lesson: str = "",
    lesson_who: str = "",
    lesson_by_on: date | None = None,
) -> ComplaintStage:
    """What was found and why, as the complainant reads it; and what we learn where they were right. A receipt, the day
    a panel met and its report find nothing themselves. Raises Refused: no finding, no reasons, nothing learnt where it
    was upheld, a protected address in the words, nobody to answer it, before it began.
    """
    as_it_stands(stage)
    _must_see_to(by, stage)
    _must_be_open(stage)
    if on < stage.began_on:
        raise Refused("That is before this stage began.", field="on")
    if stage.stage in rules.FINDS_NOTHING:
        return _go_on(stage, on)
    if stage.answerer_id is None and stage.stage != "response":
        raise Refused("Say first who answers this complaint.")
    _must_be_whole(stage, outcome, reasons, lesson)
    _must_be_fit_to_read(by, stage, reasons=reasons, lesson=lesson)
    stage.ended_on, stage.outcome, stage.reasons = on, outcome, reasons.strip()
    stage.lesson, stage.lesson_who, stage.lesson_by_on = lesson.strip(), lesson_who.strip(), lesson_by_on
    stage.save()
    return stage


@act("{by} told somebody the answer to their complaint.", needs=Right.HANDLE_COMPLAINTS, tie=False, open_to=_STAFF)
def tell_answer(
    *, by: Actor, about: None = None, on: date, stage: ComplaintStage, told_by: str, in_person: bool, thought: str = ""
) -> ComplaintStage:
    """Who told them, when, and what they thought of it. Raises Refused: not answered, before it was, by nobody; a child
    who was not told in person.
    """
    as_it_stands(stage)
    _must_see_to(by, stage)
    if stage.ended_on is None or not stage.outcome:
        raise Refused("There is no answer to tell yet.")
    if on < stage.ended_on:
        raise Refused("That is before there was an answer.", field="on")
    if not told_by.strip():
        raise Refused("Write who told them.", field="told_by")
    if stage.complaint.whose == "child" and not in_person:
        raise Refused("A child is told in person. Go and tell them, and write it down then.", field="in_person")
    stage.told_on, stage.told_by_name, stage.in_person, stage.thought = on, told_by.strip(), in_person, thought.strip()
    stage.save()
    return stage


@act("{by} took a complaint to its next stage.", needs=Right.HANDLE_COMPLAINTS, tie=False)
def take_further(*, by: Actor, about: None = None, on: date, complaint: Complaint, why: str) -> ComplaintStage:
    """Whoever complained is not content: the next stage begins on the day they asked. Raises Refused: not answered yet,
    no stage is left, withdrawn, before the answer, no word of why.
    """
    as_it_stands(complaint)
    last = complaint.stages.order_by("place").last()
    if complaint.withdrawn_on:
        raise Refused("This complaint is withdrawn.")
    if last is None or last.ended_on is None:
        raise Refused("This stage is not answered yet.")
    following = rules.next_stage(complaint.route, last.stage)
    if not following:
        raise Refused("There is no further stage here. Tell them whom they may turn to outside.")
    if on < last.ended_on:
        raise Refused("That is before there was an answer.", field="on")
    if needs_words(why):
        raise Refused("Write why they go on, in their own words.", field="why")
    return begin_stage(complaint, following, on, last.place + 1, why=why.strip())


def _must_leave_its_answerer(stage: ComplaintStage, about: list[int], names: str) -> None:
    if stage.answerer_id in about:
        raise Refused(f"{stage.answerer_name} answers this complaint. Name somebody else first.", field="staff")
    if set(about) & set(managers_of_account(stage.answerer_id)):
        why = f"{stage.answerer_name} answers this complaint, and is managed by somebody it is about: {names}."
        raise Refused(f"{why} Name somebody else first.", field="staff")


def _go_on(stage: ComplaintStage, on: date) -> ComplaintStage:
    """It happened; what nobody has to ask for begins the same day, with whoever had it."""
    stage.ended_on = on
    stage.save()
    following, had_by = rules.next_stage(stage.complaint.route, stage.stage), {}
    if stage.answerer_id:
        had_by = {"answerer_id": stage.answerer_id, "answerer_name": stage.answerer_name}
    begin_stage(stage.complaint, following, on, stage.place + 1, **had_by)
    return stage


def _must_see_to(by: Actor, stage: ComplaintStage) -> None:
    """Whoever answers it, or sees to complaints; never somebody it is about."""
    mine = by.may(Right.HANDLE_COMPLAINTS) or stage.answerer_id == by.account_id
    if not mine or by.account_id in stage.about_ids:
        raise NotYours("A complaint is answered by whoever was asked to.")


def _must_be_open(stage: ComplaintStage) -> None:
    if stage.ended_on:
        raise Refused("This stage is answered.")
    if stage.complaint.withdrawn_on:
        raise Refused("This complaint is withdrawn.")


def _must_be_whole(stage: ComplaintStage, outcome: str, reasons: str, lesson: str) -> None:
    pack = packs.pack_for(settings.PACK, stage.began_on)
    missing = []
    if outcome not in dict(pack.choices("complaint_outcome")):
        missing.append(("outcome", "Choose what was found."))
    if needs_words(reasons):
        missing.append(("reasons", "Write why, in words for whoever complained."))
    if outcome in pack.flagged("complaint_outcome", "asks_lesson") and needs_words(lesson):
        missing.append(("lesson", "They were right. Write what we learn from it and do now."))
    if missing:
        raise Refused(" ".join(words for _, words in missing), each=missing)


def _must_be_fit_to_read(by: Actor, stage: ComplaintStage, **told: str) -> None:
    """No address in them that whoever complained must not learn: they read each of these texts. They need not work with
    any child of it: it is about nobody whom they may not see.
    """
    reader = stage.complaint.person_who
    of = [line.person for line in stage.complaint.children.select_related("person")]
    of += people.living_away_from(reader) if reader else []
    for person in of:
        for field, words in told.items():
            must_be_fit(words, person, reader, by, field=field)
