"""What each page may ask of the database: the most queries of its own, whoever opens it and however long its lists are.

Besides session, sign-in and role. A page of a record begins with five: the person with the reader's ties, the look that
is kept, the situation, how the work stands, brothers and sisters.
"""

from tests.architecture.addresses import kind_of

BY_KIND = {
    "child": 12,
    "child-writing": 13,
    "child-minimum": 7,
    "corner": 6,
    "not-safe": 4,
    "child-manager": 11,
    "child-own": 20,
    "child-picture": 3,
    "staff": 8,
    "manager": 24,
    "front-door": 8,
    "contact": 12,
    "duty": 3,
    "own": 2,
    "family": 5,
    "own-family": 2,
    "own-child": 5,
    "own-agency": 4,
    "own-partner": 4,
    "own-step": 2,
    "partner": 3,
    "anyone": 2,
    "restricted": 2,
}
# Every page of a record costs two more while someone who may be a danger is close to the child, as they are here.
BY_NAME = {
    "add-meaning": 15,
    "before-you-knock": 30,
    "booklet-make": 19,
    "child": 14,
    "child-assessment": 29,  # all of it to read: the map, dangers, voices, what it rests on, what it lacks
    "child-contacts": 23,
    "child-family": 23,
    "child-story": 26,
    "child-tree": 14,
    "child-voice": 14,
    "child-whole": 14,
    "corner": 8,
    "add-step": 18,
    "add-to-review": 16,
    "agree-plan": 14,
    "child-plan": 17,
    "answer-more-time": 9,
    "correct-words": 77,  # each table that may hold the same words is asked once
    "court-choose": 15,
    "court-make": 23,
    "court-right": 20,
    "draft": 3,
    "hear-contributor": 27,  # the list comes from the family tree and the agencies
    "leave-out": 14,
    "plan-print": 15,
    "plan-review": 14,
    "my-appointment": 3,
    "my-asks": 6,
    "my-page": 6,
    "record-visit": 15,
    "same-event": 19,
    "sign-assessment": 28,
    "story-lanes": 16,
    "tell-beside": 15,
    "team": 17,
    "tell-of-visit": 16,
    "note-adult-support": 17,
    "child-decisions": 14,
    "decide": 18,
    "decision": 26,
    "today": 17,
}


def ceiling(name: str) -> int:
    return BY_NAME.get(name) or BY_KIND[str(kind_of(name))]
