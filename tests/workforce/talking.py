"""Supervisions for the tests: one that lacks nothing but its two signatures."""

from datetime import timedelta
from typing import Any

from kith.workforce import acts
from kith.workforce.acts import Thought, ToDo
from tests.cast import TODAY

THOUGHTS = [
    Thought(
        "She wakes because she hears the shouting.",
        "She says so herself; the chart shows bad nights after rows.",
        "She woke on two quiet nights as well.",
    ),
    Thought(
        "She wakes because she listens for Sam.",
        "She gets up to him before Kelly does.",
        "She slept through at Nan’s with Sam beside her.",
    ),
]
TO_DO = [ToDo("Ask Maya what wakes her.", "Nobody has asked her yet.", "Aisha Khan", TODAY + timedelta(7))]
TEXTS = {
    "like_now": "She lies awake and counts the stairs.",
    "not_known": "What happens on the nights Dean works.",
    "next_test": "Compare the chart of nights with Dean’s shifts.",
    "assumptions": "That a tired mother does not notice; that a quiet girl is content.",
    "would_change": "Bad nights when nobody is at home but Nan.",
}
SIGNED = {"next_on": TODAY + timedelta(28)}


def begun(by: Any, child: Any, cast: Any, **given: Any) -> Any:
    both = {"worker_id": cast.aisha.account_id, "supervisor_id": cast.grace.account_id}
    return acts.begin_supervision(by=by, about=child, **{**both, **given})


def written(by: Any, child: Any, cast: Any, *, on: Any = TODAY, **given: Any) -> Any:
    talk = begun(by, child, cast, on=on)
    details = {"thoughts": THOUGHTS, "to_do": TO_DO, **TEXTS, **given}
    return acts.write_supervision(by=by, about=child, supervision=talk, **details)


def signed(by: Any, talk: Any, **given: Any) -> Any:
    return acts.sign_supervision(by=by, about=talk.person, supervision=talk, **{**SIGNED, **given})
