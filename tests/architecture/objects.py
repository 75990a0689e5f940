"""One real object for each address, about Maya, so that the entitled get 200 on something that is there."""

from datetime import timedelta
from typing import Any

from kith.access import acting_as
from kith.directory.models import Account, Notice
from kith.involvement.acts import raise_concern
from kith.involvement.models import ImmediateConcern
from kith.people.acts import put_on_map, record_offer, say_situation
from kith.people.models import MapPlace, Offer, Relationship, Residence, SituationLine
from kith.record.models import Act, Draft
from kith.sharing.acts import release_copy
from kith.standards.acts import explain_missed
from kith.standards.models import Explanation
from kith.visits.acts import Promised, Said, Seen, plan_visit, record_visit
from kith.visits.models import PlannedVisit, Promise, ToComplete
from kith.voice.acts import answer_child
from kith.voice.models import Answer, Wish, Words
from tests.cast import NOW, TODAY, Cast

SECRET_WORDS = "the moon is my quiet friend"  # planted: found nowhere it must not be
SECRET_SAW = "Scratched a small star under the table"
SECRET_MEANS = "Perhaps the loft is where she hides"
SECRET_WORRY = "The back stairs are never safe after dark"
SECRET_MAP = "They share a key to the old boathouse"
SECRET_OFFER = "Waits by the library steps on Mondays"
PLANTED = [SECRET_WORDS, SECRET_SAW, SECRET_MEANS, SECRET_WORRY, SECRET_MAP, SECRET_OFFER]
ADDRESS = ["14 Larkspur Court", "Larkspur", "NC4 7QX", "NC47QX"]


def furnish(cast: Cast) -> dict[str, dict[str, Any]]:
    """Make the objects; answer, for each address name, the arguments of its path."""
    with acting_as(cast.aisha):
        explain_missed(
            by=cast.aisha,
            about=cast.maya,
            standard_id="seen-in-time",
            reason="The road was flooded for three weeks.",
            plan="We go on Friday by the upper road.",
        )
        _visits(cast)
        say_situation(by=cast.aisha, about=cast.maya, kind="worry", text=SECRET_WORRY)
        put_on_map(by=cast.aisha, about=cast.maya, kind="friend", ring=1, called="Bea", what_for=SECRET_MAP)
        record_offer(by=cast.aisha, about=cast.maya, role="daytime", called="Nan", what=SECRET_OFFER)
        plan_visit(by=cast.aisha, about=cast.maya, planned_for=NOW + timedelta(days=3))
        told = Wish.objects.get(words__text="I like blue best")
        answer_child(by=cast.aisha, about=cast.maya, wish=told, outcome="agreed", what_we_did="Blue it is.")
        release_copy(
            by=cast.aisha,
            about=cast.maya,
            recipient=cast.people["kelly"],
            recipient_name="Kelly Okafor",
            kind="overview",
            text="We will meet on Friday.",
            who_else_sees="nobody else",
        )
        raise_concern(by=cast.aisha, key="c1", what="She did not come home.")
        Draft.objects.create(
            account_id=cast.aisha.account_id, key="record-visit:x", title="A visit", fields={}, saved_at=NOW
        )
    return _arguments(cast)


def _visits(cast: Cast) -> None:
    line = Seen(
        cast.maya,
        True,
        alone="not_tried",
        saw=SECRET_SAW,
        means=SECRET_MEANS,
        said=[Said("wish", SECRET_WORDS), Said("wish", "I like blue best")],
        promised=[Promised("Bring the blue paint", TODAY + timedelta(days=2))],
    )
    record_visit(
        by=cast.aisha,
        about=[cast.maya],
        on=TODAY,
        lines=[line],
        happened_at=NOW - timedelta(hours=1),
        mode="home",
    )


def _arguments(cast: Cast) -> dict[str, dict[str, Any]]:
    ref = {"ref": cast.maya.ref}
    wish = Wish.objects.get(words__text=SECRET_WORDS)
    with acting_as(cast.system):
        from kith.sharing.models import Release

        release = Release.objects.get()
    answered = Answer.objects.get()
    return {
        "answer-wish": {**ref, "pk": wish.pk},
        "tell-child": {**ref, "pk": answered.pk},
        "correct-words": {**ref, "pk": Words.objects.get(text=SECRET_WORDS).pk},
        "complete-gap": {**ref, "pk": ToComplete.objects.first().pk},
        "end-promise": {**ref, "pk": Promise.objects.get().pk},
        "end-situation": {**ref, "pk": SituationLine.objects.get(text=SECRET_WORRY).pk},
        "move-visit": {**ref, "pk": PlannedVisit.objects.get().pk},
        "add-meaning": {**ref, "pk": Act.objects.filter(person=cast.maya, in_story=True).last().pk},
        "released-copy": {**ref, "pk": release.pk},
        "my-copy": {"pk": release.pk},
        "child-print": {**ref, "kind": "overview"},
        "take-concern": {"pk": ImmediateConcern.objects.get().pk},
        "open-notice": {"pk": Notice.objects.filter(account_id=cast.aisha.account_id).first().pk},
        "draft": {"key": "record-visit:x"},
        "draft-carry-on": {"key": "record-visit:x"},
        "draft-discard": {"key": "record-visit:x"},
        "reveal-address": {**ref, "pk": Residence.objects.get(person=cast.maya).pk},
        "add-to-tree": {**ref, "of": cast.people["kelly"].ref, "what": "parent"},
        "describe-in-tree": {**ref, "of": cast.people["kelly"].ref},
        "end-in-tree": {**ref, "pk": Relationship.objects.filter(person=cast.maya).first().pk},
        "take-off-map": {**ref, "pk": MapPlace.objects.get().pk},
        "change-offer": {**ref, "pk": Offer.objects.get().pk},
        "explain-standard": {**ref, "standard": "seen-in-time"},
        "accept-explanation": {**ref, "pk": Explanation.objects.get().pk},
        "": ref,
    }


def account_of(cast: Cast, name: str) -> Account:
    return Account.objects.get(pk=cast.actors[name].account_id)
