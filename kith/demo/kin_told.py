"""Who belongs to the demo family, how they get on, and who helps: each line a step of `kith.demo.kin`."""

from datetime import date
from typing import Any


def _is(
    key: str, called: str, sex: str, born: tuple[int, str], of: str, kind: str, source: str, **more: Any
) -> dict[str, Any]:
    return {"key": key, "called": called, "sex": sex, "born": born, "of": of, "kind": kind, "source": source, **more}


def _on(kind: str, ring: int, line: str, flow: str, called: str, who: str = "", **more: Any) -> dict[str, Any]:
    return {"kind": kind, "ring": ring, "line": line, "flow": flow, "called": called, "who": who, **more}


_YEAR, _ABOUT = "year", "about"
_MINE: dict[str, Any] = {"whose": "child", "said_by": "Maya", "family_may_see": True}

# (step, days ago, who wrote it, what)
KIN: list[tuple[str, int, str, dict[str, Any]]] = [
    ("belongs", 725, "theo", {"of": "kelly", "other": "rose", "kind": "parent", "source": "Kelly"}),
    ("belongs", 725, "theo", {"of": "tomek", "other": "zofia", "kind": "parent", "source": "Tomek"}),
    (
        "belongs",
        725,
        "theo",
        {
            "of": "kelly",
            "other": "tomek",
            "kind": "spouse",
            "since": 2016,
            "until_on": date(2023, 6, 10),
            "ended_as": "separated",
            "source": "Kelly",
        },
    ),
    ("somebody", 700, "aisha", _is("emeka", "Emeka Okafor", "M", (66, _YEAR), "kelly", "parent", "Nan Rose")),
    ("died", 700, "aisha", {"who": "emeka", "on": date(2019, 3, 2)}),
    ("belongs", 700, "aisha", {"of": "emeka", "other": "rose", "kind": "spouse", "since": 1990, "source": "Nan Rose"}),
    (
        "somebody",
        700,
        "aisha",
        _is("chidi", "Chidi Okafor", "M", (27, _YEAR), "emeka", "parent", "Nan Rose", way="down", second="rose"),
    ),
    ("somebody", 640, "aisha", _is("piotr", "Piotr Nowak", "M", (61, _ABOUT), "tomek", "parent", "Tomek")),
    ("died", 640, "aisha", {"who": "piotr", "on": date(2021, 11, 5)}),
    ("belongs", 640, "aisha", {"of": "piotr", "other": "zofia", "kind": "spouse", "source": "Tomek"}),
    (
        "somebody",
        640,
        "aisha",
        _is(
            "magda",
            "Magda Zielińska",
            "F",
            (35, _ABOUT),
            "tomek",
            "partner",
            "Tomek",
            way="level",
            until_on=date(2014, 8, 1),
            ended_as="separated",
        ),
    ),
    (
        "somebody",
        640,
        "aisha",
        _is("ola", "Ola Nowak", "F", (13, _YEAR), "tomek", "parent", "Tomek", way="down", second="magda"),
    ),
    (
        "home",
        640,
        "theo",
        {"who": ("zofia", "ola"), "lines": "ul. Lipowa 4\nGdańsk", "called": "Babcia’s", "since": date(2019, 9, 1)},
    ),
    ("belongs", 470, "aisha", {"of": "kelly", "other": "dean", "kind": "partner", "since": 2025, "source": "Kelly"}),
    ("somebody", 300, "aisha", _is("marek", "Marek Nowak", "M", (15, _ABOUT), "maya", "cousin", "Maya")),
    (
        "asked",
        298,
        "aisha",
        {"topic": "other", "asked_who": "Tomek Nowak", "outcome": "thinking", "said": "He will ask his mother."},
    ),
    (
        "gets_on",
        610,
        "aisha",
        {
            "one": "rose",
            "other": "maya",
            "quality": "very_close",
            "said_by": "Maya",
            "words": "Nan is my best grown-up.",
        },
    ),
    (
        "gets_on",
        430,
        "aisha",
        {
            "one": "maya",
            "other": "dean",
            "quality": "strained",
            "said_by": "Maya",
            "words": "Dean shouts when we are in bed",
            "source": "visit at school",
        },
    ),
    (
        "gets_on",
        720,
        "aisha",
        {
            "one": "gary",
            "other": "kelly",
            "quality": "violent",
            "toward": True,
            "said_by": "Kelly",
            "source": "court order",
        },
    ),
    (
        "gets_on",
        300,
        "aisha",
        {
            "one": "rose",
            "other": "kelly",
            "quality": "mended",
            "said_by": "Nan Rose",
            "words": "We did not speak for a year. Now I have Sam on Tuesdays.",
        },
    ),
    (
        "gets_on",
        300,
        "aisha",
        {"one": "maya", "other": "tomek", "quality": "close", "said_by": "Maya", "words": "Saturdays are my best day."},
    ),
    (
        "gets_on",
        300,
        "aisha",
        {
            "one": "kelly",
            "other": "tomek",
            "quality": "distant",
            "said_by": "Kelly",
            "words": "We text about the children.",
        },
    ),
    (
        "confirmed",
        60,
        "aisha",
        {"family_asked": "yes", "with_whom": "Kelly and Nan Rose", "note": "Tomek by telephone, with the interpreter."},
    ),
    ("somebody", 12, "aisha", _is("pat", "Pat Marsh", "F", (55, _ABOUT), "dean", "parent", "Dean")),
    # The map we drew, and Maya's own.
    (
        "place",
        300,
        "aisha",
        _on(
            "family",
            1,
            "strong",
            "gives",
            "Nan Rose",
            "rose",
            said_by="Maya",
            what_for="Three nights a week, and stories",
        ),
    ),
    ("place", 300, "aisha", _on("family", 1, "strong", "both", "Kelly", "kelly", said_by="Maya")),
    ("place", 300, "aisha", _on("family", 1, "strong", "both", "Leo", "leo", said_by="Maya")),
    (
        "place",
        240,
        "aisha",
        _on("family", 1, "strong", "takes", "Sam", "sam", said_by="Maya", what_for="She gets up to him at night"),
    ),
    (
        "place",
        300,
        "aisha",
        _on("family", 2, "strong", "gives", "Tomek", "tomek", said_by="Maya", what_for="Saturday mornings"),
    ),
    (
        "place",
        300,
        "aisha",
        _on(
            "family",
            3,
            "thin",
            "gives",
            "Zofia Nowak",
            "zofia",
            said_by="Tomek",
            what_for="Telephone on Sundays, in Polish",
        ),
    ),
    ("place", 300, "aisha", _on("family", 3, "stressful", "takes", "Dean", "dean", said_by="Maya and Leo")),
    (
        "place",
        300,
        "aisha",
        _on("friend", 1, "strong", "gives", "Bea", said_by="Maya", what_for="Best friend since reception"),
    ),
    (
        "place",
        300,
        "aisha",
        _on(
            "school",
            2,
            "strong",
            "gives",
            "St Anne’s",
            said_by="Mrs Bell",
            what_for="Breakfast club, reading, the hamster",
        ),
    ),
    ("place", 300, "aisha", _on("pet", 2, "ordinary", "gives", "Biscuit the hamster", said_by="Maya")),
    (
        "place",
        200,
        "aisha",
        _on("club", 3, "thin", "gives", "Swimming", said_by="Leo", what_for="Leo’s club; Maya comes along"),
    ),
    (
        "place",
        240,
        "aisha",
        _on("health", 3, "ordinary", "gives", "Jo Pemberton", said_by="Kelly", what_for="Health visitor, Mondays"),
    ),
    ("place", 290, "aisha", _on("family", 1, "strong", "gives", "Nan", "rose", **_MINE)),
    ("place", 290, "aisha", _on("family", 1, "strong", "both", "Mum", "kelly", **_MINE)),
    ("place", 290, "aisha", _on("family", 1, "strong", "both", "Leo", "leo", **_MINE)),
    ("place", 290, "aisha", _on("family", 2, "strong", "gives", "Tata", "tomek", **_MINE)),
    ("place", 290, "aisha", _on("family", 3, "ordinary", "gives", "Babcia", "zofia", **_MINE)),
    ("place", 290, "aisha", _on("friend", 1, "strong", "gives", "Bea", **_MINE)),
    ("place", 290, "aisha", _on("pet", 1, "strong", "gives", "Biscuit", **_MINE)),
    ("place", 290, "aisha", _on("school", 2, "ordinary", "gives", "Mrs Bell", **_MINE)),
    ("place", 289, "aisha", _on("family", 3, "stressful", "none", "Dean", "dean", whose="child", said_by="Maya")),
    # The family's own people first.
    (
        "offer",
        590,
        "aisha",
        {
            "who": "rose",
            "called": "Nan Rose",
            "role": "overnight",
            "what": "Has Sam for the night, and the others for tea.",
            "when_words": "Tuesdays, Thursdays and Sundays",
            "agreed": True,
        },
    ),
    (
        "offer",
        560,
        "aisha",
        {
            "who": "tomek",
            "called": "Tomek",
            "role": "daytime",
            "what": "Has Maya and Leo at the family centre.",
            "when_words": "Saturday mornings",
            "agreed": True,
        },
    ),
    (
        "offer",
        57,
        "aisha",
        {
            "called": "Bea’s mum",
            "role": "for_the_child",
            "what": "Maya stays over when there is a party.",
            "said_by": "Kelly",
            "agreed": True,
        },
    ),
    (
        "offer",
        40,
        "aisha",
        {
            "who": "chidi",
            "called": "Chidi",
            "role": "practical",
            "what": "Will put up Maya’s bed and mend the bike.",
            "said_by": "Nan Rose",
        },
    ),
    (
        "asked",
        580,
        "grace",
        {
            "topic": "family_meeting",
            "asked_who": "Kelly and Nan Rose",
            "outcome": "said_yes",
            "said": "At Nan’s, with Tomek on the telephone.",
        },
    ),
    (
        "service",
        580,
        "aisha",
        {
            "service": "Interpreter for Tomek",
            "because": "Nobody of the family should carry these words for him, least of all a child.",
            "considered": "Zofia was thought of",
        },
    ),
    (
        "service",
        215,
        "aisha",
        {
            "service": "Health visitor every Monday",
            "because": "Kelly asked for somebody outside the family to talk to about feeding and sleep.",
            "considered": "Nan Rose",
        },
    ),
    ("service", 179, "aisha", {"service": "Breakfast club"}),
]
