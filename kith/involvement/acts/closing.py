"""Ending work with a child: decided and read by another; what it came to, who was told, what comes after."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict, Unpack

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.decisions.acts import decide_inside
from kith.decisions.models import Decision
from kith.decisions.queries import held_back
from kith.involvement.acts.difference import AGAIN, WHOSE, differences_inside, let_ask_again
from kith.involvement.acts.transferring import still_ours
from kith.involvement.acts.working import end_lead_ties
from kith.involvement.models import AT_HAND, Closure, Exposure, LeadWorker, Spell
from kith.packs import Pack
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words

_KIND = "closure"


class HowItEnded(TypedDict, total=False):
    """What the work came to and who was told of its end, as the form asks it: kept in a `Closure`."""

    outcomes: str
    child_told_on: date | None
    child_not_told_because: str
    family_told_on: date | None
    family_not_told_because: str
    offered_after: str
    together: str
    reached_out: str
    difference_child: str
    difference_family: str
    difference_others: str


@act("{by} closed the work with {about}.", needs=Right.ALLOCATE_WORK, tie=False, story=True, significance=2)
def close_work(
    *,
    by: Actor,
    about: Person,
    on: date,
    reason: str,
    decision: Decision | None = None,
    difference_said: Mapping[str, str] | None = None,
    difference_who: Person | None = None,
    **told: Unpack[HowItEnded],
) -> Spell:
    """End the open spell and its lead, on an agreed decision (S3-17). An order of a court, an adoption or a death is
    recorded first: then our own decision is owed by the next working day (design 7.1). Of other work it is asked
    once more, after the pack's time, what difference it made; `difference_said`: what kind of answer each is.

    Raises Refused: nothing open, no reason; another area was asked and has not accepted; no agreed decision, or one
    that is challenged; what the work came to, what difference it made in the words of the child, the family and the
    agencies (S3-16), who was told, or what was offered after it missing; that a family stopped, without how we tried
    to reach them (S4-32, S0-11); while somebody who may be a danger is close to the child, and nobody took that up
    (S2-06).
    """
    spell = Spell.objects.filter(person=about, closed_on=None).order_by(*AT_HAND).first()
    if spell is None:
        raise Refused(f"We are not working with {about} at the moment.")
    if not reason:
        raise Refused("Say why the work is ending.", field="reason")
    how = Closure(person=about, spell=spell, **_as_written(told))
    _decide(how, by, on, reason, decision)
    spell.closed_on, spell.closure_reason = on, reason
    spell.save()
    how.save()
    words = {whose: getattr(how, f"difference_{whose}") for whose in WHOSE}
    differences_inside(by, about, on, "closing", words, difference_said or {}, difference_who)
    _end_leads(how, by, on)
    return spell


def _as_written(told: HowItEnded) -> dict[str, Any]:
    return {name: said.strip() if isinstance(said, str) else said for name, said in told.items()}


def _decide(how: Closure, by: Actor, on: date, reason: str, decision: Decision | None) -> None:
    """On an agreed decision, and whole; or at once, with a decision of ours that is owed."""
    about, pack = how.person, packs.pack_for(settings.PACK, on)
    if reason in pack.flagged("closure_reason", "records_first"):
        how.decision = decision or decide_inside(by, about, kind=_KIND, question="How do we end our work?")
    else:
        _must_not_be_ours_still(about)
        _must_be_looked_at(about)
        how.decision = _agreed(decision, about)
        _must_be_whole(how, pack)
        how.ask_again_on = pack.due(AGAIN, on)
    how.bring_us_back = how.decision.what_would_change_it


def _end_leads(how: Closure, by: Actor, on: date) -> None:
    for lead in LeadWorker.objects.filter(spell=how.spell, until_on=None):
        lead.until_on = on
        lead.save()
        end_lead_ties(lead.account_id, how.person, by)
        if how.ask_again_on:
            let_ask_again(lead.account_id, how.person, on, how.ask_again_on, by)


def _must_not_be_ours_still(about: Person) -> None:
    waits = still_ours(about)
    if waits:
        raise Refused(f"{waits.area} has not accepted the work yet. We stay responsible until they do.")


def _must_be_looked_at(about: Person) -> None:
    """Nobody says there is no concern while somebody who may be a danger is close and nobody took it up (S2-06)."""
    if Exposure.objects.filter(person=about, ended_on=None, taken_at=None).exists():
        raise Refused("Somebody who may be a danger is close to this child. Take that up first.")


def _agreed(decision: Decision | None, about: Person) -> Decision:
    if held_back(about):
        raise Refused("Ending this work is challenged. It goes on until the challenge is answered.")
    found = Decision.objects.filter(pk=decision.pk, person=about, kind=_KIND).first() if decision else None
    if found is None or found.state != "agreed":
        raise Refused("Work ends when the decision to end it is agreed. Write it, and let somebody else read it.")
    return found


def _must_be_whole(how: Closure, pack: Pack) -> None:
    if needs_words(how.outcomes):
        raise Refused("Say what the work came to: what got better, and what did not.", field="outcomes")
    for field, whose in (("child", "the child"), ("family", "the family"), ("others", "the other agencies")):
        if needs_words(getattr(how, f"difference_{field}")):
            raise Refused(f"Ask {whose} what difference it made, or say why not.", field=f"difference_{field}")
    if how.together not in dict(pack.choices("ended_together")):
        raise Refused("Say whether you end it together.", field="together")
    if how.together in pack.flagged("ended_together", "asks_why") and needs_words(how.reached_out):
        raise Refused(
            "They stopped coming or answering: say how we tried to reach them, what would have helped, and what they "
            "could choose from.",
            field="reached_out",
        )
    if not how.child_told_on and needs_words(how.child_not_told_because):
        raise Refused("Tell the child, or say why they are not told.", field="child_told_on")
    if not how.family_told_on and needs_words(how.family_not_told_because):
        raise Refused("Tell the family, or say why they are not told.", field="family_told_on")
    if needs_words(how.offered_after):
        raise Refused("Say what is offered after us, or why nothing is.", field="offered_after")
