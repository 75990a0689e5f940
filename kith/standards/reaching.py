"""The front door: a worry taken up at once, decided the next day, told back; and the level of help weighed again."""

from kith.standards.shapes import (
    Answering,
    Children,
    EachAnswered,
    EachTime,
    Every,
    Evidence,
    Newest,
    PutRight,
    Root,
    Timing,
    Wording,
)

# One line for each child a contact is about, once somebody has said whose record it is.
_TOLD_OF = """(
    select l.id, l.person_id, c.decide_by_on as due_on, l.decided_on, r.told_on,
      coalesce(r.cannot_be_told, '') <> '' as cannot
    from involvement_contactline l
    join involvement_contact c on c.id = l.contact_id and c.decide_by_on is not null
    left join involvement_contactreply r on r.child_id = l.child_id
    where l.person_id is not null
  )"""
_DECIDED = {"kind": "contact"}
# Where no court or conference sets the rhythm; of the others their own meetings weigh the level.
_WEIGHED = {
    "early_help": "early-help-review",
    "family_help": "review-child-in-need",
    "child_in_need": "review-child-in-need",
}

worry_taken_up = EachTime(
    id="worry-taken-up",
    title="Worried now, taken up",
    promise="When someone says a child is not safe now, we act on it in 15 minutes.",
    to_family="If you are worried about a child now, tell us. Someone takes it up at once, day or night.",
    to_child="If you do not feel safe, tell us. Someone reads it at once.",
    roots=(
        Root("girfec", "safe", ("S0-01",)),
        Root("jersey", "safe", ("S0-01",)),
        Root("nottinghamshire", "shared-responsibility", ("S2-01", "S2-08")),
        Root("practice-standards", "2", ("S0-01",)),
    ),
    times=Timing(
        table="involvement_immediateconcern",
        only="x.person_id is not null",
        at="x.raised_at",
        how="case when x.taken_at - x.raised_at <= %(limit_worried_now_acknowledge)s::interval then 'kept' "
        "when x.taken_at is not null then 'late' "
        "when kith_now() - x.raised_at <= %(limit_worried_now_acknowledge)s::interval then 'waiting' "
        "else 'overdue' end",
        minutes="(extract(epoch from coalesce(x.taken_at, kith_now()) - x.raised_at) / 60)::int",
    ),
    timed="worried-now-acknowledge",
    kept_close=True,
    evidence=Evidence(
        "Each “worried now” that names the child: how long until somebody on duty took it up. They stand on the list "
        "of those on duty, and only duty, whoever raised it and whoever works with the child read them.",
        "",
    ),
    wording=Wording(
        met="Somebody was worried about {child} on {last}. It was taken up after {span}.",
        due="Somebody is worried about {child} now, {span} ago. Take it up.",
        missed="Somebody was worried about {child} on {last}, and it was not taken up in time: {span}.",
        explained="A worry about {child} was taken up late on {last}. The reason is accepted until {until}.",
        not_yet="Nobody has raised “worried now” about {child}.",
        not_applicable="Nobody has raised “worried now” about {child}.",
    ),
    put_right=PutRight("duty", "Open the list of those on duty"),
)

contact_decided = EachAnswered(
    id="contact-decided",
    title="A worry decided the next day",
    promise="When we are told of a worry, we say what we will do by the next working day.",
    to_family="When someone tells us of a worry, we decide what to do by the next working day.",
    to_child="When someone is worried about you, we soon decide how to help.",
    roots=(
        Root("girfec", "timely-help", ("S0-08",)),
        Root("jersey", "timely-help", ("S0-08",)),
        Root("jersey", "early-support", ("S0-08",)),
        Root("nottinghamshire", "early-help", ("S2-24",)),
    ),
    asked=Answering(table=_TOLD_OF, done="x.decided_on"),
    by="whoever decides at the front door",
    limit="referral-decision",
    one="contact",
    kept_close=True,
    evidence=Evidence(
        "Each time somebody told us of the child: the day it was decided what happens, at which level of the agreed "
        "thresholds and why not the one above or below, beside the day that was set when it came.",
        "decisions.Decision",
        has=_DECIDED,
    ),
    wording=Wording(
        met="What we were told of {child} was decided in time, on {last}.",
        due="We were told of {child}. Decide what happens by {by}.",
        missed="We were told of {child}, and what happens was not decided by {by}.",
        explained="What we were told of {child} was not decided by {by}. The reason is accepted until {until}.",
        not_yet="Nobody has told us of {child} at the front door.",
        not_applicable="Nobody has told us of {child} at the front door.",
    ),
    put_right=PutRight("front-door", "Open the front door"),
)

teller_told = EachAnswered(
    id="teller-told",
    title="Whoever told us hears back",
    promise="Whoever tells us of a child hears from us what we decided, and why.",
    to_family="If you tell us of a worry, we tell you what we can of what we do.",
    to_child="If a grown-up tells us they are worried, we tell them we will help.",
    roots=(
        Root("nottinghamshire", "shared-responsibility", ("S2-02",)),
        Root("girfec", "timely-help", ("S0-08",)),
    ),
    asked=Answering(table=_TOLD_OF, done="x.told_on", left="x.cannot"),
    by="whoever decides at the front door",
    limit="referral-decision",
    one="reply",
    kept_close=True,
    evidence=Evidence(
        "The day whoever told us was told the decision and the reasons released to them: here, signed in, or rung or "
        "written to. Somebody who gave no name or number cannot be told, and is not counted.",
        "decisions.Decision",
        has=_DECIDED,
    ),
    wording=Wording(
        met="Whoever told us of {child} heard back in time, on {last}.",
        due="Tell whoever told us of {child} what was decided, by {by}.",
        missed="Whoever told us of {child} was to hear by {by} what was decided, and did not.",
        explained="Whoever told us of {child} did not hear by {by}. The reason is accepted until {until}.",
        not_yet="Nobody has told us of {child} at the front door.",
        not_applicable="Nobody who can be told back has told us of {child}.",
    ),
    put_right=PutRight("front-door", "Open the front door"),
)

level_weighed = Every(
    id="level-weighed",
    title="The level of help weighed again",
    promise="We ask again and again if a child has the right help: more, less or the same.",
    to_family="We will ask with you if you need more help, less help or the same.",
    to_child="We ask you if you need more help, or less.",
    roots=(Root("nottinghamshire", "early-help", ("S2-23",)),),
    applies_to=Children(levels=tuple(_WEIGHED)),
    limit=_WEIGHED,
    newest=Newest(table="involvement_levelchange", only="x.in_force_on is not null", of="x.in_force_on"),
    evidence=Evidence(
        "Each step up, step down or look at which the level stayed, from the day it was decided, with what was matched "
        "in the thresholds and why not more or less.",
        "involvement.LevelChange",
        has={"in_force_on__isnull": False},
    ),
    wording=Wording(
        met="Whether {child} has the right level of help was last weighed on {last}.",
        due="Weigh whether {child} needs more help, less or the same by {by}.",
        missed="Whether {child} has the right level of help has not been weighed since {since}. It was due by {by}.",
        explained="The level of help for {child} has not been weighed since {since}. The reason is accepted until "
        "{until}.",
        not_yet="Whether {child} has the right level of help is first weighed by {by}.",
        not_applicable="The level of help for {child} is weighed at meetings of its own.",
    ),
    put_right=PutRight("keep-level", "Say why it stays"),
)
