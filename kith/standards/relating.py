"""People a child can count on: who keep their word, are known by name, and say goodbye when they go."""

from kith.standards.shapes import Answering, EachAnswered, Evidence, Following, PutRight, Root, Within, Wording

promises_kept = EachAnswered(
    id="promises-kept",
    title="Promises kept",
    promise="We do what we said we would do, by the day we said; or we say before that we can not.",
    to_family="We do what we tell you we will do. If we can not, we tell you before.",
    to_child="If we say we will do something, we do it. If we can not, we tell you.",
    roots=(Root("girfec", "same-values", ("S0-15",)), Root("jersey", "same-values", ("S0-15",))),
    asked=Answering(
        table="visits_promise",
        done="case when x.outcome = 'kept' then x.kept_on "
        "when x.outcome in ('missed', 'changed_not_told') then x.due_on end",
        left="x.outcome = 'changed_told'",
        late="x.outcome in ('missed', 'changed_not_told')",
    ),
    by="whoever promised",
    one="promise",
    evidence=Evidence(
        "Each thing a worker said they would do by a day, and how it ended. Changed, and told in time, is not counted "
        "against us; changed and not told is as good as missed.",
        "visits.Promise",
        has_not={"outcome": ""},
    ),
    wording=Wording(
        met="What was promised to {child} was kept, the last by {last}.",
        due="{count} to {child} to be kept, the first by {by}.",
        missed="Something promised to {child} by {by} was not kept, or kept late.",
        explained="Something promised to {child} by {by} was not kept. The reason is accepted until {until}.",
        not_yet="Nothing has been promised to {child} yet.",
        not_applicable="Nothing has been promised to {child} by a day.",
    ),
    put_right=PutRight("child-contacts", "Say how it ended"),
)

new_lead_told = Within(
    id="new-lead-told",
    title="Told who the lead worker is",
    promise="When there is a new lead worker, we soon tell the family who it is.",
    to_family="When your worker changes, we soon tell you who it is and how to reach them.",
    to_child="When you get a new worker, we soon tell your family who it is.",
    told_to=("family",),
    roots=(Root("jersey", "lead-worker", ("S4-28",)),),
    limit="new-lead-told",
    of=Following(
        table="involvement_leadworker", done="x.family_told_on", since="x.from_on", left="x.until_on is not null"
    ),
    evidence=Evidence(
        "Each lead worker, from the day they began to the day the family was told.",
        "involvement.LeadWorker",
        has={"family_told_on__isnull": False},
    ),
    wording=Wording(
        met="{child}’s family was told in time who leads the work, on {last}.",
        due="Tell {child}’s family by {by} that {lead} leads the work.",
        missed="{child}’s family was not told by {by} who leads the work.",
        explained="{child}’s family was not told by {by} who leads the work. The reason is accepted until {until}.",
        not_yet="Nobody leads the work with {child} yet.",
        not_applicable="Nobody leads the work with {child} yet.",
    ),
    put_right=PutRight("note-handover", "Note it with the handover"),
)

# The goodbye of whoever led before is noted with the handover, on either of the two.
_TAKEN_OVER = """(
    select n.id, n.person_id, n.from_on, coalesce(n.goodbye_on, (
      select max(l.goodbye_on) from involvement_leadworker l
      where l.spell_id = n.spell_id and l.until_on = n.from_on and l.account_id <> n.account_id
    )) as goodbye_on
    from involvement_leadworker n
    where exists (
      select from involvement_leadworker l
      where l.spell_id = n.spell_id and l.until_on <= n.from_on and l.account_id <> n.account_id
    )
  )"""

goodbye_said = Within(
    id="goodbye-said",
    title="A goodbye",
    promise="When a worker leaves a child’s life, we make sure they say goodbye.",
    to_family="When your worker goes, they say goodbye to you and your child.",
    to_child="When your worker goes, they say goodbye to you.",
    told_to=("family", "child"),
    roots=(Root("principles", "vi", ("S1-21",)),),
    limit="goodbye",
    of=Following(table=_TAKEN_OVER, done="x.goodbye_on", since="x.from_on"),
    evidence=Evidence(
        "Each lead worker another took over from, and the day of the goodbye. One before they stopped is in time.",
        "involvement.LeadWorker",
        has={"goodbye_on__isnull": False},
    ),
    wording=Wording(
        met="The worker who left said goodbye to {child} in time, on {last}.",
        due="The worker who left says goodbye to {child} by {by}.",
        missed="The worker who left did not say goodbye to {child} by {by}.",
        explained="The worker who left did not say goodbye to {child}. The reason is accepted until {until}.",
        not_yet="{child} has had no other lead worker.",
        not_applicable="{child} has had no other lead worker.",
    ),
    put_right=PutRight("note-handover", "Note it with the handover"),
)
