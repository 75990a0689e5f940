"""What we promise, as pages: every item, the numbers with their lists, who answers, and what is not yet built."""

import re
from datetime import timedelta

import pytest

from kith.access import SYSTEM, acting_as
from kith.standards import queries, trends
from kith.standards.acts import count_promises, judge_promise, name_who_answers
from kith.standards.charters import charters
from kith.standards.demands import WAITS, demands
from kith.standards.models import AnswersFor
from tests.cast import NOW, TODAY
from tests.pages.staff.test_family import text_of

HEARING = "/charters/practice-standards/1/"
STAFF = ["aisha", "grace", "theo", "sol", "rowan", "dara"]


@pytest.mark.parametrize("name", STAFF)
def test_everybody_who_works_here_reads_every_list_and_what_is_not_yet_built(cast, browse, name):
    page = text_of(browse(name).get("/charters/"))
    for charter in charters():
        assert charter.title in page
        assert all(f"/charters/{charter.id}/{item.id}/" in page for item in charter.items)
    unbuilt = sum(len(charter.not_yet_built) for charter in charters())
    assert f"{unbuilt} of {sum(len(charter.items) for charter in charters())} things they say are not yet built" in page
    assert page.count("kith-tag--quiet") >= unbuilt
    for why, words in WAITS.items():
        if n := sum(row.waits_for == why for row in demands().values()):
            assert f"{n} for {words}" in page


@pytest.mark.parametrize("name", ["priya", "kelly"])
def test_for_others_they_are_not_there(browse, name):
    assert browse(name).get("/charters/").status_code == 404
    assert browse(name).get(HEARING).status_code == 404


def test_an_item_that_is_not_there_is_not_found(browse):
    for path in ("/charters/kent/1/", "/charters/jersey/99/", "/charters/jersey/99/answers/"):
        assert browse("grace").get(path).status_code == 404


def test_a_charter_that_was_followed_says_by_which_and_the_other_way_round(browse):
    page = text_of(browse("aisha").get("/charters/"))
    assert 'Followed by <a href="#girfec-2022">' in page
    assert 'It follows <a href="#girfec">' in page


def test_how_each_promise_of_an_item_has_gone_is_drawn_with_its_table_and_nothing_is_put_together(cast, browse):
    grace, item = browse("grace"), next(one for one in charters() if one.id == "practice-standards").item("1")
    page = text_of(grace.get(HEARING))
    assert page.count("No night has been counted for this yet") == len(item.standards)
    assert "<polyline" not in page
    for days in (8, 1):
        by = SYSTEM(NOW - timedelta(days=days))
        with acting_as(by):
            count_promises(by=by, about=None, on=by.today)
    page = text_of(grace.get(HEARING))
    drawn = page.count("<polyline") // 4
    assert drawn == page.count("The last day counted of each week") > 0
    assert drawn + page.count("No night has been counted for this yet") == len(item.standards)
    kept = grace.get(HEARING).context["kept"]
    points = trends.trends_of(item.standards, None, TODAY - timedelta(days=30))
    assert {one.id: [point.on for point, _ in one.points] for one in kept} == {
        id_: [point.on for point in reversed(found)] for id_, found in points.items()
    }


@pytest.mark.parametrize("charter", charters(), ids=lambda charter: charter.id)
def test_every_item_has_its_page_and_one_that_waits_is_never_called_kept(cast, browse, charter):
    aisha = browse("aisha")
    for item in charter.items:
        page = text_of(aisha.get(f"/charters/{charter.id}/{item.id}/"))
        assert item.meaning in page
        assert all(row.title in page for row in item.rows)
        if item.not_yet_built:
            assert "Not yet built" in page
            assert "All its promises together" not in page


def test_every_number_is_the_length_of_the_list_it_opens(cast, browse):
    with acting_as(cast.grace):
        board = queries.board(TODAY)
    for name in STAFF:
        client = browse(name)
        numbers = re.findall(
            r'href="\?promise=([a-z-]+)&amp;state=([a-z_]+)#children" data-count="\d+">(\d+)<span', _page(client)
        )
        assert len(numbers) >= 6
        for promise, state, number in numbers:
            assert int(number) == board[promise][state]
            listed = _list(client, promise, state)
            unnamed = re.search(r"(\d+) child(?:ren)? you do not work with", listed)
            assert listed.count('href="/children/') + int(unnamed[1] if unnamed else 0) == int(number)


def test_names_are_for_those_who_work_with_the_child_and_for_their_manager(cast, browse):
    for name in ("aisha", "grace"):
        assert "Maya Okafor-Nowak" in _list(browse(name), "heard", "missed")
    for name in ("theo", "sol", "dara"):
        listed = _list(browse(name), "heard", "missed")
        assert "Okafor" not in listed
        assert "3 children you do not work with: counted, not named." in listed


def test_a_list_nobody_can_ask_for_is_left_out(browse):
    for asked in ("?promise=lead-worker&state=met", "?promise=heard&state=late", "?promise=heard"):
        assert 'id="children"' not in text_of(browse("aisha").get(HEARING + asked))


def test_who_answers_is_named_by_whoever_may_and_read_by_all(cast, browse):
    grace = browse("grace")
    assert "Nobody has been named yet." in text_of(grace.get(HEARING))
    form = {"worker": cast.staff["aisha"].pk, "role": "", "on-day": "17", "on-month": "11", "on-year": "2026"}
    wrong = grace.post(f"{HEARING}answers/", {**form, "role": "Head of family help"})
    assert wrong.status_code == 422
    assert "Head of family help" in text_of(wrong)
    done = grace.post(f"{HEARING}answers/", form)
    assert (done.status_code, done.url) == (303, HEARING)
    aisha = text_of(browse("aisha").get(HEARING))
    assert "Aisha Khan, since" in aisha
    assert "Say who answers for it" not in aisha
    assert "Aisha Khan answers for it." in text_of(browse("sol").get("/charters/"))
    assert browse("aisha").get(f"{HEARING}answers/").status_code == 404
    assert browse("aisha").post(f"{HEARING}answers/", form).status_code == 404
    with acting_as(cast.system):
        assert AnswersFor.objects.count() == 1


def test_what_was_found_by_looking_is_told_and_whose_record_it_was_only_to_those_who_work_with_them(cast, browse):
    with acting_as(cast.grace) as by:
        looked = {"standard_id": "heard", "verdict": "on_paper_only", "because": "The same words three times over."}
        judge_promise(by=by, about=cast.maya, on=TODAY, **looked)
        name_who_answers(by=by, on=TODAY, charter="jersey", item="safe", role="Head of family help")
    for name in ("aisha", "grace"):
        page = text_of(browse(name).get(HEARING))
        assert "Met on paper only: 1" in page
        assert "The same words three times over." in page
    page = text_of(browse("sol").get(HEARING))
    assert "Met on paper only: 1" in page
    assert "same words" not in page
    assert "Okafor" not in page


def test_a_story_is_told_read_by_all_and_taken_off_again(cast, browse):
    aisha, path = browse("aisha"), f"{HEARING}stories/"
    assert "No story is told here yet." in text_of(aisha.get(HEARING))
    day = {"agreed_on-day": "16", "agreed_on-month": "11", "agreed_on-year": "2026"}
    wrong = aisha.post(path, {"words": "She let Maya finish her sentence.", "whose": "a mother", **day})
    assert wrong.status_code == 422
    assert "Take out Maya: a story names nobody." in text_of(wrong)
    assert "finish her sentence" in text_of(wrong)
    done = aisha.post(path, {"words": "She let me finish my sentence.", "whose": "a girl of nine", **day})
    assert (done.status_code, done.url) == (303, f"{HEARING}#stories")
    page = text_of(browse("sol").get(HEARING))
    assert "“She let me finish my sentence.”" in page
    assert "A girl of nine; told here with their yes of" in page
    off = re.search(rf'href="({path}\d+/)"', page)[1]
    assert "She let me finish my sentence." in text_of(browse("sol").get(off))
    assert browse("sol").get(off.replace("/1/stories", "/2/stories")).status_code == 404
    assert browse("theo").post(off, {}).status_code == 303
    assert "finish my sentence" not in text_of(browse("sol").get(HEARING))
    assert browse("sol").get(off).status_code == 404
    assert browse("kelly").get(path).status_code == 404


def _page(client):
    return text_of(client.get(HEARING))


def _list(client, promise, state):
    page = text_of(client.get(f"{HEARING}?promise={promise}&state={state}"))
    return page.split('<h2 id="children">')[1].split("</section>")[0]
