"""Una’s next conference with its board begun; a supervision about her signed by both, and one about Maya begun."""

from typing import TYPE_CHECKING

from kith.access import SYSTEM, acting_as
from kith.assessment.acts import say_life_today
from kith.decisions.acts import agree_decision, decide, take_back_agreement, tell_decision
from kith.decisions.rules import AgreementGiven, OptionGiven
from kith.demo.protecting import working_day
from kith.directory.acts import begin_tie
from kith.involvement.acts import check_midway
from kith.involvement.models import MeetingLine
from kith.involvement.queries import last_conference
from kith.meetings.acts import open_board, put_up, strike_off, write_on_board
from kith.meetings.models import BoardLine
from kith.meetings.rules import CarriesGiven, LineGiven
from kith.people.models import ParentalResponsibility
from kith.plans.acts import InvitedGiven, TookPart, ask_to_read_plan, note_ready_for_review, review_plan
from kith.plans.queries import plans_of
from kith.record.drafts import keep_draft
from kith.voice.acts import write_down_words
from kith.workforce import acts
from kith.workforce.acts import Thought, ToDo
from kith.workforce.models import Supervision

if TYPE_CHECKING:
    from kith.demo.family import Telling

_OF_ANOTHER = LineGiven("worries", "He will not go in without his coat on.", "Dilys Farrell", "parent")
_ON_THE_WALL = [
    _OF_ANOTHER,
    LineGiven("working", "Una has breakfast at school every day, and Rhys comes with her.", "Dilys Farrell", "parent"),
    LineGiven("working", "She has stopped hiding what she eats.", "Head of St Anne’s", "professional"),
    LineGiven("worries", "What happens when Huw comes back from the rigs.", "Dilys Farrell", "parent"),
    LineGiven("number", who="Dilys Farrell", whose="parent", score=7, words="It is quiet with us now."),
    LineGiven(
        "number", who="Jo Whitlock", whose="professional", score=4, words="Quiet for three weeks, not yet longer."
    ),
]
_THOUGHTS = [
    Thought(
        "Una eats and plays because the house is calm while Huw is away.",
        "Every good week so far was a week without him.",
        "She ate well on his two days at home in October.",
    ),
    Thought(
        "Una eats and plays because she has breakfast club and Dilys has help with Rhys.",
        "It began the week the club began, and Dilys says the mornings changed everything.",
        "She hid food again in the half-term week, when the club was closed and Huw was away.",
    ),
]
_TEXTS = {
    "like_now": "Una comes downstairs first, looks at whose boots are in the hall, and then comes into the kitchen.",
    "not_known": "What Una does when the boots are Huw’s. Nobody has asked her what she looks for.",
    "next_test": "Visit on a day Huw is at home, and one in the holidays; ask Una to draw a morning of each.",
    "assumptions": "That a man who works on the rigs is the danger, and that a mother who asks for help is not.",
    "would_change": "A good holiday week with Huw at home and the club closed.",
    "changed_mind": "We had put all of it down to Huw. Now we think the help with Rhys counts for as much.",
}


def tell_meetings(t: "Telling") -> None:
    una, tom, grace = t.people["una"], t.by("tom", 9, 14), t.by("grace", 9, 15)
    with acting_as(tom):
        both = {"worker_id": tom.account_id, "supervisor_id": grace.account_id}
        question = "Am I being too hopeful because Dilys and I get on?"
        talk = acts.begin_supervision(by=tom, about=una, question=question, **both)
        draws = [ToDo("Ask Una to draw two mornings.", "Nobody knows what she looks for.", "Tom Ellery", t.day(-6))]
        acts.write_supervision(by=tom, about=una, supervision=talk, thoughts=_THOUGHTS, to_do=draws, **_TEXTS)
        acts.sign_supervision(by=tom, about=una, supervision=talk, next_on=t.day(-19))
        words = "I lie awake about Una and Rhys. I would like a week without new work."
        acts.keep_personal_note(by=tom, words=words, **both)
    with acting_as(grace):
        acts.sign_supervision(by=grace, about=una, supervision=talk, next_on=None)
    _decided(t, talk)
    aisha = t.by("aisha", 1, 12)
    with acting_as(aisha):
        both = {"worker_id": aisha.account_id, "supervisor_id": grace.account_id}
        question = "Maya sleeps better. Do I trust it?"
        acts.begin_supervision(by=aisha, about=t.people["maya"], question=question, **both)
        plan = plans_of(t.people["maya"]).first()
        if plan and plan.ended_on is None:
            words = "Is Nan’s part clear enough for Nan?"
            asked = {"asked_id": grace.account_id, "by_when": t.day(-3), "words": words}
            ask_to_read_plan(by=aisha, about=t.people["maya"], plan=plan, **asked)
        words = "Three reviews this week and no car. Could somebody take Thursday’s visit with me?"
        acts.share_check_in(by=aisha, shared_with_id=grace.account_id, how="hot", words=words)
    _board(t)
    _before_the_next(t)
    _leos_review(t)
    _between(t)
    _left_lying(t)


def _left_lying(t: "Telling") -> None:
    """Tom began to write down what Una said and never came back: his manager reads that it lies there."""
    una, tom = t.people["una"], t.by("tom", 4, 16)
    fields = {"key": "left-lying", "text": "I pour the juice for Rhys too."}
    with acting_as(tom):
        keep_draft(by=tom, key=f"write-words:{una.ref}", title="Write down words", fields=fields, version=0)


def _before_the_next(t: "Telling") -> None:
    """Maya’s plan is looked at again before long: what is ready, and who has said that they come."""
    maya, aisha = t.people["maya"], t.by("aisha", 2, 10)
    asked = [
        InvitedGiven("Kelly Okafor", "parent", "in_person", t.day(4), "comes"),
        InvitedGiven("Nan Rose", "network", "in_person", t.day(4), "comes"),
        InvitedGiven("Marsha Lind", "professional", "remote", t.day(4)),
    ]
    plan = plans_of(maya).first()
    if plan is None or plan.ended_on:
        return
    with acting_as(aisha):
        note_ready_for_review(
            by=aisha,
            about=maya,
            plan=plan,
            planned_for=t.day(-9),
            ready=["asked_how", "child_prepared", "safe_together"],
            not_ready_because="School break up on Friday: their part comes before.",
            invited=asked,
        )


def _leos_review(t: "Telling") -> None:
    """A review of Leo’s plan held yesterday: what was decided carries its bottom line, and rests on what he said."""
    leo, aisha = t.people["leo"], t.by("aisha", working_day(t, 1), 14)
    plan = plans_of(leo).first()
    if plan is None or plan.ended_on:
        return
    with acting_as(aisha):
        said = write_down_words(
            by=aisha, about=leo, heard_by=aisha.name, sort="wish", text="I want Miss Kay to tell me when she goes."
        )
        took = [
            TookPart("Leo", "child", leo, "apart", ["talked", "pictures"], "part", "PN3"),
            TookPart("Kelly Okafor", "parent", None, "in_person", ["papers"], "all", "self", with_us=7),
        ]
        review = review_plan(by=aisha, about=leo, on=aisha.today, plan=plan, people=took)
        board = open_board(by=aisha, about=[leo], reviews=[review])
        put_up(by=aisha, about=leo, board=board, life_up=False, words_up=[said.pk])
        decided = LineGiven(
            "decided",
            "Nobody who looks after Leo at nursery leaves without a goodbye he knows of.",
            why="He asked for three weeks where she was. To tell him only that she is gone is not enough.",
            carries=CarriesGiven(
                bottom="Leo hears of it a week before anybody leaves.",
                broken_when="He comes in and somebody is not there.",
                watcher="Miss Farouk",
                rests_on=[said.pk],
            ),
        )
        write_on_board(by=aisha, about=leo, board=board, lines=[decided])


def _between(t: "Telling") -> None:
    """Halfway to Una’s next conference its chair looks at what became of the last one."""
    una, imani = t.people["una"], t.by("imani", 25, 11)
    held = last_conference(una)
    if held is None or held.meeting.chair_name != imani.name:
        return
    kith = SYSTEM(imani.now)
    with acting_as(kith):  # whoever chairs reads the record, and writes what they find
        begin_tie(by=kith, about=una, account=t.services.accounts["imani"], because="chair", may_write=True)
    with acting_as(imani):
        check_midway(
            by=imani,
            about=una,
            line=held,
            found="Breakfast club and the help with Rhys began in time. Nobody has seen a week with Huw at home.",
            satisfied=True,
        )


def _decided(t: "Telling", talk: Supervision) -> None:
    """What the supervision changed: the decision links to it, with before and after in words (S3-33)."""
    una, tom, grace = t.people["una"], t.by("tom", 8, 11), t.by("grace", 7, 9)
    with acting_as(tom):
        holders = ParentalResponsibility.objects.filter(person=una, until_on=None).select_related("holder")
        made = decide(
            by=tom,
            about=una,
            kind="plan",
            finish=True,
            question="When do we visit Una before the next conference?",
            chosen="Once while Huw is at home, and once in the holidays.",
            reasons="Every good week we saw was a term week without Huw. We do not know which of the two it was.",
            options=[
                OptionGiven("Once while Huw is at home, once in the holidays", "Two visits more", chosen=True),
                OptionGiven("As now, on Tuesdays", "Nothing changes", why_not="We would see the same calm week again."),
            ],
            rests_on="The dates Huw was away, as Dilys wrote them down.",
            child_view="I do not mind who comes. I like it when you stay for tea.",
            child_view_weight="Some: the visits are longer, and at tea time.",
            agreements=[AgreementGiven(one.holder, "agreed") for one in holders],
            shaped=True,
            shaped_by=talk.act,
            changed_mind="yes",
            thought_before="That the house is calm because Huw is away.",
            thought_now="That the help with Rhys may count for as much; only a week with Huw at home can tell.",
            no_bottom_lines_because="What must stay true for Una stands in her protection plan.",
            what_would_change_it="A good holiday week with Huw at home and the club closed.",
            review_by_on=t.day(-19),
        )
    with acting_as(grace):
        agree_decision(by=grace, about=una, decision=made)
        why = "I meant to agree another child’s, and had not read this one to the end."
        take_back_agreement(by=grace, about=una, decision=made, because=why)
    with acting_as(t.by("grace", 6, 9)) as by:
        agree_decision(by=by, about=una, decision=made)
    with acting_as(t.by("tom", 6, 10)) as by:
        words = "Tom visits once while Huw is at home, and once in the holidays. He stays for tea."
        tell_decision(by=by, about=una, decision=made, audience="family", words=words)


def _board(t: "Telling") -> None:
    una, tom = t.people["una"], t.by("tom", 1, 15)
    with acting_as(tom):
        say_life_today(
            by=tom,
            about=una,
            text="Una gets herself and Rhys up, and looks at whose boots are in the hall. At school she eats and "
            "plays; at home she stays near her mother until the light is out.",
        )
        said = write_down_words(
            by=tom, about=una, heard_by=tom.name, sort="good_thing", text="Breakfast club is mine. I pour the juice."
        )
        planned = MeetingLine.objects.get(person=una, kind="review", held_on=None)
        board = open_board(by=tom, about=[una], lines=[planned])
        put_up(by=tom, about=una, board=board, life_up=False, words_up=[said.pk])
        write_on_board(by=tom, about=una, board=board, lines=_ON_THE_WALL)
        wrong = BoardLine.objects.filter(board=board, words=_OF_ANOTHER.words).get()
        why = "It was said of Rhys, on his own board, and not of Una."
        strike_off(by=tom, about=una, board=board, of="boardline", row=wrong.pk, because=why)
