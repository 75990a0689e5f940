"""Demonstration: “what you can expect from us” as the child, the mother and the father a home is kept from: the same
truth about our promises, and no trace of what is done to keep a child safe, of a sealed address or of a brother's
matter; the father who is barred finds no page (issue 5.8 iii, design 7.4, 7.8).
"""

import re
from datetime import timedelta

import pytest
from lxml import html

from kith.access import acting_as
from kith.standards import command, expecting, jobs, queries
from kith.standards.models import Expectation
from kith.standards.register import STANDARDS
from tests.architecture.alerted import ALERTED, alert
from tests.architecture.objects.plans import planned
from tests.architecture.protected import PROTECTED, protect
from tests.cast import NOW, TODAY
from tests.handing import handed_over
from tests.visits.going import page, seal, sheet
from tests.voice.hearing import heard

READERS = ("maya", "kelly", "tomek")
NIGHT = timedelta(hours=12)
# Words of what nobody of the family may learn from this page, whatever the names.
TRACES = re.compile(r"strategy|section 47|enquiry|conference|police|sealed|Larkspur|Leo|Sam\b|Gary", re.IGNORECASE)


@pytest.fixture
def read(cast, browse):
    """What each of them reads of Maya's promises today, as plain text."""
    clients = {"maya": handed_over(cast, browse, guided="on"), "kelly": browse("kelly"), "tomek": browse("tomek")}

    def told(who: str) -> str:
        path = "/p/me/expect/" if who == "maya" else f"/p/expect/{cast.maya.ref}/"
        answer = clients[who].get(path)
        assert answer.status_code == 200, who
        main = html.document_fromstring(answer.content).get_element_by_id("content")
        return " ".join(main.text_content().split())

    return told


def counted(cast, now=NOW):
    with acting_as(cast.system):
        expecting.tell(now, TODAY)


def standing(cast, whom):
    """What is told of Maya: standard -> kept, to do, late."""
    with acting_as(cast.system):
        told = Expectation.objects.filter(person=cast.maya, whom=whom).exclude(state="")
        return dict(told.values_list("standard", "state"))


def matters(cast):
    """What is kept from the family: a strategy discussion, an enquiry, a conference, signs put together; brothers."""
    protect(cast)
    alert(cast)
    seal(cast, cast.leo)
    with acting_as(cast.aisha):
        heard(cast, cast.aisha, "A grey mouse lives behind my bed", about=cast.sam)


def test_each_of_them_reads_the_same_truth_as_the_worker(cast, read):
    with acting_as(cast.aisha):
        planned(cast)
    counted(cast)
    with acting_as(cast.aisha):
        rows = {row.id: expecting.SAID.get(row.state) for row in queries.panel(cast.maya, cast.aisha)}
    family, child = standing(cast, "family"), standing(cast, "child")
    assert family
    assert child
    for told in (family, child):
        assert told == {id_: rows[id_] for id_ in told}
    for id_ in family.keys() & child.keys():
        assert family[id_] == child[id_]
    about = re.compile(r"How we are doing.*As it stood")
    assert about.search(read("kelly"))[0] == about.search(read("tomek"))[0]
    for promise in STANDARDS:
        assert promise.to_family in read("kelly")
        assert promise.to_child in read("maya")


@pytest.mark.parametrize("who", READERS)
def test_no_trace_of_what_is_done_to_keep_her_safe_or_of_her_brothers(cast, read, who):
    counted(cast)
    before = read(who)
    matters(cast)
    counted(cast, NOW + NIGHT)
    after = read(who)
    for secret in (*PROTECTED, *ALERTED, "A grey mouse"):
        assert secret not in after
    promised = " ".join(getattr(each, "to_child" if who == "maya" else "to_family") for each in STANDARDS)
    own = [word for word in TRACES.findall(after) if word.lower() not in promised.lower()]
    assert own == []
    assert sorted(TRACES.findall(after)) == sorted(TRACES.findall(before))


@pytest.mark.parametrize("whom", ["family", "child"])
def test_a_promise_that_reads_what_is_kept_close_is_told_to_nobody_of_their_own_case(cast, whom):
    """Attacked promise by promise: with all of it in the record, whatever may not be told stays a promise alone."""
    matters(cast)
    counted(cast, NOW + NIGHT)
    close = {each.id for each in STANDARDS if each.kept_close or whom not in each.told_to}
    assert len(close) > len(STANDARDS) / 2
    with acting_as(cast.aisha):
        applies = {row.id for row in queries.panel(cast.maya, cast.aisha) if row.state != "not_applicable"}
    assert close & applies  # they do stand somehow, for whoever may know
    assert not close & standing(cast, whom).keys()


def test_what_the_family_reads_is_the_same_the_day_after_a_talk_they_must_not_know_of(cast, read):
    counted(cast)
    before = standing(cast, "family")
    matters(cast)
    counted(cast, NOW + NIGHT)
    assert standing(cast, "family") == before


def test_the_father_who_is_barred_finds_no_page_and_no_rows(cast, browse):
    matters(cast)
    counted(cast)
    assert browse("gary").get(f"/p/expect/{cast.maya.ref}/").status_code == 404
    with acting_as(cast.actors["gary"]):
        assert not Expectation.objects.exists()


def test_put_right_and_counted_again_every_figure_moves_together(cast, browse, read):
    """The list, the page, the board, the file, the worker's panel, `kith standards` and what the child reads."""
    counted(cast)
    before, said = figures(cast, browse), read("maya")
    assert before["missed"] == before["list"] == before["board"] == before["told"] > 0
    assert "We are late. We are sorry." in said
    visit = browse("aisha").post(page("record-visit", cast.maya), sheet(cast))
    assert visit.status_code == 303
    with acting_as(cast.system):
        jobs.count_promises_again(by=cast.system, key="job-1")
    after = figures(cast, browse)
    assert {name: before[name] - after[name] for name in before} == dict.fromkeys(before, 1)
    with acting_as(cast.aisha):
        assert next(row for row in queries.panel(cast.maya, cast.aisha) if row.id == "seen-in-time").state == "met"
    assert standing(cast, "child")["seen-in-time"] == "kept"
    assert read("maya").count("We are late. We are sorry.") < said.count("We are late. We are sorry.")


def figures(cast, browse):
    """How many have not been seen in time, everywhere it is told."""
    grace = browse("grace")
    one = grace.get("/standards/seen-in-time/?team=all&state=missed").content.decode()
    every = grace.get("/standards/?team=all").content.decode()
    opens = r'href="/standards/seen-in-time/[^"]*state=missed#list" data-count="(\d+)"'
    with acting_as(cast.system):
        told = command._as_data(queries.board(TODAY), (), TODAY)["standards"]
    return {
        "missed": int(re.search(opens, one)[1]),
        "list": len(html.fromstring(one).xpath("//ul[@data-list]/li[.//a]")),
        "board": int(re.search(opens, every)[1]),
        "told": next(row["counts"]["missed"] for row in told if row["id"] == "seen-in-time"),
    }
