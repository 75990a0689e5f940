"""Ending a relationship, and asking for an address to be protected no longer: said plainly before it is done."""

import pytest

from kith.access import acting_as
from kith.directory.models import Notice
from kith.people.models import AddressProtection, ParentalResponsibility, Relationship
from tests.cast import TODAY
from tests.pages.staff.test_family import HOME, at, day, text_of
from tests.people.doing import asked_to_end, gary_kept_away, kelly_is_parent, related
from tests.people.test_describing import seal

# -- a relationship


def ending(cast, row, child="maya"):
    return at(cast, "relationships", row.pk, "end", child=child)


ENDED = {"ended_as": "lost_touch", **day("on", TODAY)}


def test_each_of_the_family_somebody_wrote_down_may_be_ended_from_the_list(cast, browse):
    page = text_of(browse("aisha").get(at(cast)))
    for row in Relationship.objects.filter(person=cast.maya):
        assert ending(cast, row) in page
    assert page.count("Ended?") == 2, "brothers are worked out, and have nothing to end"


def test_it_is_said_what_ending_it_does_and_does_not_do(cast, browse):
    page = text_of(browse("aisha").get(ending(cast, kelly_is_parent(cast))))
    assert "Is Kelly Okafor no longer Maya’s mother?" in page
    assert "stays in the family list" in page
    assert "Parental responsibility stays with Kelly Okafor, unless" in page
    with acting_as(cast.aisha):
        partner = related(cast, cast.aisha)
    page = text_of(browse("aisha").get(ending(cast, partner)))
    assert "responsibility" not in page


def test_it_ends_with_its_day_and_reason_in_the_list(cast, browse):
    aisha = browse("aisha")
    done = aisha.post(ending(cast, kelly_is_parent(cast)), ENDED)
    assert (done.status_code, done.url) == (303, at(cast))
    page = text_of(aisha.get(at(cast)))
    assert "Until 17 November 2026 (they lost touch)" in page or "until 17 November 2026 (they lost touch)" in page
    assert ParentalResponsibility.objects.get(person=cast.maya, holder=cast.people["kelly"]).until_on is None
    assert aisha.get(ending(cast, kelly_is_parent(cast))).status_code == 404, "ended once"


def test_responsibility_ends_with_it_when_that_is_said(cast, browse):
    answer = {**ENDED, "ended_as": "died", "responsibility_ends": "on"}
    assert browse("aisha").post(ending(cast, kelly_is_parent(cast)), answer).status_code == 303
    assert ParentalResponsibility.objects.get(person=cast.maya, holder=cast.people["kelly"]).until_on == TODAY


def test_it_can_be_ended_from_either_side(cast, browse):
    page = browse("aisha").get(ending(cast, kelly_is_parent(cast), child="kelly"))
    assert "Is Maya Okafor-Nowak no longer Kelly’s daughter?" in text_of(page)
    assert browse("aisha").post(ending(cast, kelly_is_parent(cast), child="kelly"), ENDED).status_code == 303
    assert kelly_is_parent(cast).until_on == TODAY


@pytest.mark.parametrize(
    ("changes", "says"),
    [({"ended_as": ""}, "Choose how it ended."), ({"on-year": "2031"}, "has not come yet"), ({"on-day": "x"}, "When")],
)
def test_an_ending_with_something_wrong_says_so_and_ends_nothing(cast, browse, changes, says):
    page = browse("aisha").post(ending(cast, kelly_is_parent(cast)), {**ENDED, **changes})
    assert page.status_code == 422
    assert says in text_of(page)
    assert kelly_is_parent(cast).until_on is None


def test_nobody_ends_what_is_not_this_childs_or_not_theirs_to_write(cast, browse):
    row = kelly_is_parent(cast)
    assert browse("aisha").get(ending(cast, row, child="sam")).status_code == 404
    assert browse("aisha").get(at(cast, "relationships", 999_999, "end")).status_code == 404
    assert browse("sol").get(ending(cast, row)).status_code == 302
    assert browse("sol").post(ending(cast, row), ENDED).status_code == 302
    seal(cast, "kelly")
    assert browse("aisha").get(ending(cast, row)).status_code == 404
    assert Relationship.objects.get(pk=row.pk).until_on is None


# -- a protection


def asking(cast, child="maya"):
    row = AddressProtection.objects.get(person=cast.people[child], from_person=cast.people["gary"])
    return at(cast, "protections", row.pk, "end", child=child)


def answering(cast):
    return at(cast, "protections", gary_kept_away(cast).pk, "answer")


def asked(cast, children=("maya",)):
    rows = AddressProtection.objects.filter(person__in=[cast.people[name] for name in children])
    with acting_as(cast.aisha):
        return asked_to_end(cast, cast.aisha, protections=list(rows))


def test_the_family_page_says_from_whom_and_why_and_when_it_is_looked_at_again(cast, browse):
    page = text_of(browse("aisha").get(at(cast)))
    assert "From Gary Stone: A court order keeps him away." in page
    assert "To be looked at again by 1 February 2027" in page
    assert asking(cast) in page
    assert all(words not in page for words in HOME)


def test_it_is_said_plainly_who_will_see_the_address_and_that_nothing_happens_yet(cast, browse):
    page = text_of(browse("aisha").get(asking(cast)))
    assert "When this ends, Gary Stone will be able to see this address." in page
    assert "Nothing changes when you send this." in page
    assert "It cannot be taken back" in page
    for child in (cast.maya, cast.leo, cast.sam):
        assert f'value="{child.ref}"' in page
    assert all(words not in page for words in HOME), "the address itself is not on the page"


def test_asking_keeps_it_hidden_tells_the_manager_and_says_so(cast, browse):
    aisha = browse("aisha")
    answer = {"people": [cast.maya.ref, cast.leo.ref], "because": "The order ran out; Kelly wants post to come."}
    assert aisha.post(asking(cast), answer).status_code == 303
    page = text_of(aisha.get(at(cast)))
    assert "Asked. The address stays protected until a second person agrees." in page
    assert "Aisha Khan asked on Tue 17 Nov for this to end. It stays hidden until a second person agrees." in page
    assert asking(cast) not in page
    notice = Notice.objects.get(account_id=cast.grace.account_id, kind="protection")
    opened = browse("grace").get(f"/told/{notice.pk}/", follow=True)
    assert opened.redirect_chain[-1][0] == at(cast)
    assert answering(cast) in text_of(opened)
    assert "Kelly wants post" in text_of(browse("grace").get("/team/sign-off/"))


@pytest.mark.parametrize(
    ("changes", "says"), [({"people": []}, "Choose for whom"), ({"because": ""}, "Say what has changed")]
)
def test_asking_with_something_missing_says_so_and_keeps_what_was_typed(cast, browse, changes, says):
    answer = {"people": [cast.maya.ref], "because": "Kelly rang on Monday.", **changes}
    page = browse("aisha").post(asking(cast), answer)
    assert page.status_code == 422
    assert says in text_of(page)
    assert answer["because"] in text_of(page)
    assert gary_kept_away(cast).end_asked_on is None


def test_the_manager_reads_both_reasons_and_ends_it(cast, browse):
    asked(cast)
    grace = browse("grace")
    page = text_of(grace.get(answering(cast)))
    assert "A court order keeps him away." in page
    assert "The order has run out, and Kelly asked for it." in page
    assert "When this ends, Gary Stone will be able to see this address." in page
    assert "It is also kept for Leo Okafor-Nowak and Sam Okafor" in page
    assert grace.post(answering(cast), {"agreed": "yes", "answer": "I rang Kelly."}).status_code == 303
    assert gary_kept_away(cast).ended_on == TODAY
    assert grace.get(answering(cast)).status_code == 404, "answered once"


def test_the_manager_keeps_it(cast, browse):
    asked(cast)
    done = browse("grace").post(answering(cast), {"agreed": "no", "answer": "He was seen near the school."})
    assert done.status_code == 303
    assert gary_kept_away(cast).ended_on is None
    assert asking(cast) in text_of(browse("aisha").get(at(cast)))


def test_whoever_asked_can_only_take_it_back(cast, browse):
    asked(cast)
    aisha = browse("aisha")
    page = text_of(aisha.get(answering(cast)))
    assert "You asked for this protection to end" in page
    assert "End the protection" not in page
    assert aisha.post(answering(cast), {"agreed": "yes", "answer": "Now."}).status_code == 422
    assert aisha.post(answering(cast), {"agreed": "no", "answer": "Too soon after all."}).status_code == 303
    assert gary_kept_away(cast).end_asked_on is None


@pytest.mark.parametrize("changes", [{"agreed": ""}, {"answer": ""}])
def test_an_answer_with_something_missing_ends_nothing(cast, browse, changes):
    asked(cast)
    page = browse("grace").post(answering(cast), {"agreed": "yes", "answer": "I rang Kelly.", **changes})
    assert page.status_code == 422
    assert gary_kept_away(cast).ended_on is None


def test_nobody_else_asks_or_answers(cast, browse):
    asked(cast, ["leo"])
    for reader, status in (("sol", 302), ("gary", 404), ("kelly", 404), ("priya", 404), ("", 302)):
        assert browse(reader).get(asking(cast)).status_code == status, reader
        assert browse(reader).get(answering(cast)).status_code == (status if status == 302 else 404), reader
    assert browse("aisha").get(answering(cast)).status_code == 404, "nobody asked about Maya's"
    leos = AddressProtection.objects.get(person=cast.leo, from_person=cast.people["gary"])
    assert browse("aisha").get(at(cast, "protections", leos.pk, "end")).status_code == 404, "that is Leo's"
