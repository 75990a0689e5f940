"""What happened is written down while it is fresh: within a day, two working days or five, by what it was (E34)."""

from kith.standards.shapes import EachTime, Evidence, Following, PutRight, Root, Timing, Within, Wording

# Only the last three months: what was late before then is not put right by anything. The log is asked row by row, never
# joined, as in facts.sql. Of a day without a time it is counted from the end of that day.
_LATELY = "%(today)s - 92"
_DAY_OVER = "((x.{day} + 1)::timestamp at time zone %(zone)s)"
_WRITTEN = "(select a.recorded_at from record_act a where a.id = x.act_id)"
# A meeting may have been planned before it was held: it counts from when it was recorded as held.
_HELD = (
    "(select min(a.recorded_at) from record_act a where a.person_id = x.person_id and a.happened_on = x.held_on"
    " and a.name in ('record_strategy', 'record_conference', 'record_core_group'))"
)

_CRITICAL = f"""(
    select x.id * 4 as id, x.person_id, x.missing_at as at, {_WRITTEN} as written
    from involvement_missing x where x.missing_at > {_LATELY}
    union all
    select x.id * 4 + 1, x.person_id, coalesce(x.began_at, {_DAY_OVER.format(day="began_on")}), {_WRITTEN}
    from involvement_legalstatus x where x.limit = 'police-protection' and x.began_on > {_LATELY}
    union all
    select x.id * 4 + 2, x.person_id, {_DAY_OVER.format(day="held_on")}, {_HELD}
    from involvement_meetingline x where x.kind = 'strategy' and x.held_on > {_LATELY}
    union all
    select x.id * 4 + 3, x.person_id, {_DAY_OVER.format(day="happened_on")}, {_WRITTEN}
    from involvement_touchpointstep x where x.step = 'si_known' and x.happened_on > {_LATELY}
  )"""  # noqa: S608 - our own names

_OTHER = f"""(
    select x.id * 4 as id, x.person_id, x.visited_on as since_on, 'record-visit' as key, {_WRITTEN} as written
    from visits_childline x where x.visited_on > {_LATELY}
    union all
    select x.id * 4 + 1, x.person_id, x.held_on, 'record-visit', {_HELD}
    from involvement_meetingline x where x.kind <> 'strategy' and x.held_on > {_LATELY}
    union all
    select x.id * 4 + 2, x.person_id, x.said_on, 'record-other', {_WRITTEN}
    from voice_words x where x.said_on > {_LATELY}
  )"""  # noqa: S608 - our own names

critical_written = EachTime(
    id="critical-written",
    title="Danger written down within a day",
    promise="When a child is in danger, we write it down in a day, so that all who help know of it.",
    to_family="When a child is in danger, we write it down in a day, so that all who help know of it.",
    to_child="When you are in danger, we write it down in a day. Then all who help you know of it.",
    roots=(Root("practice-standards", "3", ("S3-10",)),),
    times=Timing(
        table=_CRITICAL,
        at="x.at",
        how="case when x.written - x.at <= %(limit_record_critical)s::interval then 'kept' else 'late' end",
        minutes="(extract(epoch from greatest(x.written - x.at, interval '0')) / 60)::int",
    ),
    timed="record-critical",
    kept_close=True,
    evidence=Evidence(
        "A child missing, police protection, a strategy discussion, a serious injury or incident, of the last three "
        "months: from the time it happened, or the end of a day without one, to the time it was written. What somebody "
        "raises as “worried now” is written as it is raised.",
        "",
    ),
    wording=Wording(
        met="What happened to {child} on {last} was written down within a day.",
        due="Write down what happened to {child} on {last}.",
        missed="What happened to {child} on {last} was written down late, after {span}.",
        explained="What happened to {child} on {last} was written down late. The reason is accepted until {until}.",
        not_yet="Nothing critical has happened to {child}.",
        not_applicable="Nothing critical has happened to {child} in three months.",
    ),
    put_right=PutRight("child-story", "Read what was written"),
)

written_in_time = Within(
    id="written-in-time",
    title="Written down while it is fresh",
    promise="We write down what we saw and heard on a visit in two working days, and all else in five.",
    to_family="We write down what happened in a few days, while we still know it well.",
    to_child="We write down what happened soon, so that we do not forget.",
    roots=(Root("practice-standards", "3", ("S3-10",)),),
    limit="record-visit",
    also=("record-other",),
    of=Following(
        table=_OTHER, done="(x.written at time zone %(zone)s)::date", since="x.since_on", key="x.key", in_file=True
    ),
    one="record",
    evidence=Evidence(
        "Visits, conferences, core groups and the child’s own words of the last three months: the day each happened, "
        "and the day it was written down. The newest decides.",
        "visits.ChildLine",
    ),
    wording=Wording(
        met="What happened with {child} was written down in time, last on {last}.",
        due="Write down what happened with {child} by {by}.",
        missed="What happened with {child} was to be written down by {by}, and was written later.",
        explained="What happened with {child} was written down after {by}. The reason is accepted until {until}.",
        not_yet="There is nothing to write down about {child} yet.",
        not_applicable="Nothing of the last three months was to be written down about {child}.",
    ),
    put_right=PutRight("child-contacts", "See what was written late"),
)
