"""What a partner gives, and what it reads of what became of it: its own agency's alone (S0-16, S2-07, S2-08)."""

from datetime import timedelta

from django.urls import reverse

from kith.access import acting_as
from kith.assessment import acts, queries
from kith.assessment.models import Contribution
from kith.directory.acts import notify
from kith.directory.models import Notice
from kith.plans.models import Step
from tests.assessment.making import begun
from tests.cast import NOW, TODAY
from tests.plans import making

GIVEN = {"kind": "opinion", "text": "He is hungrier than he was.", "domain": "child-health", "key": "k"}


def text(page, status=200):
    assert page.status_code == status
    return page.content.decode()


def ours(cast, child=None):
    return reverse("given-by-us", args=[(child or cast.sam).ref])


def test_s0_16_a_partner_gives_and_reads_by_when_it_is_told_and_then_what_became_of_it(cast, browse):
    priya = browse("priya")
    assert ours(cast) in text(priya.get("/partner/"))
    sent = priya.post(ours(cast), GIVEN)
    assert (sent.status_code, sent.url) == (303, ours(cast))
    page = text(priya.get(ours(cast)))
    assert "You will read here by 1 December 2026 what became of it." in page
    assert "we tell you by Tue 1 Dec" in page
    given = Contribution.objects.get()
    begun(cast, cast.sam)
    aisha = browse("aisha")
    path = reverse("say-what-became", args=[cast.sam.ref, given.pk])
    assert path in text(aisha.get(reverse("child-assessment", args=[cast.sam.ref])))
    use = {"use": "not_used", "use_words": "The doctor weighed him: he gains.", "key": "k2"}
    assert aisha.post(path, use).status_code == 303
    page = text(priya.get(ours(cast)))
    assert "<b>Not used</b>: The doctor weighed him: he gains." in page
    assert "we tell you by" not in page


def test_s0_16_an_answer_that_is_late_says_so_to_whoever_waits(cast, browse):
    with acting_as(cast.priya):
        acts.give_as_agency(
            by=cast.priya, about=cast.sam, on=TODAY - timedelta(days=20), kind="fact", text="Not weighed in August."
        )
    assert "What became of it is late" in text(browse("priya").get(ours(cast)))
    with acting_as(cast.aisha):
        assert queries.given_by_agencies([cast.sam.pk])


def test_nothing_said_is_asked_for_and_what_was_chosen_is_kept(cast, browse):
    page = text(browse("priya").post(ours(cast), {**GIVEN, "text": ""}), 422)
    assert "Write what you know." in page
    assert not Contribution.objects.exists()


def test_of_a_child_a_partner_does_not_work_with_the_page_is_not_there(cast, browse):
    text(browse("priya").get(ours(cast, cast.maya)), 404)
    text(browse("aisha").get(ours(cast)), 404)


def test_a_partner_opens_what_it_was_told_and_it_leads_to_its_own_page(cast, browse):
    with acting_as(cast.system):
        notify(cast.priya.account_id, "contribution", cast.sam, "You are told what became of what you gave.")
    priya = browse("priya")
    notice = Notice.objects.get(account_id=cast.priya.account_id)
    assert "You are told what became" in text(priya.get("/partner/steps/"))
    assert priya.get(f"/told/{notice.pk}/").url == ours(cast)
    assert "You are told what became" not in text(priya.get("/partner/steps/"))
    text(browse("aisha").get(f"/told/{notice.pk}/"), 404)


def test_s2_08_a_step_that_was_not_accepted_in_time_says_so_in_the_partners_own_list(cast, browse):
    from kith.directory.models import PartnerWorker

    worker = PartnerWorker.objects.get(account_id=cast.priya.account_id)
    with acting_as(cast.aisha):
        plan = making.begun(cast.aisha, cast.sam)
        making.step(cast.aisha, plan, owner=worker, protective=True, on=(NOW - timedelta(days=9)).date())
    page = text(browse("priya").get("/partner/steps/"))
    assert "Not accepted in time" in page
    assert Step.objects.get().accepted_on is None
