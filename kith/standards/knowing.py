"""The child's story is kept up to date, and we know who the family are."""

from kith.people.rules import PARENTS
from kith.standards.shapes import Both, Every, Evidence, Facts, Has, PutRight, Root, Wording

_TWO_SIDES = 2


def _parents_known(facts: Facts) -> bool:
    return facts.parents >= _TWO_SIDES


story_reviewed = Every(
    id="story-reviewed",
    title="Story up to date",
    promise="We read each child’s story through often, and put right what is wrong.",
    to_family="We will keep your family’s story up to date, so that you need to tell it only once.",
    to_child="We look after your story, and make sure that it is right.",
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
