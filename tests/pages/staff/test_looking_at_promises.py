"""An auditor says of one promise whether it is kept, or on paper only: beside what the record says, which stands."""

import pytest
from django.urls import reverse

from kith.access import Right, acting_as
from kith.directory.acts import begin_tie, give_role
from kith.directory.models import Account, Role
from kith.record import NotYours
from kith.standards.acts import judge_promise
from kith.standards.models import Judgement
from tests.visits.going import page, text

SAID = {"verdict": "on_paper_only", "because": "Each entry says the same; nobody wrote what Maya said."}


def auditor(cast, name="dara"):
    with acting_as(cast.system):
        account = Account.objects.get(pk=cast.actors[name].account_id)
        give_role(by=cast.system, account=account, role=Role.objects.get(code="auditor"))
        begin_tie(by=cast.system, about=cast.maya, account=account, because="auditor")


def test_the_standing_auditor_may_and_writes_nothing_else(cast):
    with acting_as(cast.system):
        rights = set(Role.objects.get(code="auditor").rights)
    assert Right.JUDGE_PROMISES in rights
    assert not rights & {Right.ACCEPT_EXPLANATIONS, Right.RECORD_ON_ANY_CHILD, Right.AGREE_DECISIONS}


def test_met_on_paper_only_stands_beside_the_promise_with_what_was_seen(cast, browse):
    auditor(cast)
    address, dara = page("judge-promise", cast.maya, "lead-worker"), browse("dara")
    assert address in text(dara.get(reverse("child", args=[cast.maya.ref])))
    empty = dara.post(address, {**SAID, "because": " "})
    assert empty.status_code == 422
    assert dara.post(address, {"because": SAID["because"]}).status_code == 422
    assert dara.post(address, SAID).status_code == 303
    with acting_as(cast.system):
        assert Judgement.objects.get().verdict == "on_paper_only"
    assert "on paper only" in text(browse("aisha").get(reverse("child", args=[cast.maya.ref]))).lower()


def test_nobody_who_works_with_the_child_says_it_of_their_own_work(cast, browse):
    address = page("judge-promise", cast.maya, "lead-worker")
    assert browse("aisha").get(address).status_code == 404
    assert browse("aisha").post(address, SAID).status_code == 404
    with acting_as(cast.aisha), pytest.raises(NotYours):
        judge_promise(by=cast.aisha, about=cast.maya, standard_id="heard", **SAID)


def test_of_what_few_may_know_of_there_is_no_such_page(cast, browse):
    auditor(cast)
    for standard in ("allegation-reported", "no-such-promise"):
        assert browse("dara").get(page("judge-promise", cast.maya, standard)).status_code == 404
