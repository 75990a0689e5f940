"""A need has its service or the reason why not; and what a family has lived through changes how we work with it."""

from kith.plans.rules import SERVING
from kith.standards.shapes import Evidence, Following, PutRight, Root, Within, Wording

_SERVING = ", ".join(f"'{kind}'" for kind in SERVING)
# Each need of a plan from the day it was written to its first service, step of a service, or reason why there is none.
_NEEDS = f"""(
    select o.id, o.person_id, a.happened_on as since, o.ended_on is not null or p.ended_on is not null as over,
    least(
      (select min(said.happened_on) from plans_needanswer n join record_act said on said.id = n.act_id
        where n.outcome_id = o.id),
      (select min(s.given_on) from plans_step s
        where s.outcome_id = o.id and s.owner_kind in ({_SERVING}) and s.taken_out_on is null)
    ) as answered_on
    from plans_outcome o join plans_plan p on p.id = o.plan_id join record_act a on a.id = o.act_id
    where o.need <> ''
  )"""  # noqa: S608
# Each time somebody told, until something is done differently; a later answer that asks for nothing ends it.
_TOLD = """(
    select t.id, t.person_id, t.noted_on, exists (
      select from people_livedthrough later where later.person_id = t.person_id and later.answer <> 'yes'
        and (later.told_on, later.id) > (t.told_on, t.id)
    ) as over, (
      select min(greatest(a.from_on, t.noted_on)) from people_adaptation a where a.told_id = t.id and says(a.what)
    ) as adapted_on, coalesce((
      select a.why_not from people_adaptation a where a.told_id = t.id and says(a.why_not) order by a.id desc limit 1
    ), '') as why_not
    from people_livedthrough t where t.answer = 'yes'
  )"""

needs_served = Within(
    id="needs-served",
    title="A service for each need, or why not",
    promise="For each need in a plan we say which service meets it, or why none does.",
    to_family="For each need in the plan we tell you who helps with it. If nobody can, we say why.",
    to_child="For each thing you need, somebody helps. If nobody can, we say why.",
    roots=(Root("principles", "iv", ("S1-17",)),),
    limit="need-served",
    of=Following(table=_NEEDS, done="x.answered_on", since="x.since", left="x.over"),
    one="need",
    evidence=Evidence(
        "Each need written in a plan, and the first day a service that meets it was written down, a step of a service "
        "towards it, or the reason why no service does.",
        "plans.NeedAnswer",
    ),
    wording=Wording(
        met="What meets each need in {child}’s plan, or why nothing does, was written in time, on {last}.",
        due="Say by {by} which service meets {count} in {child}’s plan, or why none does.",
        missed="By {by} nobody had written which service meets a need in {child}’s plan, or why none does.",
        explained="A need in {child}’s plan had no service by {by}. The reason is accepted until {until}.",
        not_yet="No need is written in a plan for {child} yet.",
        not_applicable="No need is written in a plan for {child}.",
    ),
    put_right=PutRight("child-plan", "Open the plan"),
)

practice_adapts = Within(
    id="practice-adapts",
    title="How we work differently",
    promise="If a family tells us they have met racism, we say how we will change our work.",
    to_family="If you tell us you have met racism, we say what we will do in a new way.",
    to_child="If people were not fair to you for who you are, we say what we will change.",
    roots=(Root("nottinghamshire", "inclusive", ("S2-22",)),),
    limit="practice-adapts",
    of=Following(table=_TOLD, done="x.adapted_on", since="x.noted_on", left="x.over", because="x.why_not"),
    left="Nothing is different yet in how we work with {child}’s family, for a reason that is written down.",
    kept_close=True,
    for_few=True,
    evidence=Evidence(
        "Each time a child or family told us of racism or discrimination, and the first day something was done "
        "differently because of it. Why nothing is yet counts as explained. Only those who work with the child are "
        "told of it.",
        "people.Adaptation",
        has_not={"what": ""},
    ),
    wording=Wording(
        met="How we fit our work to {child}’s family was written in time, on {last}.",
        due="Write by {by} how we fit our work to {child}’s family.",
        missed="How we fit our work to {child}’s family was not written by {by}.",
        explained="How we fit our work to {child}’s family was not written by {by}. A reason stands until {until}.",
        not_yet="Nothing was told that asks us to work differently with {child}’s family.",
        not_applicable="Nothing was told that asks us to work differently with {child}’s family.",
    ),
    put_right=PutRight("child-fitting", "Open what was told"),
)
