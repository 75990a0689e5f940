"""What is known of a child is worked out in time, and what was planned is taken on and looked at again."""

from kith.standards.shapes import Answering, EachAnswered, Evidence, Following, PutRight, Root, Within, Wording

# A look at a plan promises the next; the plan itself, once agreed, the first.
_LOOKS = """(
    select r.id, r.person_id, r.next_on as due_on, (
      select min(n.held_on) from plans_planreview n where n.plan_id = r.plan_id and n.held_on > r.held_on
    ) as done_on, p.ended_on is not null as over
    from plans_planreview r join plans_plan p on p.id = r.plan_id
    where r.finished_on is not null and r.next_on is not null
    union all
    select p.id, p.person_id, (p.agreed_on + %(limit_plan_review)s::interval)::date, (
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

assessment_finished = Within(
    id="assessment-finished",
    title="Assessment finished",
    promise="When we set out to understand how a child is, we finish in time.",
    to_family="We will tell you by when we will finish, and tell you what we found.",
    to_child="We will tell you what we found out, and not take too long.",
    roots=(Root("practice-standards", "2", ("S3-04",)), Root("principles", "ix", ("S3-08",))),
    limit="assessment",
    of=Following(table=_ASSESSED, done="x.authorised_on", since="x.since", left="x.over"),
    evidence=Evidence(
        "Each assessment begun here, from the referral (a later one of the same work, or of work brought over, from "
        "the day it began) to the day a manager signed it. Agreed extra time explains; it never counts as in time.",
        "assessment.Assessment",
        has={"authorised_on__isnull": False},
    ),
    wording=Wording(
        met="{child}’s last assessment was finished in time, on {last}.",
        due="Finish {child}’s assessment by {by}.",
        missed="{child}’s assessment was not finished by {by}.",
        explained="{child}’s assessment was not finished by {by}. The reason is accepted until {until}.",
        not_yet="No assessment of {child} has begun yet.",
        not_applicable="No assessment of {child} is going on.",
    ),
    put_right=PutRight("child-assessment", "Open the assessment"),
)

steps_accepted = Within(
    id="steps-accepted",
    title="Steps taken on",
    promise="We ask whoever is to do something for a child if they will, and they tell us soon.",
    to_family="We will ask each person in the plan if they will do their part.",
    to_child="We ask each grown-up in your plan if they will do what it says.",
    roots=(
        Root("practice-standards", "6", ("S3-21",)),
        Root("nottinghamshire", "shared-responsibility", ("S2-08",)),
    ),
    limit="action-accepted",
    of=Following(
        table="plans_step",
        only="x.owner_id is not null",
        done="x.accepted_on",
        since="x.given_on",
        left="x.state = 'done' or x.taken_out_on is not null",
        gone="coalesce(x.taken_out_on, case when x.state = 'done' then x.state_on end)",
    ),
    evidence=Evidence(
        "Each step of a plan given to somebody who signs in, and the day they took it on. One that was done or taken "
        "out of the plan untaken, after its day, stays late.",
        "plans.Step",
        has={"accepted_on__isnull": False},
    ),
    wording=Wording(
        met="The last step of {child}’s plan was taken on in time, on {last}.",
        due="Steps of {child}’s plan wait to be taken on: {count}. They are due by {by}.",
        missed="A step of {child}’s plan was not taken on by {by}.",
        explained="A step of {child}’s plan was not taken on by {by}. The reason is accepted until {until}.",
        not_yet="No step of {child}’s plan has been given to anybody yet.",
        not_applicable="No step of a plan for {child} is given to somebody who signs in.",
    ),
    put_right=PutRight("child-plan", "Open the plan"),
)

contributions_answered = Within(
    id="contributions-answered",
    title="Agencies told how theirs was used",
    promise="Whoever works with a child and tells us what they know hears how we used it, or why not.",
    to_family="When others tell us what they know of your child, we tell them how we used it.",
    to_child="When someone who helps you tells us things, we tell them what we did with it.",
    roots=(
        Root("girfec", "expertise", ("S0-16",)),
        Root("nottinghamshire", "shared-responsibility", ("S2-02", "S2-07")),
    ),
    limit="contribution-acknowledged",
    of=Following(table="assessment_contribution", only="x.agency_id is not null", done="x.used_on", since="x.given_on"),
    evidence=Evidence(
        "Each thing another agency gave to what is understood of a child, and the day it was said how that was used, "
        "or why not. An answer that it was not looked at yet leaves it open.",
        "assessment.Contribution",
        has={"used_on__isnull": False},
    ),
    wording=Wording(
        met="The last agency that told us what it knows of {child} was told in time how it was used, on {last}.",
        due="Agencies wait to be told how what they gave about {child} was used: {count}. It is due by {by}.",
        missed="An agency was not told by {by} how what it gave about {child} was used.",
        explained="An agency was not told by {by} how what it gave about {child} was used. The reason is accepted "
        "until {until}.",
        not_yet="No agency has told us what it knows of {child} yet.",
        not_applicable="No agency waits to be told how what it gave about {child} was used.",
    ),
    put_right=PutRight("child-assessment", "Open the assessment"),
)

plan_looked_at_again = EachAnswered(
    id="plan-looked-at-again",
    title="Plan looked at again",
    promise="We look at each plan again by the day we said, to see what has changed.",
    to_family="We will look at the plan with you again, by the day we said.",
    to_child="We will look at your plan with you again, and see what is better.",
    told_to=("family", "child"),
    roots=(
        Root("practice-standards", "7", ("S1-13", "S3-26")),
        Root("principles", "iii", ("S1-13",)),
        Root("principles", "x", ("S3-26",)),
    ),
    asked=Answering(table=_LOOKS, only="x.due_on is not null", done="x.done_on", left="x.over"),
    by="the lead worker",
    limit="plan-review",
    evidence=Evidence(
        "The day each look at the plan was held, beside the day the one before it had promised. The first is promised "
        "when the plan is agreed.",
        "plans.PlanReview",
        has={"finished_on__isnull": False},
    ),
    wording=Wording(
        met="{child}’s plan was looked at again in time, on {last}.",
        due="Look at {child}’s plan again by {by}.",
        missed="{child}’s plan was not looked at again by {by}.",
        explained="{child}’s plan was not looked at again by {by}. The reason is accepted until {until}.",
        not_yet="{child}’s plan has not been agreed yet.",
        not_applicable="{child} has no agreed plan.",
    ),
    put_right=PutRight("child-plan", "Open the plan"),
)
