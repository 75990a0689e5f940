"""One question about a child, in the frame of the record: the form, what is missing, the draft, and where to go."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from kith.pages.staff.header import SECTIONS, header
from kith.pages.staff.opening import Opened
from kith.web.asking import ask


def framed(
    request: HttpRequest,
    opened: Opened,
    form: Any,
    do: Any,
    *,
    title: str,
    then: Any,
    here: str,
    button: str = "Save",
    **context: Any,
) -> HttpResponse:
    """`here`: the part of the record it belongs to. `context`: draft and kept; note and about, a sentence above the
    form; lacks, what is missing (each with `text`); back, (words, address) below it.
    """
    return ask(
        request,
        "pages/framed.html",
        form=form,
        do=do,
        then=then,
        title=title,
        button=button,
        part=next(title for name, title, _ in SECTIONS if name == here),
        **context,
        **header(opened, here),
    )
