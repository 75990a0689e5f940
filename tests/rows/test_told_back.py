"""What difference we make, told back; and what is shared, with a yes or without (S3-16, S0-13, S2-30)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from kith.access import acting_as
from kith.directory.models import Agency, Notice
from kith.involvement import acts, queries
from kith.involvement.jobs import tell_of_late_shares
from kith.involvement.models import Closure, SharedAnyway
from kith.plans.acts import finish_review
from kith.record import Refused
from kith.record.models import Act
from kith.sharing.models import Release
from tests.cast import NOW, TODAY
from tests.decisions.making import standing
from tests.handing import come
from tests.involvement.levels import ENDING
from tests.plans.making import UNDERSTOOD, agreed, finished, looked_at
from tests.visits.going import page, text, the_log_will_not_be_written

CHANGE = "Ring before you come: the baby sleeps at two."
DID = "We ring the day before now, and never come at two."
HEALTH = "Northcliff 0-19 Health"

# -- S3-16: what difference, and what we did


def reviewed(cast, **given):
    with acting_as(cast.aisha):
        review = looked_at(cast.aisha, agreed(cast.aisha, cast.maya))
        told = {"difference_family": CHANGE, "difference_said": {"family": "change", "child": "helped"}}
        return finished(cast.aisha, review, **{**told, "difference_who": cast.people["kelly"], **given})


def said_by(cast, whose):
    with acting_as(cast.aisha):
        return next(row for row in queries.differences_of(cast.maya) if row.whose == whose)


@pytest.mark.parametrize("whose", ["child", "family", "others"])
def test_s3_16_a_review_without_an_answer_is_refused_and_kept(cast, whose):
    with acting_as(cast.aisha):
        review = looked_at(cast.aisha, agreed(cast.aisha, cast.maya))
        with pytest.raises(Refused) as refusal:
            finished(cast.aisha, review, **{f"difference_{whose}": " "})
        assert refusal.value.field == f"difference_{whose}"
        review.refresh_from_db()
        assert review.finished_on is None
        assert not list(queries.differences_of(cast.maya))


def test_s3_16_what_they_ask_of_us_is_tracked_and_what_we_did_is_on_their_page_alone(cast, browse):
    reviewed(cast)
    row = said_by(cast, "family")
    aisha, kelly, tomek = browse("aisha"), browse("kelly"), browse("tomek")
    assert "Ring before you come" in text(aisha.get("/today/"))
    assert "Ring before you come" in text(browse("grace").get("/team/"))
    told = reverse("my-told", args=[cast.maya.ref])
    assert CHANGE in text(kelly.get(told))
    promised = text(kelly.get(told)).partition("You hear here by <b>")[2]
    assert "1 Dec" in promised[:20]
    assert CHANGE not in text(tomek.get(told))
    answer = page("say-what-we-did", cast.maya, row.pk)
    wrong = aisha.post(answer, {"outcome": "done", "we_did": "."})
    assert wrong.status_code == 422
    assert aisha.post(answer, {"outcome": "done", "we_did": DID}).status_code == 303
    assert aisha.get(answer).status_code == 404, "it is said once"
    shown = text(kelly.get(told))
    assert "We did it." in shown
    assert DID in shown
    assert DID not in text(tomek.get(told))
    assert "Ring before you come" not in text(aisha.get("/today/"))


def test_s3_16_a_child_reads_their_own_words_and_ours_in_their_corner(cast, browse):
    reviewed(cast)
    with acting_as(cast.aisha):
        told = {"by": cast.aisha, "about": cast.maya}
        row = acts.say_difference(**told, whose="child", words="Bring the dog again.", said="change")
        acts.say_what_we_did(**told, row=row, outcome="not_done", we_did="The dog is old and stays at home.")
    shown = text(come(cast, browse, "maya").get(reverse("corner-said")))
    for words in ("Bring the dog again.", "The dog is old and stays at home.", "We did not.", "You come when you say"):
        assert words in shown
    assert CHANGE not in shown


def test_s3_16_asked_as_work_ends_and_again_three_months_later(cast, browse):
    decision = standing(cast, "closure")
    with acting_as(cast.grace), pytest.raises(Refused) as refusal:
        acts.close_work(
            by=cast.grace, about=cast.maya, reason="RC7", decision=decision, **{**ENDING, "difference_child": ""}
        )
    assert refusal.value.field == "difference_child"
    with acting_as(cast.grace):
        acts.close_work(by=cast.grace, about=cast.maya, reason="RC7", decision=decision, **ENDING)
        how = Closure.objects.get(person=cast.maya)
    aisha = cast.at("aisha", NOW + timedelta(days=92))
    with acting_as(aisha):
        assert [one.pk for one in queries.to_ask_again(aisha, aisha.today)] == [how.pk]
        told = {"closure": how, "words": {"family": "Nobody rang."}, "said": {"family": "change"}}
        acts.ask_difference_again(by=aisha, about=cast.maya, **told, person_who=cast.people["kelly"])
        assert not list(queries.to_ask_again(aisha, aisha.today))
        waiting = [row for row in queries.differences_waiting(aisha) if row.said]
        assert [(row.words, row.who) for row in waiting] == [("Nobody rang.", "Kelly Okafor")]


def test_s3_16_nothing_is_told_when_the_log_cannot_be_written(cast):
    with acting_as(cast.aisha):
        review = looked_at(cast.aisha, agreed(cast.aisha, cast.maya))
    given = {"by": cast.aisha, "about": cast.maya, "review": review, "next_on": TODAY + timedelta(days=60)}
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        finish_review(**given, **UNDERSTOOD)
    with acting_as(cast.aisha):
        assert not list(queries.differences_of(cast.maya))


# -- S0-13: a yes has its bounds, and may be taken back


def yes_to_health(cast):
    with acting_as(cast.aisha):
        return acts.note_share_agreed(
            by=cast.aisha,
            about=cast.sam,
            who="Kelly Okafor",
            said="yes",
            basis="responsible",
            agency=Agency.objects.get(kind="health"),
            items=["health"],
        )


def copying(cast, browse, *items):
    path = page("child-print", cast.sam, "overview")
    sent = {"recipient": "0", "recipient_name": HEALTH, "who_else_sees": "Nobody else.", "text": "Sam walks now."}
    return browse("aisha").post(path, {**sent, "items": list(items)})


def test_s0_13_school_attendance_with_a_yes_to_health_is_warned_of_and_needs_a_reason(cast, browse):
    yes_to_health(cast)
    warned = copying(cast, browse, "health", "school_days")
    assert warned.status_code == 422
    said = text(warned)
    assert "Kelly Okafor agreed that this is shared with Northcliff 0-19 Health and no more: health." in said
    assert "Not agreed: days at school or nursery." in said
    assert copying(cast, browse).status_code == 422, "what it is about has to be said"
    with acting_as(cast.aisha):
        assert not Release.objects.filter(person=cast.sam).exists()
    assert copying(cast, browse, "health").status_code == 303
    reason = {"reason": "significant_harm", "harm": "He was not at nursery for nine days.", "agency": ""}
    on = {"on-day": "17", "on-month": "11", "on-year": "2026"}
    path = page("share-anyway", cast.sam)
    assert browse("aisha").post(path, {**reason, **on, "called": HEALTH, "reason": "convenience"}).status_code == 422
    assert browse("aisha").post(path, {**reason, **on, "called": HEALTH}).status_code == 303
    assert copying(cast, browse, "health", "school_days").status_code == 303
    with acting_as(cast.aisha):
        assert Release.objects.filter(person=cast.sam).order_by("-pk")[0].items == ["health", "school_days"]


def test_s0_13_a_withdrawn_agreement_stops_new_shares_from_the_next_second(cast, browse):
    row = yes_to_health(cast)
    assert copying(cast, browse, "health").status_code == 303
    later = cast.at("aisha", NOW + timedelta(seconds=1))
    with acting_as(later):
        acts.withdraw_share(by=later, about=cast.sam, agreed=row)
    stopped = copying(cast, browse, "health")
    assert stopped.status_code == 422
    assert "no longer agrees" in text(stopped)


def test_s0_13_a_thing_the_pack_has_not_is_refused(cast):
    with acting_as(cast.aisha), pytest.raises(Refused) as refusal:
        acts.note_share_agreed(
            by=cast.aisha, about=cast.sam, who="Kelly", said="yes", called="The pool", items=["gossip"]
        )
    assert refusal.value.field == "items"


# -- S2-30: shared anyway


def shared_anyway(cast, **given):
    told = {"called": HEALTH, "reason": "significant_harm", "harm": "He was seen waiting at the nursery gate.", **given}
    with acting_as(cast.aisha):
        return acts.share_anyway(by=cast.aisha, about=cast.sam, **told)


def test_s2_30_a_refusal_and_significant_harm_the_share_completes_and_convenience_is_refused(cast, browse):
    with acting_as(cast.aisha):
        acts.note_share_agreed(by=cast.aisha, about=cast.sam, who="Kelly Okafor", said="no", called=HEALTH)
    assert copying(cast, browse).status_code == 422
    with pytest.raises(Refused) as refusal:
        shared_anyway(cast, reason="convenience")
    assert refusal.value.field == "reason"
    row = shared_anyway(cast)
    assert row.authorise_by_on == TODAY + timedelta(days=1), "at once; a manager says within one working day"
    assert copying(cast, browse).status_code == 303


def test_s2_30_unanswered_after_one_working_day_the_managers_are_told_once_and_it_stands_on_their_list(cast, browse):
    row = shared_anyway(cast)
    assert "A manager answers" in text(browse("grace").get("/team/"))

    for days, told in ((1, 1), (2, 2), (3, 2)):
        by = replace(cast.system, now=NOW + timedelta(days=days))
        with acting_as(by):
            tell_of_late_shares(by=by, key="")
            assert Notice.objects.filter(kind="shared_anyway", account_id=cast.grace.account_id).count() == told
    with acting_as(cast.system):
        assert SharedAnyway.objects.get(pk=row.pk).late_told_on == TODAY + timedelta(days=2)
        assert Act.objects.get(name="tell_of_late_share").staff_only


def test_s2_30_what_is_not_late_or_is_anothers_is_not_chased(cast):
    row = shared_anyway(cast)
    with acting_as(cast.system):
        for about in (cast.maya, cast.sam):
            with pytest.raises(Refused):
                acts.tell_of_late_share(by=cast.system, about=about, shared=row)
