"""Released copies set in type: tagged PDF, and a Word document with real tables. Pure: content in, bytes out."""

from kith.story.papers.typesetting import Typeset, booklet_pdf, chronology_pdf
from kith.story.papers.word import chronology_docx

__all__ = ["Typeset", "booklet_pdf", "chronology_docx", "chronology_pdf"]
