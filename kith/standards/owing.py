"""What is owed to a child in two plain forms, each read from one table of the record: asked, to be answered by a day it
carries; and happened, to be followed by something else. To read one more for a standard, name it here and in `Facts`.
"""

from dataclasses import dataclass, replace
from typing import ClassVar


@dataclass(frozen=True)
class Owing:
    """SQL over the alias `x`: `only` leaves rows out, `left` is a condition under which nothing is owed any more."""

    table: str
    done: str
    only: str = "true"
    left: str = "false"

    columns: ClassVar[tuple[str, ...]]

    def sums(self) -> str:
        raise NotImplementedError

    def join(self, name: str) -> str:
        """$each, $child, $of_child and $by_child are as in facts.sql."""
        head = f"left join $each (\n  select $child, {self.sums()}\n  "
        rows = f"from {self.table} x where {self.only} and $of_child $by_child\n"
        return f"{head}{rows}) {name} on {name}.person_id = child.person_id"

    @property
    def is_open(self) -> str:
        return f"{self.done} is null and not ({self.left})"


@dataclass(frozen=True)
class Answering(Owing):
    """Each row carries the last day that is in time. `late`: late whatever the days say."""

    due: str = "x.due_on"
    late: str = "false"

    columns = ("open_id", "open_due", "in_time", "late", "late_due")

    def sums(self) -> str:
        late = f"({self.done} > {self.due} or {self.late})"
        return (
            f"array_agg(x.id) filter (where {self.is_open}) as open_id, "
            f"array_agg({self.due}) filter (where {self.is_open}) as open_due, "
            f"max({self.done}) filter (where not {late}) as in_time, "
            f"max({self.done}) filter (where {late}) as late, "
            f"max({self.due}) filter (where {late}) as late_due"
        )


@dataclass(frozen=True)
class Following(Owing):
    """Each row begins a limit of the pack on the day `since`."""

    since: str = "x.given_on"

    columns = ("open_id", "open_since", "done_on", "since")

    def sums(self) -> str:
        done = f"max(array[{self.done}, {self.since}]) filter (where {self.done} is not null)"
        return (
            f"array_agg(x.id) filter (where {self.is_open}) as open_id, "
            f"array_agg({self.since}) filter (where {self.is_open}) as open_since, "
            f"({done})[1] as done_on, ({done})[2] as since"
        )


_ANSWERED = Answering("", "x.answered_on")
# A look at a plan promises the next; the plan itself, once agreed, the first.
_LOOKS = """(
    select r.id, r.person_id, r.next_on as due_on, (
      select min(n.held_on) from plans_planreview n where n.plan_id = r.plan_id and n.held_on > r.held_on
    ) as done_on, p.ended_on is not null as over
    from plans_planreview r join plans_plan p on p.id = r.plan_id
    where r.finished_on is not null and r.next_on is not null
    union all
    select p.id, p.person_id, (p.agreed_on + %(look_again)s::interval)::date, (
      select min(n.held_on) from plans_planreview n where n.plan_id = p.id and n.held_on >= p.agreed_on
    ), p.ended_on is not null
    from plans_plan p where p.agreed_on is not null
  )"""
# The first assessment of the work counts from the referral, a later one, or one of work brought over, from the day it
# began. What a census told of was not begun here.
_ASSESSED = """(
    select a.id, a.person_id, a.authorised_on, case when s.came_from <> '' or exists (
      select from assessment_assessment b where b.spell_id = a.spell_id and b.started_on < a.started_on
    ) then a.started_on else s.started_on end as since, s.closed_on is not null as over
    from assessment_assessment a join involvement_spell s on s.id = a.spell_id
    where a.begun_by_name <> '' and a.started_on is not null and s.started_on is not null
  )"""

# A child who came back is offered a talk within so many hours: late is late to the minute, due is told by its day.
_CAME_BACK = """(
    select m.id, m.person_id, (m.offered_at at time zone %(zone)s)::date as offered_on,
      ((m.found_at + %(return_talk)s::interval) at time zone %(zone)s)::date as due_on,
      m.offered_at > m.found_at + %(return_talk)s::interval as too_late
    from involvement_missing m where m.found_at is not null and %(return_talk)s::interval is not null
  )"""

OWING: dict[str, Owing] = {
    "workers_asked": replace(_ANSWERED, table="involvement_workerasked", due="x.answer_by_on"),
    "talks": Answering(
        "feedback_valued", "x.followed_up_on", due="x.follow_up_by_on", only="x.follow_up_by_on is not null"
    ),
    "decisions": Answering(
        "decisions_decision",
        "x.finished_on",
        due="x.owed_by_on",
        only="x.owed_by_on is not null",
        left="x.state <> 'proposed'",
    ),
    "challenges": replace(_ANSWERED, table="decisions_challenge", late="x.late_at <> '{}'"),
    "revisits": replace(_ANSWERED, table="decisions_revisit", late="x.asked_before <> '{}'"),
    "plan_looks": Answering(_LOOKS, "x.done_on", only="x.due_on is not null", left="x.over"),
    "steps": Following("plans_step", "x.accepted_on", only="x.owner_id is not null", left="x.state = 'done'"),
    "returns": Answering(_CAME_BACK, "x.offered_on", late="coalesce(x.too_late, false)"),
    "contributions": Following(
        "assessment_contribution", "x.used_on", only="x.agency_id is not null", since="x.given_on"
    ),
    "assessments": Following(_ASSESSED, "x.authorised_on", since="x.since", left="x.over"),
}


def columns() -> str:
    return ", ".join(f"{name}.{column}" for name, one in OWING.items() for column in one.columns)


def joins() -> str:
    return "\n\n".join(one.join(name) for name, one in OWING.items())
