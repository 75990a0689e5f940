"""More of everything: the rows about Maya twice over, and longer lists about everybody else."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist

from kith.access import acting_as
from kith.assessment.acts import say_life_today
from kith.assessment.models import Assessment
from kith.calendar import PartDate
from kith.demo.pictures import garden
from kith.directory.acts import begin_tie, keep_look, take_duty
from kith.directory.models import PartnerWorker
from kith.feedback.acts import say_valued
from kith.involvement.acts import (
    allocate,
    answer_worker_asked,
    ask_for_another_worker,
    begin_work,
    raise_concern,
    take_concern,
)
from kith.involvement.jobs import find_exposures
from kith.involvement.models import ImmediateConcern
from kith.people import acts as people
from kith.people.models import Person
from kith.plans import acts as plans
from kith.plans.models import Plan, PlanReview
from kith.record.models import Draft
from kith.sharing.acts import recall_copies, release_copy
from kith.sharing.models import Release
from kith.standards.acts import ask_more_time, explain_missed
from kith.standards.queries import panel
from kith.story.acts import mean_for_child, review_story, tell_history
from kith.visits.acts import Learnt, Promised, Said, Seen, note_family_promise, plan_visit, record_visit
from kith.voice.acts import answer_child, choose_person, say_in_corner
from kith.voice.models import Wish
from kith.voice.rules import Said as OnSheet
from tests.architecture.alerted import alert
from tests.architecture.arrived import contacts
from tests.architecture.cared_for import look_after
from tests.architecture.complained import complain_and_thank
from tests.architecture.decided import decide_more
from tests.architecture.differed import differ, work_that_ended
from tests.architecture.explained import explain
from tests.architecture.improved import improve
from tests.architecture.met import meet_more
from tests.architecture.mondays import share
from tests.architecture.objects import account_of
from tests.architecture.objects.assessment import understood
from tests.architecture.objects.plans import looked_at, more_planned
from tests.architecture.objects.sharing import appointments
from tests.architecture.objects.story import copies
from tests.architecture.promised import look_at_promises
from tests.architecture.protected import protect
from tests.architecture.reached import reach
from tests.architecture.served import serve
from tests.architecture.stands_around import stand_around
from tests.architecture.told import tell_more
from tests.architecture.trained import train
from tests.cast import NOW, TODAY, Cast
from tests.handing import child_actor
from tests.standards.clockwork import add

MORE = 3
ONLY_SO_MANY = {
    "Spell",  # one piece of open work at a time,
    "LeadWorker",  # with one lead,
    "Plan",  # one plan,
    "PlanReview",  # one look at it at a time,
    "BeforeReview",  # one that is made ready for,
    "ProtectionPlan",  # one protection plan,
    "Enquiry",  # one enquiry that goes on,
    "EarlyHelp",  # one beginning of a piece of work,
    "ServiceAsked",  # with the services of one age,
    "LookedAfter",  # one time looked after,
    "LevelChange",  # the level that follows from them,
    "Notice",  # whom one tells once
    "Account",  # and one account of the child's own
}


def rows_about(person: Person) -> Counter[str]:
    """How many rows of each table are about this person."""
    return Counter({model.__name__: model.objects.filter(person=person).count() for model in _about_a_person()})


def _about_a_person() -> list[Any]:
    return [model for model in apps.get_models() if model.__module__.startswith("kith.") and _has_person(model)]


def _has_person(model: Any) -> bool:
    try:
        return model._meta.get_field("person").related_model is Person and not hasattr(model, "pgh_tracked_model")
    except FieldDoesNotExist:
        return False


def grow(cast: Cast) -> None:
    for n in range(MORE):
        decide_more(cast, n)
    with acting_as(cast.aisha):
        for child in (cast.leo, cast.sam):
            _explained(cast, child)
    with acting_as(cast.system):
        for n in range(MORE):
            _one_more_child(cast, n)
            _known_of(cast, n)
            _on_duty(cast, n)
    with acting_as(cast.aisha):
        for n in range(MORE):
            _written_about(cast, n)
            _visited(cast, n)
            _kept_safe(cast, n)
            _around(cast, n)
            _understood(cast, n)
            _planned(cast, n)
            _longer(cast, n)
            protect(cast, 20 + n)
            meet_more(cast, n)
            look_after(cast, 30 + 3 * n)
            stand_around(cast, 1 + n)
            serve(cast, 1 + n)
            copies(cast)
        _explained(cast, cast.maya)
        _answered(cast)
    _in_her_corner(cast)
    alert(cast, MORE, "Supper")
    look_at_promises(cast, 2 + MORE)
    for n in range(MORE):
        contacts(cast, f"grown {n}")
        improve(cast, 1 + n)
        complain_and_thank(cast, 1 + n)
        explain(cast, 1 + n)
        differ(cast, 1 + n)
        reach(cast, 1 + n)
        train(cast, 1 + n)
        work_that_ended(cast)
        share(cast, 1 + n)
        tell_more(cast, n)
    with acting_as(cast.system):
        find_exposures(by=cast.system, key="")


def _longer(cast: Cast, n: int) -> None:
    """One more assessment that takes longer than its limit."""
    assessment = add("assessment_assessment", cast.maya, started_on=TODAY - timedelta(days=60 - n))
    ask_more_time(
        by=cast.aisha,
        about=cast.maya,
        clock=f"clock-assessment-{assessment}",
        until_on=TODAY + timedelta(days=30 + n),
        reason=f"The {n}th aunt could not come before.",
    )


def _one_more_child(cast: Cast, n: int) -> None:
    """A brother of Maya's, led by Aisha; and a child nobody leads."""
    by = cast.system
    brother = people.begin_record(by=by, given=f"Brother {n}", family="Nowak", born=PartDate(date(2018, 1, 1), "day"))
    for parent in ("kelly", "tomek"):
        people.add_relationship(by=by, about=brother, other=cast.people[parent], kind="parent", source="Kelly")
    waiting = people.begin_record(by=by, given=f"Waiting {n}", family="Okafor")
    for child in (brother, waiting):
        begin_work(by=by, about=child, on=date(2026, 9, 1), level="child_in_need")
    allocate(by=by, about=brother, lead=cast.staff["aisha"])
    for reader, because in (("grace", "team_manager"), ("priya", "invited"), ("kelly", "parent"), ("tomek", "parent")):
        begin_tie(by=by, about=brother, account=account_of(cast, reader), because=because, may_write=True)
    cast.people[f"brother {n}"] = brother


def _known_of(cast: Cast, n: int) -> None:
    """Who Maya is, who belongs to her, where she lived and who works with her."""
    by, maya = cast.system, cast.maya
    aunt = people.add_new_relative(by=by, about=maya, kind="aunt_uncle", given=f"Aunt {n}").other
    people.record_parental_responsibility(by=by, about=maya, holder=aunt, acquired="court_order")
    people.give_name(by=by, about=maya, kind="alias", given=f"May {n}")
    people.give_identifier(by=by, about=maya, kind="other", value=f"N{n}")
    people.add_language(by=by, about=maya, code=("pol", "eng", "fra")[n])
    people.give_contact_point(by=by, about=maya, kind="phone", value=f"01632 96080{n}")
    before = people.move_home(
        by=by, about=[maya], on=date(2018 + n, 1, 1), lines=f"{n} Ferry Lane", until_on=date(2018 + n, 6, 1)
    )
    people.protect_address(
        by=by,
        about=[maya],
        address=before[0].address,
        from_person=cast.people["gary"],
        because="A court order keeps him away.",
        review_on=date(2027, 2, 1),
    )
    for other in ("rowan", "dara"):
        begin_tie(by=by, about=maya, account=account_of(cast, other), because="working_with")


def _around(cast: Cast, n: int) -> None:
    """Who and what stands around Maya, how people get on, what was asked, and what the network offers."""
    by, maya, aunt = cast.aisha, cast.maya, f"Aunt {n}"
    nan = people.add_to_family(
        by=by, about=[maya, cast.people["kelly"]], of=cast.people["kelly"], kind="parent", given=f"Nan {n}"
    ).other
    for whose in ("child", "worker"):
        people.put_on_map(by=by, about=maya, kind="family", ring=1, other=nan, whose=whose, flow="gives")
    people.record_offer(by=by, about=maya, role="listening", called=aunt, what="Rings on Sundays.")
    people.say_why_service(by=by, about=maya, service=f"Club {n}")
    people.record_asking(by=by, about=maya, topic="other", outcome="not_known", asked_who=aunt)
    people.note_getting_on(by=by, about=maya, one=maya, other=nan, quality="close", said_by="Maya")
    people.confirm_tree(by=by, about=maya, family_asked="no")
    people.note_adult_support(by=by, about=maya, other=nan, need=("money", "grief", "health")[n])
    people.record_restriction(by=by, about=maya, kind="place", what=f"Not to the {n}. pier.")
    people.give_rights_leaflet(by=by, about=maya)
    people.keep_portrait(by=by, about=maya, image=garden(), agreed_by=f"Nan {n}", agreed_on=TODAY)
    note_family_promise(by=by, about=maya, who=nan, text=f"Bring {n} books", due_on=TODAY + timedelta(days=n))
    _asks_again(cast)
    recall_copies(by=by, about=maya, copies=Release.objects.filter(person=maya))


def _asks_again(cast: Cast) -> None:
    """One asking is open at a time: each is answered before the next, and the last is told."""
    with acting_as(cast.grace):
        asked = ask_for_another_worker(by=cast.grace, about=cast.maya)
        answer_worker_asked(
            by=cast.grace, about=cast.maya, asked=asked, outcome="agreed", answer="Yes, from Monday on."
        )


def _on_duty(cast: Cast, n: int) -> None:
    take_duty(
        by=cast.system,
        account=account_of(cast, "theo"),
        name="Theo Rowe",
        phone="01632 960199",
        starts_at=NOW - timedelta(hours=1),
        ends_at=NOW + timedelta(hours=5),
        place=n + 2,
    )
    for key in (f"more {n}", f"taken {n}"):
        raise_concern(by=cast.system, key=key, what="She did not come home.", person=cast.maya)
    with acting_as(cast.theo):
        take_concern(by=cast.theo, concern=ImmediateConcern.objects.get(key=f"taken {n}"))


def _planned(cast: Cast, n: int) -> None:
    plan = Plan.objects.get(person=cast.maya)
    more_planned(cast, plan, n + 1)
    review = PlanReview.objects.get(plan=plan)
    stood = [plans.Stood(outcome, "worse") for outcome in plan.outcomes.all()]
    plans.add_to_review(by=cast.aisha, about=cast.maya, review=review, stood=stood, **looked_at())
    priya = PartnerWorker.objects.get(account_id=cast.priya.account_id)
    sams = Plan.objects.get(person=cast.sam)
    plans.add_step(by=cast.aisha, about=cast.sam, plan=sams, what=f"Weigh him, week {n}.", owner=priya)


def _written_about(cast: Cast, n: int) -> None:
    by, maya = cast.aisha, cast.maya
    for kind in ("now", "worry", "strength", "danger", "bottom_line", "no_contact", "health", "do_not", "next_step"):
        people.say_situation(by=by, about=maya, kind=kind, text=f"One more thing, {n}.")
    history = tell_history(by=by, about=maya, what=f"Long ago, {n}.", happened=PartDate(TODAY, "day"), told_by="Kelly")
    mean_for_child(by=by, about=maya, event=history.act, significance=2, meant="She slept.")
    review_story(by=by, about=maya)
    (mayas, *_) = plan_visit(by=by, about=[maya, cast.leo], planned_for=NOW + timedelta(hours=1 + 30 * n))
    appointments(cast, mayas)
    release_copy(
        by=by,
        about=maya,
        recipient=cast.people["kelly"],
        recipient_name="Kelly Okafor",
        kind="overview",
        text=f"We will meet, {n}.",
        who_else_sees="nobody else",
    )
    keep_look(by=by, person=maya, because="lead_worker", whole_record=True, page="overview")
    Draft.objects.create(account_id=by.account_id, key=f"more:{n}", title="A visit", fields={}, saved_at=NOW)


def _kept_safe(cast: Cast, n: int) -> None:
    """What Maya is like, what life is like, and three aunts who may be a danger."""
    by, maya = cast.aisha, cast.maya
    people.say_about_me(by=by, about=maya, part="likes", text=f"Boats, {n}.", said_by="child")
    say_life_today(by=by, about=maya, text=f"She wakes at {n}.")
    say_valued(by=by, about=maya, score=2)
    aunt = Person.objects.get(called=f"Aunt {n}")
    people.arrange_contact(by=by, about=maya, other=aunt, way="together", basis="family")
    people.note_risk(by=by, about=maya, adult=aunt, kind="other", needs_to_know=f"She drives, {n}.", source="Nan")


def _visited(cast: Cast, n: int) -> None:
    """Everyone at home, weeks ago: gaps, promises and answers are late by now."""
    day = TODAY - timedelta(days=60 + n)
    children = [cast.maya, cast.leo, *(cast.people[f"brother {m}"] for m in range(MORE))]
    said = [Said("wish", f"A wish, {n}"), Said("worry", f"A worry, {n}"), Said("harm", f"He shouts, {n}")]
    promised = [Promised(f"Paint, {n}", day + timedelta(days=9))]
    learnt = [Learnt("food", "told", f"Soup, {n}", "Kelly")]
    record_visit(
        by=cast.aisha,
        about=children,
        on=day,
        lines=[Seen(child, True, alone="not_tried", said=said, promised=promised, day=learnt) for child in children],
        happened_at=NOW - timedelta(days=60 + n),
        mode="home",
    )


def _explained(cast: Cast, child: Person) -> None:
    for row in panel(child, cast.aisha):
        if row.state == "missed":
            explain_missed(by=cast.aisha, about=child, standard_id=row.id, reason="The road was flooded.", plan="Soon.")


def _answered(cast: Cast) -> None:
    for wish in Wish.objects.filter(person=cast.maya, answer=None, words__text__startswith="A wish"):
        answer_child(by=cast.aisha, about=cast.maya, wish=wish, outcome="agreed", what_we_did="We did.")


def _in_her_corner(cast: Cast) -> None:
    """Things she said there, with drawings and without; people of hers; and calls that went to duty."""
    maya = child_actor(cast)
    with acting_as(maya):
        for n in range(MORE):
            wish = [OnSheet("wish", f"A pony, {n}")]
            say_in_corner(by=maya, about=cast.maya, key=f"corner {n}", sheet="dreams", said=wish, drawing=garden())
            good = [OnSheet("good_thing", f"Swimming, {n}")]
            say_in_corner(by=maya, about=cast.maya, key=f"good {n}", sheet="good-things", said=good)
            choose_person(by=maya, about=cast.maya, key=f"person {n}", name=f"Aunt {n}", how_close="heart")
            raise_concern(by=maya, key=f"corner-more {n}", what="I don't feel safe", person=cast.maya)
    with acting_as(cast.aisha):
        for wish in Wish.objects.filter(person=cast.maya, answer=None, words__text__startswith="A pony"):
            answer_child(by=cast.aisha, about=cast.maya, wish=wish, outcome="agreed", what_we_did="Yes.", card=True)


def _understood(cast: Cast, n: int) -> None:
    domains = ("child-identity", "child-feelings", "parenting-warmth", "family-income")
    understood(cast, Assessment.objects.get(person=cast.maya, why="School rang."), domains[n], domains[n + 1])
