"""How a child's assessment is shown: the map of the whole child, dangers, voices, what it means, what is missing."""

from datetime import date
from typing import Any

from kith.assessment import queries, rules
from kith.calendar import DayLimit, ago
from kith.packs import NotInPack, Pack
from kith.pages.staff import citing
from kith.pages.staff.guarding import pack_of
from kith.pages.staff.opening import Opened
from kith.pages.staff.quoting import label
from kith.people.rules import relation_in_words
from kith.web.pictures import trend

_HEARD = {
    "contributed": ("met", "heard"),
    "declined": ("explained", "chose not to"),
    "left_out": ("explained", "left out"),
}


def reading(opened: Opened, assessment: Any, changed_since: bool = False) -> dict[str, Any]:
    """Template variables of the reading view. Some twenty queries, however much is written."""
    pack, today = pack_of(opened), opened.actor.today
    held = queries.held(assessment, today, opened.siblings)
    grid = rules.grid(held.domains.values(), held.set_aside, pack)
    return {
        "assessment": assessment,
        "held": held,
        "clock": clock(assessment, pack, today),
        "gaps": [] if assessment.signed else rules.gaps(held, pack, "to be said when it is signed"),
        "uncited": [] if assessment.signed else rules.agencies_not_cited(held),
        "copies": [] if assessment.signed else _copies(held, pack),
        "deficit": rules.balance(held).percent if rules.balance(held).is_low(pack) else None,
        "kinder": [] if assessment.signed else rules.kinder(rules.written_in(held)),
        "map": _map(held, pack),
        "grid": grid,
        "unlooked": rules.not_looked_at(grid),
        "sides": [title for _, title in pack.choices("assessment_side")],
        "table": _table(held, pack),
        "effects": [_effect(one, pack) for one in held.effects],
        "dangers": [_danger(one, held, opened, pack) for one in held.dangers],
        "columns": columns(held, pack),
        "supports": [(line, label(pack, "adult_need", line.need)) for line in held.supports],
        "voices": [_voice(one, pack) for one in held.voices],
        "written": _written(held, opened, pack),
        "evidence": [_evidence(one, pack) for one in held.evidence],
        "against": [_evidence(one, pack) for one in held.evidence if one.speaks_against],
        "factors": [label(pack, "assessment_factor", code) for code in assessment.factors or assessment.factors_named],
        "changed": _changed(held, opened, pack) if changed_since else [],
    }


def clock(assessment: Any, pack: Pack, today: date) -> dict[str, Any] | None:
    """Day n of m, from the referral for the first version and from its own beginning for a later one; None where the
    pack sets no limit (E3).
    """
    try:
        timescale = pack.timescale("assessment", today)
    except NotInPack:
        return None
    first = assessment.version == 1 and assessment.spell.started_on
    start = assessment.spell.started_on if first else assessment.started_on
    if start is None or not isinstance(timescale.limit, DayLimit):
        return None
    due = timescale.due(start, pack.calendar)
    return {
        "day": timescale.limit.day_of(start, assessment.authorised_on or today, pack.calendar),
        "due": due,
        "late": (assessment.authorised_on or today) > due,
        "from": "the day of the referral" if first else "the day this version began",
        "start": start,
        "source": pack.cite(timescale) + timescale.caution,
    }


def _copies(held: queries.Held, pack: Pack) -> list[str]:
    texts = {part: held.text(part) for part in ("child", "analysis", "conclusion")}
    return [
        f"“{label(pack, 'assessment_part', one.part)}” reads much like {one.of}’s."
        for one in rules.copies(texts, held.alike, pack.figure("sibling-likeness"))
        if not one.same
    ]


def _map(held: queries.Held, pack: Pack) -> rules.Picture:
    standing = {code: (note.concern, _standing(note, pack)) for code, note in held.domains.items()}
    effects = [(one.because_of, one.on_domain, one.how) for one in held.effects]
    return rules.picture(pack.choices("assessment_side"), pack.choices("assessment_domain"), standing, effects)


def _standing(note: Any, pack: Pack) -> str:
    if note.not_looked_because and not note.looked_at:
        return "Not looked at, for a reason"
    concern = label(pack, "concern_level", note.concern) if note.concern else "How worried: not said"
    return f"{concern}, {label(pack, 'domain_trend', note.trend).lower()}" if note.trend else concern


def _table(held: queries.Held, pack: Pack) -> list[dict[str, Any]]:
    """By side: each part with its note, who informed it, and what it does to others; then those nobody looked at, by
    the reason that is given.
    """
    by_side: dict[str, dict[str, Any]] = {
        side: {"title": title, "parts": [], "unlooked": {}} for side, title in pack.choices("assessment_side")
    }
    for code, title in pack.choices("assessment_domain"):
        note, side = held.domains.get(code), by_side[code.partition("-")[0]]
        part = {
            "code": code,
            "title": title,
            "note": note,
            "standing": _standing(note, pack) if note else "Not looked at yet",
            "informed": [v.called for v in held.voices if any(one.domain == code for one in v.given)],
            "does": [_effect(one, pack) for one in held.effects if one.because_of == code],
            "bears_on": [label(pack, "five_outcomes", one) for one in note.outcomes] if note else [],
        }
        if note and note.not_looked_because and not note.looked_at and not part["informed"] and not part["does"]:
            side["unlooked"].setdefault(note.not_looked_because, []).append(part)
        else:
            side["parts"].append(part)
    return list(by_side.values())


def _effect(one: Any, pack: Pack) -> dict[str, str]:
    return {
        "because_of": label(pack, "assessment_domain", one.because_of),
        "on": label(pack, "assessment_domain", one.on_domain),
        "how": one.how,
    }


def _danger(rated: queries.Rated, held: queries.Held, opened: Opened, pack: Pack) -> dict[str, Any]:
    name = held.child.called.partition(" ")[0]
    latest = [scales[-1] for scales in rated.numbers.values()]
    scores = [one.score for one in latest if one.score is not None]
    return {
        "row": rated.danger,
        "goal": rated.goal,
        "numbers": [_number(called, scales, opened, pack) for called, scales in rated.numbers.items()],
        "owes": rules.who_owes_a_number(rated, held, name),
        "apart": max(scores) - min(scores) if len(scores) > 1 else 0,
        "end": rated.danger.line_id,
    }


def _number(called: str, scales: list[Any], opened: Opened, pack: Pack) -> dict[str, Any]:
    last, given = scales[-1], [one for one in scales if one.score is not None]
    return {
        "called": called,
        "whose": label(pack, "scale_view", last.view),
        "row": last,
        "when": ago(last.said_on, opened.actor.today),
        "course": ", ".join(str(one.score) for one in given),
        "picture": trend([(one.said_on, one.score) for one in given], most=10),
    }


def columns(held: queries.Held, pack: Pack) -> list[dict[str, Any]]:
    """The three columns, from what is written elsewhere: nothing is typed for them."""
    part = dict(pack.choices("assessment_domain"))
    notes = [(part.get(note.domain, note.domain), note) for note in held.domains.values()]
    serious = [level for level, _ in pack.choices("concern_level") if level != "none"]
    lines = {
        "worried": [("Danger", one.danger.what) for one in held.dangers]
        + [(title, note.needs) for title, note in notes if note.needs and note.concern in serious],
        "working_well": [(title, note.strengths) for title, note in notes if note.strengths],
        "needs_to_happen": [
            ("Safety goal", text)
            for one in held.dangers
            if one.goal
            for text in (one.goal.family_does, one.goal.child_lives, one.goal.others_see)
            if text
        ],
    }
    return [{"title": title, "lines": lines.get(code, [])} for code, title in pack.choices("safety_column")]


def _voice(voice: queries.Voice, pack: Pack) -> dict[str, Any]:
    state, said = _HEARD.get(voice.standing, ("owed", "still to be heard"))
    if voice.standing == "owed" and voice.not_safe:
        state, said = "explained", "not safe to ask for now"
    return {
        "called": voice.called,
        "who": _who(voice, pack),
        "state": state,
        "said": said,
        "because": voice.row.because if voice.row else voice.not_safe,
        "owed": voice.standing != "contributed",
        "given": [
            {
                "row": one,
                "kind": label(pack, "contribution_kind", one.kind).partition(":")[0],
                "part": label(pack, "assessment_domain", one.domain) if one.domain else "",
                "use": label(pack, "contribution_use", one.use) if one.use else "",
            }
            for one in voice.given
        ],
    }


def _who(voice: queries.Voice, pack: Pack) -> str:
    if voice.to_child == "agency":
        return "agency working with this child"
    if not voice.to_child or voice.who is None:
        return ""
    words = relation_in_words(pack, voice.to_child, voice.who).lower()
    return f"{words}, lives elsewhere" if voice.elsewhere else words


def _written(held: queries.Held, opened: Opened, pack: Pack) -> dict[str, Any]:
    """Each part as it stands, with the child's words it rests on."""
    quotes = citing.in_words(held.quotes, opened)

    def shown(part: str, whose: int | None = None) -> dict[str, Any] | None:
        row = held.passages.get((part, whose))
        return (
            {"row": row, "when": ago(row.written_on, opened.actor.today), "quotes": quotes.get(row.pk, [])}
            if row
            else None
        )

    return {
        "family": shown("family"),
        "child": shown("child"),
        "parents": [
            {"called": one.person.called, "ref": one.person.ref, "written": shown("parent", one.person.pk)}
            for one in held.parents
        ],
        "analysis": shown("analysis"),
        "conclusion": shown("conclusion"),
    }


def _evidence(one: Any, pack: Pack) -> dict[str, Any]:
    return {
        "row": one,
        "source": label(pack, "evidence_source", one.source),
        "claim": label(pack, "evidence_claim", one.claim),
    }


def _changed(held: queries.Held, opened: Opened, pack: Pack) -> list[str]:
    before = held.assessment.before
    return rules.changes(queries.held(before, opened.actor.today, opened.siblings), held, pack) if before else []
