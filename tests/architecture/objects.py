"""One real object for each address, about Maya, so that the entitled get 200 on something that is there."""

from datetime import timedelta
from typing import Any

from kith.access import acting_as
from kith.assessment import acts as assessing
from kith.assessment.acts import say_life_today
from kith.assessment.models import Contribution, Danger
from kith.demo.pictures import garden
from kith.directory.models import Account, Notice, PartnerWorker
from kith.feedback.acts import say_valued
from kith.feedback.models import Valued
from kith.involvement.acts import answer_worker_asked, ask_for_another_worker, raise_concern
from kith.involvement.jobs import find_exposures
from kith.involvement.models import Exposure, ImmediateConcern, Spell, WorkerAsked
from kith.people.acts import (
    add_new_relative,
    arrange_contact,
    ask_to_end_protection,
    confirm_tree,
    keep_portrait,
    note_adult_support,
    note_risk,
    put_on_map,
    record_offer,
    record_restriction,
    say_about_me,
    say_not_safe_to_tell,
    say_situation,
)
from kith.people.models import (
    AboutMe,
    AddressProtection,
    AdultSupport,
    MapPlace,
    NotSafeToTell,
    Offer,
    Relationship,
    Residence,
    RightsCheck,
    RiskFlag,
    SituationLine,
)
from kith.plans import acts as plans
from kith.plans.models import Plan, PlanReview, Step
from kith.record.models import Act, Draft
from kith.sharing.acts import give_appointment, recall_copies, release_copy
from kith.standards.acts import ask_more_time, explain_missed
from kith.standards.models import Explanation, MoreTime
from kith.story import queries as story
from kith.story.acts import choose_for_court, make_booklet, mean_for_child, release_chronology
from kith.visits.acts import Learnt, Promised, Said, Seen, note_family_promise, plan_visit, record_visit
from kith.visits.models import FamilyPromise, PlannedVisit, Promise, ToComplete
from kith.voice.acts import answer_child, choose_person, say_in_corner
from kith.voice.models import Answer, ChosenPerson, Drawing, Wish, Words
from kith.voice.rules import Said as OnSheet
from tests.architecture.alerted import ALERTED, alert, of_signs
from tests.architecture.arrived import contacts, of_contacts
from tests.architecture.cared_for import CARED_FOR, look_after, missing_now, of_care
from tests.architecture.complained import complain_and_thank, of_feedback
from tests.architecture.counted import of_figures
from tests.architecture.decided import (
    SECRET_CONCERN,
    SECRET_LINE,
    SECRET_REASONS,
    SECRET_SIGNED,
    SECRET_TICKED,
    decide_things,
    of_decisions,
)
from tests.architecture.differed import DIFFERED, differ, of_differences, work_that_ended
from tests.architecture.explained import explain, of_papers
from tests.architecture.improved import improve, of_improvements
from tests.architecture.met import MET, meet, of_meetings
from tests.architecture.mondays import SECRET_ASKS, of_mondays, share
from tests.architecture.promised import PROMISED, answer_for, look_at_promises, of_promises
from tests.architecture.protected import PROTECTED, of_protection, protect
from tests.architecture.reached import AGREED, reach
from tests.architecture.served import SERVED, of_served, serve
from tests.architecture.stands_around import AROUND, of_around, stand_around
from tests.architecture.told import begin_and_move, of_told, tell_of_decisions
from tests.architecture.trained import of_training, train
from tests.cast import NOW, TODAY, Cast
from tests.handing import child_actor
from tests.standards.clockwork import add

SECRET_WORDS = "the moon is my quiet friend"  # planted: found nowhere it must not be
SECRET_SAW = "Scratched a small star under the table"
SECRET_MEANS = "Perhaps the loft is where she hides"
SECRET_WORRY = "The back stairs are never safe after dark"
SECRET_MAP = "They share a key to the old boathouse"
SECRET_OFFER = "Waits by the library steps on Mondays"
SECRET_DANGER = "Drives fast with children in the boot"
SECRET_COPING = "When the baby died we sat by the river"
SECRET_LIFE = "She wakes on the sofa and finds her own cereal"
SECRET_VALUED = "Nobody rings when they say they will"
SECRET_TELLING = "He followed the post van all the way here"
SECRET_WORD = "I will hand the spare key back to Osric"
SECRET_ASKED = "He talks over me on the stairs"
SECRET_LIMIT = "Hands in the telephone at the blue gate"
SECRET_SUPPORT = "She keeps the letters under the sink"
SECRET_LONGER = "Her uncle asked us to wait until the ferry runs"
SECRET_DAY = "Supper is toast on the stairs"
SECRET_NEED = "The larder is locked on weekdays"
SECRET_ASIDE = "There is no money in this home to speak of"
SECRET_GIVEN = "He hums when the tall man leaves"
SECRET_EYES = "I would hide the red lantern again"
SECRET_GOAL = "The red lantern stays lit all night"
SECRET_PLAN = "The lantern was thrown down the cellar steps"
SECRET_OUTCOME = "She crosses the yard without counting"
SECRET_STEP = "Bring the spare lantern to the porch"
SECRET_VIEW = "I would rather mend it myself"
SECRET_POINT = "The cellar door has stood open since June"
SECRET_PART = "She was at the dentist in Thornby"
SECRET_GOOD = "She carried the lantern down herself"
PLANTED = [
    *ALERTED,
    *PROMISED,
    *PROTECTED,
    *MET,
    *CARED_FOR,
    *AROUND,
    *DIFFERED,
    *AGREED,
    *SERVED,
    SECRET_CONCERN,
    SECRET_LINE,
    SECRET_REASONS,
    SECRET_SIGNED,
    SECRET_TICKED,
    SECRET_PLAN,
    SECRET_OUTCOME,
    SECRET_STEP,
    SECRET_VIEW,
    SECRET_POINT,
    SECRET_PART,
    SECRET_GOOD,
    SECRET_ASKS,
    SECRET_NEED,
    SECRET_ASIDE,
    SECRET_GIVEN,
    SECRET_EYES,
    SECRET_GOAL,
    SECRET_WORD,
    SECRET_LIMIT,
    SECRET_ASKED,
    SECRET_SUPPORT,
    SECRET_MAP,
    SECRET_OFFER,
    SECRET_COPING,
    SECRET_LIFE,
    SECRET_VALUED,
    SECRET_TELLING,
    SECRET_DAY,
    SECRET_LONGER,
    SECRET_WORDS,
    SECRET_SAW,
    SECRET_MEANS,
    SECRET_WORRY,
    SECRET_DANGER,
]


def _done_with(cast: Cast) -> None:
    """What has been done with Maya and her family, and what is to come."""
    with acting_as(cast.aisha):
        planned(cast)
        explain_missed(
            by=cast.aisha,
            about=cast.maya,
            standard_id="seen-in-time",
            reason="The road was flooded for three weeks.",
            plan="We go on Friday by the upper road.",
        )
        _visits(cast)
        say_situation(by=cast.aisha, about=cast.maya, kind="worry", text=SECRET_WORRY)
        confirm_tree(by=cast.aisha, about=cast.maya, family_asked="no")
        put_on_map(by=cast.aisha, about=cast.maya, kind="friend", ring=1, called="Bea", what_for=SECRET_MAP)
        record_offer(by=cast.aisha, about=cast.maya, role="daytime", called="Nan", what=SECRET_OFFER)
        kept = AddressProtection.objects.filter(person=cast.maya)
        ask_to_end_protection(
            by=cast.aisha, about=[cast.maya], protections=list(kept), because="The order has run out."
        )
        plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW + timedelta(days=3))
        told = Wish.objects.get(words__text="I like blue best")
        answer_child(by=cast.aisha, about=cast.maya, wish=told, outcome="agreed", what_we_did="Blue it is.")


def _known_of(cast: Cast) -> None:
    """What was given out of it, who Maya is, whom she must be kept from, and what is in hand."""
    with acting_as(cast.aisha):
        release_copy(
            by=cast.aisha,
            about=cast.maya,
            recipient=cast.people["kelly"],
            recipient_name="Kelly Okafor",
            kind="overview",
            text="We will meet on Friday.",
            who_else_sees="nobody else",
        )
        keep_portrait(by=cast.aisha, about=cast.maya, image=garden(), agreed_by="Kelly Okafor", agreed_on=TODAY)
        say_about_me(by=cast.aisha, about=cast.maya, part="coping", text=SECRET_COPING, said_by="family")
        say_life_today(by=cast.aisha, about=cast.maya, text=SECRET_LIFE)
        say_valued(by=cast.aisha, about=cast.maya, score=1, words=SECRET_VALUED)
        dean = add_new_relative(by=cast.aisha, about=cast.maya, kind="neighbour", given="Dean").other
        arrange_contact(by=cast.aisha, about=cast.maya, other=dean, way="letters", basis="agreed")
        record_restriction(by=cast.aisha, about=cast.maya, kind="device", what=SECRET_LIMIT)
        note_adult_support(
            by=cast.aisha, about=cast.maya, other=cast.people["kelly"], need="money", need_words=SECRET_SUPPORT
        )
        note_risk(
            by=cast.aisha,
            about=cast.maya,
            adult=dean,
            kind="other",
            needs_to_know=SECRET_DANGER,
            source="The school",
        )
        say_not_safe_to_tell(
            by=cast.aisha,
            about=cast.maya,
            person=dean,
            reason="risk_to_child",
            because=SECRET_TELLING,
            decided_by="Grace Adeyemi",
        )
        assess(cast)
        appointments(cast, PlannedVisit.objects.get())
        note_family_promise(
            by=cast.aisha, about=cast.maya, who=cast.people["kelly"], text=SECRET_WORD, due_on=TODAY + timedelta(days=9)
        )
        copies(cast)
        assessment = add("assessment_assessment", cast.maya, started_on=TODAY - timedelta(days=70))
        ask_more_time(
            by=cast.aisha,
            about=cast.maya,
            clock=f"clock-assessment-{assessment}",
            until_on=TODAY + timedelta(days=9),
            reason=SECRET_LONGER,
        )


def furnish(cast: Cast) -> dict[str, dict[str, Any]]:
    """Make the objects; answer, for each address name, the arguments of its path."""
    _done_with(cast)
    _known_of(cast)
    with acting_as(cast.aisha):
        raise_concern(by=cast.aisha, key="c1", what="She did not come home.")
        Draft.objects.create(
            account_id=cast.aisha.account_id, key="record-visit:x", title="A visit", fields={}, saved_at=NOW
        )
    _corner(cast)
    decide_things(cast)
    protect(cast)
    meet(cast)
    look_after(cast)
    missing_now(cast)
    alert(cast)
    look_at_promises(cast)
    answer_for(cast)
    stand_around(cast)
    improve(cast)
    complain_and_thank(cast)
    explain(cast)
    differ(cast)
    reach(cast)
    train(cast)
    work_that_ended(cast)
    share(cast)
    serve(cast)
    waiting, decided = contacts(cast, "furnish")
    _asked_for_another(cast)
    with acting_as(cast.system):
        find_exposures(by=cast.system, key="")
    tell_of_decisions(cast)
    begin_and_move(cast)
    return {**_arguments(cast), **of_contacts(waiting, decided), **of_told(cast), **of_figures(cast)}


def planned(cast: Cast) -> None:
    """A plan for Maya with one of everything, its review not finished; and one for Sam with a step of a partner's."""
    by = cast.aisha
    plan = plans.begin_plan(by=by, about=cast.maya, kind="in_need", because=SECRET_PLAN)
    more_planned(cast, plan, 0)
    stood = [plans.Stood(plan.outcomes.get(), "stuck")]
    plans.review_plan(by=by, about=cast.maya, plan=plan, stood=stood, **looked_at())
    sams = plans.begin_plan(by=by, about=cast.sam, kind="in_need", because="He does not gain weight.")
    priya = PartnerWorker.objects.get(account_id=cast.priya.account_id)
    plans.add_step(by=by, about=cast.sam, plan=sams, what="Weigh him on Tuesdays.", owner=priya)


def more_planned(cast: Cast, plan: Plan, n: int) -> None:
    about = {"by": cast.aisha, "about": cast.maya, "plan": plan}
    plans.add_outcome(**about, statement=SECRET_OUTCOME, assessed_on=TODAY - timedelta(days=400))
    plans.add_step(**about, what=SECRET_STEP, owner_name=f"Nan {n}")
    plans.confirm_plan_words(**about, who=f"Nan {n}", whose="network", view="differently", words=SECRET_VIEW)
    plans.celebrate(**about, what=SECRET_GOOD)
    plans.put_idea(**about, text=SECRET_STEP, who=f"Nan {n}", whose="network")


def looked_at() -> dict[str, Any]:
    return {
        "points": [plans.Point("worries", SECRET_POINT, "child")],
        "people": [plans.TookPart("Maya", "child", attended="no", why_not=SECRET_PART)],
    }


def _asked_for_another(cast: Cast) -> None:
    with acting_as(cast.aisha):
        asked = ask_for_another_worker(by=cast.aisha, about=cast.maya, text=SECRET_ASKED)
    with acting_as(cast.grace):
        answer_worker_asked(
            by=cast.grace, about=cast.maya, asked=asked, outcome="not_agreed", answer="Not for now: we try together."
        )


def _corner(cast: Cast) -> None:
    """What Maya has said, chosen and been answered in her own corner; a drawing without words; a sheet half done."""
    maya = child_actor(cast)
    with acting_as(maya):
        say_in_corner(by=maya, about=cast.maya, sheet="dreams", said=[OnSheet("wish", "a boat of my own")])
        say_in_corner(by=maya, about=cast.maya, sheet="dreams", said=[OnSheet("wish")], drawing=garden())
        choose_person(by=maya, about=cast.maya, name="Nan", how_close="heart")
        raise_concern(by=maya, key="corner-c2", what="I don't feel safe", person=cast.maya)
        Draft.objects.create(
            account_id=maya.account_id, key="corner:worries", title="W", fields={"words": "dark"}, saved_at=NOW
        )
    with acting_as(cast.aisha):
        wish = Wish.objects.get(words__text="a boat of my own")
        answer_child(by=cast.aisha, about=cast.maya, wish=wish, outcome="agreed", what_we_did="A model.", card=True)


def assess(cast: Cast) -> None:
    """An open assessment with something in each of its parts."""
    begun = assessing.begin_assessment(by=cast.aisha, about=cast.maya, why="School rang.")
    understood(cast, begun, "child-health", "child-education")


def understood(cast: Cast, assessment: Any, domain: str, other: str) -> None:
    doing = {"by": cast.aisha, "about": cast.maya}
    within = {**doing, "assessment": assessment}
    assessing.note_domain(**within, domain=domain, needs=SECRET_NEED, concern="high", outcomes=["healthy"])
    assessing.set_outcome_aside(**within, outcome="wellbeing", side=other.partition("-")[0], because=SECRET_ASIDE)
    assessing.note_effect(**within, because_of=domain, on_domain=other, how="She is too hungry to learn.")
    assessing.contribute(**within, called=f"Miss Lind of {other}", kind="fact", text=SECRET_GIVEN, domain=domain)
    assessing.write_perspective(**within, text=SECRET_EYES)
    assessing.write_analysis(**within, part="analysis", text="Hunger comes first.")
    assessing.add_evidence(**within, source="case_fact", claim="fact", text="Three empty lunch boxes.")
    assessing.name_factors(**within, factors=["16A"])
    danger = assessing.say_danger(**doing, what="The stove is left on at night.")
    assessing.set_safety_goal(**doing, danger=danger, child_lives=SECRET_GOAL)
    assessing.rate_safety(**doing, danger=danger, view="child", called="Maya", who=cast.maya, score=4)


def appointments(cast: Cast, planned: PlannedVisit) -> None:
    give_appointment(
        by=cast.aisha,
        about=cast.maya,
        planned=planned,
        recipient=cast.people["kelly"],
        title="Appointment",
        text="I will see you soon.",
        who_else_sees="nobody else",
    )


def copies(cast: Cast) -> None:
    """A chronology that went to court, one that is being made, and a booklet."""
    event = Act.objects.filter(person=cast.maya, name="record_visit").order_by("pk").first()
    mean_for_child(by=cast.aisha, about=cast.maya, event=event, significance=3, meant=SECRET_MEANS)
    period = {"from_on": TODAY - timedelta(days=90), "to_on": TODAY, "events": [event.pk]}
    gone = choose_for_court(by=cast.aisha, about=cast.maya, **period)
    reading = story.read(cast.maya)
    release_chronology(
        by=cast.aisha,
        about=cast.maya,
        chronology=gone,
        heading=story.heading_for(cast.maya, cast.aisha, gone.from_on, gone.to_on),
        lines=story.court_lines(reading, gone.chosen),
        recipient_name="the court",
        who_else_sees="the parties",
    )
    choose_for_court(by=cast.aisha, about=cast.maya, **period)
    make_booklet(
        by=cast.aisha,
        about=cast.maya,
        band="words",
        first="Maya",
        facts=["My name is Maya."],
        pieces=story.pieces_of(cast.maya, TODAY, reading),
        who_else_sees="nobody else",
    )


def _visits(cast: Cast) -> None:
    line = Seen(
        cast.maya,
        True,
        alone="not_tried",
        saw=SECRET_SAW,
        means=SECRET_MEANS,
        said=[Said("wish", SECRET_WORDS), Said("wish", "I like blue best")],
        promised=[Promised("Bring the blue paint", TODAY + timedelta(days=2))],
        day=[Learnt("food", "told", SECRET_DAY, "Kelly")],
    )
    record_visit(
        by=cast.aisha,
        about=[cast.maya],
        on=TODAY,
        lines=[line],
        happened_at=NOW - timedelta(hours=1),
        mode="home",
    )


def _arguments(cast: Cast) -> dict[str, dict[str, Any]]:
    ref = {"ref": cast.maya.ref}
    wish = Wish.objects.get(words__text=SECRET_WORDS)
    with acting_as(cast.system):
        work = Spell.objects.get(person=cast.maya, closed_on=None)
        from kith.sharing.models import Appointment, Recalled, Release
        from kith.story.models import Booklet, Chronology

        release = Release.objects.get(kind="overview")
        gone, going = Chronology.objects.order_by("pk")
        booklet = Booklet.objects.get()
        appointment = Appointment.objects.get()
        recall_copies(by=cast.system, about=cast.maya, copies=[release])
        recalled = Recalled.objects.get()
    answered = Answer.objects.get(what_we_did="Blue it is.")
    card = Answer.objects.get(what_we_did="A model.")
    drawing = Drawing.objects.get()
    asked = Words.objects.get(text="a boat of my own")
    plan = Plan.objects.get(person=cast.maya)
    first, second, *_, last = Act.objects.filter(person=cast.maya, in_story=True).order_by("pk")
    return {
        "answer-wish": {**ref, "pk": wish.pk},
        "tell-child": {**ref, "pk": answered.pk},
        "put-words-right": {**ref, "pk": Words.objects.get(text=SECRET_WORDS).pk},
        "correct-words": {**ref, "pk": Words.objects.get(text=SECRET_WORDS).pk},
        "complete-gap": {**ref, "pk": ToComplete.objects.first().pk},
        "change-adult-support": {**ref, "pk": AdultSupport.objects.get().pk},
        "answer-another-worker": {**ref, "pk": WorkerAsked.objects.get().pk},
        "tell-another-worker": {**ref, "pk": WorkerAsked.objects.get().pk},
        "check-rights": {**ref, "pk": RightsCheck.objects.get(kind="device").pk},
        "end-restriction": {**ref, "pk": RightsCheck.objects.get(kind="device").pk},
        "end-promise": {**ref, "pk": Promise.objects.get().pk},
        "answer-ending": {**ref, "pk": AddressProtection.objects.get(person=cast.maya).pk},
        "end-protection": {**ref, "pk": AddressProtection.objects.get(person=cast.maya).pk},
        "end-relationship": {**ref, "pk": Relationship.objects.filter(person=cast.maya).first().pk},
        "end-situation": {**ref, "pk": SituationLine.objects.get(text=SECRET_WORRY).pk},
        "look-at-risk": {**ref, "pk": RiskFlag.objects.get().pk},
        "take-up-exposure": {**ref, "pk": Exposure.objects.get(person=cast.maya).pk},
        "say-about-me-again": {**ref, "pk": AboutMe.objects.get().pk},
        "end-about-me": {**ref, "pk": AboutMe.objects.get().pk},
        "follow-up-valued": {**ref, "pk": Valued.objects.get().pk},
        "move-visit": {**ref, "pk": PlannedVisit.objects.get().pk},
        "tell-of-visit": {**ref, "pk": PlannedVisit.objects.get().pk},
        "appointment": {**ref, "pk": appointment.pk},
        "appointment-file": {**ref, "pk": appointment.pk},
        "safe-to-tell": {**ref, "pk": NotSafeToTell.objects.get().pk},
        "call-off-visit": {**ref, "pk": PlannedVisit.objects.get().pk},
        **{
            name: {**ref, "pk": last.pk}
            for name in ("add-meaning", "leave-out", "part-event", "take-in", "tell-beside")
        },
        "same-event": {**ref, "pk": first.pk, "other": second.pk},
        "still-right": {**ref, "clock": "assessment"},
        "court-copy": {**ref, "pk": gone.pk},
        "court-file": {**ref, "pk": gone.pk, "form": "pdf"},
        "court-right": {**ref, "pk": going.pk},
        "court-make": {**ref, "pk": going.pk},
        "booklet": {**ref, "pk": booklet.pk},
        "booklet-file": {**ref, "pk": booklet.pk},
        "tell-recalled": {**ref, "pk": recalled.pk},
        "tell-as-agency": {"ref": cast.sam.ref},
        "released-copy": {**ref, "pk": release.pk},
        "my-copy": {"pk": release.pk},
        "my-appointment": {"pk": appointment.release_id},
        "my-change": {"pk": FamilyPromise.objects.get().pk},
        "end-family-promise": {**ref, "pk": FamilyPromise.objects.get().pk},
        "child-print": {**ref, "kind": "overview"},
        "take-concern": {"pk": ImmediateConcern.objects.get(key="c1").pk},
        "open-notice": {"pk": Notice.objects.filter(account_id=cast.aisha.account_id).first().pk},
        "draft": {"key": "record-visit:x"},
        "draft-carry-on": {"key": "record-visit:x"},
        "draft-discard": {"key": "record-visit:x"},
        "reveal-address": {**ref, "pk": Residence.objects.get(person=cast.maya).pk},
        "add-to-tree": {**ref, "of": cast.people["kelly"].ref, "what": "parent"},
        "take-off-map": {**ref, "pk": MapPlace.objects.get().pk},
        "change-offer": {**ref, "pk": Offer.objects.get().pk},
        **{name: {**ref, "standard": "seen-in-time"} for name in ("explain-standard", "judge-promise")},
        "explain-clock": {**ref, "clock": f"clock-referral-decision-{work.pk}"},
        "ask-more-time": {**ref, "clock": MoreTime.objects.get().clock},
        "answer-more-time": {**ref, "pk": MoreTime.objects.get().pk},
        "accept-explanation": {**ref, "pk": Explanation.objects.get().pk},
        "voice-drawing": {**ref, "pk": drawing.pk},
        "drawing-shows": {**ref, "pk": drawing.pk},
        "note-domain": {**ref, "domain": "child-health"},
        "set-outcome-aside": {**ref, "outcome": "achieve", "side": "family"},
        "write-assessment": {**ref, "part": "analysis"},
        "set-safety-goal": {**ref, "pk": Danger.objects.order_by("pk").first().pk},
        "rate-safety": {**ref, "pk": Danger.objects.order_by("pk").first().pk},
        "say-what-became": {**ref, "pk": Contribution.objects.order_by("pk").first().pk},
        "mark-harm": {**ref, "pk": asked.pk},
        "receive-words": {**ref, "pk": drawing.words_id},
        "corner-answer": {"pk": card.pk},
        "corner-drawing": {"pk": drawing.pk},
        "corner-let-go": {"pk": ChosenPerson.objects.get().pk},
        "corner-sent": {"pk": asked.pk},
        "corner-take-back": {"pk": asked.pk},
        "corner-sheet": {"code": "worries"},
        "corner-throw": {"code": "worries"},
        "corner-told": {"pk": ImmediateConcern.objects.get(key="corner-c2").pk},
        "corner-who": {"code": "worries"},
        **of_decisions(cast),
        **of_protection(cast),
        **of_meetings(cast),
        **of_care(cast),
        **of_signs(cast),
        **of_promises(),
        **of_around(cast),
        **of_improvements(cast),
        **of_feedback(cast),
        **of_papers(cast),
        **of_differences(cast),
        **of_training(cast),
        **of_mondays(cast),
        **of_served(cast),
        **{
            name: {**ref, "pk": plan.pk}
            for name in (
                *(
                    "change-plan",
                    "not-now",
                    "add-outcome",
                    "add-step",
                    "confirm-plan",
                    "agree-plan",
                    "take-back-plan",
                    "celebrate",
                    "put-idea",
                    "end-plan",
                ),
                "review-plan",
            )
        },
        **{name: {**ref, "pk": plan.outcomes.first().pk} for name in ("change-outcome", "end-outcome")},
        **{
            name: {**ref, "pk": plan.steps.first().pk}
            for name in ("report-step", "accept-step", "change-step", "take-out-step")
        },
        "answer-idea": {**ref, "pk": plan.ideas.first().pk},
        **{name: {**ref, "pk": PlanReview.objects.get().pk} for name in ("plan-review", "add-to-review")},
        "my-step": {"pk": Step.objects.get(person=cast.sam).pk},
        "": ref,
    }


def account_of(cast: Cast, name: str) -> Account:
    return Account.objects.get(pk=cast.actors[name].account_id)
