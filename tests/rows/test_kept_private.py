"""Private things stay private (S0-14): the minimum without a tie, a broken glass that tells, a sealed child nobody
finds, and an address that leaves in nothing.
"""

from datetime import date

import pytest

from kith.access import acting_as
from kith.directory.acts import restrict
from kith.directory.models import Account, Look, Notice, Tie
from kith.people.acts import say_situation
from kith.record import Refused
from kith.sharing.acts import give_appointment, release_copy
from kith.sharing.models import Release
from kith.visits.acts import plan_visit
from tests.cast import NOW
from tests.plans.making import step, whole
from tests.visits.going import page, text

HOME = ("14 Larkspur", "Larkspur Court", "NC4 7QX")


def close(cast, level):
    guardian = Account.objects.get(pk=cast.rowan.account_id)
    with acting_as(cast.system):
        said = {"because": "A colleague's family.", "guardian": guardian, "review_on": date(2027, 1, 1)}
        restrict(by=cast.system, about=cast.maya, level=level, **said)


def test_s0_14_without_a_tie_the_minimum_alone_is_shown_and_the_look_is_kept(cast, browse):
    with acting_as(cast.aisha):
        say_situation(by=cast.aisha, about=cast.maya, kind="worry", text="Mum is not sleeping.")
    shown = text(browse("sol").get(page("child", cast.maya)))
    assert "Maya" in shown
    assert "Aisha Khan" in shown
    for kept in ("Mum is not sleeping.", *HOME):
        assert kept not in shown
    for name in ("child-plan", "child-voice", "child-story", "child-family", "child-assessment"):
        assert "Mum is not sleeping." not in text(browse("sol").get(page(name, cast.maya), follow=True)), name
    assert Look.objects.filter(account_id=cast.sol.account_id, person=cast.maya, whole_record=False).exists()


def test_s0_14_breaking_the_glass_is_kept_with_its_reason_and_tells_owner_and_guardian_at_once(cast, browse):
    close(cast, "restricted")
    sol = browse("sol")
    assert sol.get(page("child", cast.maya)).status_code == 404
    assert sol.post(page("break-glass", cast.maya), {"because": "", "hours": "4"}).status_code == 422
    assert not Notice.objects.filter(kind="glass_broken").exists()
    assert sol.post(page("break-glass", cast.maya), {"because": "Police are at the door", "hours": "4"}).url
    assert "Maya" in text(sol.get(page("child", cast.maya)))
    told = Notice.objects.filter(kind="glass_broken")
    assert {one.account_id for one in told} == {cast.rowan.account_id, cast.aisha.account_id}
    assert "Maya" not in told[0].sentence
    assert Tie.objects.get(because="break_glass").reason == "Police are at the door"
    looks = Look.objects.filter(account_id=cast.sol.account_id, person=cast.maya, whole_record=True)
    assert {look.because for look in looks} == {"break_glass"}


@pytest.mark.parametrize("asked", ["Maya", "Okafor", "2017"])
def test_s0_14_a_search_for_a_sealed_child_finds_nothing(cast, browse, asked):
    path = f"/search/?q={asked}"
    if asked != "2017":
        assert cast.maya.ref in text(browse("aisha").get(path))
    close(cast, "sealed")
    for reader in ("sol", "theo", "grace"):
        assert cast.maya.ref not in text(browse(reader).get(path)), reader
    assert browse("sol").get(page("child", cast.maya)).status_code == 404


@pytest.mark.parametrize("kind", ["overview", "consent", "lead", "voice"])
def test_s0_14_no_print_holds_the_address_and_one_that_would_is_stopped(cast, browse, kind):
    """Every text we write ourselves is without it; what somebody types into it is stopped."""
    aisha, path = browse("aisha"), page("child-print", cast.maya, kind)
    answer = aisha.get(path)
    if answer.status_code == 404:
        pytest.fail(f"{kind} is not a print any more")
    begun = answer.context["form"].initial["text"]
    assert not any(kept in begun for kept in HOME)
    for words in ("Come to 14 Larkspur Court.", "they are at 14, larkspur court", "NC47QX"):
        sent = {"recipient": "0", "recipient_name": "Gary Stone", "who_else_sees": "nobody else", "text": words}
        assert aisha.post(path, sent).status_code == 422, words
    assert not Release.objects.exists()


def test_s0_14_nor_does_a_letter_its_calendar_entry_or_a_sheet_for_the_fridge(cast, browse):
    with acting_as(cast.aisha):
        plan = whole(cast.aisha, cast.maya)
        step(cast.aisha, plan, what="Meet at 14 Larkspur Court.")
        planned = plan_visit(by=cast.aisha, about=[cast.maya], planned_for=NOW.replace(day=20))
        planned = planned[0] if isinstance(planned, list) else planned
        letter = {"planned": planned, "recipient": cast.people["kelly"], "who_else_sees": "nobody else"}
        with pytest.raises(Refused):
            give_appointment(
                by=cast.aisha, about=cast.maya, **letter, title="Appointment", text="We come to 14 Larkspur Court."
            )
        with pytest.raises(Refused):
            release_copy(
                by=cast.aisha,
                about=cast.maya,
                recipient=None,
                recipient_name="Gary Stone",
                kind="plan",
                text="The plan.",
                picture="<svg><text>14 Larkspur Court</text></svg>",
                who_else_sees="nobody else",
            )
    fridge = {"recipient": cast.people["kelly"].ref, "who_else_sees": "Dean", "paper": "a4"}
    assert browse("aisha").post(page("plan-print", cast.maya) + "?as=fridge", fridge).status_code == 422
    assert not Release.objects.exists()
