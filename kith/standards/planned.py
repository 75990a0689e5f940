"""A plan that rests on what is known, uses what is strong, is done, is the family's as well, and is in their hands."""

from kith.standards.shapes import (
    Answering,
    EachAnswered,
    EachTime,
    Evidence,
    Following,
    PutRight,
    Root,
    Timing,
    Within,
    Wording,
)

_IN_TIME = "x.began_on + %(limit_plan_written_whole)s::interval >= %(today)s"

# Of assessments begun here. The plan of a census has its days and no words: it stands from the day it began.
_AFTER = """(
    select a.id, a.person_id, a.authorised_on, s.closed_on is not null as over, (
      select min(coalesce(p.agreed_on, case when p.because = '' and p.ends_when = '' then p.started_on end))
      from plans_plan p where p.spell_id = a.spell_id
    ) as agreed_on
    from assessment_assessment a join involvement_spell s on s.id = a.spell_id
    where a.authorised_on is not null and a.before_id is null and a.begun_by_name <> ''
  )"""

plan_after_assessment = Within(
    id="plan-after-assessment",
    title="A plan after the assessment",
    promise="Once we know what a child needs, we soon agree a plan.",
    to_family="Once we know what your child needs, we soon agree a plan with you.",
    to_child="Once we know what you need, we soon make a plan with you.",
    roots=(
        Root("practice-standards", "6", ("S1-09",)),
        Root("principles", "ii", ("S1-09",)),
        Root("principles", "iii", ("S1-09",)),
    ),
    limit="plan-after-assessment",
    of=Following(table=_AFTER, done="x.agreed_on", since="x.authorised_on", left="x.over"),
    evidence=Evidence(
        "Each signed assessment of open work, and the day the first plan of that work was agreed.",
        "plans.Plan",
        has={"agreed_on__isnull": False},
    ),
    wording=Wording(
        met="{child}’s plan was agreed in time, on {last}.",
        due="Agree {child}’s plan by {by}: the assessment is signed.",
        missed="{child}’s assessment is signed, and no plan was agreed by {by}.",
        explained="{child}’s plan was not agreed by {by}. The reason is accepted until {until}.",
        not_yet="{child}’s assessment is not signed yet.",
        not_applicable="{child} has no signed assessment that a plan could follow from.",
    ),
    put_right=PutRight("child-plan", "Open the plan"),
)

_OUTCOMES = """(
    select o.id, o.person_id, greatest(p.started_on, w.happened_on) as began_on,
      says(o.need) and says(o.statement) and says(o.measure) and says(o.baseline)
      and says(o.target) and o.by_when is not null and cardinality(o.five_outcomes) > 0
      and (o.assessment_id is not null or o.assessed_on is not null or says(o.not_assessed_because)) as whole
    from plans_outcome o join plans_plan p on p.id = o.plan_id join record_act w on w.id = o.act_id
    where o.ended_on is null and p.ended_on is null and (p.because <> '' or p.ends_when <> '' or p.if_worse <> '')
  )"""

outcomes_whole = EachTime(
    id="outcomes-whole",
    title="Outcomes we can see",
    promise="Our plans say what will be better for the child, how we will know, and by when.",
    to_family="The plan says what will be better for your child, how we will know, and by when.",
    to_child="Your plan says what will get better for you, and when.",
    roots=(
        Root("practice-standards", "6", ("S1-12",)),
        Root("principles", "iii", ("S1-12", "S2-11")),
        Root("nottinghamshire", "outcomes", ("S2-11",)),
    ),
    times=Timing(
        table=_OUTCOMES,
        at="x.began_on",
        how=f"case when x.whole then 'kept' when {_IN_TIME} then 'waiting' else 'overdue' end",
    ),
    timed="plan-written-whole",
    evidence=Evidence(
        "Each outcome of a plan that stands: the need it answers and what that rests on, what will be different, how "
        "we will know, how it is now, the aim, by when, and which of the five outcomes it is for.",
        "plans.Outcome",
        has={"ended_on": None},
    ),
    wording=Wording(
        met="Each outcome of {child}’s plan says what will be better, how we will know, and by when.",
        due="Write the outcomes of {child}’s plan whole: one of {last} lacks something.",
        missed="An outcome of {child}’s plan, written on {last}, still lacks something.",
        explained="An outcome of {child}’s plan lacks something. The reason is accepted until {until}.",
        not_yet="{child}’s plan has no outcomes yet.",
        not_applicable="{child} has no plan with outcomes.",
    ),
    put_right=PutRight("child-plan", "Open the plan"),
)

_ON_WORDS = """(
    select o.id, o.person_id, greatest(p.started_on, w.happened_on) as began_on,
      exists (
        select from voice_citation c join voice_words v on v.id = c.words_id
        where c.row_table = 'plans_outcome' and c.row_id = o.id
      ) as cited,
      o.no_words = 'unborn' or (o.no_words <> '' and says(o.seen)) as seen
    from plans_outcome o join plans_plan p on p.id = o.plan_id join record_act w on w.id = o.act_id
    where o.ended_on is null and p.ended_on is null and (p.because <> '' or p.ends_when <> '' or p.if_worse <> '')
  )"""

outcomes_on_words = EachTime(
    id="outcomes-on-words",
    title="Outcomes on the child’s words",
    promise="What a plan is to change rests on the child’s own words, or on what we saw of the child.",
    to_family="What the plan is to change rests on what your child says and shows.",
    to_child="Your plan starts from what you said and what you showed us.",
    roots=(Root("practice-standards", "1", ("S3-02",)),),
    times=Timing(
        table=_ON_WORDS,
        at="x.began_on",
        how=f"case when x.cited then 'kept' when x.seen then 'left' when {_IN_TIME} then 'waiting' else 'overdue' end",
    ),
    timed="plan-written-whole",
    left="An outcome of {child}’s plan rests on what was seen of {child}. Why there are no words is written in it.",
    evidence=Evidence(
        "Each outcome of a plan that stands, and the child’s words that stand beside it. Where there are none, why not "
        "and what was seen instead are explained.",
        "voice.Citation",
        has={"row_table": "plans_outcome"},
    ),
    wording=Wording(
        met="Each outcome of {child}’s plan rests on what {child} said.",
        due="Say which of {child}’s words an outcome of the plan rests on, or what was seen instead.",
        missed="An outcome of {child}’s plan, written on {last}, rests on nothing {child} said or showed.",
        explained="An outcome of {child}’s plan rests on no words. The reason is accepted until {until}.",
        not_yet="{child}’s plan has no outcomes yet.",
        not_applicable="{child} has no plan with outcomes.",
    ),
    put_right=PutRight("child-plan", "Open the plan"),
)

_USES = """(
    select p.id, p.person_id, p.started_on as began_on, says(p.no_strength_because) as looked,
      exists (select from plans_step s where s.plan_id = p.id and s.taken_out_on is null and says(s.uses)) as used
    from plans_plan p
    where p.ended_on is null and (p.because <> '' or p.ends_when <> '' or p.if_worse <> '') and p.started_on is not null
  )"""

strength_used = EachTime(
    id="strength-used",
    title="A plan that uses what is strong",
    promise="We make plans that use what goes well, and the people a family has.",
    to_family="The plan uses what goes well for you, and the people you have.",
    to_child="Your plan uses what you are good at and the people you like.",
    roots=(Root("practice-standards", "6", ("S1-27",)), Root("principles", "vii", ("S1-27",))),
    times=Timing(
        table=_USES,
        at="x.began_on",
        how=f"case when x.used then 'kept' when x.looked then 'left' when {_IN_TIME} then 'waiting' else 'overdue' end",
    ),
    timed="plan-written-whole",
    left="No step of {child}’s plan uses a strength. How we looked for one is written down.",
    evidence=Evidence(
        "A step of the plan that names the strength, or the person of their own, that it uses. Where none does, how we "
        "looked for one is explained.",
        "plans.Step",
        has_not={"uses": ""},
    ),
    wording=Wording(
        met="{child}’s plan uses a strength, or somebody of their own people.",
        due="Name a strength, or somebody of {child}’s own people, in a step of the plan.",
        missed="No step of {child}’s plan, begun on {last}, uses a strength or somebody of their own.",
        explained="No step of {child}’s plan uses a strength. The reason is accepted until {until}.",
        not_yet="{child} has no plan yet.",
        not_applicable="{child} has no plan that stands.",
    ),
    put_right=PutRight("child-plan", "Open the plan"),
)

_PARENTING = """(
    select p.id, p.person_id, p.started_on as began_on, says(p.no_parents_change_because) as why,
      exists (
        select from plans_outcome o
        where o.plan_id = p.id and o.ended_on is null and o.whose_change in ('parent', 'carer')
      ) as theirs
    from plans_plan p
    where p.ended_on is null and (p.because <> '' or p.ends_when <> '' or p.if_worse <> '') and p.started_on is not null
      and exists (select from plans_outcome o where o.plan_id = p.id and o.ended_on is null and o.need_of = 'parenting')
  )"""

adults_change = EachTime(
    id="adults-change",
    title="What the adults will change",
    promise="When a need is about how a child is cared for, we ask the adults to change, not the child.",
    to_family="The plan says what you will do in a new way, and how we will help you.",
    to_child="Your plan says what the grown-ups will change. It is not all up to you.",
    roots=(Root("practice-standards", "6", ("S3-22",)),),
    times=Timing(
        table=_PARENTING,
        at="x.began_on",
        how=f"case when x.theirs then 'kept' when x.why then 'left' when {_IN_TIME} then 'waiting' else 'overdue' end",
    ),
    timed="plan-written-whole",
    left="No adult is asked to change anything in {child}’s plan. The reason is written in it.",
    evidence=Evidence(
        "In a plan with a need about how the child is looked after: an outcome that is a parent’s or carer’s to "
        "change. Where there is none, the reason in the plan is explained.",
        "plans.Outcome",
        has={"ended_on": None, "whose_change__in": ["parent", "carer"]},
    ),
    wording=Wording(
        met="{child}’s plan says what a parent or carer will do differently.",
        due="Write what a parent or carer will do differently in {child}’s plan.",
        missed="{child}’s plan, begun on {last}, asks no parent or carer to do anything differently.",
        explained="{child}’s plan asks no adult to change anything. The reason is accepted until {until}.",
        not_yet="{child} has no plan yet.",
        not_applicable="No need in a plan for {child} is about how they are looked after.",
    ),
    put_right=PutRight("child-plan", "Open the plan"),
)

# One taken out of the plan after its day was not done by it.
_STEPS = """(
    select s.id, s.person_id, s.by_when as due_on,
      case when s.state = 'done' then s.state_on when s.taken_out_on > s.by_when then s.taken_out_on end as done_on,
      p.ended_on is not null or o.ended_on is not null or s.taken_out_on is not null as over
    from plans_step s join plans_plan p on p.id = s.plan_id left join plans_outcome o on o.id = s.outcome_id
    where s.by_when is not null
  )"""

steps_done = EachAnswered(
    id="steps-done",
    title="Steps done by their day",
    promise="We do what the plan says, by the day it says.",
    to_family="We do what the plan says we will do, by the day it says.",
    to_child="We do what your plan says, when it says so.",
    roots=(Root("practice-standards", "6", ("S3-21",)),),
    asked=Answering(table=_STEPS, done="x.done_on", left="x.over"),
    by="whoever the step is given to",
    one="step",
    evidence=Evidence(
        "Each step of a plan with a day, and the day it was said to be done. Steps of what has ended are not "
        "owed; one that was taken out of the plan after its day stays late.",
        "plans.Step",
        has={"state": "done"},
    ),
    wording=Wording(
        met="Every step of {child}’s plan that had a day was done by it, the last on {last}.",
        due="{count} of {child}’s plan to be done, the first by {by}.",
        missed="A step of {child}’s plan was not done by {by}.",
        explained="A step of {child}’s plan was not done by {by}. The reason is accepted until {until}.",
        not_yet="No step of {child}’s plan has a day yet.",
        not_applicable="No step of a plan for {child} has a day.",
    ),
    put_right=PutRight("child-plan", "Open the plan"),
)

_ACHIEVED = """(
    select f.id, f.person_id, f.since, f.over, (
      select min(c.celebrated_on) from plans_celebration c
      where c.plan_id = f.plan_id and c.celebrated_on >= f.since
        and (c.outcome_id is null or c.outcome_id = f.outcome_id)
    ) as celebrated_on
    from (
      select min(a.id) as id, a.person_id, a.outcome_id, r.plan_id, min(r.held_on) as since,
        bool_or(p.ended_on is not null) as over
      from plans_actual a join plans_planreview r on r.id = a.review_id join plans_plan p on p.id = r.plan_id
      where a.now = 'achieved' group by a.person_id, a.outcome_id, r.plan_id
    ) f
  )"""

progress_celebrated = Within(
    id="progress-celebrated",
    title="Progress celebrated",
    promise="When something has got better, we say so and are glad of it with the child.",
    to_family="When something has got better, we say so, and are glad with you.",
    to_child="When something has got better, we are glad with you and tell you so.",
    told_to=("family", "child"),
    roots=(Root("practice-standards", "7", ("S3-25",)),),
    limit="progress-celebrated",
    of=Following(table=_ACHIEVED, done="x.celebrated_on", since="x.since", left="x.over"),
    evidence=Evidence(
        "Each outcome a review found achieved, and the first day after that something of the plan was celebrated.",
        "plans.Celebration",
    ),
    wording=Wording(
        met="What {child} and the family achieved was celebrated in time, on {last}.",
        due="Celebrate by {by} what {child} and the family have achieved.",
        missed="What {child} and the family achieved was not celebrated by {by}.",
        explained="What {child} achieved was not celebrated by {by}. The reason is accepted until {until}.",
        not_yet="No review has found an outcome of {child}’s plan achieved yet.",
        not_applicable="No review has found an outcome of {child}’s plan achieved yet.",
    ),
    put_right=PutRight("child-plan", "Open the plan"),
)
