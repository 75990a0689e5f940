"""Does this change the decision? Asked when something significant happens, or a bottom line is broken (S1-35, N31)."""

from datetime import date

from django.conf import settings
from django.db import connection

from kith import packs
from kith.access import Actor, Right
from kith.decisions.acts.deciding import again
from kith.decisions.models import OPEN, BottomLine, Breach, Decision, Revisit
from kith.directory.acts import notify
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.record.models import Act
from kith.words import needs_words

_MADE = "decisions.Revisit"
_BROKEN = "A bottom line is broken. Open the decision and say what is done."
_LOOK = "Something has happened. Does it change a decision you made? Open your list."


@act(
    "{by} noted that a bottom line for {about} is broken.",
    needs=Right.RECORD_ON_ANY_CHILD,
    story=True,
    significance=3,
    staff_only=True,
    makes="decisions.Breach",
)
def note_breach(*, by: Actor, about: Person, on: date, line: BottomLine, what: str) -> Breach:
    """What had to stay true is not: the watcher, whoever is to be told, the lead worker and whoever decided are told at
    once, and the decision is looked at again by the next working day. Raises Refused: nothing said, or a line ended.
    """
    if line.person_id != about.pk or line.until_on:
        raise Refused("This bottom line no longer runs.")
    if not what.strip():
        raise Refused("Say what happened.", field="what")
    breach = Breach(person=about, line=line, what=what.strip(), broken_on=on, noted_by_name=by.name)
    breach.save()
    decision = line.decision
    ask = (decision.decided_by_id, decision.decided_by_name)
    _ask(by, decision, breach.act, "bottom-line-broken", ask, breach)
    for account in {line.watcher_id, line.alerted_id, decision.decided_by_id, _lead(about)} - {None, by.account_id}:
        notify(account, "bottom_line", about, _BROKEN)
    return breach


@act("Something new was put beside a decision about {about}.", tie=False, needs=Right.RECORD_ON_ANY_CHILD, makes=_MADE)
def ask_again(*, by: Actor, about: Person, on: date, decision: Decision, event: Act) -> Revisit:
    """Found by the system: a significant event after an open decision. Whoever decided says whether it changes it."""
    asked = _ask(by, decision, event, "decision-revisited", (decision.decided_by_id, decision.decided_by_name))
    notify(asked.asked_id, "revisit", about, _LOOK)
    return asked


@act("A decision about {about} waits to be looked at again.", tie=False, needs=Right.RECORD_ON_ANY_CHILD, makes=_MADE)
def pass_on_revisit(*, by: Actor, about: Person, on: date, revisit: Revisit, ask: tuple[int, str]) -> Revisit:
    """Unanswered at its day: a manager is asked as well, and whoever decided stays asked."""
    if revisit.asked_id:
        revisit.asked_before = [*revisit.asked_before, revisit.asked_id]
    revisit.asked_id, revisit.asked_name = ask
    revisit.save()
    notify(ask[0], "revisit", about, _LOOK)
    return revisit


@act(
    "{by} looked again at a decision about {about}.",
    needs=Right.AGREE_DECISIONS,
    story=True,
    significance=2,
    makes=_MADE,
)
def look_again(*, by: Actor, about: Person, on: date, revisit: Revisit, answer: str, why: str) -> Revisit:
    """It stands, with the reason; or it is made again, and the new one is owed.

    Raises Refused: answered already; no answer; no reason.
    """
    found = Revisit.objects.select_for_update().filter(pk=revisit.pk, person=about).first()
    if found is None or found.answered_on:
        raise Refused("This has been answered already.")
    if answer not in dict(packs.pack_for(settings.PACK, on).choices("revisit_answer")):
        raise Refused("Choose whether it changes the decision.", field="answer")
    if needs_words(why):
        raise Refused("Say why, in a sentence or two.", field="why")
    found.answer, found.why = answer, why.strip()
    found.answered_by_name, found.answered_on = by.name, on
    found.save()
    if answer == "changes" and found.decision.state in OPEN:
        again(by, found.decision, because=found.why)
    return found


def _ask(
    by: Actor, decision: Decision, event: Act, limit: str, ask: tuple[int | None, str], breach: Breach | None = None
) -> Revisit:
    pack = packs.pack_for(settings.PACK, by.today)
    asked = Revisit(
        person=decision.person,
        decision=decision,
        event=event,
        breach=breach,
        asked_id=ask[0],
        asked_name=ask[1],
        asked_on=by.today,
        due_on=pack.timescale(limit).due(by.today, pack.calendar),
    )
    asked.save()
    return asked


def _lead(child: Person) -> int | None:
    with connection.cursor() as cursor:
        cursor.execute("select kith_lead_account(%s)", [child.pk])
        return cursor.fetchone()[0]
