"""What is different between two versions of an assessment, in sentences (N21)."""

from collections.abc import Mapping
from typing import Any

from kith.packs import Pack


def changes(before: Any, now: Any, pack: Pack) -> list[str]:
    """`before`, `now`: Held. In the order of the page; empty when nothing is."""
    return [
        *_of_domains(before.domains, now.domains, pack),
        *_of_passages(before.passages, now.passages, pack),
        *_of_factors(before.assessment, now.assessment, pack),
        *_new("Newly linked", {e.how for e in before.effects}, [e.how for e in now.effects]),
        *_new("Newly rests on", {e.text for e in before.evidence}, [e.text for e in now.evidence]),
    ]


def _of_domains(before: Mapping[str, Any], now: Mapping[str, Any], pack: Pack) -> list[str]:
    found = []
    for code, label in pack.choices("assessment_domain"):
        old, new = before.get(code), now.get(code)
        if new is None:
            continue
        if (old.concern if old else "") != new.concern:
            was = pack.label("concern_level", old.concern) if old and old.concern else "not said"
            found.append(f"{label}: {was} before, {_level(new.concern, pack)} now.")
        elif old is None or _texts(old) != _texts(new):
            found.append(f"{label}: written again.")
    return found


def _texts(note: Any) -> tuple[str, ...]:
    written = (note.strengths, note.needs, note.shown_by, note.care_bears, note.world_bears)
    return (*written, *sorted(note.outcomes))


def _level(code: str, pack: Pack) -> str:
    return pack.label("concern_level", code).lower() if code else "not said"


def _of_passages(before: Mapping[Any, Any], now: Mapping[Any, Any], pack: Pack) -> list[str]:
    return [
        f"“{pack.label('assessment_part', key[0])}”: written again."
        for key, one in now.items()
        if key not in before or before[key].text != one.text
    ]


def _of_factors(before: Any, now: Any, pack: Pack) -> list[str]:
    old, new = set(before.factors or before.factors_named), set(now.factors_named)
    return [
        *(f"Factor found now: {pack.label('assessment_factor', code)}." for code in sorted(new - old)),
        *(f"Factor no longer found: {pack.label('assessment_factor', code)}." for code in sorted(old - new)),
    ]


def _new(what: str, before: set[str], now: list[str]) -> list[str]:
    return [f"{what}: {text}" for text in now if text not in before]
