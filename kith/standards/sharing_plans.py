"""A plan is the family's too: their ideas are answered, and they and the child have it in their hands."""

from kith.standards.shapes import (
    Answering,
    Children,
    EachAnswered,
    Evidence,
    Following,
    PutRight,
    Root,
    Within,
    Wording,
)

ideas_answered = Within(
    id="ideas-answered",
    title="The family’s ideas answered",
    promise="When someone has an idea for a plan, we answer: yes, or no and why.",
    to_family="If you have an idea for the plan, we tell you yes, or no and why.",
    to_child="If your family has an idea for your plan, we tell them yes, or no and why.",
    roots=(Root("jersey", "humility", ("S4-21",)),),
    limit="answer-wish",
    of=Following(table="plans_idea", done="x.told_on", since="x.put_on"),
    one="idea",
    evidence=Evidence(
        "Each idea somebody of the family or an agency had for the plan, and the day they were told what became of it. "
        "Answered and not told leaves it open.",
        "plans.Idea",
        has={"told_on__isnull": False},
    ),
    wording=Wording(
        met="Whoever had an idea for {child}’s plan was told in time what became of it, on {last}.",
        due="{count} for {child}’s plan to be answered and told by {by}.",
        missed="Whoever had an idea for {child}’s plan was not told by {by} what became of it.",
        explained="An idea for {child}’s plan was not answered by {by}. The reason is accepted until {until}.",
        not_yet="Nobody has had an idea for {child}’s plan yet.",
        not_applicable="Nobody has put an idea for {child}’s plan.",
    ),
    put_right=PutRight("child-plan", "Open the plan"),
)


# The first copy of a plan, or of the sheet for the fridge, that left once it was agreed: for the child, or for others.
_COPIES = """(
    select p.id, p.person_id, p.agreed_on, p.ended_on is not null as over, (
      select min(r.released_on) from sharing_release r
      where r.person_id = p.person_id and r.kind in ('plan', 'fridge') and r.released_on >= p.agreed_on
        and r.recipient_id is distinct from p.person_id
    ) as to_family, (
      select min(r.released_on) from sharing_release r
      where r.person_id = p.person_id and r.kind in ('plan', 'fridge') and r.released_on >= p.agreed_on
        and r.recipient_id = p.person_id
    ) as to_child
    from plans_plan p where p.agreed_on is not null
  )"""

plan_given = Within(
    id="plan-given",
    title="The plan in the family’s hands",
    promise="Soon after a plan is agreed, we give the family a copy to keep.",
    to_family="You will have a copy of the plan to keep, soon after it is agreed.",
    to_child="Your family will have a copy of your plan to keep.",
    roots=(Root("practice-standards", "4", ("S3-14",)),),
    limit="plan-sent",
    of=Following(table=_COPIES, done="x.to_family", since="x.agreed_on", left="x.over"),
    evidence=Evidence(
        "Each agreed plan, and the first day after that a copy of it, checked for what is protected, left for somebody "
        "other than the child.",
        "sharing.Release",
        has={"kind__in": ["plan", "fridge"]},
    ),
    wording=Wording(
        met="A copy of {child}’s plan was given in time, on {last}.",
        due="Give the family a copy of {child}’s plan by {by}.",
        missed="Nobody of the family was given a copy of {child}’s plan by {by}.",
        explained="No copy of {child}’s plan was given by {by}. The reason is accepted until {until}.",
        not_yet="{child}’s plan has not been agreed yet.",
        not_applicable="{child} has no agreed plan.",
    ),
    put_right=PutRight("child-plan", "Open the plan"),
)

plan_for_child = Within(
    id="plan-for-child",
    title="The plan in the child’s hands",
    promise="Soon after a plan is agreed, we give the child a copy they can read.",
    to_family="Your child will have a copy of the plan that your child can read.",
    to_child="You will have your own copy of your plan, in words you can read.",
    told_to=("child",),
    roots=(Root("practice-standards", "4", ("S4-23",)), Root("jersey", "plain-language", ("S4-23",))),
    applies_to=Children(born=True),
    limit="plan-sent",
    of=Following(table=_COPIES, done="x.to_child", since="x.agreed_on", left="x.over"),
    evidence=Evidence(
        "Each agreed plan, and the first day after that a copy of it, or of the sheet for the fridge, was made for the "
        "child.",
        "sharing.Release",
        has={"kind__in": ["plan", "fridge"]},
    ),
    wording=Wording(
        met="{child} was given a copy of the plan in time, on {last}.",
        due="Give {child} a copy of the plan by {by}.",
        missed="{child} was not given a copy of the plan by {by}.",
        explained="{child} was not given a copy of the plan by {by}. The reason is accepted until {until}.",
        not_yet="{child}’s plan has not been agreed yet.",
        not_applicable="{child} has no agreed plan.",
    ),
    put_right=PutRight("child-plan", "Open the plan"),
)

# Copies of a plan that stands, each until a newer one for the same person: what was late by then stays late. Whoever it
# is not safe to tell is not asked.
_TOLD = """(
    select r.id, r.person_id, r.released_on, (
      select min(a.said_on) from sharing_acknowledged a where a.release_id = r.id
    ) as clear_on, (
      select min(n.released_on) from sharing_release n
      where n.person_id = r.person_id and n.recipient_name = r.recipient_name and n.kind in ('plan', 'fridge')
        and n.id > r.id
    ) as replaced_on,
      exists (
        select from people_notsafetotell t where t.person_id = r.recipient_id and t.ended_on is null
      ) or not exists (
        select from plans_plan p where p.person_id = r.person_id and p.ended_on is null
      ) as over
    from sharing_release r where r.kind in ('plan', 'fridge')
  )"""

plan_clear = Within(
    id="plan-clear",
    title="A plan that is clear to everyone",
    promise="We ask everyone with a copy of a plan if it is clear. If it is not, we help.",
    to_family="We ask if the plan is clear to you. If it is not, we go through it with you.",
    to_child="We ask if you get your plan. If not, we go over it with you.",
    roots=(Root("practice-standards", "6", ("S3-21",)),),
    limit="plan-acknowledged",
    of=Following(
        table=_TOLD,
        done="x.clear_on",
        since="x.released_on",
        left="x.over or x.replaced_on is not null",
        gone="case when not x.over then x.replaced_on end",
    ),
    one="copy",
    evidence=Evidence(
        "Each copy of a plan that stands, and the first day whoever has it said that it is clear to them. One of "
        "somebody it is not safe to tell is not owed, nor one with a newer copy after it: it stays late where it was.",
        "sharing.Acknowledged",
    ),
    wording=Wording(
        met="{child}’s plan was clear in time to whoever has a copy, the last on {last}.",
        due="Ask by {by} whether {child}’s plan is clear to everyone who has a copy.",
        missed="Somebody with a copy of {child}’s plan had not said by {by} that it is clear.",
        explained="A copy of {child}’s plan was not clear to somebody by {by}. The reason is accepted until {until}.",
        not_yet="No copy of {child}’s plan has been given yet.",
        not_applicable="Nobody was given a copy of a plan for {child}.",
    ),
    put_right=PutRight("child-copies", "Open the copies"),
)

unclear_answered = EachAnswered(
    id="unclear-answered",
    title="“I don’t understand” answered",
    promise="When a paper is not clear to someone, we soon go through it with them.",
    to_family="If you do not understand a paper from us, say so. We will soon go through it with you.",
    to_child="If you do not get what we gave you, say so. We will go over it with you.",
    roots=(
        Root("practice-standards", "4", ("S3-15",)),
        Root("practice-standards", "6", ("S3-21",)),
        Root("jersey", "say-so", ("S3-15",)),
        Root("nottinghamshire", "readable", ("S2-31",)),
    ),
    limit="not-understood-answer",
    asked=Answering(table="sharing_walkthrough", only="x.unclear", done="x.walked_on"),
    by="whoever leads the work",
    one="paper",
    evidence=Evidence(
        "Each time somebody said that a paper is not clear to them, and the day it was gone through with them.",
        "sharing.WalkThrough",
        has={"walked_on__isnull": False, "unclear": True},
    ),
    wording=Wording(
        met="Everybody who did not understand a paper about {child} was helped in time, the last on {last}.",
        due="{count} about {child} to go through with somebody, the first by {by}.",
        missed="Somebody did not understand a paper about {child}, and nobody went through it with them by {by}.",
        explained="A paper about {child} was not gone through by {by}. The reason is accepted until {until}.",
        not_yet="Nobody has said yet that a paper about {child} is not clear.",
        not_applicable="Nobody has said that a paper about {child} is not clear.",
    ),
    put_right=PutRight("child-copies", "Open the copies"),
)
