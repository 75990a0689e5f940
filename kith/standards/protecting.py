"""Steps that keep a child safe: talked over at once, asked into, decided together, met about, looked at again."""

from kith.standards.shapes import Evidence, Following, PutRight, Root, Within, Wording

# Of work another system told of, what began before we knew of it was not ours to keep (7.10).
_ENQUIRIES = """(
    select e.id, e.person_id, e.started_on, coalesce(e.concluded_on, e.conference_on) as concluded_on, e.conference_on,
      s.closed_on is not null as over, e.conference_not_needed is true as not_needed,
      d.state in ('proposed', 'challenged') as not_read
    from involvement_enquiry e
    join involvement_spell s on s.id = e.spell_id
    left join decisions_decision d on d.id = e.decision_id
    where e.started_on is not null and (s.came_from = '' or s.known_from is null or e.started_on >= s.known_from)
  )"""
# The first meeting follows the start of the plan, each later one the meeting before it.
_CORE_GROUPS = """(
    select p.id, p.person_id, p.started_on as since, 'core-group-first' as key, p.ended_on is not null as over, (
      select min(m.held_on) from involvement_meetingline m
      where m.protection_id = p.id and m.kind = 'core_group' and m.held_on >= p.started_on
    ) as met_on
    from involvement_protectionplan p where p.started_on is not null
    union all
    select l.id, l.person_id, l.held_on, 'core-group-next', p.ended_on is not null, (
      select min(m.held_on) from involvement_meetingline m
      where m.protection_id = p.id and m.kind = 'core_group' and m.held_on > l.held_on
    )
    from involvement_meetingline l join involvement_protectionplan p on p.id = l.protection_id
    where l.kind = 'core_group' and l.held_on is not null
  )"""
_REVIEWS = """(
    select p.id, p.person_id, p.started_on as since, 'review-conference-first' as key, p.ended_on is not null as over, (
      select min(day) from unnest(p.reviewed_on) day where day >= p.started_on
    ) as held_on
    from involvement_protectionplan p where p.started_on is not null
    union all
    select p.id, p.person_id, review.held_on, 'review-conference-next', p.ended_on is not null, (
      select min(day) from unnest(p.reviewed_on) day where day > review.held_on
    )
    from involvement_protectionplan p cross join lateral unnest(p.reviewed_on) as review (held_on)
  )"""
_PROTECTION = PutRight("child-protection", "Open the steps to protect")

talked_at_once = Within(
    id="talked-at-once",
    title="Harm talked over the same day",
    promise="When we think a child is being hurt, we talk with police and health that day.",
    to_family="If we think a child is being hurt, we talk that day with those who can help.",
    to_child="If we think you are being hurt, we do something that day.",
    roots=(
        Root("practice-standards", "2", ("S0-01",)),
        Root("nottinghamshire", "shared-responsibility", ("S2-08",)),
    ),
    limit="strategy-discussion",
    of=Following(
        table="involvement_meetingline",
        only="x.kind = 'strategy' and x.suspected_on is not null",
        done="x.held_on",
        since="x.suspected_on",
    ),
    kept_close=True,
    evidence=Evidence(
        "Each such talk: the day harm was first suspected, and the day social work, police and health talked.",
        "involvement.MeetingLine",
        has={"kind": "strategy", "held_on__isnull": False},
    ),
    wording=Wording(
        met="Police and health were talked with about {child} the day harm was suspected, {last}.",
        due="Talk with police and health about {child} by {by}.",
        missed="Police and health were to be talked with about {child} by {by}, the day harm was suspected.",
        explained="Police and health were talked with about {child} after {by}. The reason is accepted until {until}.",
        not_yet="No harm to {child} has been talked over with police and health.",
        not_applicable="No harm to {child} has been talked over with police and health.",
    ),
    put_right=_PROTECTION,
)

enquiry_finished = Within(
    id="enquiry-finished",
    title="An enquiry finished in time",
    promise="When we have to find out if a child is safe, we finish in three weeks.",
    to_family="If we have to ask if a child is safe, we do it with care and do not let it drag on.",
    to_child="If we have to find out if you are safe, we do not take too long.",
    roots=(
        Root("practice-standards", "2", ("S3-04",)),
        Root("practice-standards", "8", ("S3-30",)),
    ),
    limit="enquiry-outcome",
    of=Following(
        table=_ENQUIRIES,
        only="(not x.not_needed or x.concluded_on is not null)",
        done="x.concluded_on",
        since="x.started_on",
        left="x.over",
        in_file=True,
    ),
    kept_close=True,
    evidence=Evidence(
        "Each enquiry into whether the child is safe, from the talk that began it to the day it was concluded with a "
        "decision, or to the conference.",
        "involvement.Enquiry",
        has={"started_on__isnull": False},
    ),
    wording=Wording(
        met="The last enquiry about {child} was finished in time, on {last}.",
        due="Finish the enquiry about {child} by {by}.",
        missed="The enquiry about {child} was not finished by {by}.",
        explained="The enquiry about {child} was not finished by {by}. The reason is accepted until {until}.",
        not_yet="No enquiry about {child} has begun.",
        not_applicable="No enquiry about {child} has been made here.",
    ),
    put_right=_PROTECTION,
)

conference_in_time = Within(
    id="conference-in-time",
    title="The first conference in time",
    promise="When a child may need a plan to be safe, we all meet about it in three weeks.",
    to_family="If your child may need a plan to be safe, we will meet with you in three weeks.",
    to_child="If we need a plan to keep you safe, we meet about it soon. You can say what you think.",
    roots=(
        Root("practice-standards", "8", ("S3-30",)),
        Root("nottinghamshire", "shared-responsibility", ("S2-08",)),
    ),
    limit="strategy-to-conference",
    # Without a conference it runs on until somebody else has read why (S3-17).
    of=Following(
        table=_ENQUIRIES,
        only="(not x.not_needed or x.not_read)",
        done="x.conference_on",
        since="x.started_on",
        left="x.over",
        in_file=True,
    ),
    kept_close=True,
    evidence=Evidence(
        "Each enquiry, from the talk that began it to the day of the conference. One that needs none is left out once "
        "somebody else has read why.",
        "involvement.Enquiry",
        has={"conference_on__isnull": False},
    ),
    wording=Wording(
        met="The first conference about {child} was held in time, on {last}.",
        due="Hold the first conference about {child} by {by}, or say why none is needed.",
        missed="The first conference about {child} was not held by {by}.",
        explained="The first conference about {child} was not held by {by}. The reason is accepted until {until}.",
        not_yet="No enquiry about {child} has begun.",
        not_applicable="No conference about {child} is called for.",
    ),
    put_right=_PROTECTION,
)

core_group_met = Within(
    id="core-group-met",
    title="The core group meets",
    promise="Those who keep a child safe meet soon, then meet again every few weeks. We are there too.",
    to_family="You will meet with those in the plan soon, then every few weeks.",
    to_child="The grown-ups in your plan meet soon and often, to keep you safe.",
    told_to=("family",),
    of_meetings=True,
    roots=(
        Root("girfec", "co-ordination", ("S0-18",)),
        Root("jersey", "co-ordination", ("S0-18",)),
        Root("practice-standards", "6", ("S3-21",)),
    ),
    limit="core-group-first",
    also=("core-group-next",),
    of=Following(table=_CORE_GROUPS, done="x.met_on", since="x.since", left="x.over", key="x.key", in_file=True),
    evidence=Evidence(
        "Each meeting of the core group, from the start of the plan to the first and from each to the next. It is not "
        "a visit.",
        "involvement.MeetingLine",
        has={"kind": "core_group", "held_on__isnull": False},
    ),
    wording=Wording(
        met="{child}’s core group met in time, on {last}.",
        due="{child}’s core group meets by {by}.",
        missed="{child}’s core group did not meet by {by}.",
        explained="{child}’s core group did not meet by {by}. The reason is accepted until {until}.",
        not_yet="{child} has no child protection plan.",
        not_applicable="{child} has no child protection plan.",
    ),
    put_right=_PROTECTION,
)

protection_reviewed = Within(
    id="protection-reviewed",
    title="Protection plan looked at again",
    promise="We meet again after three months, then every six, to see if a child is safe now.",
    to_family="We will meet with you again in three months, then every six, to see what has changed.",
    to_child="We meet again to see if you are safe now, and if the plan can stop.",
    told_to=("family",),
    of_meetings=True,
    roots=(
        Root("practice-standards", "7", ("S1-13", "S3-26")),
        Root("principles", "iii", ("S1-13",)),
    ),
    limit="review-conference-first",
    also=("review-conference-next",),
    of=Following(table=_REVIEWS, done="x.held_on", since="x.since", left="x.over", key="x.key", in_file=True),
    evidence=Evidence(
        "Each review of the child protection plan, the first from the day the plan began, later ones from the last.",
        "involvement.ProtectionPlan",
    ),
    wording=Wording(
        met="{child}’s protection plan was looked at again in time, on {last}.",
        due="Hold the review conference about {child} by {by}.",
        missed="The review conference about {child} was not held by {by}.",
        explained="The review conference about {child} was not held by {by}. The reason is accepted until {until}.",
        not_yet="{child} has no child protection plan.",
        not_applicable="{child} has no child protection plan.",
    ),
    put_right=_PROTECTION,
)
