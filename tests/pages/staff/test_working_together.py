"""Who works with a child, what each agency gave last and owes, and the same over a team's children (S2-02, S2-08)."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from kith import packs
from kith.access import acting_as
from kith.assessment import acts
from kith.directory.acts import add_agency, begin_tie, welcome_partner
from kith.directory.models import Account, Agency, PartnerWorker
from kith.involvement.rules import Around, Gave, shares
from kith.pages.staff.working_together import agencies_around
from kith.plans.acts import accept_step
from tests.assessment.making import PACK, begun
from tests.cast import NOW, TODAY
from tests.plans import making


def page(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status
    return re.sub(r"\s+", " ", answer.content.decode())


def of_sam(cast):
    return reverse("child-agencies", args=[cast.sam.ref])


@pytest.fixture
def three(cast):
    """Health, school and housing work with Sam for ninety days. Housing has never given anything."""
    long_ago = type(cast.system)(**{**vars(cast.system), "now": NOW - timedelta(days=90)})
    with acting_as(long_ago):
        made = {}
        for name, kind in (("Hill School", "school"), ("Northcliff Homes", "housing")):
            agency = add_agency(by=long_ago, name=name, kind=kind, phone="01632 960777")
            account = Account.objects.create(audience="partner", name=f"Wes {kind}", email=f"{kind}@example.test")
            worker = welcome_partner(
                by=long_ago,
                account=account,
                name=f"Wes {kind}",
                job_title="Worker",
                agency=agency,
                phone="01632 960888",
            )
            begin_tie(by=long_ago, about=cast.sam, account=account, because="working_with", may_write=True)
            made[kind] = worker
    gave(cast, Agency.objects.get(kind="health"), 31)
    gave(cast, made["school"].agency, 30)
    return made


def gave(cast, agency, days):
    with acting_as(cast.aisha):
        from kith.assessment import queries

        assessment = queries.newest(cast.sam) or begun(cast, cast.sam)
        return acts.contribute(
            by=cast.aisha,
            about=cast.sam,
            on=TODAY - timedelta(days=days),
            assessment=assessment,
            called=agency.name,
            agency=agency,
            kind="fact",
            text=f"Known for {days} days.",
            said_by="Wes",
        )


def card(shown, name):
    return next(part for part in shown.split("<section")[1:] if f">{name}</h2>" in part)


def test_s2_02_three_agencies_and_the_one_that_is_silent_is_said_to_be_in_words(cast, browse, three):
    shown = page(browse("aisha"), of_sam(cast))
    health, school, housing = (
        card(shown, name) for name in ("Northcliff 0-19 Health", "Hill School", "Northcliff Homes")
    )
    assert "Overdue: nothing given" in health, "31 days"
    assert "It was to be asked again by Mon 16 Nov" in health
    assert "Overdue" not in school.split("We owe them")[0], "the thirtieth day is in time"
    assert "Overdue: nothing given" in housing
    assert "Has given nothing yet." in housing
    assert "Wes housing</b>, worker, 01632 960888" in housing
    assert "Last gave what it knows, Wes, Sun 18 Oct" in school
    assert "Priya Nair" in health


def test_s0_16_what_we_owe_an_agency_stands_there_with_its_day(cast, browse, three):
    shown = page(browse("aisha"), of_sam(cast))
    assert "to say what became of: Known for 30 days. <span" in shown
    assert "Overdue" in card(shown, "Hill School").split("We owe them")[1]


def test_s2_08_a_step_waiting_for_a_yes_stands_under_the_agency_of_its_owner(cast, browse):
    priya = PartnerWorker.objects.get(account_id=cast.priya.account_id)
    with acting_as(cast.aisha):
        plan = making.begun(cast.aisha, cast.sam)
        step = making.step(cast.aisha, plan, owner=priya, owner_name="", on=TODAY - timedelta(days=7))
    shown = card(page(browse("aisha"), of_sam(cast)), "Northcliff 0-19 Health")
    assert f"to say yes to: {making.STEP['what']}" in shown
    assert "by Thu 12 Nov" in shown
    assert "Overdue" in shown.split("They owe")[1]
    with acting_as(cast.priya):
        accept_step(by=cast.priya, about=cast.sam, step=step)
    shown = card(page(browse("aisha"), of_sam(cast)), "Northcliff 0-19 Health")
    assert "to say yes to" not in shown
    assert "Last said how a step goes, or yes to it, Tue 17 Nov" in shown


def test_what_a_partner_gave_themselves_is_the_last_it_gave(cast, browse, three):
    with acting_as(cast.priya):
        acts.give_as_agency(by=cast.priya, about=cast.sam, kind="fact", text="Weighed.")
    shown = card(page(browse("aisha"), of_sam(cast)), "Northcliff 0-19 Health")
    assert "Overdue: nothing given" not in shown
    assert "Last gave what it knows, Priya Nair, Tue 17 Nov" in shown


def test_of_a_child_no_other_agency_works_with_the_page_says_so(cast, browse):
    shown = page(browse("aisha"), reverse("child-agencies", args=[cast.maya.ref]))
    assert "No other agency is known to work with this child." in shown


def test_s2_02_each_figure_of_the_team_is_the_length_of_the_list_it_opens(cast, browse, three):
    with acting_as(cast.system):
        for child in (cast.maya, cast.leo):
            begin_tie(
                by=cast.system, about=child, account=three["school"].account, because="working_with", may_write=True
            )
    grace = browse("grace")
    shown = page(grace, "/team/agencies/")
    found = re.findall(r'href="(\?agency=\d+(?:&amp;only=quiet)?)#children">(?:quiet about )?(\d+)', shown)
    assert sorted(int(n) for _, n in found) == [1, 1, 1, 1, 3], (
        "by hand: school 3; health 1, quiet 1; housing 1, quiet 1"
    )
    for query, count in found:
        opened = page(grace, f"/team/agencies/{query.replace('&amp;', '&')}")
        assert opened.split('id="children"')[1].split("</section>")[0].count("<li>") == int(count)
    assert "gave about 3" in shown


def test_only_who_manages_a_team_reads_its_agencies(cast, browse):
    page(browse("aisha"), "/team/agencies/", 404)
    page(browse("priya"), "/team/agencies/", 404)


def test_s2_02_the_queries_are_as_many_for_one_child_as_for_four(cast, three, django_assert_num_queries):
    with acting_as(cast.aisha):
        for children in ([cast.sam.pk], [one.pk for one in (cast.sam, cast.maya, cast.leo)]):
            with django_assert_num_queries(6):
                agencies_around(children, PACK)


def test_an_agency_is_quiet_from_the_day_after_the_limit_counted_from_its_last_or_from_the_day_it_came_in():
    pack = packs.pack_for("england", TODAY)
    one = Around("health", since=TODAY - timedelta(days=30))
    assert not one.is_quiet(TODAY, pack)
    assert one.is_quiet(TODAY + timedelta(days=1), pack)
    one.gave.append(Gave(TODAY, "rang"))
    assert not one.is_quiet(TODAY + timedelta(days=30), pack)


def test_shares_put_whoever_is_quiet_about_most_first():
    pack, long_ago = packs.pack_for("england", TODAY), TODAY - timedelta(days=99)
    health, school = Agency(name="Health", pk=1), Agency(name="School", pk=2)
    pairs = [(1, Around(health, TODAY)), (1, Around(school, long_ago)), (2, Around(school, TODAY))]
    found = shares(pairs, TODAY, pack)
    assert [(one.agency.name, len(one.children), one.gave, len(one.quiet)) for one in found] == [
        ("School", 2, 1, 1),
        ("Health", 1, 1, 0),
    ]
