"""A child asks for another worker: kept as it was said, answered by a manager, and the answer told (S1-21)."""

from datetime import date

from django.conf import settings
from django.db import connection
from django.db.models import Q

from kith import packs
from kith.access import Actor, Audience, Right
from kith.directory.acts import notify
from kith.directory.models import Tie
from kith.involvement.models import LeadWorker, WorkerAsked
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

LIMIT = "change-of-worker-answer"
_YOURS = "A child has asked for another worker. The answer is yours to give."


@act(
    "{about} asked for another worker.",
    needs=Right.RECORD_ON_ANY_CHILD,
    story=True,
    makes="involvement.WorkerAsked",
)
def ask_for_another_worker(*, by: Actor, about: Person, on: date, text: str = "") -> WorkerAsked:
    """Said by the child in their own corner, or to somebody who writes it down. They need not say why. Whoever manages
    the work is told at once. Raises Refused: asked already and not answered yet.
    """
    if open_ask := WorkerAsked.objects.filter(person=about, answered_on=None).first():
        by_when = open_ask.answer_by_on.strftime("%d %B").lstrip("0")
        raise Refused(f"{about.called.partition(' ')[0]} has asked already. The answer is owed by {by_when}.")
    pack = packs.pack_for(settings.PACK, on)
    lead = LeadWorker.objects.filter(person=about, until_on=None).order_by("-from_on").first()
    own = by.audience == Audience.CHILD
    asked = WorkerAsked(
        person=about,
        text=text.strip(),
        reason=min(pack.flagged("worker_change_reason", "asked_by_child")),
        asked_on=on,
        own_hand=own,
        heard_by="" if own else by.name,
        lead_id=lead.account_id if lead else None,
        lead_name=lead.name if lead else "",
        answer_by_on=pack.timescale(LIMIT, on).limit.after(on, pack.calendar),
    )
    asked.save()
    _tell_who_answers(by, about, own)
    return asked


def _tell_who_answers(by: Actor, child: Person, own: bool) -> None:
    if own:  # a child sees nobody's account: the door finds who manages the work
        with connection.cursor() as cursor:
            cursor.execute("select kith_child_asked(%s)", [child.pk])
        return
    open_now = Q(starts_at__lte=by.now) & (Q(ends_at=None) | Q(ends_at__gt=by.now))
    ties = Tie.objects.filter(open_now, person=child, because="team_manager")
    managers = ties.values_list("account_id", flat=True)
    for manager in set(managers) - {by.account_id}:
        notify(manager, "child_asked", child, _YOURS)


@act(
    "{by} answered {about}, who asked for another worker.",
    needs=Right.ALLOCATE_WORK,
    tie=False,
    story=True,
    staff_only=True,
    makes="involvement.WorkerAsked",
)
def answer_worker_asked(
    *,
    by: Actor,
    about: Person,
    on: date,
    asked: WorkerAsked,
    outcome: str,
    answer: str,
    told_on: date | None = None,
    told_by: str = "",
) -> WorkerAsked:
    """In words for the child. Raises Refused: answered already; about the one who answers; no such outcome; no words;
    told before it was asked, or by nobody.
    """
    if asked.answered_on:
        raise Refused(f"{asked.answered_by_name} has answered this already.")
    if asked.lead_id is not None and asked.lead_id == by.account_id:
        raise Refused("This is about you, so somebody else answers it. Ask another manager.")
    if outcome not in dict(packs.pack_for(settings.PACK, on).choices("answer_outcome")):
        raise Refused("Choose the answer.", field="outcome")
    if needs_words(answer):
        raise Refused("Write the answer as you would say it to the child, with the reason.", field="answer")
    asked.outcome, asked.answer, asked.answered_on = outcome, answer.strip(), on
    asked.answered_by_id, asked.answered_by_name = by.account_id, by.name
    if told_on or told_by.strip():
        _told(asked, told_on or on, told_by, by.today)
    asked.save()
    if not asked.told_on:
        notify(asked.lead_id, "child_asked", about, "A child who asked for another worker has an answer. Tell them.")
    return asked


@act(
    "{by} told {about} the answer about another worker.",
    needs=Right.RECORD_ON_ANY_CHILD,
    story=True,
    staff_only=True,
    makes="involvement.WorkerAsked",
)
def tell_worker_answer(*, by: Actor, about: Person, on: date, asked: WorkerAsked, told_by: str) -> WorkerAsked:
    """Raises Refused: not answered yet, told already, or by nobody."""
    if not asked.answered_on:
        raise Refused("There is no answer yet.")
    if asked.told_on:
        raise Refused(f"{asked.told_by} has told them already.")
    _told(asked, on, told_by, by.today)
    asked.save()
    return asked


def _told(asked: WorkerAsked, on: date, told_by: str, today: date) -> None:
    if not told_by.strip():
        raise Refused("Say who told the child.", field="told_by")
    if on < asked.asked_on or on > today:
        raise Refused("Give a day after the child asked, up to today.", field="told_on")
    asked.told_on, asked.told_by = on, told_by.strip()
