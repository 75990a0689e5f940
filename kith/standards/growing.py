"""How a child is and grows, and the adults around them with needs of their own: helped, and weighed."""

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

wellbeing_asked = Every(
    id="wellbeing-asked",
    title="How the child is",
    promise="We ask each child and their family how the child is, and we keep asking.",
    to_family="We ask you and your child how your child is, in your own view, and ask again.",
    to_child="We ask you how you are, and we ask again. You can give it a number.",
    told_to=("child",),
    roots=(Root("jersey", "wellbeing", ("S4-02",)),),
    applies_to=Children(born=True),
    limit="wellbeing-asked",
    newest=Newest(table="assessment_wellbeing", only="x.view in ('child', 'parent')", of="x.said_on"),
    evidence=Evidence(
        "A number for how the child is, from the child or a parent. Ours alone does not count.",
        "assessment.Wellbeing",
        has={"view__in": ["child", "parent"]},
    ),
    wording=Wording(
        met="{child} or a parent last said how {child} is on {last}.",
        due="Ask {child} or a parent how {child} is by {by}.",
        missed="Nobody has asked {child} or a parent how {child} is since {since}. It was needed by {by}.",
        explained="Nobody has asked how {child} is since {since}. The reason is accepted until {until}.",
        not_yet="Nobody has asked {child} or a parent how {child} is yet. It is needed by {by}.",
        not_applicable="{child} is not born yet.",
    ),
    put_right=PutRight("rate-wellbeing", "Write what they say"),
)

growing_looked_at = Every(
    id="growing-looked-at",
    title="How the child grows",
    promise="We look at how each child grows, beside what is usual at their age.",
    to_family="We look with you at how your child grows and learns.",
    to_child="We look at how you grow and what you can do now.",
    roots=(Root("principles", "ii", ("S1-07",)),),
    applies_to=Children(born=True),
    limit="growing-looked-at",
    newest=Newest(table="assessment_stagemark", of="x.seen_on"),
    evidence=Evidence(
        "A mark for at least one part of growing, beside what is usual at the child’s age that day.",
        "assessment.StageMark",
    ),
    wording=Wording(
        met="How {child} grows was last looked at on {last}.",
        due="Look at how {child} grows by {by}.",
        missed="Nobody has looked at how {child} grows since {since}. It was needed by {by}.",
        explained="Nobody has looked at how {child} grows since {since}. The reason is accepted until {until}.",
        not_yet="Nobody has looked at how {child} grows yet. It is needed by {by}.",
        not_applicable="{child} is not born yet.",
    ),
    put_right=PutRight("mark-growing", "Look at it"),
)

adults_weighed = EachTime(
    id="adults-weighed",
    title="What an adult’s need means",
    promise="When a grown-up at home needs help, we ask what that means for the child, and for how we work.",
    to_family="If you need help for yourself, we ask what would make our work easier for you.",
    to_child="If a grown-up at home is not well, we ask what that is like for you.",
    roots=(Root("nottinghamshire", "inclusive", ("S2-19",)),),
    times=Timing(
        table="people_adultsupport",
        only="x.ended_on is null",
        at="x.noted_on",
        how="case when says(x.on_child) and says(x.on_offer) then 'kept' "
        "when x.noted_on + %(limit_adult_need_weighed)s::interval >= %(today)s then 'waiting' else 'overdue' end",
    ),
    timed="adult-need-weighed",
    evidence=Evidence(
        "Each need of an adult around the child that stands: what it means for the child and what it changes in how we "
        "work with them, both with words.",
        "people.AdultSupport",
        has={"ended_on": None},
    ),
    wording=Wording(
        met="What the needs of the adults mean for {child} is written, and what they change in how we work.",
        due="Write what an adult’s need means for {child}, and what it changes in how we work.",
        missed="It is not written what an adult’s need, noted on {last}, means for {child} and for how we work.",
        explained="It is not written what an adult’s need means for {child}. The reason is accepted until {until}.",
        not_yet="No adult around {child} is known to need help of their own.",
        not_applicable="No adult around {child} is known to need help of their own.",
    ),
    put_right=PutRight("child-focus", "Write it"),
)

adults_helped = Within(
    id="adults-helped",
    title="Adults helped elsewhere",
    promise="When a grown-up at home needs help, we ask someone to help them, so the child is not lost.",
    to_family="If you need help for yourself, we ask someone to help you with that.",
    to_child="If a grown-up at home needs help, someone helps them. You do not have to.",
    roots=(Root("nottinghamshire", "child-centred", ("S1-06",)), Root("principles", "i", ("S1-06",))),
    limit="adult-helped-elsewhere",
    of=Following(
        table="people_adultsupport",
        done="x.asked_on",
        since="x.noted_on",
        left="x.ended_on is not null or x.state in ('unwanted', 'over')",
    ),
    evidence=Evidence(
        "Each need of an adult around the child, and the day a person or service was asked to help with it. One they "
        "do not want help with is not counted.",
        "people.AdultSupport",
        has={"asked_on__isnull": False},
    ),
    wording=Wording(
        met="Somebody was asked in time to help an adult around {child}, on {last}.",
        due="Ask somebody to help an adult around {child} by {by}.",
        missed="Nobody was asked by {by} to help an adult around {child}.",
        explained="Nobody was asked by {by} to help an adult around {child}. The reason is accepted until {until}.",
        not_yet="No adult around {child} is known to need help of their own.",
        not_applicable="No adult around {child} is known to need help of their own.",
    ),
    put_right=PutRight("child-focus", "Say who was asked"),
)
