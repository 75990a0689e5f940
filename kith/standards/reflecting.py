"""Two people think about each child together: often enough, in more than one way, and asking what they assume."""

from kith.standards.shapes import EachTime, Every, Evidence, Following, Newest, PutRight, Root, Timing, Within, Wording

supervision_held = Every(
    id="supervision-held",
    title="Thought about with somebody",
    promise="We think about each child with someone who leads us, again and again.",
    to_family="Your worker does not think alone. Someone thinks with them about your child.",
    to_child="Your worker talks with someone wise about how to help you best.",
    roots=(Root("practice-standards", "9", ("S3-32",)),),
    limit="supervision",
    newest=Newest(table="workforce_supervision", only="x.finished_on is not null", of="x.held_on"),
    evidence=Evidence(
        "A supervision about this child, signed by both. One that only one of them has signed does not count yet.",
        "workforce.Supervision",
        has={"finished_on__isnull": False},
    ),
    wording=Wording(
        met="The work with {child} was last thought about together on {last}.",
        due="Think about the work with {child} together by {by}.",
        missed="Nobody has thought about the work with {child} together since {since}. It was due by {by}.",
        explained="The work with {child} has had no supervision since {since}. The reason is accepted until {until}.",
        not_yet="The work with {child} has not been thought about together yet. It is due by {by}.",
        not_applicable="No supervision of this kind is promised here.",
    ),
    put_right=PutRight("child-supervision", "Open supervision"),
    kept_close=True,
)

# The newest talk about each child.
_TALKS = """(
    select s.id, s.person_id, s.held_on, says(s.clear_cut_because) as clear_cut,
      says(s.assumptions) and says(s.would_change) as assumed,
      (select count(*) from workforce_hypothesis h where h.supervision_id = s.id and says(h.what)) as n
    from (
      select distinct on (t.person_id) t.* from workforce_supervision t
      order by t.person_id, t.held_on desc, t.id desc
    ) s
  )"""
_STILL = "when x.held_on + %(limit_supervision_thought_through)s::interval >= %(today)s then 'waiting' else 'overdue'"

two_explanations = EachTime(
    id="two-explanations",
    title="More than one way to see it",
    promise="We think of more than one way to see what goes on, so that we do not stick to the first.",
    to_family="We think of more than one way to see what goes on at home.",
    to_child="We do not stick to the first thing we think about you.",
    roots=(Root("practice-standards", "9", ("S3-31",)),),
    times=Timing(table=_TALKS, at="x.held_on", how=f"case when x.n >= 2 or x.clear_cut then 'kept' {_STILL} end"),
    timed="supervision-thought-through",
    evidence=Evidence(
        "In the newest supervision: two explanations of what is seen, or the supervisor’s words why one is clear-cut.",
        "workforce.Hypothesis",
    ),
    wording=Wording(
        met="More than one explanation of what is seen was thought of for {child} on {last}.",
        due="Write a second explanation of what is seen, from the supervision about {child} on {last}.",
        missed="The supervision about {child} on {last} has not two explanations of what is seen.",
        explained="The supervision about {child} has not two explanations. The reason is accepted until {until}.",
        not_yet="There has been no supervision about {child} yet.",
        not_applicable="There has been no supervision about {child} yet.",
    ),
    put_right=PutRight("child-supervision", "Open supervision"),
    kept_close=True,
)

assumptions_asked = EachTime(
    id="assumptions-asked",
    title="What we assume",
    promise="We ask what we take for granted, and what would make us think again.",
    to_family="We ask what we take for granted about your family, and if it is true.",
    to_child="We ask if what we take for granted about you is true.",
    roots=(
        Root("practice-standards", "9", ("S4-19",)),
        Root("jersey", "genuineness", ("S4-19",)),
        Root("nottinghamshire", "inclusive", ("S4-19",)),
    ),
    times=Timing(table=_TALKS, at="x.held_on", how=f"case when x.assumed then 'kept' {_STILL} end"),
    timed="supervision-thought-through",
    evidence=Evidence(
        "In the newest supervision: what is being assumed, about race, gender, class and disability too, and what "
        "would change our minds, both with words.",
        "workforce.Supervision",
    ),
    wording=Wording(
        met="What is assumed about {child} and the family was asked on {last}.",
        due="Write what is assumed, and what would change your minds, from the supervision about {child} on {last}.",
        missed="The supervision about {child} on {last} does not say what is assumed, or what would change minds.",
        explained="What is assumed about {child} is not written. The reason is accepted until {until}.",
        not_yet="There has been no supervision about {child} yet.",
        not_applicable="There has been no supervision about {child} yet.",
    ),
    put_right=PutRight("child-supervision", "Open supervision"),
    kept_close=True,
)

# Each lead worker who was given one child more than the most, until somebody has thought about that child with them.
_OVER_FULL = """(
    select l.id, l.person_id, l.from_on, l.until_on, (
      select min(greatest(s.finished_on, l.from_on)) from workforce_supervision s
      where s.person_id = l.person_id and s.worker_id = l.account_id and s.held_on >= l.from_on
        and s.finished_on is not null
    ) as helped_on
    from involvement_leadworker l where l.over_cap_because <> ''
  )"""

time_for_each = Within(
    id="time-for-each",
    title="Time for each child",
    promise="If a worker has more children than they should, we help them find the time for each.",
    to_family="If your worker has a lot to do, someone helps them find time for you.",
    to_child="If your worker has a lot to do, someone helps them find time for you.",
    roots=(Root("jersey", "skills", ("S4-24",)), Root("practice-standards", "10", ("S4-24",))),
    limit="over-full-helped",
    of=Following(
        table=_OVER_FULL, done="x.helped_on", since="x.from_on", left="x.until_on is not null", gone="x.until_on"
    ),
    one="lead worker",
    evidence=Evidence(
        "Each time somebody became a child’s lead worker above the most children one worker leads, and the first "
        "supervision of the two about this child since, signed by both.",
        "workforce.Supervision",
        has={"finished_on__isnull": False},
    ),
    wording=Wording(
        met="{child}’s lead worker, who has more children than the most, was helped in time, on {last}.",
        due="{child}’s lead worker has more children than the most. Think through with them by {by} what {child} "
        "needs of their time.",
        missed="{child}’s lead worker has more children than the most, and nobody had thought it through with them by "
        "{by}.",
        explained="{child}’s lead worker has more children than the most. The reason is accepted until {until}.",
        not_yet="Nobody leads the work with {child} yet.",
        not_applicable="{child}’s lead worker was not given more children than the most.",
    ),
    put_right=PutRight("child-supervision", "Open supervision"),
    kept_close=True,
)
