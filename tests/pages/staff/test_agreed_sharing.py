"""The page that says what may be shared with whom, and what was shared without it (S0-13, S2-30)."""

import re

from django.urls import reverse

from kith.access import acting_as
from kith.directory.models import Agency
from kith.involvement.models import ShareAgreed, SharedAnyway

ON = {"on-day": "17", "on-month": "11", "on-year": "2026"}


def at(cast, name, *pks):
    return reverse(name, args=[cast.sam.ref, *pks])


def page(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def test_s0_13_said_shown_taken_back_and_shared_anyway_through_the_pages(cast, browse):
    aisha, grace = browse("aisha"), browse("grace")
    shown = page(aisha, at(cast, "child-consent"))
    assert "Nobody has been asked yet what may be shared" in shown
    health = Agency.objects.get(kind="health").pk
    said = {"agency": health, "who": "Kelly Okafor", "said": "yes", "what": "How he grows.", **ON}
    wrong = aisha.post(at(cast, "note-share-agreed"), {**said, "agency": "", "called": ""})
    assert wrong.status_code == 422
    assert "How he grows." in wrong.content.decode()
    assert aisha.post(at(cast, "note-share-agreed"), said).status_code == 303
    shown = page(aisha, at(cast, "child-consent"))
    assert "<b>Northcliff 0-19 Health</b>: yes, Kelly Okafor" in shown
    assert "what it is for, as whom they said so" in shown
    row = ShareAgreed.objects.get()
    assert aisha.post(at(cast, "withdraw-share", row.pk), {"words": "No more.", **ON}).status_code == 303
    assert aisha.get(at(cast, "withdraw-share", row.pk)).status_code == 404
    assert "Nothing new" in page(aisha, at(cast, "child-consent"))
    harm = {"agency": health, "harm": "He waits at the gate.", **ON}
    easier = aisha.post(at(cast, "share-anyway"), {**harm, "reason": ""})
    assert easier.status_code == 422
    assert "That it is easier is none." in easier.content.decode()
    assert aisha.post(at(cast, "share-anyway"), {**harm, "reason": "convenience"}).status_code == 422
    assert aisha.post(at(cast, "share-anyway"), {**harm, "reason": "significant_harm"}).status_code == 303
    kept = SharedAnyway.objects.get()
    assert "A manager answers" in page(grace, at(cast, "child-consent"))
    early = grace.post(at(cast, "authorise-share", kept.pk), {"right": "yes"})
    assert early.status_code == 422
    assert "what was shared" in early.content.decode()
    answer = grace.post(at(cast, "authorise-share", kept.pk), {"right": "no", "words": "She could be asked first."})
    assert answer.status_code == 303
    assert "It was not right" in page(aisha, at(cast, "child-consent"))


def test_another_childs_rows_are_not_there(cast, browse):
    with acting_as(cast.aisha):
        from kith.involvement.acts import note_share_agreed, share_anyway

        told = {"by": cast.aisha, "about": cast.maya, "called": "The pool"}
        said = note_share_agreed(**told, who="Kelly", said="yes")
        anyway = share_anyway(**told, reason="crime", harm="He was seen there twice.")
    aisha, grace = browse("aisha"), browse("grace")
    assert aisha.get(at(cast, "withdraw-share", said.pk)).status_code == 404
    assert aisha.get(at(cast, "add-to-anyway", anyway.pk)).status_code == 404
    assert grace.get(at(cast, "authorise-share", anyway.pk)).status_code == 404


def test_hostile_answers_are_refused_in_words(cast, browse):
    aisha = browse("aisha")
    for bad in ({"agency": "9" * 30}, {"agency": "service:<b>"}, {"who": "\x00"}, {"what": "x" * 9000}):
        sent = {"agency": "", "called": "Pool", "who": "Kelly", "said": "yes", **ON, **bad}
        assert aisha.post(at(cast, "note-share-agreed"), sent).status_code == 422
