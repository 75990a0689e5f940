"""A child we look after: a plan, health, learning, reviews, who may say yes for them, and the way into adult life."""

from kith.standards.clocks.in_care import LEAVING, LOOKED_AFTER
from kith.standards.shapes import Children, Evidence, Following, PutRight, Root, Within, Wording

# The first home begins the clock, as for the clock of the same name; a stay for a time begins nothing.
_FIRST_HOMES = """(
    select c.id, c.person_id, c.care_plan_on, c.ended_on is not null as over, (
      select min(p.began_on) from involvement_placement p where p.care_id = c.id and not p.temporary
    ) as since, (
      select min(d.from_on) from people_delegation d where d.person_id = c.person_id and d.ended_on is null
    ) as let_on
    from involvement_lookedafter c
  )"""
# From the day the child came, then from one assessment to the next: more often for the youngest.
_HEALTH = """(
    select c.id, c.person_id, c.began_on as since, 'health-assessment-first' as key, c.ended_on is not null as over, (
      select min(k.done_on) from involvement_carecheck k
      where k.care_id = c.id and k.kind = 'health' and k.done_on >= c.began_on
    ) as done_on
    from involvement_lookedafter c
    union all
    select h.id, h.person_id, h.done_on, case when h.done_on < p.born_on + interval '5 years'
      then 'health-assessment-under-five' else 'health-assessment' end, c.ended_on is not null, (
      select min(k.done_on) from involvement_carecheck k
      where k.care_id = c.id and k.kind = 'health' and k.done_on > h.done_on
    )
    from involvement_carecheck h
    join involvement_lookedafter c on c.id = h.care_id
    join people_person p on p.id = h.person_id
    where h.kind = 'health'
  )"""
_LEARNING = """(
    select c.id, c.person_id, c.began_on, c.ended_on is not null as over, (
      select min(k.done_on) from involvement_carecheck k
      where k.care_id = c.id and k.kind = 'education' and k.done_on >= c.began_on
    ) as done_on
    from involvement_lookedafter c
  )"""
_REVIEWS = """(
    select c.id, c.person_id, c.began_on as since, 'looked-after-review-first' as key, c.ended_on is not null as over, (
      select min(n.held_on) from involvement_carereviewline n where n.care_id = c.id and n.held_on >= c.began_on
    ) as held_on
    from involvement_lookedafter c
    union all
    select r.id, r.person_id, r.held_on,
      case when r.first then 'looked-after-review-second' else 'looked-after-review-next' end, c.ended_on is not null, (
      select min(n.held_on) from involvement_carereviewline n where n.care_id = c.id and n.held_on > r.held_on
    )
    from involvement_carereviewline r join involvement_lookedafter c on c.id = r.care_id
  )"""
# From the sixteenth birthday to what they will need; from each pathway plan to the next.
_PATHWAYS = """(
    select c.id, c.person_id, (p.born_on + interval '16 years')::date as since, 'pathway-assessment' as key, (
      select min(k.done_on) from involvement_carecheck k
      where k.person_id = c.person_id and k.kind = 'pathway_needs' and k.done_on >= p.born_on + interval '16 years'
    ) as done_on
    from involvement_lookedafter c join people_person p on p.id = c.person_id
    where p.born_on + interval '16 years' <= %(today)s
    union all
    select h.id, h.person_id, h.done_on, 'pathway-plan-review', (
      select min(k.done_on) from involvement_carecheck k
      where k.person_id = h.person_id and k.kind = 'pathway_plan' and k.done_on > h.done_on
    )
    from involvement_carecheck h where h.kind = 'pathway_plan'
  )"""
_IN_CARE = Children(levels=LOOKED_AFTER)
_PAGE = PutRight("child-looked-after", "Open the looked-after page")

care_plan_written = Within(
    id="care-plan-written",
    title="The care plan written",
    promise="When we look after a child, we write the plan for their care in two weeks.",
    to_family="If we look after your child, we write the plan with you in two weeks.",
    to_child="If you live with carers, we make a plan with you soon.",
    told_to=("family", "child"),
    of_meetings=True,
    roots=(
        Root("practice-standards", "6", ("S3-21", "S1-12")),
        Root("practice-standards", "8", ("S3-30",)),
    ),
    applies_to=_IN_CARE,
    limit="care-plan",
    of=Following(table=_FIRST_HOMES, only="x.since is not null", done="x.care_plan_on", since="x.since", left="x.over"),
    evidence=Evidence(
        "The day the care plan was written, from the start of the first home. A stay for a time begins no clock.",
        "involvement.LookedAfter",
        has={"care_plan_on__isnull": False},
    ),
    wording=Wording(
        met="{child}’s care plan was written in time, on {last}.",
        due="Write {child}’s care plan by {by}.",
        missed="{child}’s care plan was not written by {by}.",
        explained="{child}’s care plan was not written by {by}. The reason is accepted until {until}.",
        not_yet="{child} has no home with carers yet.",
        not_applicable="{child} is not looked after.",
    ),
    put_right=_PAGE,
)

yes_known = Within(
    id="yes-known",
    title="Who may say yes",
    promise="When a child lives with carers, we write down who may say yes to what.",
    to_family="If your child lives with carers, we agree with you who may say yes to what.",
    to_child="Your carers know what they can say yes to, so you do not have to wait.",
    roots=(Root("principles", "iv", ("S1-18",)),),
    applies_to=_IN_CARE,
    limit="delegation-written",
    of=Following(
        table=_FIRST_HOMES,
        only="x.since is not null",
        done="case when x.let_on is not null then greatest(x.let_on, x.since) end",
        since="x.since",
        left="x.over",
    ),
    evidence=Evidence(
        "The first day from which somebody with parental responsibility lets the carers decide something.",
        "people.Delegation",
        has={"ended_on": None},
    ),
    wording=Wording(
        met="Who may say yes to what for {child} is written down, from {last}.",
        due="Write down who may say yes to what for {child} by {by}.",
        missed="Who may say yes to what for {child} was not written down by {by}.",
        explained="Who may say yes to what for {child} was not written down by {by}. The reason is accepted until "
        "{until}.",
        not_yet="{child} has no home with carers yet.",
        not_applicable="{child} is not looked after.",
    ),
    put_right=PutRight("child-consent", "Say who may decide what"),
)

health_looked_at = Within(
    id="health-looked-at",
    title="Health looked at in care",
    promise="When we look after a child, a doctor or nurse sees them soon, and then each year.",
    to_family="A doctor or nurse sees your child soon after they come to us, then each year or more.",
    to_child="A doctor or nurse asks how you are and helps you stay well.",
    told_to=("child",),
    roots=(
        Root("principles", "v", ("S1-20",)),
        Root("practice-standards", "8", ("S3-30",)),
    ),
    applies_to=_IN_CARE,
    limit="health-assessment-first",
    also=("health-assessment-under-five", "health-assessment"),
    of=Following(table=_HEALTH, done="x.done_on", since="x.since", left="x.over", key="x.key"),
    evidence=Evidence(
        "Each health assessment: the first from the day the child came to be looked after, later ones from the last.",
        "involvement.CareCheck",
        has={"kind": "health"},
    ),
    wording=Wording(
        met="{child}’s health was looked at in time, on {last}.",
        due="{child}’s health is looked at by {by}.",
        missed="{child}’s health was not looked at by {by}.",
        explained="{child}’s health was not looked at by {by}. The reason is accepted until {until}.",
        not_yet="{child} has not come to be looked after yet.",
        not_applicable="{child} is not looked after.",
    ),
    put_right=_PAGE,
)

learning_planned = Within(
    id="learning-planned",
    title="A plan for learning in care",
    promise="When we look after a child, we make a plan with the school for how they learn.",
    to_family="If we look after your child, we soon plan with the school how they learn best.",
    to_child="We plan with your school how you can do well there.",
    told_to=("child",),
    roots=(Root("principles", "v", ("S1-20",)),),
    applies_to=_IN_CARE,
    limit="education-plan-first",
    of=Following(table=_LEARNING, done="x.done_on", since="x.began_on", left="x.over"),
    evidence=Evidence(
        "The first personal education plan, from the day the child came to be looked after.",
        "involvement.CareCheck",
        has={"kind": "education"},
    ),
    wording=Wording(
        met="{child}’s learning was planned in time, on {last}.",
        due="Plan {child}’s learning with the school by {by}.",
        missed="{child}’s learning was not planned by {by}.",
        explained="{child}’s learning was not planned by {by}. The reason is accepted until {until}.",
        not_yet="{child} has not come to be looked after yet.",
        not_applicable="{child} is not looked after.",
    ),
    put_right=_PAGE,
)

care_reviewed = Within(
    id="care-reviewed",
    title="Care looked at again",
    promise="We look with each child at how they are cared for. Someone who does not do our work leads it.",
    to_family="We will soon look with you at how your child is cared for. Then we look again and again.",
    to_child="We meet with you to ask if where you live is right for you. Someone new leads it.",
    told_to=("family", "child"),
    of_meetings=True,
    roots=(
        Root("practice-standards", "7", ("S1-13", "S3-26")),
        Root("principles", "iii", ("S1-13",)),
    ),
    applies_to=_IN_CARE,
    limit="looked-after-review-first",
    also=("looked-after-review-second", "looked-after-review-next"),
    of=Following(table=_REVIEWS, done="x.held_on", since="x.since", left="x.over", key="x.key"),
    evidence=Evidence(
        "Each review of the child’s care, on the child’s own line: the first from the day they came, each later one "
        "from the one before.",
        "involvement.CareReviewLine",
    ),
    wording=Wording(
        met="{child}’s care was looked at in time, on {last}.",
        due="Review {child}’s care by {by}.",
        missed="{child}’s care was not reviewed by {by}.",
        explained="{child}’s care was not reviewed by {by}. The reason is accepted until {until}.",
        not_yet="{child} has not come to be looked after yet.",
        not_applicable="{child} is not looked after.",
    ),
    put_right=PutRight("record-care-review", "Record the review"),
)

pathway_kept = Within(
    id="pathway-kept",
    title="The way into adult life",
    promise="From the age of 16, we plan with each child how they want to live.",
    to_family="From sixteen, we plan with your child how they will live when they leave care.",
    to_child="When you are sixteen, we plan with you how you want to live and who will help.",
    told_to=("child",),
    roots=(
        Root("practice-standards", "8", ("S3-30",)),
        Root("practice-standards", "6", ("S3-21",)),
    ),
    applies_to=Children(levels=LEAVING),
    limit="pathway-assessment",
    also=("pathway-plan-review",),
    of=Following(table=_PATHWAYS, done="x.done_on", since="x.since", key="x.key"),
    evidence=Evidence(
        "What a young person will need, from their sixteenth birthday; and each look at their pathway plan, from the "
        "last.",
        "involvement.CareCheck",
        has={"kind__in": ["pathway_needs", "pathway_plan"]},
    ),
    wording=Wording(
        met="{child}’s way into adult life was planned in time, on {last}.",
        due="Plan {child}’s way into adult life by {by}.",
        missed="{child}’s way into adult life was not planned by {by}.",
        explained="{child}’s way into adult life was not planned by {by}. The reason is accepted until {until}.",
        not_yet="{child} is not sixteen yet.",
        not_applicable="{child} is not sixteen, or is not looked after.",
    ),
    put_right=_PAGE,
)
