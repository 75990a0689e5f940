"""What people type is only ever words, on every page and in every file (S-37); and no page asks for less than the
strictest content policy, or would need more (S-38).
"""

import io
import re
import zipfile

import pytest
from django.urls import reverse
from lxml import html
from pypdf import PdfReader

from kith.access import acting_as
from kith.story.models import Booklet, Chronology
from tests.architecture.markup import ALERT, write_markup_everywhere
from tests.architecture.objects.story import copies
from tests.architecture.test_strangers import ADDRESSES, arrive, come

READERS = ["", "aisha", "grace", "theo", "sol", "priya", "kelly", "tomek", "maya"]
AT_LEAST = {"aisha": 1000, "grace": 1000, "theo": 30, "sol": 20, "kelly": 8, "tomek": 5, "priya": 8}  # times met
LED_TO = ("href", "src", "action", "formaction", "data-draft", "data-draft-conflict", "xlink:href")
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
}


@pytest.mark.parametrize("reader", READERS, ids=[r or "nobody" for r in READERS])
def test_markup_in_any_words_of_the_record_is_shown_as_words(cast, browse, marked, reader):
    wrong, met, client = [], 0, come(cast, browse, reader)
    for address in ADDRESSES:
        page = arrive(client, address, marked)
        wrong += [f"{address.name}: {fault}" for fault in faults_of(page)]
        met += page.content.count(b"&lt;script&gt;" + ALERT.encode())
    assert wrong == []
    assert met >= AT_LEAST.get(reader, 0)


def faults_of(page):
    policy = {part.strip() for part in page.headers.get("Content-Security-Policy", "").split(";") if part.strip()}
    yield from [f"its policy is {sorted(policy)}"] if policy != POLICY else []
    yield from [str(page.status_code)] if page.status_code >= 500 else []
    if page.headers.get("Content-Type", "").startswith("text/html") and page.content:
        text = page.content.decode()
        yield from (f"{text[at - 60 : at + 40]!r}" for at in raw(text))
        yield from ["worked out what was written"] if "k49h" in text else []
        yield from _loose(html.document_fromstring(text))


def raw(text):
    """Where what was planted stands as markup."""
    return [m.start() for m in re.finditer(rf"<script>{ALERT}|<img src=x|<b id=k>", text)]


def _loose(page):
    """Anything a browser would carry out, had it been read as markup: nothing of the kind is on a page of ours."""
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in ("style", "iframe", "object", "embed", "base") or (
            element.tag == "script" and not element.get("src")
        ):
            yield f"has a <{element.tag}> in it"
        for name, value in element.attrib.items():
            if name.startswith("on") or name == "style":
                yield f"<{element.tag} {name}>"
            if name in LED_TO and not re.match(r"(/(?!/)|\?|#|\./|tel:|mailto:|data:image/|$)", value):
                yield f"<{element.tag} {name}={value[:40]!r}>"


def test_a_file_made_of_it_holds_words_too(cast, browse, furnished):
    """A court chronology and a child's booklet made from a record that is full of markup: addresses apart, which are
    kept from someone, so that nothing that began as they do would leave.
    """
    write_markup_everywhere(besides="people_address")
    with acting_as(cast.aisha):
        copies(cast)
    gone = Chronology.objects.exclude(release=None).latest("pk")
    aisha, ref = browse("aisha"), cast.maya.ref
    pdf, docx = (aisha.get(reverse("court-file", args=[ref, gone.pk, form])) for form in ("pdf", "docx"))
    booklet = aisha.get(reverse("booklet-file", args=[ref, Booklet.objects.latest("pk").pk]))
    for file in (pdf, booklet):
        printed = re.sub(
            r"\s+", "", "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(file.content)).pages)
        )
        assert f"<script>{ALERT}()</script>k{{{{7*7}}}}h" in printed
        assert not re.search(rb"/(JavaScript|JS|URI|Launch|OpenAction)\b", file.content)
    with zipfile.ZipFile(io.BytesIO(docx.content)) as parts:
        words = parts.read("word/document.xml").decode()
        links = parts.read("word/_rels/document.xml.rels").decode()
    assert f"&lt;script&gt;{ALERT}()" in words
    assert f"<script>{ALERT}" not in words
    assert 'TargetMode="External"' not in links
    for file in (pdf, docx, booklet):
        assert re.fullmatch(
            r'(attachment; )?filename="[a-z-]+-\d+\.(pdf|docx)"', file["Content-Disposition"].replace("inline; ", "")
        )
