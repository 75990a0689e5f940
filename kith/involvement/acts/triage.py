"""Deciding what becomes of a contact, child by child, in one go; and telling whoever told us (E1, S3-17, S3-18)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.calendar import in_full
from kith.decisions.acts import decide_inside
from kith.decisions.models import Decision
from kith.decisions.rules import LineGiven, OptionGiven
from kith.directory.acts import notify
from kith.involvement import rules
from kith.involvement.acts.matching import line_of
from kith.involvement.acts.moving import move_inside
from kith.involvement.acts.working import open_work
from kith.involvement.models import (
    AT_HAND,
    AgencyRequest,
    Contact,
    ContactLine,
    ContactReply,
    LeadWorker,
    Spell,
    Teller,
    pictures_of,
)
from kith.involvement.rules import Decided
from kith.packs import Pack, ThresholdDocument
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.record.guard import current_recording
from kith.voice.acts import keep_words
from kith.words import needs_words

_DECIDED = "What you told us has been decided. Open it to read what, and why."
_OURS = "It was decided what becomes of a worry about a child you lead."


def _what_was_decided(person: Any, details: Any) -> str:
    """Of a contact about nobody whose record is known, the log says so much."""
    return "{by} decided what becomes of a contact" + (" about {about}." if person else ".")


@act(
    _what_was_decided,
    needs=Right.DECIDE_CONTACTS,
    staff_only=True,
    story=True,
    significance=2,
    makes="involvement.ContactLine",
)
def decide_contact(
    *, by: Actor, about: Sequence[Person] | Person | None, on: date, contact: Contact, decided: Sequence[Decided]
) -> list[ContactLine]:
    """A decision for each child given, and none for the others yet: brothers and sisters in one go, each with their
    own level and reasons. One that begins or goes to work opens it, or finds it open, in the same occasion. `about` is
    everyone of them whose record is known.

    Raises Refused, with nothing decided: reasons, level or what is said to others missing, everything at once
    (`rules.lacking`); decided already; work with nobody, or work that is not open.
    """
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    pack = packs.pack_for(settings.PACK, on)
    document = pack.threshold_document(on)
    if not decided:
        raise Refused("Decide about at least one child.")
    teller = Teller.objects.filter(contact=contact).first()
    back = rules.not_told_back(contact, teller.reach if teller else "", pack)
    before = list(
        ContactLine.objects.filter(contact=contact).exclude(decided_at=None).values_list("reasons", flat=True)
    )
    missing = []
    for n, one in enumerate(decided):
        others = [*before, *(other.reasons for other in decided[:n])]
        missing += rules.lacking(one, pack, document, tells_back=back == "", of_siblings=others)
    rules.refuse_with(missing)
    lines = [_decide(by, on, contact, one, pack, document, back) for one in decided]
    if not contact.children.filter(line__isnull=True).exists() and not contact.lines.filter(decided_at=None).exists():
        contact.decided_at = by.now
        contact.save()
    if back == "" and contact.told_by_id:
        notify(contact.told_by_id, "contact_decided", None, _DECIDED)
    return lines


@act(
    "{by} told whoever told us what was decided.",
    needs=Right.DECIDE_CONTACTS,
    tie=False,
    staff_only=True,
    again=lambda given: given["reply"],
)
def tell_back(*, by: Actor, about: None, on: date, reply: ContactReply, how: str) -> ContactReply:
    """Rung, or written to: for those who do not read it here. It bears on the promise to the child it was about, whose
    log has a line of it. Raises Refused: told already, or not how.
    """
    if reply.told_on or reply.cannot_be_told:
        raise Refused("This has been seen to already.")
    if needs_words(how):
        raise Refused("Say how they were told.", field="how")
    line = ContactLine.objects.filter(child=reply.child_id).select_related("person").first()
    if line and line.person:
        current_recording().add(line.person)
    reply.told_on, reply.told_how = on, how.strip()
    reply.save()
    return reply


def _decide(
    by: Actor, on: date, contact: Contact, one: Decided, pack: Pack, document: ThresholdDocument, back: str
) -> ContactLine:
    line = line_of(one.child)
    if line.decided_at:
        raise one.refuse(f"{line.decided_by_name} has decided this already.", "outcome")
    for name in ("outcome", "level", "need", "why_not_above", "why_not_below", "reasons", "child_view"):
        setattr(line, name, getattr(one, name).strip())
    for name in ("bottom_lines", "no_bottom_lines_because", "would_change", "offered", "not_offered_because"):
        setattr(line, name, getattr(one, name).strip())
    for name in ("family_told", "family_told_words"):
        setattr(line, name, getattr(one, name).strip())
    line.thresholds, line.indicators = document.version, list(one.indicators)
    line.decided_by_id, line.decided_by_name, line.decided_at, line.decided_on = by.account_id, by.name, by.now, on
    if line.person:
        line.decision = _decision(by, on, contact, one, line.person, pack, document)
    line.spell = _work(by, on, contact, one, line, pack, document)
    line.save()
    _tell(by, on, contact, one, line, pack, back)
    if line.person:
        _hear(by, contact, one, line.person)
    return line


def _work(
    by: Actor, on: date, contact: Contact, one: Decided, line: ContactLine, pack: Pack, document: ThresholdDocument
) -> Spell | None:
    flags = pack.code("contact_outcome", one.outcome).flags
    if not {"opens_work", "open_already"} & set(flags):
        return None
    if line.person is None:
        raise one.refuse("Say whose record this is before work begins.", "outcome")
    running = Spell.objects.filter(person=line.person, closed_on=None).order_by(*AT_HAND).first()
    if running or "open_already" in flags:
        if running is None:
            raise one.refuse("No work is open with this child. Choose what begins.", "outcome")
        return running if "open_already" in flags else _more_help(by, running, on, one, line, pack, document)
    level = rules.begins_as(one, pack, document)
    # Work begins with the day we were told, which every later limit counts from; never inside work that has ended.
    inside = Spell.objects.filter(person=line.person, closed_on__gt=contact.received_on).exists()
    began = on if inside else contact.received_on
    return open_work(by, line.person, began, level=level, source=contact.source)


def _more_help(
    by: Actor, running: Spell, on: date, one: Decided, line: ContactLine, pack: Pack, document: ThresholdDocument
) -> Spell:
    """Work is open already: more help goes on from it on the same thread, with the same lead worker, and nothing is
    told again (S2-03, J13). A contact never lessens the help there is: that is a decision of its own.
    """
    level = rules.begins_as(one, pack, document)
    if rules.way(pack, running.level, level) != "up":
        return running
    return move_inside(by, running, level, on, line.decision, one.reasons.strip())


def _decision(
    by: Actor, on: date, contact: Contact, one: Decided, person: Person, pack: Pack, document: ThresholdDocument
) -> Decision:
    """The same on the child's own record, where it is looked at again, challenged and made anew like any other."""
    chosen = pack.label("contact_outcome", one.outcome)
    level, (below, above) = document.level(one.level), document.beside(one.level)
    beside = ((above, one.why_not_above), (below, one.why_not_below))
    said = {"child_view": one.child.own_words, "child_view_weight": one.child_view}
    return decide_inside(
        by,
        person,
        kind="contact",
        on=on,
        finish=True,
        question=f"What becomes of what we were told on {in_full(contact.received_on)}?",
        chosen=f"{chosen}. {level.label if level else ''}",
        reasons=one.reasons,
        options=[
            OptionGiven(what=f"{chosen}, {level.label if level else ''}", chosen=True),
            *(OptionGiven(what=other.label, why_not=why) for other, why in beside if other),
        ],
        rests_on=_rests_on(contact, one),
        bottom_lines=[_line(text.strip(), by) for text in one.bottom_lines.splitlines() if text.strip()],
        no_bottom_lines_because=one.no_bottom_lines_because,
        what_would_change_it=one.would_change,
        review_by_on=pack.timescale("contact-looked-at-again", on).due(on, pack.calendar),
        **(said if one.child.own_words else {"child_view_not_known": one.child_view}),
    )


def _rests_on(contact: Contact, one: Decided) -> str:
    """With who signed what was made of it together, as it stood: nobody waits for a signature to decide (N40)."""
    rests = f"Contact {contact.reference}, and what agencies answered to it."
    texts = pictures_of(contact).get(one.child.pk, [])
    if not texts:
        return rests
    requests = AgencyRequest.objects.filter(contact=contact).select_related("agency")
    return f"{rests} {rules.told_of(texts[0].number, rules.stand(requests, texts))}"


def _line(statement: str, by: Actor) -> LineGiven:
    """Until somebody leads the work, whoever decided watches it, and hears when it is broken."""
    return LineGiven(
        statement=statement,
        broken_when=f"Anybody sees that this is not kept: {statement}",
        watcher_id=by.account_id,
        watcher_name=by.name,
        alerted_id=by.account_id,
        alerted_name=by.name,
    )


def _tell(by: Actor, on: date, contact: Contact, one: Decided, line: ContactLine, pack: Pack, back: str) -> None:
    lead = LeadWorker.objects.filter(person=line.person, until_on=None).order_by("-pk").first() if line.person else None
    if lead:
        notify(lead.account_id, "contact", line.person, _OURS)
    ContactReply(
        contact=contact,
        child=one.child,
        decision=pack.label("contact_outcome", one.outcome),
        reasons=one.released.strip(),
        lead_worker=", ".join(filter(None, [lead.name, lead.phone])) if lead and line.spell_id else "",
        asked_of_them=one.asked_of_them.strip(),
        said_at=by.now,
        said_by_name=by.name,
        told_on=on if contact.told_by_id else None,
        told_how="Here, signed in" if contact.told_by_id else "",
        cannot_be_told=back,
    ).save()


def _hear(by: Actor, contact: Contact, one: Decided, person: Person) -> None:
    """What the child said to whoever told us is the child's, and owed an answer by whoever leads (S0-02). Who passed it
    on stays in confidence: a child reads who heard them.
    """
    if not one.child.own_words:
        return
    lead = LeadWorker.objects.filter(person=person, until_on=None).order_by("-pk").first()
    keep_words(
        by=by,
        person=person,
        on=contact.received_on,
        sort=one.child.own_words_sort or "worry",
        text=one.child.own_words,
        heard_by="Somebody who told us",
        owed_by_id=lead.account_id if lead else by.account_id,
        owed_by_name=lead.name if lead else by.name,
    )
