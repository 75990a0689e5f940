"""Nobody waits for a visit that will not come, for an answer about their worker, or while a danger stands near."""

from kith.standards.shapes import Answering, EachAnswered, EachTime, Evidence, PutRight, Root, Timing, Wording
from kith.visits.rules import THEIRS

THEIR_MOVES = ", ".join(f"'{who}'" for who in THEIRS)

told_before = EachTime(
    id="told-before",
    title="Told before a visit moves",
    promise="If we have to move a visit, we tell the family before it, and say why.",
    to_family="If we have to move a visit, we will tell you before it, and say why.",
    to_child="If we can not come, we tell you before. You do not have to wait for us.",
    told_to=("family",),
    roots=(
        Root("practice-standards", "3", ("S3-11",)),
        Root("jersey", "open-and-informed", ("S4-29",)),
    ),
    # Those they moved, and one that was to come unannounced, are not asked about.
    times=Timing(
        table="visits_plannedvisit",
        only="(x.replaced_by_id is not null or x.called_off_on is not null) and x.told_before <> '' "
        f"and not x.unannounced and x.moved_by not in ({THEIR_MOVES})",
        at="x.planned_for",
        how="case x.told_before when 'yes' then 'kept' when 'not_safe' then 'left' else 'late' end",
        minutes="(extract(epoch from x.planned_for - x.told_at) / 60)::int",
    ),
    left="It was not safe to tell {child}’s family that the visit of {last} would move. The reason is written down.",
    evidence=Evidence(
        "Each visit that we moved or called off, and when the family was told of it. One the family or the child "
        "moved, and one that was to come unannounced, is not counted; not safe to tell is explained.",
        "visits.PlannedVisit",
        has={"unannounced": False, "told_before__in": ["yes", "no", "not_safe"]},
    ),
    wording=Wording(
        met="The visit to {child} arranged for {last} moved, and the family was told {span} before.",
        due="The visit to {child} arranged for {last} moves. Tell the family before.",
        missed="The visit to {child} arranged for {last} moved, and nobody told the family before.",
        explained="Nobody told {child}’s family the visit of {last} would move. The reason is accepted until {until}.",
        not_yet="No visit to {child} has moved.",
        not_applicable="We have not moved a visit to {child}.",
    ),
    put_right=PutRight("child-contacts", "See what was arranged"),
)

danger_taken_up = EachTime(
    id="danger-taken-up",
    title="A danger close to a child taken up",
    promise="When someone who may be a danger comes close to a child, we act within the hour.",
    to_family="If your child may not be safe with someone near them, we will act on it within the hour.",
    to_child="If someone near you may not be safe, we do something about it fast.",
    roots=(Root("nottinghamshire", "shared-responsibility", ("S2-06",)),),
    # One that ended the day it was found, before anybody took it up, had nothing left to act on.
    times=Timing(
        table="involvement_exposure",
        only="(x.taken_at is not null or x.ended_on is null or x.ended_on > (x.found_at at time zone %(zone)s)::date)",
        at="x.found_at",
        how="case when x.taken_at - x.found_at <= %(limit_acknowledge_exposure)s::interval then 'kept' "
        "when x.taken_at is not null or x.ended_on is not null then 'late' "
        "when kith_now() - x.found_at <= %(limit_acknowledge_exposure)s::interval then 'waiting' else 'overdue' end",
        minutes="(extract(epoch from coalesce(x.taken_at, kith_now()) - x.found_at) / 60)::int",
    ),
    timed="acknowledge-exposure",
    evidence=Evidence(
        "Each time someone noted as a danger was found close to the child: how long until somebody who answers for the "
        "child wrote down what they had done.",
        "involvement.Exposure",
        has={"taken_at__isnull": False},
    ),
    wording=Wording(
        met="Someone who may be a danger came close to {child} on {last}. It was taken up after {span}.",
        due="Someone who may be a danger is close to {child}, found {span} ago. Take it up now.",
        missed="Someone who may be a danger came close to {child} on {last}, and it was not taken up within the hour.",
        explained="A danger close to {child} was taken up late on {last}. The reason is accepted until {until}.",
        not_yet="Nobody noted as a danger has come close to {child}.",
        not_applicable="Nobody noted as a danger has come close to {child}.",
    ),
    put_right=PutRight("take-up-exposure", "Say what you have done"),
)

another_worker = EachAnswered(
    id="another-worker",
    title="A child who asks for another worker",
    promise="When a child asks for a new worker, we answer soon. The worker it is about does not.",
    to_family="If your child asks for a new worker, we will answer soon, and say why if it is no.",
    to_child="You can ask for another worker. Someone else will give you an answer.",
    told_to=("child",),
    roots=(Root("principles", "vi", ("S1-21",)),),
    asked=Answering(table="involvement_workerasked", done="x.answered_on", due="x.answer_by_on"),
    by="the team manager",
    limit="change-of-worker-answer",
    one="answer",
    evidence=Evidence(
        "A manager’s answer to each child who asked for another worker, in words for the child.",
        "involvement.WorkerAsked",
        has={"answered_on__isnull": False},
    ),
    wording=Wording(
        met="{child}, who asked for another worker, was answered on {last}.",
        due="{child} asked for another worker. A manager answers by {by}.",
        missed="{child} asked for another worker and was not answered in time. It was due by {by}.",
        explained="{child} asked for another worker; the answer was due by {by}. The reason is accepted until {until}.",
        not_yet="{child} has not asked for another worker.",
        not_applicable="{child} has not asked for another worker.",
    ),
    put_right=PutRight("child-voice", "See what was asked"),
)
