"""Which service answers a need of the plan, or why none does: kept at once, whatever else is missing (S1-17)."""

from datetime import date

from kith.access import Actor, Right
from kith.people.models import Person
from kith.plans.acts.written import chosen, pack_on, still_open
from kith.plans.models import NeedAnswer, Outcome
from kith.record import Refused
from kith.record.acting import act


@act(
    "{by} wrote down what answers a need in the plan for {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="plans.NeedAnswer",
)
def answer_need(
    *,
    by: Actor,
    about: Person,
    on: date,
    outcome: Outcome,
    service: str = "",
    lacks: str = "",
    kind: str = "",
    words: str = "",
    since_on: date | None = None,
    instead_of: NeedAnswer | None = None,
) -> NeedAnswer:
    """A service by its name, or the pack's reason why there is none; since that day unless said. `instead_of` ends what
    stood before. The kind of help may be said later. Raises Refused: neither, or both; a code there is none of; a day
    to come; another child's; no longer worked on; ended already.
    """
    still_open(outcome.plan, about)
    if outcome.ended_on:
        raise Refused("This outcome is no longer worked on.")
    if bool(service.strip()) == bool(lacks):
        raise Refused("Name the service, or say why no service meets it.", field="service")
    pack, since = pack_on(on), since_on or on
    chosen(pack, "no_service", lacks, "lacks")
    chosen(pack, "help_wanted", kind, "kind")
    if since > by.today:
        raise Refused("That day has not come yet.", field="since_on")
    if instead_of:
        _end(instead_of, about, on, "Something else was written in its place.")
    made = NeedAnswer(
        person=about,
        outcome=outcome,
        service=service.strip(),
        lacks=lacks,
        kind=kind or (instead_of.kind if instead_of else ""),
        words=words.strip(),
        since_on=since,
    )
    made.save()
    return made


@act(
    "{by} wrote down that what answered a need in the plan for {about} has ended.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="plans.NeedAnswer",
)
def end_need_answer(*, by: Actor, about: Person, on: date, answer: NeedAnswer, because: str) -> NeedAnswer:
    """The service has ended, or the reason is none any more. Raises Refused: no reason; ended already; another
    child's; before it began.
    """
    if not because.strip():
        raise Refused("Say why it has ended.", field="because")
    return _end(answer, about, on, because.strip())


def _end(answer: NeedAnswer, about: Person, on: date, because: str) -> NeedAnswer:
    if answer.person_id != about.pk:
        raise Refused("This is another child’s.")
    if answer.ended_on:
        raise Refused("This has ended already.")
    if on < answer.since_on:
        raise Refused("It had not begun yet on that day.", field="on")
    answer.ended_on, answer.ended_because = on, because
    answer.save()
    return answer
