"""A child's words and their answer, put as the voice_quote piece shows them."""

from typing import Any

from django.urls import reverse

from kith import words as spoken
from kith.access.actor import HOME_TIME
from kith.packs import NotInPack, Pack
from kith.pages.staff.opening import Opened
from kith.voice.queries import Heard


def quote(words: Any, opened: Opened, pack: Pack) -> dict[str, Any]:
    """Options of voice_quote, with what stands around it: `links`, (text, href, hidden words)."""
    wish = getattr(words, "wish", None)
    answer = getattr(wish, "answer", None) if wish else None
    name = opened.child.called.partition(" ")[0]
    state, state_words = _state(words, wish, answer, opened, pack)
    return {
        "words": words.text,
        "speaker": name,
        "said_on": _said_on(words, opened),
        "heard_by": words.heard_by,
        "kind": " · ".join(_kind(words, pack)),
        "state": state,
        "state_words": state_words,
        "answer": answer_of(answer, opened, pack) if answer else None,
        "action": _action(wish, answer, name, opened),
        "links": _links(words, wish, answer, opened),
        "question_asked": words.question_asked,
        "not_told": bool(answer and not answer.told_on),
        "not_told_because": answer.not_told_because if answer else "",
    }


def answer_of(answer: Any, opened: Opened, pack: Pack) -> dict[str, str]:
    """The answer as far as it goes: what we said and did, why not, who told the child, what they thought of it."""
    outcome = label(pack, "answer_outcome", answer.outcome)
    reaction = label(pack, "answer_reaction", answer.reaction) if answer.reaction else ""
    return {
        "text": f"{outcome}. {answer.what_we_did}".strip(),
        "outcome": outcome,
        "did": answer.what_we_did,
        "reason": answer.reason,
        "told_by": answer.told_by,
        "told_on": spoken.short_day(answer.told_on, opened.actor.today) if answer.told_on else "",
        "reaction": ": ".join(part for part in (reaction, answer.reaction_words) if part),
    }


def filters(sorts: dict[str, str], chosen: str, heard: Heard) -> list[dict[str, Any]]:
    """Ways to read the page: everything, then each sort there is any of."""
    named = {
        "": "Everything",
        "wish": "Wishes",
        "worry": "Worries",
        "good_thing": "Good things",
        "harm": "Tells of harm",
    }
    counts = {"": heard.said, **heard.of_sort}
    return [
        {
            "text": named.get(code, sorts.get(code, "")),
            "href": f"?sort={code}" if code else "?",
            "count": counts[code],
            "chosen": code == chosen,
        }
        for code in ("", *sorts)
        if counts.get(code) or code in ("", chosen)
    ]


def label(pack: Pack, codes: str, code: str) -> str:
    """A code in words; itself, when it was written under a pack that had it and this one does not."""
    try:
        return pack.label(codes, code)
    except NotInPack:
        return code


def _state(words: Any, wish: Any, answer: Any, opened: Opened, pack: Pack) -> tuple[str, str]:
    if words.sort == "harm":
        return "acted_on", ""
    if wish is None:
        return "not_owed", ""
    if answer is None:
        late = wish.answer_by_on < opened.actor.today
        by = spoken.short_day(wish.answer_by_on, opened.actor.today)
        return ("owed_late", f"Answer was owed by {by}") if late else ("owed", f"Answer owed by {by}")
    if answer.outcome == "not_ours":
        return "not_agreed", label(pack, "answer_outcome", answer.outcome)
    return answer.outcome, ""


def _said_on(words: Any, opened: Opened) -> str:
    """The day it was said; and, when that is another, the day it was written down (design 7.11)."""
    today = opened.actor.today
    written = words.act.recorded_at.astimezone(HOME_TIME).date()
    said = spoken.short_day(words.said_on, today)
    apart = (written - words.said_on).days > 1
    return f"{said} (written down {spoken.short_day(written, today)})" if apart else said


def _kind(words: Any, pack: Pack) -> list[str]:
    way = label(pack, "way_of_speaking", words.way) if words.way not in ("", "spoken") else ""
    checked = {True: "checked back", False: "not checked back yet"}.get(words.checked_back, "")
    return [part for part in (label(pack, "words_kind", words.sort), way, words.where, checked) if part]


def _action(wish: Any, answer: Any, name: str, opened: Opened) -> dict[str, str] | None:
    if wish is None or not opened.may_write or (answer and answer.told_on):
        return None
    page, text = ("tell-child", f"Tell {name} what was decided") if answer else ("answer-wish", f"Answer {name}")
    return {"href": reverse(page, args=[opened.child.ref, answer.pk if answer else wish.pk]), "text": text}


def _links(words: Any, wish: Any, answer: Any, opened: Opened) -> list[dict[str, str]]:
    """Quiet links under a quote, each with words that tell it from the others for those who listen."""
    start = " ".join(words.text.split()[:6])
    links = []
    if answer:
        links.append({"text": "The whole answer", "href": reverse("answer-wish", args=[opened.child.ref, wish.pk])})
    if opened.may_write:
        links.append({"text": "Wrong child?", "href": reverse("correct-words", args=[opened.child.ref, words.pk])})
    return [{**link, "hidden": f": {start}"} for link in links]
