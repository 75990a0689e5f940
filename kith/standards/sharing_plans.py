"""A plan is the family's too: their ideas are answered, and they and the child have it in their hands."""

from kith.standards.shapes import Children, Evidence, Following, PutRight, Root, Within, Wording

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
