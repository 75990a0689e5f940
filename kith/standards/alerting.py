"""Dangers and signs of harm are put together, and looked at again: in the home, near it and outside it."""

from kith.standards.shapes import EachTime, Evidence, Following, PutRight, Root, Timing, Within, Wording

# A goal said again stands instead of the one before: the day it was first set counts.
_DANGERS = """(
    select d.id, d.person_id, d.said_on, line.ended_on is not null as over, greatest(first.happened_on, (
      select min(s.said_on) from assessment_scale s where s.danger_id = d.id
    )) as paired_on, g.id is not null and exists (select from assessment_scale s where s.danger_id = d.id) as paired
    from assessment_danger d
    join people_situationline line on line.id = d.line_id
    left join assessment_safetygoal g on g.danger_id = d.id
    left join record_act first on first.id = g.act_id
  )"""
# Signs of one kind of harm on enough different records, close enough together, ask to be looked at together: from the
# day the last of them was ticked that it takes (`kith.assessment.rules.patterns`).
_SIGNS = """(
    select x.id, x.person_id, greatest(x.ticked_on, formed.day) as since, l.looked_on
    from assessment_indicatorseen x
    join unnest(%(harms)s::text[], %(at_least)s::int[]) as ask (harm, n) on ask.harm = x.harm
    left join assessment_patternlook l on l.id = x.look_id
    cross join lateral (
      select min(nth.day) as day
      from assessment_indicatorseen f cross join lateral (
        select max(record.day) as day from (
          select min(y.ticked_on) as day from assessment_indicatorseen y
          where y.person_id = x.person_id and y.harm = x.harm
            and y.seen_on between f.seen_on and f.seen_on + %(limit_neglect_pattern)s::interval
          group by y.event_id order by 1 limit ask.n
        ) record having count(*) >= ask.n
      ) nth
      where f.person_id = x.person_id and f.harm = x.harm
        and x.seen_on between f.seen_on and f.seen_on + %(limit_neglect_pattern)s::interval
    ) formed
    where formed.day is not null
  )"""
_RISKS = """(
    select e.id, e.person_id, f.review_on from involvement_exposure e join people_riskflag f on f.id = e.flag_id
    where e.ended_on is null and f.ended_on is null
  )"""
# Written again, the newest line of the same person counts.
_LEFT_OUT = """(
    select l.id, l.person_id, l.review_on from involvement_leftout l
    where l.ended_on is null and l.review_on is not null and not exists (
      select from involvement_leftout n
      where n.person_id = l.person_id and lower(n.who) = lower(l.who) and n.ended_on is null and n.id > l.id
    )
  )"""
_SCREENINGS = """(
    select s.id, s.person_id, s.looked_on, (
      select min(n.looked_on) from involvement_screening n
      where n.person_id = s.person_id and n.looked_on > s.looked_on
    ) as again_on
    from involvement_screening s
  )"""
_IN_TIME = "case when x.review_on >= %(today)s then 'kept' else 'overdue' end"

danger_paired = Within(
    id="danger-paired",
    title="A danger has its safety goal",
    promise="When we name a danger, we soon say what safe looks like, and ask how safe it is now.",
    to_family="When we say what worries us, we say what must change, and ask how safe you think it is.",
    to_child="When we are worried, we say what must get better for you to be safe.",
    roots=(
        Root("practice-standards", "2", ("S3-04",)),
        Root("girfec", "safe", ("S0-01",)),
        Root("jersey", "positive", ("S4-22",)),
    ),
    limit="danger-paired",
    of=Following(
        table=_DANGERS,
        done="case when x.paired then greatest(x.paired_on, x.said_on) end",
        since="x.said_on",
        left="x.over",
    ),
    evidence=Evidence(
        "Each danger, from the day it was said to the day it had its safety goal and a first number from 0 to 10, or "
        "why somebody was not asked for one. The danger itself stands on the banner from the first moment.",
        "assessment.SafetyGoal",
    ),
    wording=Wording(
        met="The last danger named for {child} had its safety goal in time, on {last}.",
        due="A danger for {child} still lacks its safety goal, or how safe it is now. Write them by {by}.",
        missed="A danger for {child} had no safety goal, or nobody’s view of how safe it is, by {by}.",
        explained="A danger for {child} had no safety goal by {by}. The reason is accepted until {until}.",
        not_yet="No danger for {child} has been named.",
        not_applicable="No danger for {child} is named.",
    ),
    put_right=PutRight("child-assessment", "Open the assessment"),
)

signs_looked_at = Within(
    id="signs-looked-at",
    title="Signs looked at together",
    promise="When we see a few small signs of harm, we soon look at them as one.",
    to_family="If several small things worry us, we look at them as one and talk with you.",
    to_child="If we see many small signs that you are not well cared for, we stop and look.",
    roots=(Root("nottinghamshire", "shared-responsibility", ("S2-05",)),),
    limit="signs-looked-at",
    of=Following(table=_SIGNS, done="x.looked_on", since="x.since"),
    kept_close=True,
    evidence=Evidence(
        "Each sign of harm that with others on different records makes a pattern, as the pack counts; and the day "
        "somebody wrote what they mean together and what is done next.",
        "assessment.IndicatorSeen",
    ),
    wording=Wording(
        met="The signs about {child} were looked at together in time, on {last}.",
        due="Look at the signs about {child} together by {by}.",
        missed="The signs about {child} were not looked at together by {by}.",
        explained="The signs about {child} were not looked at together by {by}. The reason is accepted until {until}.",
        not_yet="The signs about {child} make no pattern.",
        not_applicable="The signs about {child} make no pattern.",
    ),
    put_right=PutRight("child-signs", "Look at them together"),
)

risk_looked_at_again = EachTime(
    id="risk-looked-at-again",
    title="A danger nearby looked at again",
    promise="When we know that someone may be a danger to a child, we look again by the day we set.",
    to_family="If your child may not be safe with someone near them, we keep looking at it.",
    to_child="If someone near you may not be safe, we do not forget about it.",
    roots=(Root("nottinghamshire", "shared-responsibility", ("S2-06",)),),
    times=Timing(table=_RISKS, at="x.review_on", how=_IN_TIME),
    kept_close=True,
    evidence=Evidence(
        "Each person noted as a danger who is close to the child now, and the day by which that note is looked at "
        "again. Only notes the reader may see are counted.",
        "involvement.Exposure",
        has={"ended_on": None},
    ),
    wording=Wording(
        met="The note that somebody near {child} may be a danger is looked at again by {last}.",
        due="The note that somebody near {child} may be a danger is looked at again by {last}.",
        missed="The note that somebody near {child} may be a danger was to be looked at again by {last}.",
        explained="A note of a danger near {child} was not looked at by {last}. The reason is accepted until {until}.",
        not_yet="Nobody noted as a danger is close to {child}.",
        not_applicable="Nobody noted as a danger is close to {child}.",
    ),
    put_right=PutRight("child-family", "Open the family"),
)

left_out_looked_at = EachTime(
    id="left-out-looked-at",
    title="Who is left out of meetings",
    promise="If someone of the family has to be left out of a meeting, we look at that again.",
    to_family="If we must meet and leave you out, we ask later if that is still right.",
    to_child="If someone of your family can not be at a meeting, we ask again later.",
    roots=(Root("nottinghamshire", "information-sharing", ("S2-29.2",)),),
    times=Timing(table=_LEFT_OUT, at="x.review_on", how=_IN_TIME),
    kept_close=True,
    evidence=Evidence(
        "Each person of the family whom meetings go on without, and the day by which that is looked at again.",
        "involvement.LeftOut",
        has={"ended_on": None},
    ),
    wording=Wording(
        met="Who is left out of meetings about {child} is looked at again by {last}.",
        due="Who is left out of meetings about {child} is looked at again by {last}.",
        missed="Who is left out of meetings about {child} was to be looked at again by {last}.",
        explained="Who is left out was not looked at again by {last}. The reason is accepted until {until}.",
        not_yet="Nobody is left out of meetings about {child}.",
        not_applicable="Nobody is left out of meetings about {child} with a day to look at it again.",
    ),
    put_right=PutRight("leave-out-of-meetings", "Look at it again"),
)

outside_looked_again = Within(
    id="outside-looked-again",
    title="Dangers outside the home",
    promise="When a young person may be used or hurt by others, we look at it again and again.",
    to_family="If others may hurt or use your child, we keep looking at it with you.",
    to_child="If people use you or hurt you, we keep asking how it is now.",
    roots=(
        Root("practice-standards", "2", ("S3-08",)),
        Root("girfec", "safe", ("S0-01",)),
    ),
    limit="screening-again",
    of=Following(table=_SCREENINGS, done="x.again_on", since="x.looked_on"),
    evidence=Evidence(
        "Each look at dangers outside the home, from one to the next.",
        "involvement.Screening",
    ),
    wording=Wording(
        met="Dangers to {child} outside the home were looked at again in time, on {last}.",
        due="Look again at dangers to {child} outside the home by {by}.",
        missed="Dangers to {child} outside the home were not looked at again by {by}.",
        explained="Dangers to {child} outside the home were not looked at by {by}. The reason is accepted until "
        "{until}.",
        not_yet="Dangers to {child} outside the home have not been looked at.",
        not_applicable="Dangers to {child} outside the home have not been looked at.",
    ),
    put_right=PutRight("screen-outside", "Look again"),
)
