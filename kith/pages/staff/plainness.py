"""How words meant for a family read, before they leave: advice, and what is asked of very hard ones (S4-23, S4-18)."""

from typing import Any

from django.forms import Form
from django.http import HttpRequest

from kith.involvement import queries as involvement
from kith.pages.staff.guarding import pack_of
from kith.pages.staff.opening import Opened
from kith.sharing.forms import ReleaseCopy
from kith.voice.rules import how_it_reads
from kith.web.asking import posted
from kith.web.forms import from_draft


def copy_form(request: HttpRequest, opened: Opened, **asked: Any) -> Form:
    """Asked only how the words read: the form as it was typed, nothing checked and nothing released."""
    if "items" not in asked:
        asked["items"] = items_of(opened)
    asked["asks_why_above"] = pack_of(opened).figure("reading-age-asks-why")
    if "read" in request.POST:
        return from_draft(ReleaseCopy, request.POST, **asked)
    return ReleaseCopy(posted(request), **asked)


def items_of(opened: Opened) -> list[tuple[str, str]]:
    """What a copy is asked to be about, where somebody agreed to share some things only (S0-13). One query."""
    return pack_of(opened).choices("share_item") if involvement.shared_narrowly(opened.child) else []


def advice(request: HttpRequest, opened: Opened) -> dict[str, Any]:
    """What could be plainer in the copy that was typed: a line for each thing, once somebody asked or sent it."""
    text, pack = request.POST.get("text", ""), pack_of(opened)
    said = how_it_reads(text, pack.figure("reading-age"), pack.say_instead) if text else []
    return {"advice": said, "advised": bool(text)}
