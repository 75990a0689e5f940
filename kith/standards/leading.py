"""Someone is there: one lead worker, the next contact arranged, and visits written up."""

from datetime import date

from kith.standards.shapes import Answering, EachAnswered, Evidence, Facts, Has, PutRight, Root, Wording


def _last_contact(facts: Facts) -> date:
    """A visit that saw nobody was a contact too: the family knows we came."""
    return max(day for day in (facts.tried_on, facts.seen_on, facts.start) if day)


def _without_lead_since(facts: Facts) -> date:
    return max(facts.last_led_until or facts.start, facts.start)


lead_worker = Has(
    id="lead-worker",
    title="One lead worker",
    promise="Every child and family has one lead worker, by name, from the start.",
    to_family="You will have one person to talk to, and you will know their name and how to reach them.",
    to_child="There is one person who is there for you. You will know their name.",
    told_to=("family", "child"),
    roots=(
        Root("jersey", "lead-worker", ("S4-28",)),
        Root("practice-standards", "5", ("S3-19",)),
        Root("nottinghamshire", "partnership-families", ("S2-15",)),
    ),
    limit="allocation",
    current=lambda facts: facts.leads == 1,
    as_of=lambda facts: facts.lead_from,
    lacking_since=_without_lead_since,
    evidence=Evidence("The lead worker of the open work, from the day they began.", "involvement.LeadWorker"),
    wording=Wording(
        met="{lead} has been {child}’s lead worker since {last}.",
        due="{child} needs one lead worker. Name one by {by}.",
        missed="{child} was to have one lead worker by {by}, and has not.",
        explained="{child} was to have one lead worker by {by}. The reason is accepted until {until}.",
        not_yet="{child} has no lead worker yet.",
        not_applicable="No lead worker is promised to {child}.",
    ),
    put_right=PutRight("allocate", "Name a lead worker"),
)

next_contact = Has(
    id="next-contact",
    title="Next contact arranged",
    promise="Every family knows when they will see us next.",
    to_family="You will always know when you will see us next.",
    to_child="You will always know when we are coming next.",
    roots=(
        Root("jersey", "open-and-informed", ("S4-29",)),
        Root("practice-standards", "4", ("S4-29",)),
        Root("practice-standards", "3", ("S3-11",)),
    ),
    limit="next-contact",
    current=lambda facts: facts.next_on is not None,
    as_of=lambda facts: facts.next_on,
    lacking_since=_last_contact,
    evidence=Evidence(
        "A visit arranged for today or later, not yet made, moved or called off.",
        "visits.PlannedVisit",
        has={"visited": None, "replaced_by": None, "called_off_on": None},
    ),
    wording=Wording(
        met="The next visit to {child} is arranged for {last}.",
        due="No visit to {child} is arranged. Arrange one by {by}.",
        missed="No visit to {child} is arranged. The family was to hear from us by {by}.",
        explained="No visit to {child} is arranged, due by {by}. The reason is accepted until {until}.",
        not_yet="No visit to {child} is arranged yet.",
        not_applicable="No visits are promised to {child}.",
    ),
    put_right=PutRight("plan-visit", "Arrange a visit"),
)

visits_complete = EachAnswered(
    id="visits-complete",
    title="Visits written up",
    promise="Soon after we see a child we write down all we saw, and say why if we left something out.",
    to_family="We will write down what we saw and heard soon after we come.",
    to_child="We write down what happened when we came, soon after, so that we do not forget.",
    roots=(
        Root("practice-standards", "3", ("S3-10",)),
        Root("principles", "i", ("S1-04", "S1-02")),
    ),
    asked=Answering(table="visits_tocomplete", done="x.completed_on"),
    by="whoever made the visit",
    limit="record-visit",
    one="thing",
    evidence=Evidence(
        "Each gap a visit was saved with, and the day it was completed.",
        "visits.ToComplete",
        has={"completed_on__isnull": False},
    ),
    wording=Wording(
        met="Every visit to {child} is written up, the last gap closed on {last}.",
        due="A visit to {child} still lacks {count}. Complete it by {by}.",
        missed="A visit to {child} was not written up in time. It was due by {by}.",
        explained="A visit to {child} was not written up by {by}. The reason is accepted until {until}.",
        not_yet="There is nothing to complete yet.",
        not_applicable="Nothing was left to complete after visits to {child}.",
    ),
    put_right=PutRight("complete-gap", "Complete it"),
)
