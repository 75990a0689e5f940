"""What each page may ask of the database: the most queries of its own, whoever opens it and however long its lists are.

Besides session, sign-in and role. A page of a record begins with five: the person with the reader's ties, the look that
is kept, the situation, how the work stands, brothers and sisters.
"""

from tests.architecture.addresses import kind_of

BY_KIND = {
    "child": 11,
    "child-writing": 13,
    "child-minimum": 6,
    "corner": 6,
    "not-safe": 4,
    "child-manager": 9,
    "child-own": 17,
    "child-picture": 3,
    "staff": 8,
    "manager": 3,
    "supervised": 6,
    "front-door": 8,
    "contact": 8,
    "duty": 3,
    "own": 3,
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
# Every page of a record costs one more while someone who may be a danger is close to the child, as they are here.
BY_NAME = {
    "add-meaning": 14,
    "before-you-knock": 30,
    "booklet-make": 19,
    "child": 14,
    "child-agencies": 13,
    "child-signs": 17,
    "tick-signs": 16,
    "look-at-pattern": 18,
    "child-assessment": 32,  # all of it to read: the map, dangers, voices, what it rests on, what it lacks
    "child-contacts": 23,
    "child-family": 22,
    "child-protection": 12,
    "child-looked-after": 16,
    "child-story": 25,
    "child-tree": 13,
    "child-voice": 11,
    "child-whole": 14,
    "corner": 8,
    "corner-people": 7,  # who leads, and how they are reached
    "add-step": 16,  # and its draft
    "add-to-review": 18,
    "agency-quarter": 11,
    "agree-plan": 13,
    "child-plan": 26,  # words of outcomes, copies, who is to read it, what answers each need, how our work fits
    "decide-contact": 10,  # what was made of it together, and who signed
    "match-child": 10,  # with a search by another name, as every page is asked here
    "answer-more-time": 8,
    "decisions-waiting": 4,
    "correct-words": 35,  # and one more for each table that holds them
    "court-choose": 14,
    "court-make": 22,
    "court-right": 19,
    "draft": 3,
    "hear-contributor": 28,  # the list comes from the family tree and the agencies
    "leave-out": 13,
    "change-step": 17,
    "plan-print": 19,  # how each outcome stands, the words others may hear, what we said we did
    "plan-review": 21,
    "protection-meeting": 17,  # and what is to be said of the training of whoever chairs
    "meeting-board": 26,
    "behind-board": 22,  # the whole board, and all that stands behind it
    "who-is-here": 25,
    "board-sheet": 20,
    "handover-pack": 34,  # the same, for whoever takes over
    "child-supervision": 31,  # the agenda asks every room what is owed
    "begin-supervision": 32,
    "strike-off": 15,
    "what-it-carries": 17,
    "ready-review": 23,  # the strip asks every room what is ready, and who may be asked
    "between-reviews": 23,  # two reviews, what was agreed and what has come since
    "review-plan": 26,  # what is ready stands above it
    "my-appointment": 3,
    "my-asks": 8,
    "my-copy": 4,  # whether it is clear, and who goes through it
    "my-page": 8,
    "my-told": 9,
    "close-work": 13,  # whose words of the family they are is chosen from the family
    "child-print": 13,
    "tree-print": 13,
    "corner-said": 7,
    "ask-difference-again": 15,
    "sort-difference": 15,
    "ready-meeting": 23,
    "record-visit": 14,
    "same-event": 18,
    "revise-decision": 20,  # what it may rest on is told as the story has it, with what the child said
    "write-assessment": 14,  # the words it rests on so far
    "sign-assessment": 30,  # and what is new since this reader sent it back
    "story-lanes": 15,
    "tell-beside": 14,
    "give-figures": 5,
    "give-gaps": 4,
    "service-gaps": 4,
    "standard": 6,
    "team": 38,  # seven numbers, one of them everything that waits for a signature, which has eight sources
    "sign-off": 8,  # one for each kind that may wait
    "my-reviews": 14,
    "read-plan": 16,  # the whole plan, what is new since, the child’s life and words
    "name-who-answers": 4,
    "team-agencies": 7,
    "team-figures": 15,  # each figure is a query
    "team-training": 7,
    "partner-training": 5,
    "tell-of-visit": 15,
    "note-adult-support": 9,
    "child-decisions": 12,
    "decide": 13,
    "decision": 25,
    "child-around": 17,
    "challenge-from-board": 18,  # and whose own page it stands on
    "child-consent": 15,
    "worry-place": 12,
    "note-agreed": 14,
    "today": 22,
}


def ceiling(name: str) -> int:
    return BY_NAME.get(name) or BY_KIND[str(kind_of(name))]
