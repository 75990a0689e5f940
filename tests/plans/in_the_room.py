"""A whole plan as a family and a lead worker make it in the room, for the tests that begin with one."""

from kith.plans.acts import OutcomeSaid, StepSaid, ViewSaid

WHOLE = {
    "because": "Nobody sleeps, and mornings are a fight.",
    "ends_when": "Ten mornings running without shouting.",
    "if_worse": "Kelly rings the same day.",
    "going_well": "He laughs with his grandmother.",
    "worries": "He is tired and has begun to lose weight.",
    "no_words": "too_young",
    "seen": "He hides under the table when the phone comes out.",
    "outcomes": [
        OutcomeSaid(
            statement="He sleeps until six.",
            measure="Kelly’s chart on the fridge.",
            baseline="Awake at four.",
            target="Six nights of seven.",
            whose_change="parent",
            weeks=6,
        )
    ],
    "steps": [
        StepSaid("No screens after seven.", who="Kelly", kind="family", weeks=1, uses="She did it with his sister."),
        StepSaid("A bed rail from the family centre.", who="Kelly", kind="family", weeks=20),
    ],
    "people": [
        ViewSaid("Kelly", "parent", score=4, words="I turn it off at seven. I want my evenings back."),
        ViewSaid("Ivo", "child", score=None, words="He showed it: he hides when the phone comes out."),
    ],
}
