"""What you can expect from us: the same truth for mother and child, and no trace of what they are not to know."""

from datetime import timedelta

from kith.access import acting_as
from kith.involvement.acts import leave_out, raise_concern, record_strategy
from kith.people.acts import say_not_safe_to_tell
from kith.standards import expecting, queries
from kith.standards.models import Expectation
from kith.standards.register import STANDARDS
from kith.voice.acts import say_in_corner, write_down_words
from kith.voice.rules import Said
from tests.cast import NOW, TODAY
from tests.handing import child_actor, handed_over
from tests.standards.clockwork import add, change_work
from tests.visits.going import text


def counted(cast):
    with acting_as(cast.system):
        return expecting.tell(NOW, TODAY)


def wrote(cast):
    """Maya writes in her own corner."""
    maya = child_actor(cast)
    with acting_as(maya):
        say_in_corner(by=maya, about=cast.maya, sheet="dreams", said=[Said("wish", "A bed.")])


def of_us(page):
    return page[page.index("How we are doing") : page.index("Ask us about any of it")]


def mothers(browse, child="maya", cast=None):
    return browse("kelly").get(f"/p/expect/{cast.people[child].ref}/")


def test_a_mother_finds_it_from_her_page_and_reads_every_promise_in_plain_words(cast, browse):
    counted(cast)
    assert "/p/expect/" in browse("kelly").get("/p/").content.decode()
    page = text(mothers(browse, cast=cast))
    assert "We kept this" in page
    for promise in STANDARDS:
        assert promise.to_family in page


def test_it_says_what_the_worker_reads(cast):
    counted(cast)
    with acting_as(cast.aisha):
        rows = {row.id: row.state for row in queries.panel(cast.maya, cast.aisha)}
    told = Expectation.objects.filter(person=cast.maya).exclude(state="")
    assert told
    for one in told:
        assert one.state == expecting.SAID[rows[one.standard]], one.standard


def test_the_child_reads_the_same_and_what_is_late_comes_with_an_apology(cast, browse):
    tablet = handed_over(cast, browse)
    counted(cast)
    page = text(tablet.get("/p/me/expect/"))
    assert "We are late. We are sorry." in page  # nobody has seen Maya since September
    for promise in STANDARDS:
        assert promise.to_child in page


def test_her_father_whom_a_home_is_kept_from_reads_the_same_truth(cast, browse):
    counted(cast)
    path = f"/p/expect/{cast.maya.ref}/"
    mother, father = (text(browse(name).get(path)) for name in ("kelly", "tomek"))
    assert of_us(mother) == of_us(father)


def test_what_the_child_said_in_their_own_corner_is_no_business_of_a_parents(cast, browse):
    counted(cast)
    before = text(mothers(browse, cast=cast))
    wrote(cast)
    counted(cast)
    assert Expectation.objects.filter(person=cast.maya, whom="child", standard="corner-received").exclude(state="")
    after = text(mothers(browse, cast=cast))
    for child_only in ("corner-received", "wishes-answered", "another-worker"):
        assert not Expectation.objects.filter(whom="family", standard=child_only)
    assert of_us(after) == of_us(before)


def test_a_person_it_is_not_safe_to_tell_reads_the_promises_alone(cast, browse):
    counted(cast)
    with acting_as(cast.aisha):
        say_not_safe_to_tell(
            by=cast.aisha,
            about=cast.maya,
            person=cast.people["kelly"],
            reason="risk_to_child",
            because="She shows her phone to him.",
            decided_by="Grace",
            review_on=TODAY + timedelta(days=7),
        )
    page = text(mothers(browse, cast=cast))
    assert "How we are doing" not in page
    assert "What we promise every family" in page


def test_a_barred_father_and_a_stranger_find_no_page(cast, browse):
    counted(cast)
    for reader in ("gary", "priya", "aisha", ""):
        answer = browse(reader).get(f"/p/expect/{cast.maya.ref}/")
        assert answer.status_code in (302, 404), reader
    with acting_as(cast.actors["gary"]):
        assert not Expectation.objects.exists()


def test_counted_twice_there_is_still_one_row_of_each(cast):
    assert counted(cast) == counted(cast) == Expectation.objects.count() > 0


def test_when_the_work_has_ended_nothing_is_said_any_more_of_how_it_stood(cast, browse):
    counted(cast)
    change_work(cast.maya, closed_on=TODAY, closure_reason="RC3")
    with acting_as(cast.system):
        expecting.tell(NOW + timedelta(days=1), TODAY + timedelta(days=1))
    assert not Expectation.objects.filter(person=cast.maya).exclude(state="")
    assert "How we are doing" not in text(mothers(browse, cast=cast))


TO_A_FAMILY = {  # what everyone of a family was part of, or what stands on their own page anyway
    "care-plan-written",
    "care-reviewed",
    "core-group-met",
    "goodbye-said",
    "lead-worker",
    "new-lead-told",
    "plan-looked-at-again",
    "progress-celebrated",
    "protection-reviewed",
    "services-known",
    "story-reviewed",
    "told-before",
}
TO_NO_FAMILY = {  # a child's own matter, another adult's health, a worry, a visit or a challenge not everybody knows of
    "adults-helped",
    "adults-weighed",
    "another-worker",
    "answered-by-another",
    "answers-told",
    "both-parents-heard",
    "challenges-answered",
    "corner-received",
    "danger-paired",
    "danger-taken-up",
    "decisions-looked-at-again",
    "decisions-reasoned",
    "helper-offered",
    "level-weighed",
    "next-contact",
    "outside-looked-again",
    "promises-kept",
    "return-talk-offered",
    "seen-in-time",
    "steps-done",
    "valued-followed-up",
    "visits-complete",
    "wishes-answered",
}
ASIDE = {"contact-decided", "enquiry-finished", "talked-at-once", "conference-in-time", "worry-taken-up"}


def test_what_might_betray_something_is_told_to_no_family_as_a_state():
    assert {each.id for each in STANDARDS if "family" in each.told_to} == TO_A_FAMILY
    assert not TO_A_FAMILY & (TO_NO_FAMILY | ASIDE)
    assert {each.id for each in STANDARDS} >= TO_NO_FAMILY | ASIDE


def protected(cast):
    """A protection plan that began in September, and no core group since."""
    change_work(cast.maya, level="child_protection")
    add("involvement_protectionplan", cast.maya, started_on=TODAY - timedelta(days=60))


def states(whom="family"):
    rows = Expectation.objects.filter(whom=whom).exclude(state="")
    return dict(rows.values_list("standard", "state"))


def test_a_core_group_that_has_not_met_is_late_for_mother_and_father_alike(cast, browse):
    protected(cast)
    counted(cast)
    with acting_as(cast.system):
        assert states()["core-group-met"] == "late"
        assert "core-group-met" not in states("child")
    for name in ("kelly", "tomek"):
        page = of_us(text(browse(name).get(f"/p/expect/{cast.maya.ref}/")))
        assert "You will meet with those in the plan soon" in page


def test_where_somebody_is_left_out_of_meetings_nobody_of_the_family_reads_that_people_met(cast, browse):
    protected(cast)
    counted(cast)
    with acting_as(cast.aisha):
        leave_out(by=cast.aisha, about=cast.maya, who="Tomek Nowak")
    counted(cast)
    for name in ("kelly", "tomek"):
        page = of_us(text(browse(name).get(f"/p/expect/{cast.maya.ref}/")))
        assert "You will meet with those in the plan soon" not in page
        assert "You will have one person to talk to" in page
    with acting_as(cast.system):
        assert not {each.id for each in STANDARDS if each.of_meetings} & set(states())


def test_no_enquiry_discussion_worry_or_brothers_matter_changes_what_a_family_reads(cast, browse):
    counted(cast)
    before = of_us(text(mothers(browse, cast=cast)))
    with acting_as(cast.aisha):
        record_strategy(by=cast.aisha, about=[cast.maya], on=TODAY, lines={})
        raise_concern(by=cast.aisha, person=cast.maya, key="c9", what="He waits at the gate again.")
        write_down_words(by=cast.aisha, about=cast.leo, sort="wish", text="A lamp.", owed_by_name="Aisha Khan")
    counted(cast)
    assert of_us(text(mothers(browse, cast=cast))) == before
