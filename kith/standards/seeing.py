"""Children are seen, as often as was promised and on their own when that is right for them."""

from datetime import date

from kith.standards.shapes import Children, Every, Evidence, Facts, PutRight, Root, Wording
from kith.standards.shapes.every import Turn
from kith.visits.rules import ALONE_ALERTS, NOT_COUNTED, OF_HOMES, VISITS, Clock, Home, clock_of

VISITED = Children(levels=tuple(VISITS), born=True)
_COUNTED_VISIT = {"seen": True}
_NOT_A_VISIT = {"mode__in": NOT_COUNTED}


def _turns(facts: Facts) -> list[Turn]:
    """The child's own choice, and a baby or a child who needs a helper, are answers; being kept from it is not."""
    return [Turn(line.on, bool(line.alone) and line.alone not in ALONE_ALERTS) for line in facts.seen]


def _clock(facts: Facts) -> tuple[str, date]:
    clock = visit_clock_of(facts)
    return clock.key, clock.since


def visit_clock_of(facts: Facts) -> Clock:
    """What the next visit is held against, from everything known of the child's home."""
    home = None
    if facts.placed_on is not None:
        home = Home(facts.placed_as or "", facts.placed_on, facts.law_on, facts.care_reviewed_on)
    return clock_of(facts.level, facts.start, facts.seen_on, facts.moved_on, facts.plan_on, home)


seen_in_time = Every(
    id="seen-in-time",
    title="Seen in time",
    promise="We go to see every child as often as we promised, and we see them.",
    to_family="We will come to see your child this often, and we will see your child as well as you.",
    to_child="Someone will come to see you, and will keep coming.",
    told_to=("child",),
    roots=(
        Root("practice-standards", "3", ("S3-09",)),
        Root("principles", "i", ("S1-02",)),
        Root("jersey", "child-at-the-centre", ("S0-02",)),
    ),
    applies_to=VISITED,
    limit=VISITS,
    last=lambda facts, at: facts.seen_on,
    clock=_clock,
    also=OF_HOMES,
    evidence=Evidence(
        "A visit at which the child was seen. The doorstep and a screen do not count. A new home of a looked-after "
        "child, and the first day of a child protection plan, begin the clock again.",
        "visits.ChildLine",
        has=_COUNTED_VISIT,
        has_not=_NOT_A_VISIT,
    ),
    wording=Wording(
        met="{child} was seen on {last}. The next visit is needed by {by}.",
        due="See {child} by {by}.",
        missed="{child} has not been seen since {since}. The visit was needed by {by}.",
        explained="{child} has not been seen since {since}. That is late; the reason is accepted until {until}.",
        not_yet="{child} has not been seen yet. The first visit is needed by {by}.",
        not_applicable="No visits of this kind are promised to {child}.",
    ),
    put_right=PutRight("record-visit", "Record a visit"),
    needs_plan=True,
)

seen_alone = Every(
    id="seen-alone",
    title="Seen alone",
    promise="We see each child on their own when that is right for them. We let no one stand in the way.",
    to_family="We will ask to spend some time with your child on their own.",
    to_child="You can talk with us on your own if you want to. You can also say no.",
    roots=(
        Root("principles", "i", ("S1-02",)),
        Root("practice-standards", "1", ("S0-02",)),
    ),
    applies_to=VISITED,
    turns=_turns,
    in_turns={
        "family_help": "seen-alone-every",
        "child_in_need": "seen-alone-every",
        "child_protection": "seen-alone-every",
        "looked_after": 1,  # each visit, in law
    },
    one="visit",
    evidence=Evidence(
        "A visit with an answer to “seen alone?”: alone, the child chose not to, or not right for this child. "
        "“Prevented” and “not tried” do not count.",
        "visits.ChildLine",
        has=_COUNTED_VISIT,
        has_not=_NOT_A_VISIT,
    ),
    wording=Wording(
        met="{child} was seen alone, or chose not to be, on {last}.",
        due="See {child} alone at the next visit: it did not happen at the last one.",
        missed="{child} was not offered time alone at the last {count}. See them alone, or say what stands in the way.",
        explained="{child} has not been offered time alone lately. The reason is accepted until {until}.",
        not_yet="{child} has not been visited yet, so nobody has asked to see them alone.",
        not_applicable="No visits of this kind are promised to {child}.",
    ),
    put_right=PutRight("record-visit", "Record a visit"),
    needs_plan=True,
)
