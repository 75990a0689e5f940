"""A family put in words for its page: relations, homes, names and who someone is, as the pack says them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from kith import words
from kith.access import Right
from kith.packs import Pack
from kith.pages.staff.header import how_old
from kith.pages.staff.opening import Opened
from kith.pages.staff.quoting import label
from kith.people import rules
from kith.people.forms import CONTACT_KINDS, CONTACT_SAFE
from kith.people.queries import FamilyMember, Home, KnownBy


def member(one: FamilyMember, opened: Opened, pack: Pack) -> dict[str, Any]:
    """One line of the family list."""
    relation = rules.relation_in_words(pack, one.relation, one.person)
    held = (
        f"holds parental responsibility ({_lower(label(pack, 'pr_acquired', one.acquired))})" if one.responsible else ""
    )
    name = opened.child.called.partition(" ")[0]
    facts = [
        f"lives with {name}" if one.lives_with else "",
        held,
        f"{name} says they matter" if one.matters else "",
        f"since {one.since}" if one.since else "",
        _ended(one, pack),
        f"{one.source} told us" if one.source else "",
    ]
    return {
        "relation": _upper(relation),
        "name": one.person.called,
        "href": reverse("child", args=[one.person.ref]),
        "age": "" if one.person.died_on else how_old(one.person, opened.actor.today),
        "died": f"died {words.in_full(one.person.died_on)}" if one.person.died_on else "",
        "facts": _upper(" · ".join(fact for fact in facts if fact)),
        "ended": one.until is not None,
        "end_href": _end_href(one, opened),
    }


def _ended(one: FamilyMember, pack: Pack) -> str:
    how = f" ({_lower(label(pack, 'relationship_ended', one.ended_as))})" if one.ended_as else ""
    return f"until {words.in_full(one.until)}{how}" if one.until else ""


def _end_href(one: FamilyMember, opened: Opened) -> str:
    if not opened.may_describe or one.until or one.relationship_id is None:
        return ""
    return reverse("end-relationship", args=[opened.child.ref, one.relationship_id])


def home(one: Home, opened: Opened, pack: Pack, kept: Sequence[Any]) -> dict[str, Any]:
    """A stay at an address. What is kept from someone is in `words` only when the reader asked for it. `kept`: the
    child's protections.
    """
    args = [opened.child.ref, one.residence_id]
    return {
        "kind": label(pack, "address_kind", one.kind),
        "called": one.called,
        "words": one.words,
        "kept": one.kept,
        "kept_from": words.joined(one.kept_from),
        "protections": [_protection(row, opened) for row in kept if row.address_id == one.address_id],
        "reveal_url": reverse("reveal-address", args=args),
        "protect_url": reverse("protect-address", args=args[:1]) if opened.may_describe and not one.until else "",
        "when": f"Since {one.since}" if one.until is None else f"{one.since} to {words.in_full(one.until)}",
    }


def _protection(row: Any, opened: Opened) -> dict[str, Any]:
    """Why an address is kept from someone, until when; and the way to end it, or to answer who asks for that."""
    args, today = [opened.child.ref, row.pk], opened.actor.today
    waits = row.end_asked_on is not None
    may_answer = opened.may_describe or opened.actor.may(Right.RESTRICT_RECORDS)
    return {
        "why": f"From {row.from_name}: {row.because}",
        "whom": row.from_name,
        "review": f"To be looked at again by {words.in_full(row.review_on)}",
        "late": row.review_on < today,
        "asked": _asked(row, today) if waits else "",
        "end_url": reverse("end-protection", args=args) if opened.may_describe and not waits else "",
        "answer_url": reverse("answer-ending", args=args) if waits and may_answer else "",
    }


def _asked(row: Any, today: date) -> str:
    asked = f"{row.end_asked_by_name} asked on {words.short_day(row.end_asked_on, today)} for this to end."
    return f"{asked} It stays hidden until a second person agrees."


def stay(one: Home, pack: Pack) -> str:
    """One stay in words, as a choice: a kept address by its dates alone."""
    until = f" until {words.in_full(one.until)}" if one.until else ""
    return f"{one.words or label(pack, 'address_kind', one.kind)}, since {one.since}{until}"


def place(address: Any, living: Sequence[Any], kept: bool) -> tuple[int, str]:
    """An address a move may choose: by who lives there; by its own words only when it is kept from nobody."""
    who = f"where {words.joined(p.called for p in living)} live{'s' if len(living) == 1 else ''}" if living else ""
    shown = "" if kept else ", ".join(part for part in (address.called, *address.lines.splitlines()) if part)
    kept_words = "a protected address" if kept else ""
    return address.pk, _upper(": ".join(part for part in (shown or kept_words, who) if part))


def described(child: Any, known: KnownBy, pack: Pack, today: date) -> dict[str, Any]:
    """Who they are, in words: rows of (question, answer)."""
    return {
        "identity_rows": [row for row in _who_they_are(child, pack) if row[1]],
        "names": [_name(name, pack) for name in known.names],
        "numbers": [_number(one, pack) for one in known.identifiers if not one["until_on"]],
        "contact_points": [
            {
                **one,
                "kind": dict(CONTACT_KINDS).get(one["kind"], one["kind"]),
                "safe": dict(CONTACT_SAFE).get(one["safe"], one["safe"]),
            }
            for one in known.contact_points
        ],
        "languages": [
            {
                "text": label(pack, "language", one["code"]),
                "first": one["first"],
                "interpreter": one["interpreter_needed"],
                "note": one["note"],
            }
            for one in known.languages
        ],
    }


def _number(one: dict[str, Any], pack: Pack) -> dict[str, str]:
    value = label(pack, "upn_unknown", one["value"]) if one["kind"] == "upn_unknown" else one["value"]
    return {"kind": label(pack, "identifier_kind", one["kind"]), "value": value, "fault": one["fault"]}


def _who_they_are(child: Any, pack: Pack) -> list[tuple[str, str]]:
    coded = {
        "gender": child.gender_described,
        "ethnicity": _coded(pack, "ethnicity", child.ethnicity, child.ethnicity_described),
        "religion": _coded(pack, "religion", child.religion, child.religion_described),
        "disability": words.joined(label(pack, "disability", code) for code in child.disabilities),
    }
    said = {"told": "", "declined": "Asked, and would rather not say", "not_asked": "Not asked yet"}
    states = {item: said[rules.asked_state(child, item)] for item in rules.IDENTITY}
    return [
        ("Born", str(child.born or "")),
        ("Expected", words.in_full(child.expected_on) if child.expected_on else ""),
        ("Died", words.in_full(child.died_on) if child.died_on else ""),
        ("Sex recorded at birth", label(pack, "sex", child.sex)),
        *((title, states[item] or coded[item]) for item, title in rules.IDENTITY.items()),
        ("Pronouns", child.pronouns),
        ("Likes to be told things", child.communication),
        ("Came from", child.came_from),
    ]


def _coded(pack: Pack, codes: str, code: str, own_words: str) -> str:
    return ": ".join(part for part in (label(pack, codes, code) if code else "", own_words) if part)


def _name(name: dict[str, Any], pack: Pack) -> dict[str, str]:
    since = f"since {name['since']}" if name["since"] else ""
    until = f"until {words.in_full(name['until'])}" if name["until"] else ""
    return {
        "kind": name["used_by"] or label(pack, "name_kind", name["kind"]),
        "words": name["words"],
        "when": " ".join(part for part in (since, until) if part),
    }


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
