"""What stands at the top of every page of a child's record: who they are, what keeps them safe, where else to go."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.urls import reverse

from kith import packs, words
from kith.access.actor import HOME_TIME
from kith.calendar import age_in_words, ago, expected_in_words
from kith.pages.staff.dangers import close_to
from kith.pages.staff.opening import Opened
from kith.visits import queries as visits

IN_CARE = ("looked_after", "care_leaver")
CHILD, HELP, SAFE = "The child", "The help", "Keeping safe"
SECTIONS = [
    ("child", "Overview", ""),
    ("child-whole", "All about me", CHILD),
    ("child-voice", "Voice", CHILD),
    ("child-story", "Story", CHILD),
    ("child-family", "Family", CHILD),
    ("child-assessment", "Assessment", HELP),
    ("child-plan", "Plan", HELP),
    ("child-decisions", "Decisions", HELP),
    ("child-agencies", "Working together", HELP),
    ("child-clocks", "Clocks", HELP),
    ("child-contacts", "Contacts", SAFE),
    ("child-around", "Around", SAFE),
    ("child-protection", "Protection", SAFE),
    ("child-looked-after", "Looked after", SAFE),
]


def header(opened: Opened, here: str) -> dict[str, Any]:
    """Template variables for record pages: child, identity, safety, sections, opened. Three queries."""
    child, standing = opened.child, visits.standing_of(opened.child)
    return {
        "child": child,
        "opened": opened,
        "situation": opened.situation,
        "lead": standing.lead,
        "signs": standing.signs,
        "bottom_lines": [line.statement for line in standing.bottom_lines],
        "spell": standing.spell,
        "lives": standing.lives if opened.whole else None,
        "identity": _identity(opened, standing),
        "safety": [
            *_missing(opened, standing.missing_since),
            *_not_safe(opened, standing.called),
            *(close_to(opened) if opened.whole and standing.exposed else []),
            *_safety(opened),
            *_needed(opened, standing.needs),
            *_bottom_lines(opened, standing.bottom_lines),
        ],
        "sections": _sections(opened, here, standing),
    }


def _identity(opened: Opened, standing: visits.Standing) -> dict[str, Any]:
    child, today, lead, spell = opened.child, opened.actor.today, standing.lead, standing.spell
    first, _, rest = child.called.partition(" ")
    return {
        "name": child.called if not child.name_held else first,
        "family_name": rest if child.name_held else "",
        "href": reverse("child", args=[child.ref]),
        "age": how_old(child, today),
        "born": _born(child),
        "pronoun": child.pronouns,
        "photo": reverse("portrait", args=[child.ref]) if opened.whole and opened.has_portrait else "",
        "status": level_words(spell.level, today) if spell else "No open work",
        "chips": [line.text for line in opened.situation.get("health", [])][:2] if opened.whole else [],
        "lead_worker": _lead(lead) if spell else None,  # of someone nobody works with, nothing is said
        "seen": [_when("Seen", standing.seen_on, today), _when("Alone", standing.alone_on, today)]
        if opened.whole
        else [],
        "relations": [_sibling(s, rest) for s, _ in opened.siblings],
        "actions": _actions(opened),
    }


def _sibling(sibling: Any, family_name: str) -> dict[str, str]:
    """By first name alone where the family name is this child's."""
    first, _, rest = sibling.called.partition(" ")
    same = bool(sibling.name_held and rest and rest == family_name)
    names = {"text": first, "called": sibling.called} if same else {"text": sibling.called}
    return {**names, "href": reverse("child", args=[sibling.ref])}


def _lead(lead: Any) -> dict[str, str]:
    return {"name": lead.name, "phone": lead.phone} if lead else {"name": "Nobody yet", "phone": ""}


def how_old(child: Any, today: date) -> str:
    if child.born:
        return age_in_words(child.born, today)
    return expected_in_words(child.expected_on, today) if child.expected_on else "age not known"


def level_words(level: str, on: date) -> str:
    return packs.pack_for(settings.PACK, on).level(level).label


def _born(child: Any) -> str:
    return f"born {child.born}" if child.born else ""


def _when(what: str, day: date | None, today: date) -> dict[str, Any]:
    return {"text": f"{what} {ago(day, today)}" if day else f"{what}: not recorded", "late": day is None}


def _actions(opened: Opened) -> list[dict[str, str]]:
    if not opened.may_write:
        return []
    ref = opened.child.ref
    name = opened.child.called.partition(" ")[0] if opened.child.name_held else "this child"
    return [
        {"text": "Record a visit", "href": reverse("record-visit", args=[ref])},
        {"text": f"Hand over to {name}", "href": reverse("hand-over", args=[ref])},
        {"text": "Plan a visit", "href": reverse("plan-visit", args=[ref])},
        {
            "text": "Change the photo" if opened.whole and opened.has_portrait else "Put in a photo",
            "href": reverse("keep-portrait", args=[ref]),
        },
        {"text": "Write down words", "href": reverse("write-words", args=[ref])},
    ]


def _safety(opened: Opened) -> list[dict[str, str]]:
    """Dangers, bottom lines and who must not have contact: on every page of the record (S0-01). What is said of one
    person, or said twice, is one thing.
    """
    found: dict[Any, list[Any]] = {}
    for kind in ("danger", "no_contact", "bottom_line"):
        for line in opened.situation.get(kind, []):
            found.setdefault(line.about_id or line.text.casefold(), []).append(line)
    return [_together(lines, opened.actor.today) for lines in found.values()]


def _together(lines: list[Any], today: date) -> dict[str, str]:
    """One line of the banner: each thing said once, then who says so and since when."""
    said = {line.text.casefold().rstrip("."): line.text for line in lines}
    told = [(line.source or line.confirmed_by, ago(line.from_on, today)) for line in lines]
    *others, (source, when) = dict.fromkeys(told)
    return {
        "text": " ".join(words.ended(text) for text in said.values()) if len(said) > 1 else lines[0].text,
        "source": "; ".join([*(", ".join(other) for other in others), source]),
        "when": when,
    }


def _bottom_lines(opened: Opened, lines: Iterable[visits.Line]) -> list[dict[str, str]]:
    """What a decision says must stay true: in the minimum view too (N31, design 7.7)."""
    return [
        {
            "text": f"Bottom line: {line.statement}",
            "when": ago(line.since, opened.actor.today),
            "source": f"watched by {line.watcher}" if line.watcher else "nobody watches it yet",
        }
        for line in lines
    ]


def _missing(opened: Opened, since: datetime | None) -> list[dict[str, str]]:
    """Above everything until they are found, in the minimum view too: whoever opens the record may know where."""
    if since is None:
        return []
    name = opened.child.called.partition(" ")[0]
    moment = words.short_moment(since.astimezone(HOME_TIME), opened.actor.today)
    return [{"text": f"{name} is missing.", "when": f"since {moment}", "source": "nobody has found them yet"}]


def _needed(opened: Opened, needs: Iterable[visits.Needed]) -> list[dict[str, str]]:
    """What is needed now and not there yet: owed on every page of the record (S1-32)."""
    if not opened.whole:
        return []
    return [
        {
            "text": f"Needed now: {one.what}",
            "when": f"since {words.short_moment(one.at.astimezone(HOME_TIME), opened.actor.today)}",
            "source": f"{one.brings} brings it" if one.brings else "nobody brings it yet",
        }
        for one in needs
    ]


def _not_safe(opened: Opened, called: Iterable[visits.Called]) -> list[dict[str, str]]:
    """What the child said for themselves, in their own corner, that duty was told of: above everything (7.1, N7)."""
    name, today = opened.child.called.partition(" ")[0], opened.actor.today
    return [
        {
            "text": f"{name} told of harm in their own corner." if one.of_harm else f"{name} says: I don’t feel safe.",
            "when": words.short_moment(one.at.astimezone(HOME_TIME), today),
            "source": f"{one.taken_by} has it" if one.taken_by else "Duty has not taken it yet",
        }
        for one in called
    ]


def _sections(opened: Opened, here: str, standing: visits.Standing) -> list[dict[str, Any]]:
    """Being looked after stands there for whoever is or was; of anybody else it is told from Protection."""
    if not opened.whole:
        return _around(opened, here)
    level = standing.spell.level if standing.spell else ""
    return [
        {
            "text": title,
            "href": reverse(name, args=[opened.child.ref]),
            "active": name == here,
            "group": group,
            "owed": standing.owed if name == "child-voice" else 0,
        }
        for name, title, group in SECTIONS
        if name != "child-looked-after" or here == name or level in IN_CARE
    ]


def _around(opened: Opened, here: str) -> list[dict[str, Any]]:
    """Of someone around a child the reader works with: who they are and where they live, and nothing more."""
    shown = [(name, title) for name, title, _ in SECTIONS if opened.around and name in ("child", "child-family")]
    return [
        {"text": title, "href": reverse(name, args=[opened.child.ref]), "active": name == here} for name, title in shown
    ]
