"""What is understood of a child: current, from both sides, with everybody heard and what it rests on shown."""

from kith.standards.shapes import (
    Children,
    EachTime,
    Every,
    Evidence,
    Following,
    Newest,
    PutRight,
    Root,
    Timing,
    Within,
    Wording,
)

_CURRENT = {
    "family_help": "understanding-current-need",
    "child_in_need": "understanding-current-need",
    "child_protection": "understanding-current-protection",
}
# A signature, or the word of somebody who looked that it is still right.
_LOOKED = """(
    select a.id, a.person_id, a.authorised_on as looked_on from assessment_assessment a
    where a.authorised_on is not null
    union all
    select s.id, s.person_id, s.looked_on from story_stillright s where s.clock = 'assessment'
  )"""

assessment_current = Every(
    id="assessment-current",
    title="Assessment still right",
    promise="We ask again and again if what we think of a child is still right.",
    to_family="We ask with you, again and again, if what we wrote about your child is still right.",
    to_child="We keep asking if what we think about you is still right.",
    roots=(Root("practice-standards", "2", ("S3-08",)), Root("principles", "ix", ("S3-08",))),
    applies_to=Children(levels=tuple(_CURRENT)),
    limit=_CURRENT,
    newest=Newest(table=_LOOKED, of="x.looked_on"),
    evidence=Evidence(
        "The day a version of the assessment was signed, or somebody looked at it and found it still right.",
        "assessment.Assessment",
        has={"authorised_on__isnull": False},
    ),
    wording=Wording(
        met="What is understood of {child} was last found right on {last}.",
        due="Look by {by} if {child}’s assessment is still right.",
        missed="Nobody has looked if {child}’s assessment is still right since {since}. It was needed by {by}.",
        explained="Nobody has looked at {child}’s assessment since {since}. The reason is accepted until {until}.",
        not_yet="{child} has no signed assessment yet. It is to be current by {by}.",
        not_applicable="No assessment of this kind is kept of {child}.",
    ),
    put_right=PutRight("child-assessment", "Open the assessment"),
)

# The first version of each assessment begun here: a later one carries every word over.
_FIRST_WORDS = """(
    select a.id, a.person_id, a.started_on,
      min(p.id) filter (where p.part = 'family') as theirs,
      min(p.id) filter (where p.part in ('analysis', 'conclusion')) as ours,
      min(p.id) filter (where p.part = 'child') as childs
    from assessment_assessment a
      left join assessment_passage p on p.assessment_id = a.id and p.person_id = a.person_id and says(p.text)
    where a.begun_by_name <> '' and a.before_id is null and a.started_on is not null
    group by a.id, a.person_id, a.started_on
  )"""

family_first = EachTime(
    id="family-first",
    title="The family’s own account first",
    promise="We ask each family how they see it, before we write how we see it.",
    to_family="You know your life best. We write how you see it first, in your own words.",
    to_child="We ask your family how they see things, before we write what we think.",
    roots=(Root("nottinghamshire", "information-sharing", ("S2-27",)),),
    times=Timing(
        table=_FIRST_WORDS,
        at="x.started_on",
        how="case when x.theirs < coalesce(x.ours, x.theirs + 1) then 'kept' when x.theirs is not null then 'late' "
        "when x.ours is null then 'waiting' else 'overdue' end",
    ),
    evidence=Evidence(
        "In each assessment begun here: whether the family’s own account was written before what we think it means.",
        "assessment.Passage",
        has={"part": "family"},
    ),
    wording=Wording(
        met="How {child}’s family see it was written before how we see it.",
        due="Write how {child}’s family see it, in their own words, before anything we think of it.",
        missed="What we think of {child} was written before how the family see it. Ask them, and write it.",
        explained="The family’s own account of {child} did not come first. The reason is accepted until {until}.",
        not_yet="No assessment of {child} has begun yet.",
        not_applicable="No assessment of {child} was begun here.",
    ),
    put_right=PutRight("child-assessment", "Open the assessment"),
)

childs_eyes = EachTime(
    id="childs-eyes",
    title="Seen with the child’s eyes",
    promise="Before we say what we think, we try to see it with the child’s eyes.",
    to_family="We ask what it is like to be your child, before we say what we think.",
    to_child="We try to see things the way you see them.",
    roots=(Root("jersey", "empathy", ("S4-20",)),),
    times=Timing(
        table=_FIRST_WORDS,
        at="x.started_on",
        how="case when x.childs is not null then 'kept' when x.ours is null then 'waiting' else 'overdue' end",
    ),
    evidence=Evidence(
        "In each assessment begun here: “If I were this child”, written with words once there is anything of what we "
        "think it means.",
        "assessment.Passage",
        has={"part": "child"},
    ),
    wording=Wording(
        met="What it is like to be {child} is written in the assessment.",
        due="Write what it is like to be {child} before what we think of it.",
        missed="What we think of {child} is written, and not what it is like to be them.",
        explained="What it is like to be {child} is not written. The reason is accepted until {until}.",
        not_yet="No assessment of {child} has begun yet.",
        not_applicable="No assessment of {child} was begun here.",
    ),
    put_right=PutRight("child-assessment", "Open the assessment"),
)

evidence_shown = EachTime(
    id="evidence-shown",
    title="What it rests on, shown",
    promise="We say what makes us think what we think about a child.",
    to_family="We show you what makes us think so: what we saw, and who told us.",
    to_child="We say how we know what we say about you.",
    roots=(Root("principles", "xi", ("S1-34",)),),
    times=Timing(
        table="""(
    select a.id, a.person_id, a.started_on,
      exists (select from assessment_evidence e where e.assessment_id = a.id and says(e.text)) as shown,
      exists (select from assessment_passage p where p.assessment_id = a.id and p.part in ('analysis', 'conclusion')
        and says(p.text)) as thought
    from assessment_assessment a where a.begun_by_name <> '' and a.started_on is not null
  )""",
        at="x.started_on",
        how="case when x.shown then 'kept' when not x.thought then 'waiting' else 'overdue' end",
    ),
    evidence=Evidence(
        "In the newest assessment begun here: at least one thing it rests on, said to be fact, opinion or hearsay.",
        "assessment.Evidence",
    ),
    wording=Wording(
        met="What {child}’s assessment rests on is written in it.",
        due="Write what {child}’s assessment rests on.",
        missed="What we think of {child} is written, and nothing that it rests on.",
        explained="Nothing is written that {child}’s assessment rests on. The reason is accepted until {until}.",
        not_yet="No assessment of {child} has begun yet.",
        not_applicable="No assessment of {child} was begun here.",
    ),
    put_right=PutRight("child-assessment", "Open the assessment"),
)

# A signature cannot be without everybody, or why not: until then each parent is looked up.
_PARENTS = """(
    select r.id, a.person_id, a.started_on as since, p.died_on is not null or s.closed_on is not null as over,
      case when a.authorised_on is not null then a.authorised_on else (
        select min(c.on) from assessment_contributor c join assessment_assessment b on b.id = c.assessment_id
        where c.who_id = r.other_id and b.spell_id = a.spell_id and (c.standing = 'contributed' or says(c.because))
      ) end as heard_on,
      case when a.authorised_on is null then coalesce((
        select n.because from people_notsafetotell n where n.person_id = r.other_id and n.ended_on is null
      ), '') else '' end as because
    from assessment_assessment a
      join involvement_spell s on s.id = a.spell_id
      join people_relationship r on r.person_id = a.person_id and r.kind = any(%(parents)s)
      join people_person p on p.id = r.other_id
    where a.begun_by_name <> '' and a.before_id is null and a.started_on is not null
  )"""

both_parents_heard = Within(
    id="both-parents-heard",
    title="Both parents heard",
    promise="We hear both parents before we are done, or say why not.",
    to_family="We ask each parent how they see it, also the one who does not live with the child.",
    to_child="We ask your mum and your dad, also if one does not live with you.",
    roots=(Root("practice-standards", "2", ("S3-05",)), Root("principles", "viii", ("S3-05",))),
    limit="assessment",
    of=Following(table=_PARENTS, done="x.heard_on", since="x.since", left="x.over", because="x.because"),
    left="A parent of {child} was not asked because it is not safe. The reason is written down.",
    evidence=Evidence(
        "Each parent of a child whose assessment was begun here: the day they were heard, or it was written why not; "
        "at the latest the day of the signature, which cannot be without. Not safe to ask is explained.",
        "assessment.Contributor",
        has={"who__isnull": False},
    ),
    wording=Wording(
        met="{child}’s parents were heard in time for the assessment, the last on {last}.",
        due="Hear {child}’s parents for the assessment by {by}: {count} to go.",
        missed="A parent of {child} was not heard for the assessment by {by}, and no reason is written.",
        explained="A parent of {child} was not heard by {by}. The reason is accepted until {until}.",
        not_yet="No assessment of {child} has begun yet.",
        not_applicable="No assessment of {child} was begun here, or no parent is recorded.",
    ),
    put_right=PutRight("child-assessment", "Open the assessment"),
    one="parent",
)

_HIGH = """(
    select n.id, n.person_id, n.noted_on, greatest(n.noted_on, (
      select min(e.noted_on) from assessment_effect e
      where e.assessment_id = n.assessment_id and e.because_of = n.domain
    )) as said_on, (
      select min(e.noted_on) from assessment_effect e
      where e.assessment_id = n.assessment_id and e.because_of = n.domain
    ) is null as bare,
    exists (select from assessment_assessment l where l.before_id = n.assessment_id) as over
    from assessment_domainnote n where n.concern = 'high'
  )"""

effects_said = Within(
    id="effects-said",
    title="What one worry does to the rest",
    promise="When we worry a lot about one part of a child’s life, we ask what it does to the rest.",
    to_family="When one thing is hard, we ask what it does to the rest of your child’s life.",
    to_child="When one thing is hard for you, we ask what else it makes hard.",
    roots=(
        Root("girfec", "whole-child", ("S0-04",)),
        Root("jersey", "whole-child", ("S0-04",)),
        Root("principles", "iv", ("S0-04",)),
    ),
    limit="record-other",
    of=Following(table=_HIGH, done="case when not x.bare then x.said_on end", since="x.noted_on", left="x.over"),
    evidence=Evidence(
        "Each high concern in one part of a child’s life, and the day it was written what it does to another part.",
        "assessment.Effect",
    ),
    wording=Wording(
        met="What a high concern does to the rest of {child}’s life was written in time, on {last}.",
        due="Write what a high concern does to the rest of {child}’s life by {by}.",
        missed="It was not written by {by} what a high concern does to the rest of {child}’s life.",
        explained="It was not written by {by} what a high concern does to {child}. The reason is accepted until "
        "{until}.",
        not_yet="No part of {child}’s life is a high concern.",
        not_applicable="No part of {child}’s life is a high concern.",
    ),
    put_right=PutRight("child-assessment", "Open the map"),
)
