"""Demonstration: for Maya help becomes more, for Leo it ends, Sam is looked after: three decisions, two fathers, and no
line of one child's on another's page, print or paper, whoever reads it (S2-03, S3-17, design 1.5).
"""

from datetime import date
from typing import Any

import pytest

from kith.access import acting_as
from kith.decisions.acts import agree_decision, decide, tell_decision
from kith.decisions.models import Decision
from kith.directory.acts import begin_tie
from kith.directory.models import Account
from kith.involvement.acts import ask_for_level, change_level, close_work
from kith.involvement.models import Closure, LevelChange, Spell
from kith.people.acts import add_relationship, begin_record
from tests.cast import TODAY, Cast, _account, _actor
from tests.decisions.making import decided, reasons_for
from tests.visits.going import text

# Of each child, a sentence of ours, in the reasons and in what it came to; and one that their family is told.
OF = {
    "maya": ("Maya showed a burn the shape of a spoon", "We meet each week about Maya from now on"),
    "leo": ("Leo talks at nursery as he does at Nan’s", "We stop coming for Leo in the spring"),
    "sam": ("Sam gained weight in nine days with the Harts", "Sam lives with the Harts, and sees you on Mondays"),
}
CHILDREN = tuple(OF)
PAGES = (
    "",
    "decisions/",
    "story/",
    "plan/",
    "clocks/",
    "contacts/",
    "voice/",
    "print/overview/",
    "assessment/",
    "areas/",
)


@pytest.fixture
def journey(cast: Cast) -> Cast:
    """Told in one afternoon; Sam's father is told of Sam alone."""
    _sams_father(cast)
    for child, level in (("maya", "child_protection"), ("sam", "looked_after")):
        _more(cast, child, level)
    ending = _agreed_to_end(cast)
    with acting_as(cast.aisha):
        for child, (_, told) in OF.items():
            made = _decision(cast, child)
            tell_decision(by=cast.aisha, about=cast.people[child], decision=made, audience="family", words=told)
    _ended(cast, ending)
    return cast


def _sams_father(cast: Cast) -> None:
    with acting_as(cast.system):
        cast.people["ade"] = begin_record(by=cast.system, given="Ade", family="Cole", sex="M")
        add_relationship(by=cast.system, about=cast.sam, other=cast.people["ade"], kind="parent", source="Kelly")
        account = _account(cast, "ade", "Ade Cole", "family", person=cast.people["ade"])
        begin_tie(by=cast.system, about=cast.sam, account=account, because="parent")
        school = Account.objects.get(pk=cast.priya.account_id)
        begin_tie(by=cast.system, about=cast.leo, account=school, because="invited", may_write=True)
    _actor(cast, "ade", account)


def _more(cast: Cast, child: str, level: str) -> None:
    with acting_as(cast.aisha):
        change = ask_for_level(by=cast.aisha, about=cast.people[child], level=level, what_changed=OF[child][0])
    with acting_as(cast.grace):
        change_level(by=cast.grace, about=cast.people[child], change=change, family_told_on=TODAY)


def _agreed_to_end(cast: Cast) -> Any:
    with acting_as(cast.aisha):
        made = decided(cast, cast.aisha, "closure", about=cast.leo, reasons=OF["leo"][0])
    with acting_as(cast.grace):
        return agree_decision(by=cast.grace, about=cast.leo, decision=made)


def _ended(cast: Cast, made: Any) -> None:
    with acting_as(cast.grace):
        close_work(
            by=cast.grace,
            about=cast.leo,
            reason="RC7",
            decision=made,
            outcomes=OF["leo"][0],
            child_told_on=TODAY,
            family_told_on=TODAY,
            offered_after="Nan has him on Tuesdays.",
            together="together",
            difference_child="He showed the new bed.",
            difference_family="Nan: I can cope now.",
            difference_others="Nursery: he talks.",
        )


def _decision(cast: Cast, child: str) -> Any:
    found = Decision.objects.filter(person=cast.people[child]).order_by("-pk").first()
    if found.finished_on is None:
        given = reasons_for(cast, reasons=OF[child][0], agreements=[])
        found = decide(by=cast.aisha, about=cast.people[child], kind="contact", finish=True, **given)
    return found


def own_pages(cast: Cast, client: Any, child: str) -> str:
    pages = [client.get(f"/children/{cast.people[child].ref}/{page}", follow=True) for page in PAGES]
    assert all(page.status_code == 200 for page in pages)
    return " ".join(text(page) for page in pages)


@pytest.mark.parametrize("child", CHILDREN)
@pytest.mark.parametrize("reader", ["aisha", "grace"])
def test_no_line_of_one_child_stands_on_anothers_page_or_print(journey, browse, reader, child):
    page = own_pages(journey, browse(reader), child)
    for other, sentences in OF.items():
        for sentence in sentences:
            assert other == child or sentence not in page, (other, sentence)
    if reader == "grace" or child != "leo":  # Aisha works with Leo no more, and sees only what keeps him safe
        assert OF[child][0] in page


@pytest.mark.parametrize(("reader", "theirs"), [("kelly", CHILDREN), ("tomek", ("maya", "leo")), ("ade", ("sam",))])
def test_each_parent_is_told_of_each_child_apart_and_of_their_own_alone(journey, browse, reader, theirs):
    client = browse(reader)
    for child in CHILDREN:
        page = client.get(f"/p/told/{journey.people[child].ref}/")
        assert page.status_code == (200 if child in theirs else 404), child
        for other, (ours, told) in OF.items():
            assert (told in text(page)) is (other == child and child in theirs), (child, other)
            assert ours not in text(page)
    first = text(client.get("/p/"))
    assert not any(sentence in first for sentences in OF.values() for sentence in sentences)


def test_the_father_who_must_not_know_and_the_school_meet_none_of_it(journey, browse):
    for reader in ("gary", "priya"):
        client = browse(reader)
        for child in CHILDREN:
            ref = journey.people[child].ref
            for path in (f"/p/told/{ref}/", f"/partner/{ref}/decisions/", f"/children/{ref}/decisions/"):
                answer = text(client.get(path))
                assert not any(sentence in answer for sentences in OF.values() for sentence in sentences), path


def test_one_thread_each_and_a_level_of_their_own(journey):
    with acting_as(journey.system):
        now = {child: Spell.objects.filter(person=journey.people[child]).order_by("-pk").first() for child in CHILDREN}
        assert {child: (spell.level, spell.closed_on) for child, spell in now.items()} == {
            "maya": ("child_protection", None),
            "leo": ("child_in_need", TODAY),
            "sam": ("looked_after", None),
        }
        assert Closure.objects.get().person == journey.leo
        assert set(LevelChange.objects.values_list("what_changed", flat=True)) == {OF["maya"][0], OF["sam"][0]}
        assert now["maya"].started_on == date(2026, 9, 1)
