"""A child’s rights are told and weighed; and somebody from outside looks whether we blame, and what we promise."""

from kith.standards.shapes import (
    Answering,
    Children,
    EachAnswered,
    Evidence,
    Has,
    Judged,
    Newest,
    PutRight,
    Root,
    Wording,
)

# The first look counts. What ended after its day, and was weighed by nobody, stays late.
_LIMITS = """(
    select r.id, r.person_id, r.due_on, r.ended_on is not null as over, coalesce(
      r.first_checked_on, r.checked_on, case when r.ended_on > r.due_on then r.ended_on end
    ) as weighed_on
    from people_rightscheck r
  )"""

rights_told = Has(
    id="rights-told",
    title="Children know their rights",
    promise="We tell each child which rights they have, in a way they can take in.",
    to_family="We go through your child’s rights with your child, in a way that suits them.",
    to_child="We tell you what rights you have. Every child has them.",
    told_to=("child",),
    roots=(Root("jersey", "rights", ("S4-01.2",)),),
    applies_to=Children(born=True),
    limit="rights-leaflet",
    there=Newest(table="people_rightsleaflet", of="x.given_on"),
    evidence=Evidence(
        "The day the child was given the leaflet about children’s rights, and who went through it with them. For a "
        "baby, whoever speaks for the child was.",
        "people.RightsLeaflet",
    ),
    wording=Wording(
        met="{child} was told about children’s rights, last on {last}.",
        due="Go through children’s rights with {child} by {by}.",
        missed="Nobody has gone through children’s rights with {child}. It was due by {by}.",
        explained="Nobody has gone through children’s rights with {child}. The reason is accepted until {until}.",
        not_yet="Nobody has gone through children’s rights with {child} yet.",
        not_applicable="{child} is not born yet.",
    ),
    put_right=PutRight("child-rights", "Open the child’s rights"),
)

rights_weighed = EachAnswered(
    id="rights-weighed",
    title="Limits held against rights",
    promise="When we limit what a child may do, we ask if that fits with the child’s rights.",
    to_family="If we limit what your child may do, we ask if that is fair to your child.",
    to_child="If there is something you may not do, we ask if that is fair to you, and tell you why.",
    roots=(Root("jersey", "rights", ("S4-01.2", "S4-01")),),
    limit="rights-check",
    asked=Answering(table=_LIMITS, done="x.weighed_on", left="x.over"),
    by="whoever wrote the limit down",
    one="limit",
    kept_close=True,  # an address kept from somebody is one of them
    evidence=Evidence(
        "Each thing that limits the child (contact, an address, a device, a place, a rule), and the day it was held "
        "against the child’s rights: which of them bear on it, what was weighed, and whether the child was told.",
        "people.RightsCheck",
        has={"checked_on__isnull": False},
    ),
    wording=Wording(
        met="What limits {child} was held against the child’s rights in time, on {last}.",
        due="{count} on {child} to hold against the child’s rights, the first by {by}.",
        missed="Something limits {child}, and it was not held against the child’s rights by {by}.",
        explained="Something limits {child} that was not weighed by {by}. The reason is accepted until {until}.",
        not_yet="Nothing that limits {child} is written down.",
        not_applicable="Nothing that limits {child} is written down.",
    ),
    put_right=PutRight("child-rights", "Open the child’s rights"),
)

no_blame = Judged(
    id="no-blame",
    title="No blame in what we write",
    promise="We write about people politely, and blame nobody.",
    to_family="We write about you as we would speak to you: politely, and without blame.",
    to_child="We write about you and your family in a kind way.",
    roots=(Root("jersey", "courtesy", ("S4-18",)),),
    question="Would this family find themselves spoken of politely in their record, and blamed for nothing?",
    evidence=Evidence(
        "What somebody who has never led the work found when they read the record, with the words they found. Words "
        "that blame are pointed out to whoever writes them; this is whether it helped.",
        "standards.Judgement",
        has={"standard": "no-blame"},
    ),
    wording=Wording(
        met="Somebody from outside the work read {child}’s record on {last} and found nobody blamed in it.",
        due="Somebody from outside the work reads {child}’s record for words that blame.",
        missed="Somebody from outside the work read {child}’s record on {last} and found words that blame. Write them "
        "again.",
        explained="Words that blame were found in {child}’s record. The reason is accepted until {until}.",
        not_yet="Nobody from outside the work has read {child}’s record for words that blame.",
        not_applicable="No record is kept of {child}.",
    ),
    put_right=PutRight("child-story", "Open the story"),
)

promises_fit = Judged(
    id="promises-fit",
    title="The promises that belong here",
    promise="We make each child every promise that belongs to where they are.",
    to_family="What we promise your child fits how much help your family has.",
    to_child="What we promise you fits the help you have.",
    roots=(Root("principles", "where-they-apply", ("S1-01",)),),
    question="Does every promise that should be made to this child apply, by their level, stage and who works with "
    "them, and does none that should not?",
    evidence=Evidence(
        "What somebody who has never led the work found when they read which promises apply to the child, which do "
        "not, and why not.",
        "standards.Judgement",
        has={"standard": "promises-fit"},
    ),
    wording=Wording(
        met="Somebody from outside the work looked on {last}: the promises made to {child} are the ones that belong.",
        due="Somebody from outside the work looks whether the promises made to {child} fit.",
        missed="Somebody from outside the work looked on {last}: a promise that belongs to {child} is not made, or one "
        "that does not is. See to the level of help and who leads.",
        explained="The promises made to {child} do not fit. The reason is accepted until {until}.",
        not_yet="Nobody from outside the work has looked whether the promises made to {child} fit.",
        not_applicable="Nothing is promised to {child}.",
    ),
    put_right=PutRight("child", "Open the promises"),
)
