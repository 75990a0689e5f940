"""What was delegated, what a child understands, and who said yes or no (S1-18). Kept from families' own pages."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.packs import NotInPack, Pack
from kith.people import rules
from kith.people.models import Agreed, Delegation, Person, Understanding, agreeing_of
from kith.record import Refused
from kith.record.acting import act


@act(
    "{by} wrote down who else may decide something for {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="people.Delegation",
)
def delegate(
    *,
    by: Actor,
    about: Person,
    on: date,
    topic: str,
    to_name: str,
    given_by: Person | None = None,
    given_by_name: str = "",
    until_on: date | None = None,
    written_where: str = "",
) -> Delegation:
    """From `on`. One who gives it without parental responsibility on record is kept as it was said: the table says what
    is missing. Raises Refused: nothing chosen, something that is not delegated, nobody named, an end before the start.
    """
    chosen = _topic(on, topic)
    if not chosen.may_be_delegated:
        raise Refused("This is not delegated: somebody with parental responsibility decides it.", field="topic")
    if not to_name.strip():
        raise Refused("Say who may decide it.", field="to_name")
    if given_by is None and not given_by_name.strip():
        raise Refused("Say who let them decide it.", field="given_by_name")
    if until_on and until_on < on:
        raise Refused("It cannot end before it began.", field="until_on")
    row = Delegation(
        person=about,
        topic=topic,
        to_name=to_name.strip(),
        given_by=given_by,
        given_by_name=given_by_name.strip() or (given_by.called if given_by else ""),
        from_on=on,
        until_on=until_on,
        written_where=written_where.strip(),
    )
    row.save()
    return row


@act("{by} wrote down that somebody may no longer decide for {about}.", needs=Right.RECORD_ON_ANY_CHILD)
def end_delegation(*, by: Actor, about: Person, on: date, delegation: Delegation, because: str = "") -> Delegation:
    """Raises Refused: another child's; ended already."""
    if delegation.person_id != about.pk:
        raise Refused("This is another child’s.")
    if delegation.ended_on:
        raise Refused("This has ended already.")
    delegation.ended_on, delegation.ended_because = max(on, delegation.from_on), because.strip()
    delegation.save()
    return delegation


@act(
    "{by} wrote down what {about} understands well enough to decide.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="people.Understanding",
)
def judge_understanding(
    *, by: Actor, about: Person, on: date, topic: str, answer: str, how: str = "", judged_by: str = ""
) -> Understanding:
    """One thing at a time: a child may understand a vaccination and not an operation. Raises Refused: nothing chosen,
    an answer that is not the pack's, a day to come.
    """
    _topic(on, topic)
    if answer not in dict(_pack(on).choices("understands")):
        raise Refused("Choose whether they understand it.", field="answer")
    row = Understanding(
        person=about,
        topic=topic,
        answer=answer,
        how=how.strip(),
        judged_by=judged_by.strip() or by.name,
        judged_on=_past(by, on),
    )
    row.save()
    return row


@act(
    "{by} wrote down who said yes or no to something for {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    makes="people.Agreed",
)
def note_agreed(*, by: Actor, about: Person, on: date, topic: str, what: str, who: str, said: str) -> Agreed:
    """Kept whoever said it, at once; what is still missing is said in `not_enough`, and held up by nothing here.

    Raises Refused: nothing chosen, nobody named, no yes or no, a day to come.
    """
    _topic(on, topic)
    if said not in dict(_pack(on).choices("consent_said")):
        raise Refused("Choose yes or no.", field="said")
    if not what.strip():
        raise Refused("Say what was asked.", field="what")
    if not who.strip():
        raise Refused("Say who said it.", field="who")
    row = Agreed(
        person=about, topic=topic, what=what.strip(), who=who.strip(), said=said, said_on=_past(by, on), not_enough=""
    )
    if said == "yes":
        table = rules.who_can_agree(_pack(on), agreeing_of(about, on), on)
        line = next(one for one in table if one.topic.key == topic)
        before = Agreed.objects.filter(person=about, topic=topic, what__iexact=row.what, said="yes")
        row.not_enough = rules.still_needed(line, row.who, before.values_list("who", flat=True))
    row.save()
    return row


def _pack(on: date) -> Pack:
    return packs.pack_for(settings.PACK, on)


def _topic(on: date, topic: str) -> packs.Consent:
    try:
        return _pack(on).consent(topic)
    except NotInPack:
        raise Refused("Choose what it is about.", field="topic") from None


def _past(by: Actor, on: date) -> date:
    if on > by.today:
        raise Refused("That day has not come yet.", field="on")
    return on
