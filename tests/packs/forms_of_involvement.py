"""The forms of the front door and of protection, and the list each of their questions is answered from."""

from collections.abc import Iterator

from django import forms

from kith import packs
from kith.involvement import forms as front_forms
from kith.involvement.models import ContactChild
from tests.cast import TODAY


def protection_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    """Every kind of meeting, with somebody whose role nobody has said; an enquiry; the end of a plan."""
    part = {"role": "meeting_role", "attended": "attended"}
    more = {"how": "took_part_how", "prepared_with": "prepared_with", "spoke": "spoke"}
    childs = {"child_part": "child_took_part", "child_prepared_with": "prepared_with", "category": "category_of_abuse"}
    asks = {
        "strategy": (part, {"outcome": "strategy_outcome", "enquiry_how": "enquiry_how"}),
        "core_group": ({**part, "spoke": "spoke"}, {}),
        "conference": ({**part, **more}, {"outcome": "conference_outcome", **childs}),
        "transfer_in": ({**part, **more}, {"outcome": "conference_outcome", **childs}),
        "review": ({**part, **more}, {"outcome": "review_outcome", **childs}),
    }
    for kind, (of_people, of_child) in asks.items():
        people = {f"p0_{name}": key for name, key in of_people.items()}
        form = front_forms.RecordMeeting(pack=pack, kind=kind, name="Ada", people=[front_forms.Somebody()])
        yield form, {"how": "meeting_how", **people, **of_child}
    planned = {"p0_role": "meeting_role", "p0_how": "took_part_how", "p0_prepared_with": "prepared_with"}
    yield front_forms.PlanMeeting(pack=pack, kind="review", people=[front_forms.Somebody()]), planned
    yield front_forms.ReadyForm(pack=pack), {"ready": "conference_ready"}
    yield front_forms.FinishMeeting(wanted={"too_few_because"}), {}
    yield front_forms.WriteEnquiry(pack=pack), {"how": "enquiry_how", "alone": "alone"}
    yield front_forms.ConcludeEnquiry(pack=pack), {"outcome": "enquiry_outcome"}
    yield front_forms.TellOfEnquiry(), {}
    yield front_forms.EndProtectionPlan(pack=pack, now="child_protection"), {"reason": "protection_end"}


def front_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    told = {"source": "referral_source", "family_told": "contact_family_told"}
    yield front_forms.AboutContact(pack=pack), {**told, "how": "contact_how"}
    yield front_forms.AboutContact(pack=pack, partner=True), told
    yield front_forms.ToldChild(pack=pack), {"own_words_sort": "words_kind", "not_asked_because": "child_not_asked"}
    yield front_forms.TellUs(pack=pack), {"source": "who_tells", "family_told": "contact_family_told"}
    yield front_forms.MatchChild(found=[("KX7D-2RWH", "Ada")], pack=pack, may_begin=True), {"sex": "sex"}
    document = pack.threshold_document(TODAY)
    decided = {"outcome": "contact_outcome", "family_told": "decision_told", "need": document.needs or ""}
    child = ContactChild(place=1)
    yield front_forms.DecideChild(child=child, pack=pack, document=document, tells_back=True), decided
    yield front_forms.AskAgencies(agencies=[("1", "Health")]), {}
    yield front_forms.AnswerRequest(pack=pack, here=True), {"answer": "agency_answer"}
    yield front_forms.SignPicture(pack=pack), {"view": "picture_view"}
    yield front_forms.TellBack(), {}
