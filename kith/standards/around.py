"""What stands around a child: food today, a school and a doctor, the family's own meeting, a home with others."""

from kith.calendar import age
from kith.people.rules.services import SETTLED
from kith.standards.shapes import (
    Answering,
    At,
    Children,
    EachAnswered,
    EachTime,
    Evidence,
    Facts,
    Following,
    Has,
    Named,
    PutRight,
    Root,
    Timing,
    Within,
    Wording,
)

_SETTLED = ", ".join(f"'{standing}'" for standing in SETTLED)
_SERVICES = """(
    select distinct on (k.person_id, k.service) k.id, k.person_id, k.service, k.standing from people_serviceknown k
    order by k.person_id, k.service, k.said_on desc, k.id desc
  )"""
# Offered, or said why not, before the application; until there is one, within the time the work before court may take.
_BEFORE_COURT = """(
    select t.id, t.person_id, t.ended_on is not null and step.applied is null as over, (
      select min(f.said_on) from involvement_familymeeting f where f.person_id = t.person_id
    ) as said_on, coalesce(step.applied, (step.considered + %(limit_before_court)s::interval)::date) as due_on
    from involvement_touchpoint t
    join lateral (
      select min(s.happened_on) filter (where s.step = 'bc_considered') as considered,
        min(s.happened_on) filter (where s.step = 'bc_applied') as applied
      from involvement_touchpointstep s where s.touchpoint_id = t.id
    ) step on step.considered is not null or step.applied is not null
    where t.kind = 'before_court'
  )"""
_FOSTERED = """(
    select s.id, s.person_id, s.happened_on as since, t.ended_on is not null as over,
      case when s.step = 'pf_told' then 'visit-private-fostering-first'
        when s.happened_on < t.began_on + 365 then 'visit-private-fostering'
        else 'visit-private-fostering-later' end as key, (
      select min(v.happened_on) from involvement_touchpointstep v
      where v.touchpoint_id = t.id and v.step = 'pf_visit'
        and (v.happened_on > s.happened_on or (v.happened_on = s.happened_on and s.step = 'pf_told'))
    ) as seen_on
    from involvement_touchpointstep s join involvement_touchpoint t on t.id = s.touchpoint_id
    where s.step in ('pf_told', 'pf_visit')
  )"""
_PAGE = PutRight("child-around", "Open what stands around the child")


def _told_on(known: str, told: str) -> str:
    """Other work that began with one step and is to be told of with another; each of its own touchpoint."""
    return f"""(
    select s.id, s.person_id, s.happened_on, t.ended_on is not null as over, (
      select min(v.happened_on) from involvement_touchpointstep v
      where v.touchpoint_id = t.id and v.step = '{told}' and v.happened_on >= s.happened_on
    ) as told_on
    from involvement_touchpointstep s join involvement_touchpoint t on t.id = s.touchpoint_id where s.step = '{known}'
  )"""  # noqa: S608


def _services(facts: Facts, at: At) -> list[tuple[str, str]]:
    years = age(facts.born_on, at.today) if facts.born_on else None
    return [(one.key, one.title.lower()) for one in at.pack.services if one.is_for(years)]


urgent_needs_met = EachTime(
    id="urgent-needs-met",
    title="Food, warmth and a bed first",
    promise="When a child has no food, no warmth or no bed, we see that they have it in three days.",
    to_family="If your child has no food, no heat or no bed, we help you get it in three days.",
    to_child="If you do not have food, a bed or a warm home, we help now.",
    roots=(
        Root("girfec", "timely-help", ("S1-32",)),
        Root("principles", "x", ("S1-32",)),
    ),
    times=Timing(
        table="involvement_need",
        only="x.lane = 'now' and (x.over_at is null or x.over_at - x.told_at > %(limit_urgent_need_action)s::interval)",
        at="x.told_at",
        how="case when x.met_at - x.told_at <= %(limit_urgent_need_action)s::interval then 'kept' "
        "when x.met_at is not null or x.over_at is not null then 'late' "
        "when kith_now() - x.told_at <= %(limit_urgent_need_action)s::interval then 'waiting' else 'overdue' end",
        minutes="(extract(epoch from coalesce(x.met_at, x.over_at, kith_now()) - x.told_at) / 60)::int",
    ),
    timed="urgent-need-action",
    evidence=Evidence(
        "Each thing a child needs now, from the hour it was told to the hour it was there. One no longer needed in "
        "that time is left out; later it counts as late, never as met.",
        "involvement.Need",
        has={"lane": "now"},
    ),
    wording=Wording(
        met="What {child} needed now, told on {last}, was there after {span}.",
        due="{child} needs something now, told {span} ago.",
        missed="{child} needed something now, told on {last}, and it was not there in time.",
        explained="{child} needed something now, told on {last}. The reason it was late is accepted until {until}.",
        not_yet="Nothing {child} needs now has been told.",
        not_applicable="Nothing {child} needs now has been told.",
    ),
    put_right=_PAGE,
)

services_known = Has(
    id="services-known",
    title="A school and a doctor",
    promise="We know if each child has a school and a doctor, and help if they do not.",
    to_family="We ask if your child has a school, a doctor and a dentist, and help you find one.",
    to_child="We help you have a school, a doctor and a dentist.",
    told_to=("family", "child"),
    roots=(Root("principles", "v", ("S1-20",)),),
    applies_to=Children(born=True),
    limit="services-known",
    named=Named(table=_SERVICES, only=f"x.standing in ({_SETTLED})", name="x.service"),
    wanted=_services,
    evidence=Evidence(
        "For each service the pack names for a child of that age, the newest thing said: registered, or given in "
        "another way. Waiting, not registered and not known are gaps.",
        "people.ServiceKnown",
    ),
    wording=Wording(
        met="{child} has every service a child of that age has.",
        due="{child} has no {missing} that we know of. Find out by {by}.",
        missed="{child} has no {missing} that we know of. It was to be settled by {by}.",
        explained="{child} has no {missing} that we know of. The reason is accepted until {until}.",
        not_yet="{child}’s services are not asked about yet.",
        not_applicable="{child} is not born yet.",
    ),
    put_right=_PAGE,
)

family_meeting_offered = EachAnswered(
    id="family-meeting-offered",
    title="The family asked before court",
    promise="Before we go to court, we offer the family a meeting to make their own plan.",
    to_family="Before we would go to court, we offer you a meeting to make your own plan.",
    to_child="Before a judge decides, we ask your family to make a plan of their own.",
    roots=(Root("practice-standards", "8", ("S3-30",)),),
    asked=Answering(table=_BEFORE_COURT, only="x.due_on is not null", done="x.said_on", left="x.over"),
    by="the lead worker",
    kept_close=True,
    evidence=Evidence(
        "Each time court was thought about: the day the family was offered a meeting of their own, or it was said why "
        "not, beside the day of the application.",
        "involvement.FamilyMeeting",
    ),
    wording=Wording(
        met="{child}’s family was offered a meeting of their own in time, on {last}, or it was said why not.",
        due="Offer {child}’s family a meeting of their own by {by}, before any application to court.",
        missed="{child}’s family was not offered a meeting of their own before the application, or by {by}.",
        explained="{child}’s family was not offered a meeting by {by}. The reason is accepted until {until}.",
        not_yet="Nobody has thought about court for {child}.",
        not_applicable="Nobody has thought about court for {child}.",
    ),
    put_right=PutRight("offer-family-meeting", "Offer the meeting"),
)

family_meeting_held = Within(
    id="family-meeting-held",
    title="The family’s own meeting held",
    promise="When a family says yes to a meeting of their own, we help them to hold it in six weeks.",
    to_family="If you want a meeting to make your own plan, we help you hold it in six weeks.",
    to_child="If your family wants to make a plan of their own, we help them meet soon.",
    roots=(
        Root("nottinghamshire", "partnership-families", ("S2-14",)),
        Root("practice-standards", "8", ("S3-30",)),
    ),
    limit="family-meeting-held",
    of=Following(
        table="involvement_familymeeting",
        only="x.accepted_on is not null",
        done="x.held_on",
        since="x.accepted_on",
        left="says(x.declined_because)",
    ),
    evidence=Evidence(
        "Each meeting a family said yes to, and the day it was held.",
        "involvement.FamilyMeeting",
        has={"held_on__isnull": False},
    ),
    wording=Wording(
        met="{child}’s family met in time to make their own plan, on {last}.",
        due="{child}’s family said yes to a meeting of their own. Hold it by {by}.",
        missed="{child}’s family said yes to a meeting of their own, and it was not held by {by}.",
        explained="{child}’s family did not meet by {by}. The reason is accepted until {until}.",
        not_yet="{child}’s family has not said yes to a meeting of their own.",
        not_applicable="{child}’s family has not said yes to a meeting of their own.",
    ),
    put_right=_PAGE,
)

fostered_seen = Within(
    id="fostered-seen",
    title="Seen in a home with others",
    promise="When a child lives with people who are not their own family, we go to see them.",
    to_family="If your child lives with others, we visit soon and go on visiting.",
    to_child="If you live with people who are not your close family, we come to see you.",
    roots=(Root("practice-standards", "3", ("S3-09",)),),
    limit="visit-private-fostering-first",
    also=("visit-private-fostering", "visit-private-fostering-later"),
    of=Following(table=_FOSTERED, done="x.seen_on", since="x.since", left="x.over", key="x.key"),
    evidence=Evidence(
        "Each visit to a child who is privately fostered: the first from the day we were told, later ones from the "
        "last, less often after a year.",
        "involvement.TouchpointStep",
        has={"step__in": ["pf_told", "pf_visit"]},
    ),
    wording=Wording(
        met="{child}, who lives with others, was visited in time, on {last}.",
        due="Visit {child}, who lives with others, by {by}.",
        missed="{child}, who lives with others, was not visited by {by}.",
        explained="{child}, who lives with others, was not visited by {by}. The reason is accepted until {until}.",
        not_yet="{child} is not privately fostered.",
        not_applicable="{child} is not privately fostered.",
    ),
    put_right=_PAGE,
)

allegation_reported = Within(
    id="allegation-reported",
    title="A worry about a worker",
    promise="When a worker may have hurt a child, we report it in one working day.",
    to_family="When a worker may have hurt a child, we report it in one working day.",
    to_child="If someone who works with you hurts you, tell us. We do something about it fast.",
    roots=(Root("nottinghamshire", "shared-responsibility", ("S2-06",)),),
    limit="allegation-report",
    of=Following(table=_told_on("la_known", "la_reported"), done="x.told_on", since="x.happened_on", left="x.over"),
    kept_close=True,
    evidence=Evidence(
        "The day it became known, and the day it was reported. Only those it is open to read that there is one; for "
        "everybody else this does not apply.",
        "involvement.TouchpointStep",
        has={"step__in": ["la_known", "la_reported"]},
    ),
    wording=Wording(
        met="It was reported in time, on {last}.",
        due="Report it by {by}.",
        missed="It was not reported by {by}.",
        explained="It was not reported by {by}. The reason is accepted until {until}.",
        not_yet="Nothing that you may read.",
        not_applicable="Nothing that you may read.",
    ),
    put_right=_PAGE,
)

incident_told = Within(
    id="incident-told",
    title="A serious incident told",
    promise="When a child is badly hurt or dies, we tell those who look at why in five working days.",
    to_family="If the worst happens to a child, we tell those who look at why, and we learn from it.",
    to_child="If a child is badly hurt, we ask why, so that it does not happen again.",
    roots=(
        Root("practice-standards", "8", ("S3-30",)),
        Root("nottinghamshire", "partnership-agencies", ("S2-18",)),
    ),
    limit="serious-incident-notice",
    of=Following(table=_told_on("si_known", "si_told"), done="x.told_on", since="x.happened_on", left="x.over"),
    kept_close=True,
    evidence=Evidence(
        "The day we knew of a serious incident, and the day the national panel was told.",
        "involvement.TouchpointStep",
        has={"step__in": ["si_known", "si_told"]},
    ),
    wording=Wording(
        met="What happened to {child} was told to the panel in time, on {last}.",
        due="Tell the panel what happened to {child} by {by}.",
        missed="The panel was not told by {by} what happened to {child}.",
        explained="The panel was not told by {by} what happened to {child}. The reason is accepted until {until}.",
        not_yet="No serious incident has touched {child}.",
        not_applicable="No serious incident has touched {child}.",
    ),
    put_right=_PAGE,
)
