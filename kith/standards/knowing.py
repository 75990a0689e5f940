"""The child's story is kept up to date; we know who the family are, what life is like, and whether they feel valued."""

from kith.people.rules import PARENTS
from kith.standards.shapes import (
    Answering,
    Both,
    Children,
    EachAnswered,
    Every,
    Evidence,
    Facts,
    Has,
    Named,
    PutRight,
    Root,
    Wording,
)

_TWO_SIDES = 2


def _parents_known(facts: Facts) -> bool:
    return facts.parents >= _TWO_SIDES


story_reviewed = Every(
    id="story-reviewed",
    title="Story up to date",
    promise="We read each child’s story through often, and put right what is wrong.",
    to_family="We will keep your family’s story up to date, so that you need to tell it only once.",
    to_child="We look after your story, and make sure that it is right.",
    told_to=("family", "child"),
    roots=(
        Root("practice-standards", "2", ("S3-06",)),
        Root("principles", "ix", ("S3-08",)),
        Root("jersey", "story-once", ("S4-27",)),
    ),
    limit="story-reviewed",
    last=lambda facts, at: facts.reviewed_to,
    evidence=Evidence("A reading of the whole story, up to a day.", "story.StoryReview"),
    wording=Wording(
        met="{child}’s story was read through on {last}.",
        due="Read {child}’s story through by {by}.",
        missed="{child}’s story has not been read through since {since}. That was needed by {by}.",
        explained="{child}’s story has not been read through since {since}. The reason is accepted until {until}.",
        not_yet="{child}’s story has not been read through yet. That is needed by {by}.",
        not_applicable="No story is kept of {child}.",
    ),
    put_right=PutRight("child-story", "Open the story"),
)

family_known = Both(
    id="family-known",
    title="Family known",
    promise="We know who is in each child’s family, on both sides, and who has a say for the child.",
    to_family="We will ask who is in your family, on both sides, and who has a say for your child.",
    to_child="We will ask you who is in your family and who matters to you.",
    roots=(
        Root("practice-standards", "2", ("S3-07", "S3-05")),
        Root("principles", "iv", ("S1-18",)),
        Root("girfec", "partnership", ("S0-12",)),
    ),
    parts=(
        Has(id="parents", title="both parents", limit="family-known", current=_parents_known),
        Has(
            id="deciders",
            title="who holds parental responsibility",
            limit="family-known",
            current=lambda facts: facts.deciders > 0,
        ),
    ),
    evidence=Evidence(
        "Two parents recorded, and at least one person who holds parental responsibility today. Where a parent is not "
        "known, say why: explained, and accepted by someone else.",
        "people.Relationship",
        has={"kind__in": PARENTS},
    ),
    wording=Wording(
        met="{child}’s parents are recorded, and who holds parental responsibility.",
        due="Record {missing} for {child} by {by}.",
        missed="Not recorded for {child}: {missing}. It was needed by {by}.",
        explained="Not recorded for {child}: {missing}. The reason is accepted until {until}.",
        not_yet="{child}’s family is not recorded yet.",
        not_applicable="Nobody’s family is asked about here.",
    ),
    put_right=PutRight("child-family", "Open the family"),
)

tree_confirmed = Every(
    id="tree-confirmed",
    title="Family tree confirmed",
    promise="We look at the family tree with each family, to see if it is right.",
    to_family="We will show you how we have drawn your family, and put right what is wrong.",
    to_child="We will ask you if we have your family right.",
    roots=(Root("practice-standards", "2", ("S3-07",)),),
    limit="tree-confirmed",
    last=lambda facts, at: facts.tree_on,
    evidence=Evidence("The day somebody looked at the whole tree and found it right.", "people.TreeConfirmation"),
    wording=Wording(
        met="{child}’s family tree was found right on {last}.",
        due="Look at {child}’s family tree with the family by {by}.",
        missed="{child}’s family tree has not been looked at since {since}. That was needed by {by}.",
        explained="{child}’s family tree has not been looked at since {since}. The reason is accepted until {until}.",
        not_yet="{child}’s family tree has not been looked at with the family yet. That is needed by {by}.",
        not_applicable="No family tree is kept of {child}.",
    ),
    put_right=PutRight("confirm-tree", "Say that it is right"),
)

life_today = Every(
    id="life-today",
    title="What life is like today",
    promise="We can say what life is like for each child now, and we keep asking.",
    to_family="We will keep asking what life is like for your child now.",
    to_child="We will keep asking what your days are like.",
    roots=(Root("principles", "i", ("S1-03",)),),
    applies_to=Children(born=True),
    limit="life-today",
    last=lambda facts, at: facts.life_on,
    evidence=Evidence("What life is like for the child, in a paragraph, with the day.", "assessment.LifeToday"),
    wording=Wording(
        met="What life is like for {child} was written on {last}.",
        due="Write what life is like for {child} today by {by}.",
        missed="What life is like for {child} has not been written since {since}. It was needed by {by}.",
        explained="What life is like for {child} has not been written since {since}. "
        "The reason is accepted until {until}.",
        not_yet="What life is like for {child} is not written yet. It is needed by {by}.",
        not_applicable="{child} is not born yet.",
    ),
    put_right=PutRight("say-life-today", "Write it"),
)

valued_followed_up = EachAnswered(
    id="valued-followed-up",
    title="Children who do not feel valued",
    promise="If a child does not feel valued, we soon send someone else to talk with them.",
    to_family="If your child does not feel valued, someone else will soon come and talk with them.",
    to_child="If you do not feel that you matter to us, someone else will come and talk with you.",
    told_to=("child",),
    roots=(Root("girfec", "diversity", ("S0-06",)),),
    asked=Answering(
        table="feedback_valued",
        only="x.follow_up_by_on is not null",
        done="x.followed_up_on",
        due="x.follow_up_by_on",
    ),
    by="the team manager",
    limit="feeling-valued-follow-up",
    one="talk",
    evidence=Evidence(
        "A talk with someone who does not lead the work, and what came of it, after each low answer.",
        "feedback.Valued",
        has={"follow_up_by_on__isnull": False},
    ),
    wording=Wording(
        met="Someone talked with {child}, who had not felt valued, on {last}.",
        due="{child} does not feel valued. Somebody else talks with them by {by}.",
        missed="{child} did not feel valued, and nobody else talked with them in time. It was due by {by}.",
        explained="Nobody else talked with {child} by {by}. The reason is accepted until {until}.",
        not_yet="{child} has not said that they do not feel valued.",
        not_applicable="{child} has not said that they do not feel valued.",
    ),
    put_right=PutRight("follow-up-valued", "Write what came of it"),
)

all_about_me = Has(
    id="all-about-me",
    title="All about me",
    promise="We know what each child likes, is good at and is afraid of, and how to talk with them.",
    to_family="We will ask you and your child what your child likes and is good at.",
    to_child="We ask what you like and what you are good at, and write it down first.",
    told_to=("child",),
    roots=(Root("practice-standards", "8", ("S3-28",)),),
    applies_to=Children(born=True),
    limit="all-about-me",
    current=lambda facts: facts.about_me > 0,
    evidence=Evidence("A line of the child’s “all about me” card.", "people.AboutMe", has={"ended_on": None}),
    wording=Wording(
        met="{child}’s “all about me” card is begun.",
        due="Begin {child}’s “all about me” card by {by}.",
        missed="Nothing is on {child}’s “all about me” card. It was needed by {by}.",
        explained="Nothing is on {child}’s “all about me” card. The reason is accepted until {until}.",
        not_yet="{child}’s “all about me” card is not begun yet.",
        not_applicable="No “all about me” card is asked for here.",
    ),
    put_right=PutRight("child-whole", "Open the card"),
)

_HELPING = (
    ("works", "what helps"),
    ("less_helpful", "what does not help"),
    ("knows_me", "who knows the child best"),
)

what_helps_known = Has(
    id="what-helps-known",
    title="What helps, and who knows best",
    promise="We ask those who know a child best what helps and what does not.",
    to_family="You know your child best. We ask you what helps and what does not, and write it first.",
    to_child="We ask you what helps you, what does not, and who knows you best.",
    told_to=("child",),
    roots=(Root("jersey", "partnership", ("S0-12",)), Root("girfec", "partnership", ("S0-12",))),
    applies_to=Children(born=True),
    limit="what-helps-known",
    named=Named(table="people_aboutme", only="x.ended_on is null and says(x.text)", name="x.part"),
    wanted=lambda facts, at: _HELPING,
    evidence=Evidence(
        "On the child’s “all about me” card: what helps, what does not help, and who knows the child best, each with "
        "words.",
        "people.AboutMe",
        has={"ended_on": None, "part__in": [part for part, _ in _HELPING]},
    ),
    wording=Wording(
        met="What helps {child}, what does not, and who knows {child} best are written.",
        due="Ask those who know {child}, and write by {by}: {missing}.",
        missed="Not written for {child}: {missing}. It was needed by {by}.",
        explained="Not written for {child}: {missing}. The reason is accepted until {until}.",
        not_yet="Nobody has been asked yet what helps {child}.",
        not_applicable="{child} is not born yet.",
    ),
    put_right=PutRight("child-whole", "Open the card"),
)
