"""A plan made with the family in the room, on one page: what goes well, what worries, what comes next (J13, S2-15)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kith.access import Actor, Right
from kith.people.acts.situations import write_line
from kith.people.models import Person
from kith.plans.acts.planning import begin_inside
from kith.plans.acts.written import chosen, pack_on, score_of
from kith.plans.models import Outcome, Plan, PlanView, Step
from kith.record import Refused
from kith.record.acting import act
from kith.voice.acts import cite_inside, keep_words
from kith.voice.models import Words

_SOON = timedelta(weeks=12)  # a step for later stands in the lane for later
_AT_THE_TABLE = "making the plan together"
_NOT_YET = "Agreed in the room with the family, before any assessment."


@dataclass(frozen=True)
class OutcomeSaid:
    """What will be different. `weeks`: by when, from today."""

    statement: str
    measure: str = ""
    baseline: str = ""
    target: str = ""
    whose_change: str = ""
    weeks: int | None = None


@dataclass(frozen=True)
class StepSaid:
    what: str
    who: str = ""
    kind: str = ""  # the pack's step_owner
    weeks: int | None = None
    uses: str = ""


@dataclass(frozen=True)
class ViewSaid:
    """One person in the room: their number from 0 to 10, and their own words."""

    who: str
    whose: str
    score: int | None = None
    words: str = ""
    view: str = "agrees"


@act(
    "{by} made a plan with the family for {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    story=True,
    significance=2,
    makes="plans.Plan",
)
def make_family_plan(
    *,
    by: Actor,
    about: Person,
    on: date,
    because: str,
    ends_when: str = "",
    if_worse: str = "",
    going_well: str = "",
    worries: str = "",
    kind: str = "early_help",
    outcomes: Sequence[OutcomeSaid] = (),
    steps: Sequence[StepSaid] = (),
    people: Sequence[ViewSaid] = (),
    said: str = "",
    said_sort: str = "",
    no_words: str = "",
    seen: str = "",
) -> Plan:
    """The whole of it at once, kept whatever is missing: what is missing is asked for before it is agreed. What goes
    well and what worries stand where everybody sees them, and travel with the child. `said`: the child's own words, on
    which every outcome rests, a wish unless `said_sort` says otherwise, so that it is answered; or `no_words`, why
    there are none, and what was `seen` (S3-02). Raises Refused: as `begin_plan`; an answer the pack has not; a number
    outside 0 to 10.
    """
    plan = begin_inside(about, on, kind=kind, because=because, ends_when=ends_when, if_worse=if_worse)
    pack, room = pack_on(on), "The family, in the room"
    for line, text in (("strength", going_well), ("worry", worries)):
        if text.strip():
            write_line(by, about, on, kind=line, text=text, source=room)
    chosen(pack, "no_own_words", no_words, "no_words")
    heard = _heard(by, about, on, said, said_sort)
    for outcome in outcomes:
        chosen(pack, "whose_change", outcome.whose_change, "whose_change")
        made = Outcome(person=about, plan=plan, need=worries.strip(), not_assessed_because=_NOT_YET, **_of(outcome, on))
        made.no_words, made.seen = no_words, seen.strip()
        made.save()
        cite_inside(about, made, heard)
    for step in steps:
        chosen(pack, "step_owner", step.kind, "owner_kind")
        _step(about, plan, step, on).save()
    for one in people:
        _view(by, about, plan, one, on).save()
    return plan


def _heard(by: Actor, about: Person, on: date, said: str, sort: str) -> list[Words]:
    if not said.strip():
        return []
    return [keep_words(by=by, person=about, on=on, sort=sort or "wish", text=said.strip(), where=_AT_THE_TABLE)]


def _of(outcome: OutcomeSaid, on: date) -> dict[str, object]:
    return {
        "statement": outcome.statement.strip(),
        "measure": outcome.measure.strip(),
        "baseline": outcome.baseline.strip(),
        "target": outcome.target.strip(),
        "whose_change": outcome.whose_change,
        "by_when": _by(on, outcome.weeks),
    }


def _step(about: Person, plan: Plan, step: StepSaid, on: date) -> Step:
    by_when = _by(on, step.weeks)
    return Step(
        person=about,
        plan=plan,
        what=step.what.strip(),
        owner_kind=step.kind,
        owner_name=step.who.strip(),
        uses=step.uses.strip(),
        given_on=on,
        state_on=on,
        by_when=by_when,
        lane="" if by_when is None else "short" if by_when - on <= _SOON else "long",
    )


def _view(by: Actor, about: Person, plan: Plan, one: ViewSaid, on: date) -> PlanView:
    pack = pack_on(on)
    chosen(pack, "whose_view", one.whose, "whose")
    chosen(pack, "plan_view", one.view, "view")
    score_of(one.score, "score")
    if not one.who.strip() or not one.whose:
        raise Refused("Say who this is, and who they are to the child.", field="people")
    return PlanView(
        person=about,
        plan=plan,
        version=plan.version,
        who=one.who.strip(),
        whose=one.whose,
        view=one.view,
        words=one.words.strip(),
        score=one.score,
        said_on=on,
        heard_by_id=by.account_id,
    )


def _by(on: date, weeks: int | None) -> date | None:
    return on + timedelta(weeks=weeks) if weeks is not None else None
