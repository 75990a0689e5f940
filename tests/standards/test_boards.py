"""What is owed today, the board, and the lists behind its numbers: the same for everyone who may see the same."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from kith.access import acting_as
from kith.directory.acts import restrict
from kith.directory.models import Account
from kith.involvement.acts import begin_work
from kith.involvement.queries import led_by
from kith.people.acts import begin_record
from kith.standards import queries
from kith.standards.acts import explain_missed, judge_promise
from kith.standards.gathering import gather
from kith.standards.register import STANDARDS, standard
from kith.standards.shapes import State
from kith.visits.acts import Said, Seen
from kith.voice.acts import answer_child
from kith.voice.models import Wish
from tests.cast import TODAY
from tests.standards.records import one, visit


def owed_to_those_led_by(actor):
    return queries.owed_today(actor, [lead.person_id for lead in led_by(actor)])


def test_what_is_owed_today_is_what_is_due_or_missed_for_my_children_worst_first(cast):
    with acting_as(cast.aisha):
        owed = owed_to_those_led_by(cast.aisha)
        assert {row.child for row in owed} == {"Maya Okafor-Nowak", "Leo Okafor-Nowak", "Sam Okafor"}
        ranks = [(row.state != State.MISSED, row.due or date.max) for row in owed]
        assert ranks == sorted(ranks)
        assert all(row.is_open for row in owed)
    with acting_as(cast.sol):
        assert owed_to_those_led_by(cast.sol) == []


def test_every_number_of_the_board_equals_the_list_it_opens(cast):
    with acting_as(cast.aisha):
        visit(cast, Seen(cast.maya, True, alone="alone", said=[Said("wish", "I want my own bed.")]))
        board = queries.board(TODAY)
        assert set(board) == {promise.id for promise in STANDARDS}
        for promise in STANDARDS:
            assert queries.measure(promise, TODAY) == board[promise.id]
            assert sum(board[promise.id].values()) == 3
            for state in filter(board[promise.id].get, board[promise.id]):  # the numbers add up: no other list has any
                assert len(queries.listed(promise.id, state, TODAY)) == board[promise.id][state]


def test_a_partnership_read_whole_tells_of_each_child_what_the_child_read_alone_tells(cast):
    with acting_as(cast.aisha):
        asked = [Said("wish", "I want my own bed."), Said("wish", "I want to see my nan on Sundays.")]
        visit(cast, Seen(cast.leo, True), days_ago=70)
        visit(cast, Seen(cast.maya, True, alone="alone", said=asked), Seen(cast.leo, True), days_ago=60)
        bed, _ = Wish.objects.filter(person=cast.maya).order_by("pk")
        yes = {
            "outcome": "agreed",
            "reason": "There is a bed in the back room now.",
            "told_on": TODAY,
            "told_by": "Aisha",
        }
        answer_child(by=cast.aisha, about=cast.maya, on=TODAY, wish=bed, **yes)
        for each in (cast.maya, cast.sam):
            why = {"reason": "The family were away for three weeks.", "plan": "Thursday at school, at two."}
            explain_missed(by=cast.aisha, about=each, on=TODAY, standard_id="seen-in-time", **why)
    with acting_as(cast.grace):
        for verdict in ("met", "on_paper_only"):
            looked = {"standard_id": "story-reviewed", "verdict": verdict, "because": "Nothing in it since the spring."}
            judge_promise(by=cast.grace, about=cast.leo, on=TODAY, **looked)
        whole = {facts.person_id: facts for facts in gather(TODAY)}
        assert any("wishes-answered" in f.owed for f in whole.values())
        assert any("visits-complete" in f.owed for f in whole.values())
        assert any(f.explanations for f in whole.values())
        assert any(f.found for f in whole.values())
        for person_id, facts in whole.items():
            assert list(gather(TODAY, [person_id])) == [facts]


def test_a_list_has_the_longest_due_first(cast):
    with acting_as(cast.aisha):
        visit(cast, Seen(cast.leo, True, alone="alone"), days_ago=40)
        rows = queries.listed("seen-in-time", "missed", TODAY)
        assert [row.child for row in rows] == ["Maya Okafor-Nowak", "Sam Okafor", "Leo Okafor-Nowak"]


def test_the_board_counts_only_what_the_reader_may_see(cast):
    guardian = Account.objects.get(email="rowan@example.test")
    with acting_as(cast.rowan):
        restrict(
            by=cast.rowan,
            about=cast.sam,
            level="sealed",
            because="A threat.",
            guardian=guardian,
            review_on=date(2027, 1, 1),
        )
        assert sum(queries.board(TODAY)["seen-in-time"].values()) == 3
    with acting_as(cast.aisha):
        assert sum(queries.board(TODAY)["seen-in-time"].values()) == 2
        assert queries.panel(cast.sam, cast.aisha) == []


def count_queries(do: Callable[[], Any]) -> int:
    with CaptureQueriesContext(connection) as seen:
        do()
    return len(seen)


def test_reading_the_promises_takes_the_same_few_queries_however_many_children(cast):
    reads = {
        "panel": lambda: queries.panel(cast.maya, cast.aisha),
        "owed_today": lambda: owed_to_those_led_by(cast.aisha),
        "board": lambda: queries.board(TODAY),
        "judge": lambda: queries.judge(standard("heard"), TODAY),
        "explain": lambda: list(queries.explain(one(cast, "heard"))),
    }
    with acting_as(cast.aisha):
        few = {name: count_queries(do) for name, do in reads.items()}
    # The one statement about everybody is streamed, past the counter: what is counted is what comes on top.
    assert few == {"panel": 1, "owed_today": 2, "board": 1, "judge": 0, "explain": 2}

    with acting_as(cast.system):
        for n in range(12):
            child = begin_record(by=cast.system, given=f"Child {n}", family="Test")
            begin_work(by=cast.system, about=child, on=date(2026, 9, 1), level="child_protection")
    with acting_as(cast.aisha):
        assert {name: count_queries(do) for name, do in reads.items()} == few


@pytest.mark.parametrize("outsider", ["priya", "tomek"])
def test_the_database_refuses_the_board_to_anyone_but_staff(cast, outsider):
    actor = cast.actors[outsider]
    for read in (lambda: queries.board(TODAY), lambda: queries.panel(cast.maya, actor)):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(), acting_as(actor):
            read()
    with acting_as(cast.aisha):
        assert sum(queries.board(TODAY)["seen-in-time"].values()) == 3
