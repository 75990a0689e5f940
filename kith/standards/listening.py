"""What a child says is said back to them, answered again when they do not agree, and shown in how their days are."""

from kith.standards.seeing import VISITED
from kith.standards.shapes import (
    Answering,
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

# Only the newest: a partnership's children have said hundreds of thousands of things.
_LAST_SAID = """(
    select distinct on (w.person_id) w.id, w.person_id, w.said_on, w.text, w.checked_back, w.instead_of_id
    from voice_words w
    where w.own_hand is null and w.sort <> 'harm' and w.text <> ''
      and w.way not in ('observed', 'behaviour', 'advocate', 'other_person')
    order by w.person_id, w.said_on desc, w.id desc
  )"""

words_checked_back = EachTime(
    id="words-checked-back",
    title="Heard right",
    promise="When a child tells us something, we ask if we heard it right.",
    to_family="When your child tells us something, we ask your child if we heard it right.",
    to_child="We say back to you what you told us. You can say: no, not like that.",
    roots=(
        Root("practice-standards", "1", ("S0-02",)),
        Root("girfec", "child-at-the-centre", ("S0-02",)),
        Root("jersey", "child-at-the-centre", ("S0-02",)),
    ),
    # What a baby did cannot be said back; nor is a child who tells of harm asked again (7.3).
    times=Timing(
        table=_LAST_SAID,
        at="x.said_on",
        how="case when (x.checked_back or x.instead_of_id is not null) and says(x.text) then 'kept' else 'late' end",
    ),
    evidence=Evidence(
        "Words a child said to one of us, and whether the child was asked if we heard them right. Words put right by "
        "the child count as asked. Telling of harm, what somebody else passed on, what was only seen and what a child "
        "wrote themselves are not counted. The newest words decide.",
        "voice.Words",
        has={"own_hand__isnull": True},
        has_not={"sort": "harm"},
    ),
    wording=Wording(
        met="{child} was asked on {last} if we had heard them right.",
        due="Ask {child} if we heard them right.",
        missed="Nobody wrote down that {child} was asked if we heard them right, on {last}. Ask at the next visit.",
        explained="{child} was not asked if we heard them right. The reason is accepted until {until}.",
        not_yet="{child} has not told us anything yet.",
        not_applicable="{child} has not told us anything that could be said back to them.",
    ),
    put_right=PutRight("write-words", "Write what the child says to it"),
)

_AGAIN = """(
    select w.id, w.person_id, w.answer_by_on as due_on, a.decided_on,
      (select o.by_id from record_act c join record_occasion o on o.id = c.occasion_id where c.id = a.act_id)
      is not distinct from
      (select o.by_id from record_act c join record_occasion o on o.id = c.occasion_id where c.id = f.act_id)
        as the_same
    from voice_wish w left join voice_answer a on a.wish_id = w.id left join voice_answer f on f.first_for_id = w.id
    where w.reopened_on is not null
  )"""

answered_by_another = EachAnswered(
    id="answered-by-another",
    title="A second answer by another",
    promise="If a child says an answer is not OK, we ask someone else to look at it.",
    to_family="If your child is not happy with our answer, someone else looks at it again.",
    to_child="If our answer is not OK for you, tell us. Someone else will look at it again.",
    told_to=("child",),
    roots=(
        Root("practice-standards", "1", ("S3-03",)),
        Root("girfec", "child-at-the-centre", ("S0-03",)),
    ),
    asked=Answering(table=_AGAIN, done="x.decided_on", late="x.the_same"),
    by="somebody who did not give the first answer",
    limit="answer-wish",
    one="answer",
    evidence=Evidence(
        "Each wish a child opened again because the answer was not OK: the day of the second answer. One by whoever "
        "gave the first is never in time.",
        "voice.Answer",
        has={"wish__reopened_on__isnull": False},
    ),
    wording=Wording(
        met="{child}, who was not OK with an answer, had another from somebody else on {last}.",
        due="{child} was not OK with an answer. Somebody else answers by {by}.",
        missed="{child} was not OK with an answer, and nobody else answered by {by}.",
        explained="{child} waits for a second answer, due by {by}. The reason is accepted until {until}.",
        not_yet="{child} has not said that an answer is not OK.",
        not_applicable="{child} has not said that an answer is not OK.",
    ),
    put_right=PutRight("answer-wish", "Answer again"),
)

_WANTS_HELP = """(
    select f.id, f.person_id, coalesce(f.told_on, f.decided_on) as asked_on, a.id is not null as answered,
      a.advocate_offered, w.answer_by_on
    from voice_answer f join voice_wish w on w.id = f.first_for_id left join voice_answer a on a.wish_id = w.id
    where f.wants_helper
  )"""

helper_offered = EachTime(
    id="helper-offered",
    title="Somebody to speak up for them",
    promise="If a child asks for someone to speak up for them, we find them one.",
    to_family="If your child wants help to say something, we find a helper who does not work for us.",
    to_child="If you want someone to help you say it, tell us. We will find you one.",
    told_to=("child",),
    roots=(Root("practice-standards", "1", ("S1-05.2",)), Root("principles", "i", ("S1-05.2",))),
    times=Timing(
        table=_WANTS_HELP,
        at="x.asked_on",
        how="case when x.advocate_offered then 'kept' when x.answered then 'late' "
        "when x.answer_by_on >= %(today)s then 'waiting' else 'overdue' end",
    ),
    evidence=Evidence(
        "Each time a child who was not OK with an answer asked for somebody to speak up with them: whether an advocate "
        "was offered by the second answer, yes or no.",
        "voice.Answer",
        has={"wish__reopened_on__isnull": False, "advocate_offered": True},
    ),
    wording=Wording(
        met="{child} asked for somebody to speak up with them, and was offered an advocate.",
        due="{child} asked for somebody to speak up with them. Offer an advocate.",
        missed="{child} asked for somebody to speak up with them, and nobody wrote that an advocate was offered.",
        explained="{child} was not offered an advocate. The reason is accepted until {until}.",
        not_yet="{child} has not asked for somebody to speak up with them.",
        not_applicable="{child} has not asked for somebody to speak up with them.",
    ),
    put_right=PutRight("child-voice", "See what was asked"),
)

day_seen = Every(
    id="day-seen",
    title="How the child really lives",
    promise="We see for ourselves how each child lives, and write it down.",
    to_family="We look at how your child lives with our own eyes. We do not go by what we hear.",
    to_child="We come and look at how your days are: where you sleep, eat and play.",
    told_to=("child",),
    roots=(Root("practice-standards", "3", ("S3-10",)),),
    applies_to=VISITED,
    limit="life-today",
    newest=Newest(table="visits_dayitem", only="x.known = 'seen' and says(x.text)", of="x.learnt_on"),
    evidence=Evidence(
        "A line about the child’s day (sleep, food, warmth, who is at home), written after a visit and seen by whoever "
        "wrote it. What was only told or assumed does not count.",
        "visits.DayItem",
        has={"known": "seen"},
    ),
    wording=Wording(
        met="How {child} lives was last seen and written down on {last}.",
        due="See how {child} lives and write it down by {by}.",
        missed="Nobody has written what they saw of how {child} lives since {since}. It was needed by {by}.",
        explained="Nobody has written what they saw of how {child} lives since {since}. The reason is accepted until "
        "{until}.",
        not_yet="Nothing is written yet of how {child} lives, seen by one of us. It is needed by {by}.",
        not_applicable="No visits of this kind are promised to {child}.",
    ),
    put_right=PutRight("record-visit", "Record a visit"),
)
