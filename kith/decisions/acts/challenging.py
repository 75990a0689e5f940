"""A challenge: lodged by anyone who works with the child, answered by somebody who did not decide (S3-20, N32)."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Q

from kith import packs
from kith.access import Actor, Audience, Right
from kith.decisions import rules
from kith.decisions.acts.deciding import again
from kith.decisions.acts.telling import must_be_fit
from kith.decisions.models import Challenge, Decision
from kith.directory.acts import notify
from kith.directory.models import Staff
from kith.people.models import ParentalResponsibility, Person, Relationship
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

_MADE = "decisions.Challenge"
_ASKED = "A decision was challenged, and the answer is yours to give. Open your list."
_SETTLED = "A challenge to a decision of yours has been answered. Open the decision."
_ANSWERED = "A challenge you raised has been answered. Open it."


@act("{by} challenged a decision about {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes=_MADE)
def challenge_decision(*, by: Actor, about: Person, on: date, decision_id: int, concern: str, wanted: str) -> Challenge:
    """Any worker tied to the child, of this agency or another: what worries them, and what they want instead. From now
    on the decision is *challenged*; when it ends work or lessens protection nothing is done on it until the answer
    (design 7.12). Whoever decided is told, and somebody else is asked.

    Raises Refused: no concern, nothing wanted; a decision that neither stands nor is proposed.
    """
    return lodge(by, about, decision_id, concern, wanted, (by.account_id, by.name), None)


@act("A decision about {about} was challenged.", tie=False, needs=Right.RECORD_ON_ANY_CHILD, makes=_MADE)
def challenge_kept_apart(
    *,
    by: Actor,
    about: Person,
    on: date,
    decision_id: int,
    concern: str,
    wanted: str,
    raised_by_id: int | None,
    raised_by_name: str,
    kept_from_id: int,
) -> Challenge:
    """The same, written by the system for someone who asks that the team of whoever decided is not told whose it is:
    the log names nobody, and that team cannot read it (N32).
    """
    return lodge(by, about, decision_id, concern, wanted, (raised_by_id, raised_by_name), kept_from_id)


@act("{by} answered a challenge to a decision about {about}.", needs=Right.AGREE_DECISIONS, tie=False, makes=_MADE)
def answer_challenge(
    *, by: Actor, about: Person, on: date, challenge: Challenge, outcome: str, reply: str
) -> Challenge:
    """What became of it, with reasons, by someone who neither decided nor raised it. Not upheld: the decision stands as
    it stood. Upheld or partly: it is to be decided again, and what it would have lessened stays as it is till then.

    Raises Refused: answered already; by whoever decided, wrote or agreed it, or raised it; no outcome, no reasons;
    an address in them that whoever reads them must not learn.
    """
    found = Challenge.objects.select_for_update().filter(pk=challenge.pk, person=about).first()
    if found is None or found.answered_on:
        raise Refused("This challenge has been answered already.")
    if wrong := rules.may_not_answer(found, found.decision, by.account_id):
        raise Refused(wrong)
    if outcome not in dict(packs.pack_for(settings.PACK, on).choices("challenge_outcome")):
        raise Refused("Choose what became of the challenge.", field="outcome")
    if needs_words(reply):
        raise Refused("Answer in words: why does the decision stand, or change?", field="reply")
    if not Staff.objects.filter(account_id=found.raised_by_id).exists():
        must_be_fit(reply, about, found.raised_by_person, by, field="reply")
    found.outcome, found.reply, found.answered_on = outcome, reply.strip(), on
    found.answered_by_id, found.answered_by_name = by.account_id, by.name
    found.save()
    _settle(by, found)
    for account in (found.raised_by_id, found.decision.decided_by_id):
        notify(account, "challenge_answered", about, _ANSWERED if account == found.raised_by_id else _SETTLED)
    return found


@act(
    "The challenge to a decision about {about} went up one level.", tie=False, needs=Right.AGREE_DECISIONS, makes=_MADE
)
def raise_level(*, by: Actor, about: Person, on: date, challenge: Challenge, ask: tuple[int, str] | None) -> Challenge:
    """Nobody answered in time: the next level, with its own clock. `ask`: who answers there; nobody by name when
    there is only the list. At the highest level it stays, late.
    """
    found = Challenge.objects.select_for_update().get(pk=challenge.pk)
    found.late_at = sorted({*found.late_at, found.level})
    if found.level < rules.HIGHEST:
        if found.asked_id:
            found.asked_before = [*found.asked_before, found.asked_id]
        found.level += 1
        found.level_from_on, found.due_on = on, _due(found.level, on)
        found.asked_id, found.asked_name = ask or (None, "")
        notify(found.asked_id, "challenge", about, _ASKED)
    found.save()
    return found


def challenge_inside(
    by: Actor,
    about: Person,
    *,
    decision_id: int,
    concern: str,
    wanted: str,
    raised_by_name: str,
    raised_by_person: Person | None = None,
) -> Challenge:
    """The same, inside an act that hears it from somebody who does not write here: of the family, or of an agency, at a
    meeting. It carries their name, and stands on the page of `raised_by_person`, who is the child or one of theirs.
    Raises Refused as `challenge_decision` does; nobody named; a person who is not theirs; an address in the words that
    this person must not learn.
    """
    if not raised_by_name.strip():
        raise Refused("Say who does not agree.", field="who")
    if raised_by_person:
        if raised_by_person.pk != about.pk and not _belongs(raised_by_person, about):
            raise Refused("Choose somebody of this child’s family.", field="own_page")
        must_be_fit(concern, about, raised_by_person, by, field="concern")
        must_be_fit(wanted, about, raised_by_person, by, field="wanted")
    who = (None, raised_by_name.strip())
    return lodge(by, about, decision_id, concern, wanted, who, None, person=raised_by_person)


def lodge(
    by: Actor,
    about: Person,
    decision_id: int,
    concern: str,
    wanted: str,
    who: tuple[int | None, str],
    kept: int | None,
    *,
    tells: bool = True,
    person: Any = None,
) -> Challenge:
    """Inside the act at hand. `who` raised it, and `person` is who they are on record, of the family or the child.
    `tells`: whoever is asked is told here. A family or a child tells nobody of us: the database does, as it holds the
    decision.
    """
    if not concern.strip():
        raise Refused("Say what worries you about this decision.", field="concern")
    if not wanted.strip():
        raise Refused("Say what you want to happen instead.", field="wanted")
    asked = _whom_to_ask(decision_id, about, kept)
    raised_by_id, raised_by_name = who
    person_id = person.pk if person else by.person_id if by.audience in (Audience.FAMILY, Audience.CHILD) else None
    level = _next_level(decision_id, raised_by_id, raised_by_name, person_id)
    lodged = Challenge(
        person=about,
        decision_id=decision_id,
        concern=concern.strip(),
        wanted=wanted.strip(),
        raised_by_id=raised_by_id,
        raised_by_name=raised_by_name,
        raised_by_person_id=person_id,
        raised_on=by.today,
        kept_from_team_id=kept,
        level=level,
        level_from_on=by.today,
        due_on=_due(level, by.today),
        asked_id=asked[0],
        asked_name=asked[1] or "",
    )
    lodged.save()
    if tells:
        notify(lodged.asked_id, "challenge", about, _ASKED)
    return lodged


def _whom_to_ask(decision_id: int, about: Person, kept: int | None) -> tuple[int | None, str | None]:
    """Someone who had no part in it. Whoever challenges may know of the decision only what was told of it: a door."""
    with connection.cursor() as cursor:
        cursor.execute("select account, name from kith_ask_of_challenge(%s, %s, %s)", [decision_id, about.pk, kept])
        asked = cursor.fetchone()
    if asked is None:
        raise Refused("This decision has ended. Challenge the one that stands now.")
    return asked


def _next_level(decision_id: int, raised_by_id: int | None, name: str, person_id: int | None) -> int:
    """The first; or one above the level at which this person was answered before, and is not content: whether they said
    it on their own page or at a meeting.
    """
    same = Q(raised_by_id=raised_by_id) if raised_by_id else Q(raised_by_id=None, raised_by_name__iexact=name)
    same |= Q(raised_by_person_id=person_id) if person_id else Q()
    answered = Challenge.objects.filter(same, decision_id=decision_id, answered_on__isnull=False)
    before = answered.order_by("-level").values_list("level", flat=True).first()
    return rules.LOWEST if before is None else min(before + 1, rules.HIGHEST)


def _belongs(person: Person, child: Person) -> bool:
    """Whether this is one of the child's family, as the record has it."""
    either = Q(person=child, other=person) | Q(person=person, other=child)
    return (
        Relationship.objects.filter(either).exists()
        or ParentalResponsibility.objects.filter(person=child, holder=person).exists()
    )


def _settle(by: Actor, challenge: Challenge) -> None:
    """Stands as it stood; or is changed, and a decision in its place is owed by whoever answered."""
    decision = Decision.objects.select_for_update().get(pk=challenge.decision_id)
    if Challenge.objects.filter(decision=decision, answered_on=None).exists() or decision.state != "challenged":
        return
    if challenge.outcome in rules.CHANGES:
        again(by, decision, because=challenge.reply)
    else:
        decision.state = "agreed" if decision.finished_on and _was_read(decision) else "proposed"
        decision.save()


def _was_read(decision: Decision) -> bool:
    return not decision.needs_reader or decision.agreed_on is not None


def _due(level: int, day: date) -> date:
    pack = packs.pack_for(settings.PACK, day)
    return pack.timescale(rules.CLOCKS[level]).due(day, pack.calendar)
