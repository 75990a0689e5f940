"""Children are heard in their own words, answered, and told the answer."""

from collections.abc import Iterator, Sequence
from datetime import date

from kith.calendar import age
from kith.standards.seeing import VISITED
from kith.standards.shapes import (
    Answering,
    At,
    EachAnswered,
    Every,
    Evidence,
    Facts,
    Following,
    PutRight,
    Root,
    Within,
    Wording,
)
from kith.visits.rules import VISITS, YOUNG
from kith.words import needs_words

_ENOUGH = 30  # characters show whether a text says anything; a board reads thousands


def _heard_on(facts: Facts, at: At) -> date | None:
    """The newest day with words that are this child's; for a child under five, something seen counts as well."""
    said = _words_on(facts)
    saw = _observed_on(facts) if _is_young(facts, at.today) else None
    return max(said, saw) if said and saw else said or saw


def _words_on(facts: Facts) -> date | None:
    copied = facts.heard[0].on if facts.heard and facts.heard[0].shared else None
    lines = [(said.on, said.text) for said in facts.heard]
    return next((on for on, _ in _own_words(lines) if on != copied), None)


def _observed_on(facts: Facts) -> date | None:
    lines = [(line.on, line.saw) for line in facts.seen]
    owed = {line.on for line in facts.seen if not line.observed}
    return next((on for on, _ in _own_words(lines) if on not in owed), None)


def _own_words(lines: Sequence[tuple[date, str]]) -> Iterator[tuple[date, str]]:
    """Newest first: those that say something, and not what the record before them said already (design 7.11)."""
    for place, (on, text) in enumerate(lines):
        repeated = place + 1 < len(lines) and lines[place + 1][1] == text
        if not repeated and not needs_words(text[:_ENOUGH]):
            yield on, text


def _is_young(facts: Facts, today: date) -> bool:
    years = age(facts.born_on, today) if facts.born_on else None
    return years is None or years < YOUNG


heard = Every(
    id="heard",
    title="Heard in their own words",
    promise="We listen to every child and write down what they say in their own words.",
    to_family="We will listen to your child, and keep what your child says as your child says it.",
    to_child="We write down what you tell us in your words. You can tell us with pictures or in any way you like.",
    told_to=("child",),
    roots=(
        Root("practice-standards", "1", ("S0-02",)),
        Root("girfec", "child-at-the-centre", ("S0-02",)),
        Root("principles", "i", ("S1-04", "S0-02")),
        Root("jersey", "child-at-the-centre", ("S0-02",)),
    ),
    applies_to=VISITED,
    limit=VISITS,
    last=_heard_on,
    evidence=Evidence(
        "Words of the child, spoken, drawn, signed or shown; for a child under five, what was seen at a visit. A line "
        "that says nothing, or repeats the last record or a brother’s or sister’s, does not count.",
        "voice.Words",
    ),
    wording=Wording(
        met="{child} was last heard in their own words on {last}.",
        due="Write down what {child} says, shows or does by {by}.",
        missed="Nothing in {child}’s own words since {since}. It was needed by {by}.",
        explained="Nothing in {child}’s own words since {since}. The reason is accepted until {until}.",
        not_yet="Nothing in {child}’s own words yet. It is needed by {by}.",
        not_applicable="No visits of this kind are promised to {child}.",
    ),
    put_right=PutRight("record-visit", "Record a visit"),
)

wishes_answered = EachAnswered(
    id="wishes-answered",
    title="Wishes answered",
    promise="When a child asks for something or is worried, we answer. When we cannot say yes, we say why.",
    to_family="When your child asks for something, we will answer. If we cannot agree, we will say why.",
    to_child="If you ask us for something, we will answer you. If we say no, we will tell you why.",
    told_to=("child",),
    roots=(
        Root("practice-standards", "1", ("S3-03",)),
        Root("girfec", "child-at-the-centre", ("S0-03",)),
        Root("principles", "vi", ("S1-21",)),
    ),
    asked=Answering(
        table="""(
    select w.id, w.person_id, w.answer_by_on as due_on, a.decided_on
    from voice_wish w left join voice_answer a on a.wish_id = w.id and a.person_id = w.person_id
  )""",
        done="x.decided_on",
    ),
    by="the lead worker",
    limit="answer-wish",
    one="answer",
    evidence=Evidence(
        "An answer to each wish and worry: agreed, partly, not agreed or not ours to give, with the reason.",
        "voice.Answer",
    ),
    wording=Wording(
        met="Everything {child} asked for has been answered, the last on {last}.",
        due="{child} is waiting for {count}. Answer by {by}.",
        missed="{child} has waited too long for an answer. It was owed by {by}.",
        explained="{child} has waited too long for an answer, owed by {by}. The reason is accepted until {until}.",
        not_yet="{child} has not asked for anything yet.",
        not_applicable="{child} has not asked for anything yet.",
    ),
    put_right=PutRight("answer-wish", "Answer"),
)

answers_told = Within(
    id="answers-told",
    title="Answers told to the child",
    promise="When we have made up our minds on what a child asked for, we tell the child soon.",
    to_family="Your child will hear from us what we decided, soon after we decide it.",
    to_child="When we have made up our minds, we come and tell you. You can tell us what you think of it.",
    told_to=("child",),
    roots=(
        Root("practice-standards", "1", ("S3-03",)),
        Root("practice-standards", "4", ("S4-29",)),
        Root("jersey", "open-and-informed", ("S4-29",)),
    ),
    limit="tell-child-answer",
    of=Following(table="voice_answer", done="x.told_on", since="x.decided_on", because="x.not_told_because"),
    one="answer",
    left="There is a reason, written down, why {child} has not been told what was decided.",
    evidence=Evidence(
        "The day the child was told each answer, and by whom; or why it was not safe to tell.",
        "voice.Answer",
        has={"told_on__isnull": False},
    ),
    wording=Wording(
        met="{child} was told every answer, the last on {last}.",
        due="Tell {child} what was decided by {by}.",
        missed="{child} was not told in time what was decided. It was due by {by}.",
        explained="{child} was not told by {by} what was decided. The reason is accepted until {until}.",
        not_yet="Nothing has been decided yet that {child} asked about.",
        not_applicable="Nothing has been decided yet that {child} asked about.",
    ),
    put_right=PutRight("tell-child", "Tell the child"),
)

corner_received = Within(
    id="corner-received",
    title="Told that we have it",
    promise="When a child writes or draws in their own corner, we soon tell them that we have it.",
    to_family="Your child has a corner of their own here. When they write in it, we soon tell them that we have it.",
    to_child="When you tell us something here, someone tells you soon that we have it.",
    told_to=("child",),
    roots=(
        Root("practice-standards", "1", ("S0-02", "S3-03")),
        Root("jersey", "open-and-informed", ("S4-29",)),
    ),
    limit="receipt-to-child",
    of=Following(table="voice_words", only="x.own_hand is not null", done="x.got_on", since="x.said_on"),
    one="message",
    evidence=Evidence(
        "The day the child was told that their words had reached us, and by whom. An answer is a receipt too.",
        "voice.Words",
        has={"own_hand__isnull": False, "got_on__isnull": False},
    ),
    wording=Wording(
        met="{child} was told that we have what they wrote or drew, the last on {last}.",
        due="Tell {child} by {by} that we have what they wrote or drew.",
        missed="{child} was not told in time that we have what they wrote or drew. It was due by {by}.",
        explained="{child} was not told by {by} that we have it. The reason is accepted until {until}.",
        not_yet="{child} has not written or drawn anything in their own corner yet.",
        not_applicable="{child} has not written or drawn anything in their own corner yet.",
    ),
    put_right=PutRight("child-voice", "Tell the child"),
)

# A child who came back is offered a talk within so many hours: late is late to the minute, due is told by its day.
_CAME_BACK = """(
    select m.id, m.person_id, (m.offered_at at time zone %(zone)s)::date as offered_on,
      ((m.found_at + %(limit_return_interview)s::interval) at time zone %(zone)s)::date as due_on,
      m.offered_at > m.found_at + %(limit_return_interview)s::interval as too_late
    from involvement_missing m where m.found_at is not null and %(limit_return_interview)s::interval is not null
  )"""

return_talk_offered = EachAnswered(
    id="return-talk-offered",
    title="A talk after being missing",
    promise="A child who was missing and is back can talk with someone new. We offer that in three days.",
    to_family="If your child has been missing, we offer them someone new to talk with. We do so in three days.",
    to_child="If you were missing and are back, you can talk with someone who does not work for us.",
    told_to=("child",),
    roots=(
        Root("practice-standards", "1", ("S0-02",)),
        Root("principles", "i", ("S1-02",)),
    ),
    asked=Answering(table=_CAME_BACK, done="x.offered_on", late="coalesce(x.too_late, false)"),
    by="the lead worker",  # the pack's limit is in hours: what is owed carries its own day, and late is to the minute
    evidence=Evidence(
        "Each time a child was found: the moment a talk with somebody independent was offered, counted in hours from "
        "the moment they were found. A child may say no.",
        "involvement.Missing",
        has={"offered_at__isnull": False},
    ),
    wording=Wording(
        met="{child} was offered somebody independent to talk with in time, on {last}.",
        due="Offer {child} somebody independent to talk with by {by}.",
        missed="{child} came back and was not offered somebody independent to talk with by {by}.",
        explained="{child} was not offered a talk by {by}. The reason is accepted until {until}.",
        not_yet="{child} has not been missing.",
        not_applicable="{child} has not been missing.",
    ),
    put_right=PutRight("child-looked-after", "Say when it was offered"),
)
