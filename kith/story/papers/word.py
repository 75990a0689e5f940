"""The same chronology as a Word document lawyers can work on: real headings, real tables, header rows repeated.

Its own description holds nothing: no author, no day of making, no name. Made twice from the same content it is
the same, byte for byte.
"""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.document import Document as Doc
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

_WIDTHS = (Cm(1.3), Cm(3.1), Cm(9.0), Cm(3.6))
_SMALL = Pt(10)
_ALWAYS = (1980, 1, 1, 0, 0, 0)
_NEVER = datetime(2000, 1, 1)  # noqa: DTZ001 (a document's clock has no zone; this one says nothing)


def chronology_docx(content: Mapping[str, Any]) -> bytes:
    """The document, from what `chronology_pdf` takes."""
    doc = Document()
    _plain(doc)
    _running(doc, content)
    _front(doc, content)
    if content["earlier"]:
        doc.add_heading("Before this period", 2)
        _entries(doc, content["earlier"], content["first"])
    for year in content["years"]:
        doc.add_heading(year["title"], 2)
        _entries(doc, year["entries"], content["first"])
    if content["gaps"]:
        doc.add_heading("Gaps in this record", 2)
        for gap in content["gaps"]:
            doc.add_paragraph(gap, style="List Bullet")
    return _same_every_time(doc)


def _plain(doc: Doc) -> None:
    """12 pt, A4, black, British English; nothing in the document's own description."""
    style = doc.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(12)  # type: ignore[attr-defined]
    style.paragraph_format.space_after = Pt(4)  # type: ignore[attr-defined]
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    style.element.get_or_add_rPr().append(language)
    for level, size in ((1, 20), (2, 14)):
        heading = doc.styles[f"Heading {level}"]
        heading.font.size, heading.font.name, heading.font.color.rgb = Pt(size), "Times New Roman", None  # type: ignore[attr-defined]
        heading.element.rPr.rFonts.attrib.clear()
        heading.font.name = "Times New Roman"  # type: ignore[attr-defined]
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    own = doc.core_properties
    own.title, own.author, own.comments, own.last_modified_by = "Chronology", "", "", ""
    own.created = own.modified = _NEVER


def _running(doc: Doc, content: Mapping[str, Any]) -> None:
    section = doc.sections[0]
    head = section.header.paragraphs[0]
    head.text = f"Chronology\tReleased copy {content['release']}, for {content['recipient']} alone"
    foot = section.footer.paragraphs[0]
    foot.text = f"Confidential. Released on {content['released_on']}.\tPage "
    _field(foot, "PAGE")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES")
    for line in (head, foot):
        line.paragraph_format.tab_stops.clear_all()
        line.paragraph_format.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT)
        for run in line.runs:
            run.font.size = _SMALL


def _field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # type: ignore[arg-type]


def _front(doc: Doc, content: Mapping[str, Any]) -> None:
    doc.add_heading("Chronology", 1)
    doc.add_paragraph().add_run(content["child"]).bold = True
    for label, said in (
        ("Born", content["born"]),
        ("Period", content["period"]),
        ("Prepared by", f"{content['prepared_by']}, {content['prepared_on']}"),
        ("This copy is for", content["recipient"]),
        ("Entries", str(content["entries"])),
    ):
        _labelled(doc.add_paragraph(), f"{label}:", said)
    if content["people"]:
        doc.add_heading("Who is who", 2)
        for person in content["people"]:
            _labelled(doc.add_paragraph(), f"{person['name']}:", person["is"])


def _entries(doc: Doc, entries: Sequence[Mapping[str, Any]], first: str) -> None:
    table = doc.add_table(rows=1, cols=4)
    table.style, table.autofit = "Table Grid", False
    _header(table)
    for entry in entries:
        cells = _cells(table.add_row(), table)
        cells[0].text = str(entry["n"])
        cells[1].text = entry["when"]
        for part in ("known", "age"):
            if entry[part]:
                _small(cells[1], entry[part])
        _told(cells[2], entry, first)
        cells[3].text = ""
        for part in (entry["source"], entry["document"], *(f"Also recorded by {also}" for also in entry["also"])):
            if part:
                _small(cells[3], part)
        _drop_first(cells[3])


def _cells(row: _Row, table: Table) -> list[_Cell]:
    """A row's cells, as wide as their columns. Asked of the row itself, a long table takes minutes."""
    cells = [_Cell(tc, table) for tc in row._tr.tc_lst]
    for cell, width in zip(cells, _WIDTHS, strict=True):
        cell.width = width
    return cells


def _header(table: Table) -> None:
    row = table.rows[0]
    for cell, title in zip(_cells(row, table), ("No.", "Date and age", "What happened", "Source"), strict=True):
        cell.paragraphs[0].add_run(title).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(repeated)  # type: ignore[arg-type]


def _told(cell: _Cell, entry: Mapping[str, Any], first: str) -> None:
    cell.text = f"“{entry['what']}”" if entry["told"] else entry["what"]
    for quote in entry["quotes"]:
        cell.add_paragraph(f"“{quote}”")
    if entry["meant"]:
        _labelled(cell.add_paragraph(), f"What it meant for {first}:", entry["meant"])
    if entry["outcome"]:
        _labelled(cell.add_paragraph(), "What was done:", entry["outcome"])
    for account in entry["family"]:
        _labelled(cell.add_paragraph(), f"{account['who']} tells it:", f"“{account['words']}”")


def _labelled(paragraph: Paragraph, label: str, said: str) -> None:
    paragraph.add_run(label).bold = True
    paragraph.add_run(f" {said}")


def _small(cell: _Cell, text: str) -> None:
    cell.add_paragraph().add_run(text).font.size = _SMALL


def _drop_first(cell: _Cell) -> None:
    """The empty paragraph every new cell begins with."""
    if len(cell.paragraphs) > 1:
        cell._tc.remove(cell.paragraphs[0]._p)


def _same_every_time(doc: Doc) -> bytes:
    """The parts of the file without the moment they were packed."""
    made, packed = io.BytesIO(), io.BytesIO()
    doc.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as again:
        for name in parts.namelist():
            again.writestr(zipfile.ZipInfo(name, _ALWAYS), parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
