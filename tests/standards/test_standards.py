"""Every promise: a child for whom each is kept, one for whom it is not, and one it was not made to."""

import re
from datetime import date

import pytest
from django.urls import reverse

from kith.packs import check_all, pack_for
from kith.standards import rules
from kith.standards.charters import charters
from kith.standards.register import STANDARDS, standard
from kith.standards.shapes import Asked, Events, Explained, Heard, Owed, SeenLine, State, Time, Waiting
from kith.words import flags, reading_age
from tests.standards import tables_protection, tables_voice
from tests.standards.makings import TODAY, at, facts

FRIDAY = date(2026, 11, 13)
BABY = date(2026, 3, 2)
EARLY_HELP = {"level": "early_help"}


def seen(on, alone="alone", saw="", observed=True):
    return SeenLine(on, alone, saw, observed)


KEPT = {
    "seen-in-time": {"seen": (seen(FRIDAY),)},
    "seen-alone": {"seen": (seen(FRIDAY, "child_chose_not"), seen(date(2026, 11, 2), "not_tried"))},
    "heard": {"heard": (Heard(FRIDAY, "I want my own bed."),)},
    "wishes-answered": {"owed": Asked(in_time=FRIDAY)},
    "answers-told": {"owed": Events(done_on=FRIDAY, since=date(2026, 11, 12))},
    "corner-received": {"owed": Events(done_on=FRIDAY, since=date(2026, 11, 12))},
    "lead-worker": {"leads": 1},
    "next-contact": {"next_on": date(2026, 11, 20)},
    "visits-complete": {"owed": Asked(in_time=FRIDAY)},
    "story-reviewed": {"reviewed_to": FRIDAY},
    "family-known": {"parents": 2, "deciders": 1},
    "tree-confirmed": {"tree_on": FRIDAY},
    "life-today": {"life_on": FRIDAY},
    "all-about-me": {"about_me": 1},
    "valued-followed-up": {"owed": Asked(in_time=FRIDAY)},
    "decisions-reasoned": {"owed": Asked(in_time=FRIDAY)},
    "challenges-answered": {"owed": Asked(in_time=FRIDAY)},
    "decisions-looked-at-again": {"owed": Asked(in_time=FRIDAY)},
    "assessment-finished": {"owed": Events(done_on=FRIDAY, since=date(2026, 10, 1))},
    "steps-accepted": {"owed": Events(done_on=FRIDAY, since=date(2026, 11, 12))},
    "contributions-answered": {"owed": Events(done_on=FRIDAY, since=date(2026, 11, 2))},
    "plan-looked-at-again": {"owed": Asked(in_time=FRIDAY)},
    "told-before": {"owed": (Time(4, FRIDAY, "kept", 150), Time(3, date(2026, 11, 2), "late"))},
    "danger-taken-up": {"owed": (Time(4, FRIDAY, "kept", 25),)},
    "another-worker": {"owed": Asked(in_time=FRIDAY)},
    "return-talk-offered": {"owed": Asked(in_time=FRIDAY)},
    **tables_protection.KEPT,
}
BROKEN = {
    "seen-in-time": [{}, {"seen": (seen(date(2026, 10, 1)),)}],
    "seen-alone": [{"seen": (seen(FRIDAY, "prevented"), seen(date(2026, 11, 2), "not_tried"))}],
    "heard": [
        {"heard": (Heard(FRIDAY, "n/a"),)},
        {"heard": (Heard(FRIDAY, "I like school."), Heard(date(2026, 9, 2), "I like school."))},
        {"heard": (Heard(FRIDAY, "I like school.", shared=True),)},
        {"seen": (seen(FRIDAY, saw="Drew at the table."),)},  # nine years old: to be heard, not only seen
        {"born_on": BABY, "seen": (seen(FRIDAY, saw="as above"),)},
        {"born_on": BABY, "seen": (seen(FRIDAY, saw="Smiled at his mother.", observed=False),)},
    ],
    "wishes-answered": [{"owed": Asked((Owed(3, date(2026, 10, 15)),))}],
    "answers-told": [{"owed": Events((Waiting(3, date(2026, 11, 2)),))}],
    "corner-received": [
        {"owed": Events((Waiting(3, date(2026, 11, 2)),))},
        {"owed": Events(done_on=FRIDAY, since=date(2026, 11, 2))},
    ],
    "lead-worker": [{"leads": 0}, {"leads": 2}],
    "next-contact": [{"tried_on": date(2026, 11, 2)}],
    "visits-complete": [{"owed": Asked((Owed(3, date(2026, 11, 4)),))}],
    "story-reviewed": [{"reviewed_to": date(2026, 8, 1)}, {"started_on": date(2026, 8, 1)}],
    "tree-confirmed": [{"tree_on": date(2026, 5, 2)}],
    "life-today": [{"life_on": date(2026, 9, 1)}],
    "all-about-me": [{}],
    "valued-followed-up": [{"owed": Asked((Owed(3, date(2026, 11, 4)),))}],
    "decisions-reasoned": [{"owed": Asked((Owed(3, date(2026, 11, 4)),))}],
    "challenges-answered": [{"owed": Asked((Owed(3, date(2026, 11, 4)),))}],
    "decisions-looked-at-again": [
        {"owed": Asked((Owed(3, date(2026, 11, 4)),))},
        {"owed": Asked(late=FRIDAY, late_due=date(2026, 11, 4))},  # answered by the next it was passed to
    ],
    "assessment-finished": [
        {"owed": Events((Waiting(3, date(2026, 9, 1)),))},
        {"owed": Events(done_on=FRIDAY, since=date(2026, 9, 1))},
    ],
    "steps-accepted": [{"owed": Events((Waiting(3, date(2026, 11, 12)),))}],
    "contributions-answered": [
        {"owed": Events((Waiting(3, date(2026, 10, 15)),))},
        {"owed": Events(done_on=FRIDAY, since=date(2026, 10, 15))},
    ],
    "plan-looked-at-again": [{"owed": Asked((Owed(3, date(2026, 11, 4)),))}],
    "family-known": [{"parents": 1, "deciders": 1}, {"parents": 2, "deciders": 0}],
    "told-before": [
        {"owed": (Time(4, FRIDAY, "late"), Time(3, date(2026, 11, 2), "kept", 150))},
        {"owed": (Time(4, date(2026, 11, 20), "late"),)},  # the visit was still to come
    ],
    "danger-taken-up": [
        {"owed": (Time(4, FRIDAY, "late", 75),)},
        {"owed": (Time(4, FRIDAY, "kept", 25), Time(3, date(2026, 11, 2), "overdue", 9000))},
    ],
    "return-talk-offered": [
        {"owed": Asked((Owed(3, date(2026, 11, 4)),))},
        {"owed": Asked(late=FRIDAY, late_due=date(2026, 11, 4))},
    ],
    "another-worker": [{"owed": Asked((Owed(3, date(2026, 11, 4)),))}],
    **tables_protection.BROKEN,
}
NOT_MADE = {
    "seen-in-time": EARLY_HELP,
    "seen-alone": EARLY_HELP,
    "heard": {"born_on": None, "unborn": True},
    "wishes-answered": {},
    "answers-told": {},
    "corner-received": {},
    "lead-worker": {"died_on": TODAY},
    "next-contact": {"died_on": TODAY},
    "visits-complete": {},
    "story-reviewed": {"died_on": TODAY},
    "family-known": {"died_on": TODAY},
    "tree-confirmed": {"died_on": TODAY},
    "life-today": {"born_on": None, "unborn": True},
    "all-about-me": {"born_on": None, "unborn": True},
    "valued-followed-up": {},
    "decisions-reasoned": {},
    "challenges-answered": {},
    "decisions-looked-at-again": {},
    "assessment-finished": {},
    "steps-accepted": {},
    "contributions-answered": {},
    "plan-looked-at-again": {},
    "told-before": {},
    "danger-taken-up": {},
    "another-worker": {},
    "return-talk-offered": {},
    **tables_protection.NOT_MADE,
}
EXPLAINED = {}
MORE = (tables_voice,)
for more in MORE:
    for name in ("KEPT", "BROKEN", "EXPLAINED", "NOT_MADE"):
        globals()[name].update(getattr(more, name))


def known_of(id_, case):
    """`owed` of a table below is what this one promise reads."""
    return facts(**{**case, "owed": {id_: case["owed"]}} if "owed" in case else case)


def stands(id_, case):
    return rules.stand(standard(id_), known_of(id_, case), at()).state


def test_the_tables_below_hold_every_standard():
    ids = [each.id for each in STANDARDS]
    assert len(ids) == len(set(ids))
    assert set(KEPT) == set(BROKEN) == set(NOT_MADE) == set(ids)


@pytest.mark.parametrize("id_", KEPT)
def test_a_child_for_whom_it_is_kept(id_):
    assert stands(id_, KEPT[id_]) == "met"


@pytest.mark.parametrize(("id_", "known"), [(id_, known) for id_, cases in BROKEN.items() for known in cases])
def test_a_child_for_whom_it_is_not(id_, known):
    assert stands(id_, known) == "missed"


@pytest.mark.parametrize("id_", BROKEN)
def test_a_child_for_whom_it_is_explained_by_somebody_and_accepted_by_another(id_):
    """It is told apart from kept and from missed, and says until when it may stand."""
    known = known_of(id_, {**BROKEN[id_][0], "explanations": (Explained(1, id_, TODAY, True, date(2026, 12, 1)),)})
    row = rules.row(standard(id_), known, at())
    assert row.state == "explained"
    assert "1 December 2026" in row.sentence


@pytest.mark.parametrize("id_", NOT_MADE)
def test_a_child_it_was_not_made_to(id_):
    assert stands(id_, NOT_MADE[id_]) == "not_applicable"


@pytest.mark.parametrize("id_", EXPLAINED)
def test_a_child_for_whom_it_was_left_for_a_reason_that_is_written_down(id_):
    row = rules.row(standard(id_), known_of(id_, EXPLAINED[id_]), at())
    assert (row.state, row.sentence) == ("explained", standard(id_).left.format(**rules._said(row)))


@pytest.mark.parametrize("id_", BROKEN)
def test_a_child_for_whom_it_is_explained_and_accepted(id_):
    said = Explained(1, id_, TODAY, accepted=True, expires_on=date(2027, 1, 4))
    assert stands(id_, {**BROKEN[id_][0], "explanations": (said,)}) == "explained"


def test_a_visit_nobody_could_make_is_still_a_contact_with_the_family():
    assert stands("next-contact", {"tried_on": date(2026, 11, 16)}) == "due"
    assert stands("next-contact", {}) == "missed"


@pytest.mark.parametrize(
    ("level", "seen_on", "state"),
    [
        ("child_in_need", date(2026, 10, 20), "due"),  # exactly 20 working days ago
        ("child_in_need", date(2026, 10, 19), "missed"),
        ("family_help", date(2026, 10, 20), "due"),
        ("child_protection", date(2026, 11, 3), "due"),  # exactly 10
        ("child_protection", date(2026, 11, 2), "missed"),
        ("looked_after", date(2026, 10, 6), "due"),  # exactly 6 weeks
        ("looked_after", date(2026, 10, 5), "missed"),
        ("looked_after", date(2026, 10, 20), "met"),
    ],
)
def test_each_level_has_its_own_visiting_limit(level, seen_on, state):
    assert stands("seen-in-time", {"level": level, "seen": (seen(seen_on),)}) == state


def test_christmas_does_not_count():
    before = facts(level="child_protection", seen=(seen(date(2026, 12, 18)),))
    row = rules.row(standard("seen-in-time"), before, at(date(2026, 12, 29)))
    assert row.due == date(2027, 1, 6)
    assert row.because == (
        "10 working days from 18 December 2026, skipping Christmas Day, Boxing Day and New Year's Day"
    )


def test_for_a_child_under_five_what_was_seen_counts_as_heard():
    assert stands("heard", {"born_on": BABY, "seen": (seen(FRIDAY, saw="Smiled, and reached for Kelly."),)}) == "met"


def test_the_day_a_child_turns_five_they_are_to_be_heard():
    watched = {"seen": (seen(FRIDAY, saw="Played with the train."),)}
    assert stands("heard", {**watched, "born_on": date(2021, 11, 18)}) == "met"
    assert stands("heard", {**watched, "born_on": date(2021, 11, 17)}) == "missed"


@pytest.mark.parametrize("promise", STANDARDS, ids=lambda promise: promise.id)
def test_a_standard_says_everything_about_itself(promise):
    assert promise.title
    assert promise.roots
    assert promise.evidence
    assert promise.put_right
    assert re.search(r"\b[Ww]e\b", promise.promise) or promise.promise.startswith("Every"), "a promise is a sentence"
    for state in State:
        sentence = promise.wording.of(state)
        assert sentence.endswith(".")
        assert sentence.format(**rules._said(rules.row(promise, facts(), at())))
    for key in {promise.limits} if isinstance(promise.limits, str) else set(promise.limits.values()):
        assert not key or at().limit(key), f"the pack has no {key}"


ABOUT_ONE_THING = {"answer-wish", "tell-child", "complete-gap", "follow-up-valued", "take-up-exposure"}
ABOUT_EVERYBODY = {"complaints", "front-door", "duty", "thanks"}


@pytest.mark.parametrize("promise", STANDARDS, ids=lambda promise: promise.id)
def test_there_is_a_page_where_it_is_put_right(promise):
    name = promise.put_right.url
    child = [] if name in ABOUT_EVERYBODY else ["K7M-4QXA"]
    assert reverse(name, args=[*child, 1] if name in ABOUT_ONE_THING else child)
    assert promise.put_right.words


@pytest.mark.parametrize("promise", STANDARDS, ids=lambda promise: promise.id)
def test_what_families_and_children_read_is_plain_and_kind(promise):
    pack = pack_for("england-2026", TODAY)
    for text in (promise.promise, promise.to_family, promise.to_child):
        assert text
        assert not flags(text, pack.say_instead), text
        assert (reading_age(text) or 0) <= pack.figure("reading-age"), text


def test_roots_and_charters_agree_both_ways():
    first = [
        charter for charter in charters() if not charter.succeeds
    ]  # a newer edition holds what the first one rests on
    kept_by = {(c.id, item.id, id_) for c in first for item in c.items for id_ in item.standards}
    rooted = {(root.charter, root.place, each.id) for each in STANDARDS for root in each.roots}
    assert kept_by == rooted


def test_a_standard_answers_only_demands_its_charter_makes():
    by_id = {charter.id: charter for charter in charters()}
    for each in STANDARDS:
        for root in each.roots:
            assert set(root.requirements) <= set(by_id[root.charter].item(root.place).requirements), (each.id, root)


def test_only_a_child_not_seen_also_needs_a_plan():
    assert {each.id for each in STANDARDS if each.needs_plan} == {"seen-in-time", "seen-alone"}


def test_what_is_kept_close_is_told_to_no_family_or_child_of_their_own_case():
    assert {"talked-at-once", "enquiry-finished", "allegation-reported"} <= {e.id for e in STANDARDS if e.kept_close}
    assert [each.id for each in STANDARDS if each.kept_close and each.told_to] == []


def test_an_unknown_standard_is_named():
    with pytest.raises(LookupError, match="no standard called 'seen'"):
        standard("seen")


@pytest.mark.parametrize("pack", [pack.header.id for pack in check_all()])
def test_every_standard_can_be_judged_under_every_pack(pack):
    for each in STANDARDS:
        for case in (KEPT[each.id], *BROKEN[each.id]):
            assert rules.row(each, known_of(each.id, case), at(pack=pack)).sentence
