"""Meetings are the family's: the child's view gets in, everybody leaves with what was decided, nobody is left out."""

from kith.standards.shapes import EachTime, Evidence, Following, PutRight, Root, Timing, Within, Wording

# The latest line of the child in each look at the plan counts.
_CHILDS_PART = """(
    select distinct on (t.person_id, t.review_id) t.id, t.person_id, r.held_on, t.spoke
    from plans_takingpart t join plans_planreview r on r.id = t.review_id
    where t.whose = 'child' order by t.person_id, t.review_id, t.id desc
  )"""

view_got_in = EachTime(
    id="view-got-in",
    title="The child’s view got in",
    promise="When we look at a plan, we make sure that the child has a say.",
    to_family="When we look at the plan, your child has a say, in the way that suits your child.",
    to_child="When we look at your plan, you have a say. You can come, or send what you think.",
    told_to=("child",),
    roots=(
        Root("practice-standards", "4", ("S0-03",)),
        Root("girfec", "child-at-the-centre", ("S0-03",)),
        Root("nottinghamshire", "information-sharing", ("S0-03",)),
    ),
    times=Timing(
        table=_CHILDS_PART,
        at="x.held_on",
        how="case when x.spoke in ('PN4', 'PN7') then 'late' when x.spoke <> '' then 'kept' "
        "when x.held_on >= %(today)s then 'waiting' else 'overdue' end",
    ),
    evidence=Evidence(
        "How the child took part in each look at the plan. There and silent (PN4), or not there and no view sent "
        "(PN7), is not kept; under four (PN0) is. The newest decides.",
        "plans.TakingPart",
        has={"whose": "child"},
    ),
    wording=Wording(
        met="{child}’s view was there when the plan was looked at on {last}.",
        due="Write how {child} took part when the plan was looked at on {last}.",
        missed="{child}’s view was not there when the plan was looked at on {last}. Get it before the next time.",
        explained="{child}’s view was not there on {last}. The reason is accepted until {until}.",
        not_yet="{child}’s plan has not been looked at yet.",
        not_applicable="{child}’s plan has not been looked at yet.",
    ),
    put_right=PutRight("child-plan", "Open the plan"),
)

_SHEETS = """(
    select b.id, b.person_id, b.finished_on,
      (select min(s.given_on) from meetings_sheetgiven s where s.board_id = b.id and s.how <> 'not_given') as given_on,
      exists (select from meetings_sheetgiven s where s.board_id = b.id and s.how = 'not_given') as refused
    from meetings_board b where b.finished_on is not null
  )"""

left_with_it = EachTime(
    id="left-with-it",
    title="What was decided, in hand",
    promise="When a meeting ends, we give the family a sheet that says what comes next.",
    to_family="You leave each meeting with what was decided in your hand.",
    to_child="When a meeting ends, your family gets a sheet that says what comes next.",
    roots=(Root("practice-standards", "4", ("S3-14",)),),
    times=Timing(
        table=_SHEETS,
        at="x.finished_on",
        how="case when x.given_on <= x.finished_on then 'kept' when x.given_on is not null then 'late' "
        "when x.refused then 'left' when x.finished_on >= %(today)s then 'waiting' else 'overdue' end",
    ),
    left="Nobody was given what was decided about {child} on {last}. The reason is written down.",
    evidence=Evidence(
        "Each meeting that was closed, and whether anybody had what was decided by that day: in their hand, sent or "
        "read out. Not given for a reason is explained.",
        "meetings.SheetGiven",
        has_not={"how": "not_given"},
    ),
    wording=Wording(
        met="What was decided about {child} on {last} was given to the family the same day.",
        due="Give the family what was decided about {child} today.",
        missed="The family did not leave the meeting about {child} on {last} with what was decided.",
        explained="The family did not have what was decided about {child}. The reason is accepted until {until}.",
        not_yet="No meeting about {child} has been held on a board yet.",
        not_applicable="No meeting about {child} has been closed on a board.",
    ),
    put_right=PutRight("child-plan", "Open the plan"),
)

# Each of the family, or the child, who was asked to come and was not there when a plan was looked at: until it is
# written why not. Whoever is left out of meetings is not asked.
_NOT_THERE = """(
    select n.id, n.person_id, r.held_on, (
      select min((a.recorded_at at time zone %(zone)s)::date)
      from plans_takingpart w join record_act a on a.id = w.act_id
      where w.review_id = n.review_id and lower(w.who) = lower(n.who) and says(w.why_not)
    ) as asked_on
    from (
      select distinct on (t.review_id, lower(t.who)) t.id, t.person_id, t.review_id, t.who, t.how, t.attended
      from plans_takingpart t where t.whose <> 'professional' order by t.review_id, lower(t.who), t.id desc
    ) n
    join plans_planreview r on r.id = n.review_id where n.attended = 'no' and n.how <> 'not_asked'
  )"""

why_not_there = Within(
    id="why-not-there",
    title="Not there: why, and what would help",
    promise="If you could not come to a meeting, we ask why, and what would help.",
    to_family="If you cannot come to a meeting, we ask what would help: a lift, or a good time.",
    to_child="If you were not at a meeting about you, we ask why, and what would help.",
    roots=(Root("jersey", "attend", ("S4-32",)),),
    limit="absence-asked",
    of=Following(table=_NOT_THERE, done="x.asked_on", since="x.held_on"),
    one="person",
    evidence=Evidence(
        "Each of the family, and the child, who was asked to come and was not there when the plan was looked at, and "
        "the day it was first written down why not. What is written late is late, whatever day it says.",
        "plans.TakingPart",
        has={"attended": "no"},
    ),
    wording=Wording(
        met="Whoever was not there when {child}’s plan was looked at was asked in time why not, on {last}.",
        due="Ask {count} by {by} why they were not there when {child}’s plan was looked at, and what would help.",
        missed="Somebody was not there when {child}’s plan was looked at, and it was not written by {by} why not.",
        explained="Somebody was not there when {child}’s plan was looked at. The reason is accepted until {until}.",
        not_yet="{child}’s plan has not been looked at yet.",
        not_applicable="Everybody of the family was there when {child}’s plan was looked at.",
    ),
    put_right=PutRight("child-plan", "Open the plan"),
    of_meetings=True,
)

# Written again, the newest of a person counts.
_LEFT_OUT = """(
    select distinct on (l.person_id, lower(l.who)) l.id, l.person_id, l.decided_on, l.review_on,
      l.ground <> '' and l.decided_by_name <> '' and l.review_on is not null
      and says(l.shown_by) and says(l.heard_how) as grounded
    from involvement_leftout l where l.ended_on is null
    order by l.person_id, lower(l.who), l.id desc
  )"""

nobody_left_out = EachTime(
    id="nobody-left-out",
    title="Left out only for a reason",
    promise="We ask each parent to every meeting. If not, we say why, and look at it again.",
    to_family="We ask you to each meeting about your child. If not, we say why.",
    to_child="We ask your family to the meetings about you.",
    roots=(Root("nottinghamshire", "information-sharing", ("S2-29.2",)),),
    times=Timing(
        table=_LEFT_OUT,
        at="x.decided_on",
        how="case when x.grounded and x.review_on >= %(today)s then 'kept' "
        "when not x.grounded and x.decided_on >= %(today)s then 'waiting' else 'overdue' end",
    ),
    evidence=Evidence(
        "Each person of the family whom meetings go on without: the ground, what shows it, how they are heard all the "
        "same, who decided, and a day to look at it again that has not passed.",
        "involvement.LeftOut",
        has={"ended_on": None},
    ),
    wording=Wording(
        met="Whoever is left out of meetings about {child} is left out on a ground that was looked at.",
        due="Write the ground, what shows it and when it is looked at again, for whoever is left out of meetings.",
        missed="Somebody is left out of meetings about {child} without a whole ground, or it was not looked at again.",
        explained="Somebody is left out of meetings about {child}. The reason is accepted until {until}.",
        not_yet="Nobody is left out of meetings about {child}.",
        not_applicable="Nobody is left out of meetings about {child}.",
    ),
    put_right=PutRight("leave-out-of-meetings", "Write the ground"),
    kept_close=True,  # that somebody is left out may be what keeps a child safe
)
