"""What people say about a promise: why it was missed, whether that may stand, and whether it is truly kept.

Nothing here changes what happened: late stays late (design 7.10), and no other room ever waits for these.
"""

from datetime import date

from kith.access import Actor, Right
from kith.calendar import in_full
from kith.involvement.models import LeadWorker
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.standards.clocks import queries as clocks
from kith.standards.clocks.rules import A_CLOCK, Line
from kith.standards.gathering import gather, moment_of
from kith.standards.models import VERDICTS, Explanation, Judgement, MoreTime
from kith.standards.register import is_for_few, standard
from kith.standards.rules import LONGEST_ACCEPTANCE, stand
from kith.standards.shapes import Shape, State
from kith.words import needs_words


@act("{by} explained why a promise to {about} was not kept in time.", makes="standards.Explanation")
def explain_missed(*, by: Actor, about: Person, on: date, standard_id: str, reason: str, plan: str = "") -> Explanation:
    """Anyone tied to the child may say why. It counts for nothing until somebody else accepts it. A clock that no
    promise holds is explained by its own id (`kith.standards.clocks`).

    Raises Refused: no such promise; not missed; a reason (or, for a child not seen, a plan) that says nothing.
    """
    is_clock = standard_id.startswith(A_CLOCK)
    promise = None if is_clock else promise_of(standard_id)
    if needs_words(reason):
        raise Refused("Say what got in the way: a reason someone else can understand.", field="reason")
    if promise and promise.needs_plan and needs_words(plan):
        raise Refused(f"Say how and when {about} will be seen.", field="plan")
    if promise and is_for_few(promise):
        raise Refused("Few may know of this. Write the reason where its steps are written.", field="reason")
    if promise and _state(promise, about, by.today) is not State.MISSED:
        raise Refused("This promise is not missed: there is nothing to explain.")
    if is_clock and _clock(about, by, standard_id).runs.kept_close:
        raise Refused("Few may know of this. Write the reason where its steps are written.", field="reason")
    if is_clock and _clock(about, by, standard_id).state != "late":
        raise Refused("This is not late: there is nothing to explain.")
    given = Explanation(
        person=about,
        standard=standard_id,
        reason=reason.strip(),
        plan=plan.strip(),
        given_by_id=by.account_id,
        given_on=by.today,
    )
    given.save()
    return given


@act(
    "{by} accepted why a promise to {about} was not kept in time.",
    needs=Right.ACCEPT_EXPLANATIONS,
    tie=False,
    makes="standards.Explanation",
)
def accept_explanation(
    *, by: Actor, about: Person, on: date, explanation: Explanation, expires_on: date
) -> Explanation:
    """It may stand as explained until a day, never as met. Raises Refused: one's own, accepted already, someone
    else's child, a last day that is past or more than a quarter away.
    """
    if explanation.person_id != about.pk:
        raise Refused("This explanation is about someone else.")
    if explanation.given_by_id == by.account_id:
        raise Refused("Nobody accepts their own explanation. Ask a colleague to look at it.")
    if explanation.accepted_by_id is not None:
        raise Refused(f"This was accepted on {in_full(explanation.accepted_on or on)} already.")
    if expires_on <= by.today:
        raise Refused("Give a day still to come: the acceptance runs out then.", field="expires_on")
    if expires_on > by.today + LONGEST_ACCEPTANCE:
        raise Refused("Look at it again within three months: give an earlier day.", field="expires_on")
    explanation.accepted_by_id, explanation.accepted_on = by.account_id, by.today
    explanation.expires_on = expires_on
    explanation.save()
    return explanation


@act("{by} asked for more time for {about}.", makes="standards.MoreTime")
def ask_more_time(*, by: Actor, about: Person, on: date, clock: str, until_on: date, reason: str) -> MoreTime:
    """Longer than the limit, where the pack lets a manager agree to it (E3). Nothing moves until one does.

    Raises Refused: a clock that has ended or takes no more time; one request waiting; a day no later than it is owed
    by; a reason that says nothing.
    """
    line = _clock(about, by, clock)
    if line.runs.kept_close:
        raise Refused("Few may know of this. Write the reason where its steps are written.", field="reason")
    if line.asked_until:
        raise Refused("More time has been asked for already. Wait for the answer.")
    if not line.may_ask_more:
        raise Refused("Nobody can allow more time for this.")
    if until_on <= line.needed_by:
        raise Refused(f"It is owed by {in_full(line.needed_by)} already: give a later day.", field="until_on")
    if needs_words(reason):
        raise Refused("Say why it takes longer, and what that means for the child.", field="reason")
    asked = MoreTime(
        person=about,
        clock=line.id,
        until_on=until_on,
        reason=reason.strip(),
        asked_by_id=by.account_id,
        asked_by_name=by.name,
        asked_on=by.today,
    )
    asked.save()
    return asked


@act(
    "{by} answered whether there may be more time for {about}.",
    needs=Right.ACCEPT_EXPLANATIONS,
    tie=False,
    makes="standards.MoreTime",
)
def answer_more_time(
    *, by: Actor, about: Person, on: date, more_time: MoreTime, allowed: bool, because: str
) -> MoreTime:
    """A manager's answer, with reasons. The day of the limit stands: what ends after it is late, with time allowed.

    Raises Refused: someone else's child, one's own request or one's own work, answered already, no reasons.
    """
    if more_time.person_id != about.pk:
        raise Refused("This request is about someone else.")
    if more_time.answered_on is not None:
        raise Refused(f"{more_time.answered_by_name} answered this on {in_full(more_time.answered_on)} already.")
    leads = LeadWorker.objects.filter(person=about, account_id=by.account_id, until_on=None).exists()
    if more_time.asked_by_id == by.account_id or leads:
        raise Refused("Nobody allows more time for their own work. Ask another manager to look at it.")
    if needs_words(because):
        raise Refused("Give your reasons: they are kept with the answer.", field="because")
    more_time.answered_by_id, more_time.answered_by_name = by.account_id, by.name
    more_time.answered_on, more_time.allowed, more_time.because = by.today, allowed, because.strip()
    more_time.save()
    return more_time


@act(
    "{by} looked at how a promise to {about} is kept.",
    needs=Right.JUDGE_PROMISES,
    tie=False,
    makes="standards.Judgement",
)
def judge_promise(*, by: Actor, about: Person, on: date, standard_id: str, verdict: str, because: str) -> Judgement:
    """Met, not met, or met on paper only, by someone who has not led the work (design 7.11, S3-27.2).

    Raises Refused: no such promise or verdict, no reason, someone who leads or has led the work.
    """
    promise = promise_of(standard_id)
    if verdict not in dict(VERDICTS):
        raise Refused("Say whether it was met, not met, or met on paper only.", field="verdict")
    if is_for_few(promise):
        raise Refused("Few may know of this. Write what you saw where its steps are written.", field="because")
    if needs_words(because):
        raise Refused("Say what you saw that shows it.", field="because")
    if LeadWorker.objects.filter(person=about, account_id=by.account_id).exists():
        raise Refused("Someone who has not led this work must look at it.")
    found = Judgement(
        person=about,
        standard=promise.id,
        verdict=verdict,
        because=because.strip(),
        judged_by_id=by.account_id,
        judged_on=on,
    )
    found.save()
    return found


def _clock(child: Person, by: Actor, id_: str) -> Line:
    line = clocks.clock_of(child, by, id_)
    if line is None:
        raise Refused("There is no such clock.", field="clock")
    return line


def _state(promise: Shape, child: Person, today: date) -> State:
    facts = next(gather(today, [child.pk], promise), None)
    if facts is None:
        raise Refused(f"We are not working with {child} at the moment.")
    return stand(promise, facts, moment_of(today)).state


def promise_of(standard_id: str) -> Shape:
    """Raises Refused for an id that is no promise's."""
    try:
        return standard(standard_id)
    except LookupError:
        raise Refused("There is no such promise.", field="standard_id") from None
