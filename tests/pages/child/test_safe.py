"""I don't feel safe: reaches a named human at once, or tells the child the truth; never a dead end (N7, design 7.2)."""

from datetime import timedelta

from django.core import signing
from django.db import connection
from django.test import Client

from kith.access import SYSTEM, acting_as
from kith.directory.acts import restrict, take_duty
from kith.directory.models import Account, DutyTurn, Notice
from kith.involvement.models import ImmediateConcern
from tests.cast import NOW, TODAY
from tests.pages.child.test_saying import text_of

HERE = "/p/me/not-safe/"


def nobody_on_duty():
    DutyTurn.objects.all()._raw_delete("default")


def pressed(client, **said):
    return client.post(HERE, {"key": "n1", **said})


def test_two_presses_and_no_word_reach_whoever_is_on_duty_by_name(cast, browse, tablet):
    page = text_of(tablet.get(HERE))
    assert "<b>Theo Rowe</b> is here to help now." in page
    done = pressed(tablet)
    concern = ImmediateConcern.objects.get()
    assert (concern.told_id, concern.person_id) == (cast.theo.account_id, cast.maya.pk)
    assert Notice.objects.filter(account_id=cast.theo.account_id, kind="worried_now").count() == 1
    told = text_of(tablet.get(done.url))
    assert "You did the right thing. You are not in trouble." in told
    assert "We told <b>Theo Rowe</b> at 10am." in told
    assert "Theo Rowe has not said “I have it” yet." in told
    theo = text_of(browse("theo").get("/duty/"))
    assert "“I don’t feel safe” was pressed" in theo
    assert "Maya Okafor-Nowak" in theo


def test_when_duty_takes_it_the_child_is_told_who_is_helping(cast, browse, tablet):
    done = pressed(tablet, what="they are shouting", where="upstairs")
    concern = ImmediateConcern.objects.get()
    assert concern.where == "upstairs"
    assert "“they are shouting”" in concern.what
    browse("theo").post(f"/duty/{concern.pk}/")
    assert "Theo Rowe has seen it and is helping." in text_of(tablet.get(done.url))


def test_when_nobody_is_on_duty_the_page_says_so_gives_numbers_and_leaves_word(cast, tablet):
    nobody_on_duty()
    before = text_of(tablet.get(HERE))
    assert "Nobody is on duty just now." in before
    done = pressed(tablet)
    told = text_of(tablet.get(done.url))
    assert "Nobody is on duty just now, so nobody has read it yet." in told
    assert "We keep trying, each minute, and Aisha has been left a message." in told
    assert "We told" not in told
    for page in (before, told):
        for number in ('href="tel:999"', 'href="tel:08001111"', "01632 960100"):
            assert number in page
    assert set(Notice.objects.filter(kind="not_safe").values_list("account_id", flat=True)) == {
        cast.aisha.account_id,
        cast.grace.account_id,
    }


def test_it_keeps_trying_until_someone_comes_on_duty(cast, tablet):
    nobody_on_duty()
    done = pressed(tablet)
    assert tried(NOW + timedelta(minutes=1)) == 0
    with acting_as(cast.system):
        take_duty(
            by=cast.system,
            account=Account.objects.get(pk=cast.grace.account_id),
            name="Grace Adeyemi",
            phone="01632 960198",
            starts_at=NOW - timedelta(minutes=1),
            ends_at=NOW + timedelta(hours=8),
        )
    assert tried(NOW + timedelta(minutes=2)) == 1
    assert "We told <b>Grace Adeyemi</b>" in text_of(tablet.get(done.url))


def tried(moment):
    with acting_as(SYSTEM(moment)), connection.cursor() as cursor:
        cursor.execute("select kith_pass_on_concerns(15)")
        return cursor.fetchone()[0]


def test_it_stands_first_in_the_record_for_everyone_who_works_with_the_child(cast, browse, tablet):
    pressed(tablet)
    page = text_of(browse("grace").get(f"/children/{cast.maya.ref}/"))
    assert "Maya says: I don’t feel safe." in page
    assert page.index("Maya says: I don’t feel safe.") < page.index("Where things are")
    assert "Duty has not taken it yet" in page
    assert "I don’t feel safe" not in text_of(browse("sol").get(f"/children/{cast.maya.ref}/"))


def test_it_works_after_the_session_has_ended_and_the_page_still_knows_whose_it_was(cast, browse, tablet):
    whose = tablet.get(HERE).context["whose"]
    tablet.get("/p/me/away/")
    page = pressed(browse(""), whose=whose)
    assert page.status_code == 200
    assert "We told <b>Theo Rowe</b>, who is on duty." in text_of(page)
    assert ImmediateConcern.objects.get().who == f"A child; the page was open as {cast.maya.ref}"


def test_a_word_that_was_not_ours_names_nobody_and_the_call_is_kept_all_the_same(cast, browse):
    for whose in ("AAAA-BBBB", signing.dumps(cast.maya.ref, salt="another")):
        ImmediateConcern.objects.all()._raw_delete("default")
        assert pressed(browse(""), whose=whose).status_code == 200
        assert ImmediateConcern.objects.get().who == "A child who did not say who they are"


def test_without_a_session_it_is_there_and_says_the_truth_too(cast, browse):
    nobody_on_duty()
    assert browse("").get(HERE).status_code == 200
    page = text_of(pressed(browse("")))
    assert "nobody has read it yet" in page
    assert 'href="tel:08001111"' in page


def test_a_browser_that_has_forgotten_every_cookie_still_gets_through(cast):
    assert pressed(Client(enforce_csrf_checks=True)).status_code == 200
    assert ImmediateConcern.objects.get().told_id == cast.theo.account_id


def test_a_worker_who_comes_here_is_led_to_their_own(cast, browse):
    assert browse("aisha").get(HERE).url == "/worried/"


def test_the_worried_page_of_others_leads_a_child_to_theirs(cast, tablet):
    assert tablet.get("/worried/").url == HERE


def test_duty_learns_whom_to_ring_about_a_child_whose_record_is_closed_and_the_guardian_is_told(cast, browse, tablet):
    with acting_as(cast.system):
        restrict(
            by=cast.system,
            about=cast.maya,
            level="sealed",
            because="A colleague's own family.",
            guardian=Account.objects.get(pk=cast.rowan.account_id),
            review_on=TODAY + timedelta(days=60),
        )
    pressed(tablet)
    theo = text_of(browse("theo").get("/duty/"))
    assert "Its guardian knows who: Rowan Vale" in theo
    assert "Maya" not in theo
    assert Notice.objects.filter(account_id=cast.rowan.account_id, kind="not_safe").count() == 1


def test_only_their_own_call_is_shown_to_a_child(cast, browse, tablet):
    browse("").post("/worried/", {"what": "Someone else", "key": "w"})
    other = ImmediateConcern.objects.get()
    assert tablet.get(f"{HERE}{other.pk}/").status_code == 404
