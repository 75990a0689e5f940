"""What you can expect from us: the same truth for mother and child, and no trace of what they are not to know."""

from datetime import timedelta

from kith.access import acting_as
from kith.people.acts import say_not_safe_to_tell
from kith.standards import expecting, queries
from kith.standards.models import Expectation
from kith.standards.register import STANDARDS
from kith.voice.acts import say_in_corner
from kith.voice.rules import Said
from tests.cast import NOW, TODAY
from tests.handing import child_actor, handed_over
from tests.standards.clockwork import change_work
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
    assert "We are late. Sorry!" in page  # nobody has seen Maya since September
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


def test_only_what_betrays_nothing_is_told_of_a_family(cast):
    told = {each.id for each in STANDARDS if "family" in each.told_to}
    assert told == {"lead-worker", "plan-looked-at-again", "told-before"}
