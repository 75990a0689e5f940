"""What each agency gave in a quarter: every figure is its list, and the file is the screen (S2-02)."""

import csv
import io
import re
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from django.urls import reverse

from kith.access import acting_as
from kith.access.actor import HOME_TIME
from kith.directory.acts import restrict
from kith.directory.models import Agency, PartnerWorker
from kith.involvement.acts import answer_request, ask_agencies
from kith.involvement.models import Improvement
from kith.plans.acts import accept_step
from tests.architecture.objects import account_of
from tests.cast import NOW, TODAY
from tests.involvement.protecting import discussed
from tests.involvement.reaching import NIA, told
from tests.plans import making

PAGE = "/team/agencies/quarter/"


def page(client, query="", status=200):
    answer = client.get(PAGE + query)
    assert answer.status_code == status
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def asked(cast):
    """Health by hand: 3 questions (1 in time, 1 late, 1 not answered, 1 not due), 1 step without a yes, 1 meeting; the
    police came to that meeting and are no agency here.
    """
    health = Agency.objects.get(kind="health")
    for days, answered in ((20, 20), (19, 2), (10, None), (0, None)):
        moment = datetime.combine(TODAY - timedelta(days=days), time(9), HOME_TIME)
        asker = replace(cast.theo, now=moment)
        with acting_as(asker):
            given = {"agencies": [health], "question": "Is she growing?"}
            (request,) = ask_agencies(by=asker, contact=told(cast, NIA), **given)
        if answered is not None:
            answerer = replace(cast.priya, now=NOW - timedelta(days=answered))
            with acting_as(answerer):
                answer_request(by=answerer, request=request, answer="holds_nothing")
    priya = PartnerWorker.objects.get(account_id=cast.priya.account_id)
    with acting_as(cast.aisha):
        plan = making.begun(cast.aisha, cast.sam)
        step = making.step(cast.aisha, plan, owner=priya, owner_name="", on=TODAY - timedelta(days=9))
    discussed(cast)
    return step


def figures(shown):
    """(query, figure) of everything counted."""
    found = re.findall(r'href="(\?quarter=2026-10&amp;agency=[^"#]+)#list">(\d+)', shown)
    return [(query.replace("&amp;", "&"), int(figure)) for query, figure in found]


def test_s2_02_the_report_equals_a_hand_count(cast, browse, asked):
    found = dict(figures(page(browse("grace"))))
    health = Agency.objects.get(kind="health").pk
    of = f"?quarter=2026-10&agency={health}&kind="
    assert found == {
        f"{of}asked": 4,
        f"{of}asked&how=in_time": 1,
        f"{of}asked&how=late": 1,
        f"{of}asked&how=none": 1,
        f"{of}asked&how=waiting": 1,
        f"{of}step": 1,
        f"{of}step&how=none": 1,
        f"{of}meeting": 1,
        f"{of}meeting&how=in_time": 1,
        "?quarter=2026-10&agency=none&kind=meeting": 1,
        "?quarter=2026-10&agency=none&kind=meeting&how=in_time": 1,
    }


def test_s2_02_each_figure_is_the_length_of_the_list_it_opens(cast, browse, asked):
    grace = browse("grace")
    for query, figure in figures(page(grace)):
        listed = page(grace, query).split('id="list"')[1].split("</section>")[0]
        assert listed.count("<li>") == figure, query


def test_s2_02_the_file_is_the_screen_and_names_no_child(cast, browse, asked):
    grace = browse("grace")
    answer = grace.get(f"{PAGE}?as=csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="agencies-2026-10.csv"'
    marked, heads, health, unknown = csv.reader(io.StringIO(answer.content.decode()))
    assert marked == ["Staff copy – not for release"]
    row = dict(zip(heads, health, strict=True))
    assert row["Agency"] == "Northcliff 0-19 Health"
    assert sorted(int(cell) for cell in health[1:-2] if cell != "0") == sorted(
        figure for query, figure in figures(page(grace)) if "agency=none" not in query
    )
    assert (row["In time, in a hundred"], row["Falls short"]) == ("40", "yes")
    assert (unknown[0], unknown[-1]) == ("Agency not known", "no")
    for child in ("Maya", "Sam", "Nia"):
        assert child not in answer.content.decode()


def test_a_name_that_begins_like_a_sum_is_not_one_in_the_file(cast, browse, asked):
    with acting_as(cast.system):
        from kith.directory.acts import add_agency

        bad = add_agency(by=cast.system, name='=cmd|"x"', kind="school")
        ask_agencies(by=cast.system, contact=told(cast, NIA), agencies=[bad], question="Is she there?")
    rows = list(csv.reader(io.StringIO(browse("grace").get(f"{PAGE}?as=csv").content.decode())))
    assert '\'=cmd|"x"' in [row[0] for row in rows]


def test_s2_02_a_yes_moves_a_step_to_too_late_and_the_report_follows(cast, browse, asked):
    with acting_as(cast.priya):
        accept_step(by=cast.priya, about=cast.sam, step=asked)
    assert "1 yes too late" in page(browse("grace"))


def test_s2_02_an_agency_that_falls_short_gets_an_action_with_an_owner_a_day_and_what_came_of_it(cast, browse, asked):
    grace, health = browse("grace"), Agency.objects.get(kind="health")
    shown = page(grace)
    assert "Falls short" in shown
    assert "Say what will be done" in shown
    path = reverse("improve-agency", args=[health.pk]) + "?quarter=2026-10"
    assert grace.post(path, {"what": ""}).status_code == 422
    kept = grace.post(
        path, {"what": "We ring them on Mondays.", "by_on-day": "99", "by_on-month": "1", "by_on-year": "2027"}
    )
    assert kept.status_code == 422
    assert b"We ring them on Mondays." in kept.content
    answer = grace.post(path, {"what": "We ring them on Mondays.", "owner": cast.grace.account_id})
    assert (answer.status_code, answer["Location"]) == (303, f"{PAGE}?quarter=2026-10")
    assert "We ring them on Mondays." in page(grace)
    row = Improvement.objects.get()
    ended = reverse("end-improvement", args=[row.pk])
    sent = {"came_of": "They answer in a day.", "on-day": "17", "on-month": "11", "on-year": "2026"}
    assert grace.post(ended, sent).status_code == 303
    assert "They answer in a day." in page(grace)
    assert grace.get(ended).status_code == 404, "it is over"


def test_of_a_child_another_team_works_with_the_list_gives_no_name(cast, browse, asked):
    health = Agency.objects.get(kind="health").pk
    listed = page(browse("grace"), f"?quarter=2026-10&agency={health}&kind=step")
    assert "Sam Okafor" in listed
    with acting_as(cast.system):
        from kith.involvement.acts import allocate

        allocate(by=cast.system, about=cast.sam, lead=cast.staff["sol"])
    listed = page(browse("grace"), f"?quarter=2026-10&agency={health}&kind=step")
    assert "a child another team works with" in listed
    assert "Sam" not in listed


def test_a_sealed_child_is_counted_for_nobody_it_is_closed_to(cast, browse, asked):
    with acting_as(cast.system):
        restrict(
            by=cast.system,
            about=cast.sam,
            level="sealed",
            because="A hidden adoption.",
            guardian=account_of(cast, "rowan"),
            review_on=TODAY + timedelta(days=60),
        )
    assert "Steps" not in page(browse("grace"))


@pytest.mark.parametrize(
    "query", ["?quarter=%00", "?agency=x&kind=y&how=z", "?agency=" + "9" * 400, "?quarter=2199-10"]
)
def test_whatever_is_asked_in_the_address_is_answered(cast, browse, asked, query):
    page(browse("grace"), query)


def test_only_who_manages_a_team_reads_it(cast, browse):
    for name in ("aisha", "priya", "kelly"):
        page(browse(name), status=404)
