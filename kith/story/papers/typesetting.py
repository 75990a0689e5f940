"""Content to PDF. The words are handed over as data, never as markup: nothing anyone wrote can change the page.

The typefaces are those inside the typesetter itself, so a copy is the same on every machine, embedded, and made without
a network. No author, no date of making and no name goes into the file's own description.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import typst

_PAGES = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")


@dataclass(frozen=True)
class Typeset:
    data: bytes
    pages: int


def chronology_pdf(content: Mapping[str, Any]) -> Typeset:
    """A court chronology (`rules.court.content`, with `release`, `recipient` and `released_on`): PDF/UA-1, A4."""
    return _typeset("chronology", content)


def booklet_pdf(content: Mapping[str, Any]) -> Typeset:
    """“My story so far” (`rules.booklet.content`): PDF/UA-1, A5, larger print for younger children."""
    return _typeset("booklet", content)


def _typeset(template: str, content: Mapping[str, Any]) -> Typeset:
    data = typst.compile(
        _template(template),
        format="pdf",
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        sys_inputs={"content": json.dumps(content)},
    )
    return Typeset(data, int(_PAGES.search(data)[1]))  # type: ignore[index]


@cache
def _template(name: str) -> bytes:
    return (Path(__file__).parent / f"{name}.typ").read_bytes()
