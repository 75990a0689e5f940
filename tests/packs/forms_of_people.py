"""The forms of a person, their family and who is around them, and the list each question is answered from."""

from collections.abc import Iterator
from datetime import date

from django import forms

from kith import packs
from kith.people import forms as people_forms
from kith.people.forms.tree import KINDS_OF
from kith.people.models import AddressProtection, Person
from tests.cast import TODAY

BABY = Person(ref="KX7D-2RWH", called="Ada Quay", born_on=date(2026, 1, 1))
WAYS = (*KINDS_OF, "other")  # where in a tree somebody is added


def people_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    """Who somebody is, where they live, and what is kept from whom."""
    yield people_forms.GiveName(pack=pack), {"kind": "name_kind"}
    yield people_forms.GiveIdentifier(pack=pack), {"kind": "identifier_kind"}
    yield people_forms.SpeaksLanguage(pack=pack), {"code": "language"}
    yield people_forms.GiveContactPoint(), {}
    described = {"sex": "sex", "ethnicity": "ethnicity", "religion": "religion", "disabilities": "disability"}
    yield people_forms.DescribePerson(person=BABY, pack=pack), described
    yield people_forms.AddRelationship(called="Ada", pack=pack), {"sex": "sex", "acquired": "pr_acquired"}
    yield people_forms.MoveHome(people=[BABY], others=[], places=[], pack=pack), {"kind": "address_kind"}
    yield people_forms.ProtectAddress(people=[BABY], places=[], review=TODAY), {}
    yield people_forms.EndRelationship(pack=pack, holder="", today=TODAY), {"ended_as": "relationship_ended"}
    yield people_forms.NoteAdultSupport(adults=[BABY], pack=pack), {"need": "adult_need", "state": "adult_support"}
    yield people_forms.ChangeAdultSupport(pack=pack), {"state": "adult_support"}
    yield people_forms.NoteLivedThrough(pack=pack), {"answer": "lived_through", "whose": "lived_whose"}
    yield people_forms.NoteAdaptation(), {}
    yield people_forms.CheckRights(pack=pack), {"articles": "uncrc_article"}
    yield people_forms.RecordRestriction(pack=pack), {"kind": "restriction_on_child"}
    yield people_forms.EndRestriction(), {}
    yield people_forms.GiveLeaflet(), {}
    yield people_forms.AskToEnd(protections=[AddressProtection(person=BABY)]), {}
    yield people_forms.AnswerEnding(may_agree=True), {}
    told = {"reason": "not_safe_to_tell"}
    yield people_forms.NotSafe(known=[BABY], pack=pack, decider="Grace", review=TODAY), told
    yield people_forms.SafeAgain(), {}


def family_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    yield people_forms.ShowTree(), {}
    for way in WAYS:
        added = people_forms.AddToFamily(of=BABY, way=way, pack=pack, partners=[BABY])
        yield added, {"sex": "sex", "ended_as": "relationship_ended"}
    yield people_forms.NoteGettingOn(people=[], pack=pack), {"quality": "getting_on"}
    yield people_forms.RecordAsking(pack=pack), {"topic": "asking_topic", "outcome": "asking_outcome"}
    yield people_forms.ConfirmTree(pack=pack), {"family_asked": "family_asked"}


def map_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    yield people_forms.ShowMap(), {}
    placed = {"kind": "map_kind", "ring": "map_ring", "line": "map_line", "flow": "map_flow"}
    yield people_forms.PutOnMap(people=[], pack=pack), placed
    yield people_forms.TakeOffMap(), {}
    yield people_forms.RecordOffer(people=[], pack=pack), {"role": "offer_role"}
    yield people_forms.ChangeOffer(), {}
    yield people_forms.SayWhyService(), {}
