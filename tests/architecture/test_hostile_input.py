"""What is sent is kept only where it belongs, and only what a form asks for is ever kept (S-03, S-04)."""

from datetime import timedelta

from kith.people.models import Person
from kith.voice.models import Words
from tests.architecture.test_strangers import ADDRESSES, where
from tests.cast import NOW
from tests.pages.staff.test_voice import WORDS


def test_what_is_one_childs_is_not_there_under_anothers_address(cast, browse, furnished):
    """S-03, for every address with an object in it, by someone who works with both."""
    aisha = browse("aisha")
    wrong = []
    nested = [a for a in ADDRESSES if "<str:ref>" in a.path and "<int:pk>" in a.path]
    for address in nested:
        path = where(address, {**furnished, address.name: {**furnished[address.name], "ref": cast.leo.ref}})
        for send in (aisha.get, aisha.post):
            status = send(path, {"text": "a", "because": "b", "words": "c", "outcome": "agreed"}).status_code
            wrong += [] if status in (404, 405) else [f"{address.name}: {status}"]
    assert wrong == []
    assert len(nested) >= 8


def test_what_a_form_does_not_ask_for_is_ignored(cast, browse):
    """S-04: whose record, who wrote it, when, and at what level are never taken from what was sent."""
    forged = {
        "person": cast.leo.pk,
        "person_id": cast.leo.pk,
        "about": cast.leo.ref,
        "by": cast.grace.account_id,
        "by_id": cast.grace.account_id,
        "heard_by": "Grace Adeyemi",
        "recorded_at": (NOW - timedelta(days=400)).isoformat(),
        "audience": "system",
        "may_write": "on",
        "is_restricted": "on",
        "owed_by_id": cast.grace.account_id,
        "id": 1,
        "pk": 1,
    }
    done = browse("aisha").post(f"/children/{cast.maya.ref}/voice/write/", {**forged, **WORDS})

    assert done.status_code == 303
    words = Words.objects.get()
    assert (words.person, words.heard_by) == (cast.maya, "Aisha Khan")
    assert words.wish.owed_by_id == cast.aisha.account_id
    occasion = words.act.occasion
    assert (occasion.by_id, occasion.audience, occasion.recorded_at) == (cast.aisha.account_id, "staff", NOW)
    assert Person.objects.get(pk=cast.maya.pk).ref == cast.maya.ref
