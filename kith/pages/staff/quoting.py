"""A child's words and their answer, put as the voice_quote piece shows them."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from kith import packs
from kith import words as spoken
from kith.access.actor import HOME_TIME
from kith.packs import Pack
from kith.pages.staff.opening import Opened
from kith.voice.queries import Heard


def quote(words: Any, opened: Opened, pack: Pack) -> dict[str, Any]:
    """Options of voice_quote, with what stands around it: `links`, (text, href, hidden words)."""
    wish = getattr(words, "wish", None)
    answer = getattr(wish, "answer", None) if wish else None
    name = opened.child.called.partition(" ")[0]
    state, state_words = _state(words, wish, answer, opened, pack)
    return {
        "words": words.in_words,
        "speaker": name,
        "said_on": _said_on(words, opened),
        "heard_by": "" if words.from_corner else words.heard_by,
        "by_hand": _by_hand(words, opened) if words.from_corner else "",
        "picked": words.picked if words.text else "",
        "drawing": _drawing(words, name, opened),
        "there": words.there,
        "first": _first(words, opened),
        "may_tell": _may_tell(words, name),
        "receipt": _receipt(words, opened),
        "first_answer": answer_of(wish.first_answer, opened, pack) if wish and hasattr(wish, "first_answer") else None,
        "kind": " · ".join(_kind(words, pack)),
        "state": state,
        "state_words": state_words,
        "answer": answer_of(answer, opened, pack) if answer else None,
        "action": _action(wish, answer, name, opened),
        "links": _links(words, wish, answer, opened),
        "question_asked": words.question_asked,
        "not_told": bool(answer and not answer.told_on),
        "not_told_because": answer.not_told_because if answer else "",
        "on_card": bool(answer and answer.card_on and not answer.told_on),
        "wants_helper": bool(wish and any(a.wants_helper for a in _answers(wish))),
    }


def _first(words: Any, opened: Opened) -> dict[str, str] | None:
    """What was written down first, when the child said it was heard wrong: kept, and shown as what it is."""
    first = words.instead_of
    if first is None:
        return None
    return {"words": first.told, "when": spoken.short_day(first.said_on, opened.actor.today), "by": first.heard_by}


def _answers(wish: Any) -> list[Any]:
    return [getattr(wish, name) for name in ("answer", "first_answer") if hasattr(wish, name)]


REFLEXIVE = {"she": "herself", "he": "himself"}


def _by_hand(words: Any, opened: Opened) -> str:
    """Who put it down, and where: "Maya wrote this herself on Aisha Khan’s tablet"."""
    name = opened.child.called.partition(" ")[0]
    on = f" on {words.on_device}" if words.on_device else ""
    if not words.own_hand:
        return f"{words.heard_by} wrote this for {name}, as it was said,{on}".rstrip(",")
    first = (opened.child.pronouns or "").lower().partition("/")[0].split(" ")[0]
    did = "drew" if words.way == "drawn" else "chose" if words.picked and not words.text else "wrote"
    return f"{name} {did} this {REFLEXIVE.get(first, 'without help')}{on}"


def _drawing(words: Any, name: str, opened: Opened) -> dict[str, Any] | None:
    drawing = getattr(words, "drawing", None)
    if drawing is None:
        return None
    return {
        "src": reverse("voice-drawing", args=[opened.child.ref, drawing.pk]),
        "text": drawing.shows or f"A drawing by {name}. What it shows is not written down yet.",
        "shows": drawing.shows,
        "shows_by": drawing.shows_by,
        "ask": "" if drawing.shows else reverse("drawing-shows", args=[opened.child.ref, drawing.pk]),
    }


TOLD_ABOUT_IT = {"meeting": "the people at the meeting", "family": "the family"}


def _may_tell(words: Any, name: str) -> str:
    """What the child said about who we may speak with: asked each time, and never taken as given."""
    if words.may_tell is None:
        return ""
    content = [TOLD_ABOUT_IT[code] for code in words.may_tell if code in TOLD_ABOUT_IT]
    if not content:
        return f"{name} did not say we may talk about this with family or at a meeting. Ask first."
    return f"{name} says we may talk about this with {spoken.joined(content)}."


def _receipt(words: Any, opened: Opened) -> dict[str, str] | None:
    """Telling the child that we have it: who did; or the button that does, and by when."""
    if not words.from_corner:
        return None
    today = opened.actor.today
    if words.got_on:
        return {"text": f"{words.got_by} told {opened.child.called.partition(' ')[0]} we have it"}
    pack = packs.pack_for(settings.PACK, words.said_on)
    by = pack.timescale("receipt-to-child").limit.after(words.said_on, pack.calendar)
    late = "was due" if by < today else "due"
    return {
        "text": f"Receipt {late} by {spoken.short_day(by, today)}",
        "href": reverse("receive-words", args=[opened.child.ref, words.pk]) if opened.may_write else "",
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
        "pictures": ", ".join(label(pack, "answer_picture", code) for code in answer.pictures),
        "reaction": ": ".join(part for part in (reaction, answer.reaction_words) if part),
    }


def filters(sorts: dict[str, str], chosen: str, heard: Heard) -> list[dict[str, Any]]:
    """Ways to read the page: everything, then each sort there is any of."""
    named = {
        "": "Everything",
        "wish": "Wishes",
        "worry": "Worries",
        "good_thing": "Good things",
        "telling": "Things they told us",
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
    return pack.as_written(codes, code)


def _state(words: Any, wish: Any, answer: Any, opened: Opened, pack: Pack) -> tuple[str, str]:
    if words.sort == "harm":
        return "acted_on", ""
    if wish is None:
        return "not_owed", ""
    if answer is None:
        late = wish.answer_by_on < opened.actor.today
        by = spoken.short_day(wish.answer_by_on, opened.actor.today)
        if wish.reopened_on:
            return ("owed_late" if late else "owed"), f"Not OK: {wish.owed_by_name} answers again by {by}"
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
    parts = (label(pack, "words_kind", words.sort), "" if words.from_corner else way, words.where, checked)
    return [part for part in parts if part]


def _action(wish: Any, answer: Any, name: str, opened: Opened) -> dict[str, str] | None:
    if wish is None or not opened.may_write or (answer and answer.told_on):
        return None
    page, text = ("tell-child", f"Tell {name} what was decided") if answer else ("answer-wish", f"Answer {name}")
    return {"href": reverse(page, args=[opened.child.ref, answer.pk if answer else wish.pk]), "text": text}


def _links(words: Any, wish: Any, answer: Any, opened: Opened) -> list[dict[str, str]]:
    """Quiet links under a quote, each with words that tell it from the others for those who listen."""
    start = " ".join(words.told.split()[:6])
    links = []
    if opened.may_write and words.from_corner and words.sort != "harm":
        links.append({"text": "Tells of harm?", "href": reverse("mark-harm", args=[opened.child.ref, words.pk])})
    if opened.may_write and words.sort != "harm" and not words.own_hand:
        links.append({"text": "Heard wrong?", "href": reverse("put-words-right", args=[opened.child.ref, words.pk])})
    if answer:
        links.append({"text": "The whole answer", "href": reverse("answer-wish", args=[opened.child.ref, wish.pk])})
    if opened.may_write:
        links.append({"text": "Wrong child?", "href": reverse("correct-words", args=[opened.child.ref, words.pk])})
    return [{**link, "hidden": f": {start}"} for link in links]
