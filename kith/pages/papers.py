"""A released copy handed over as a file."""

from typing import Any

from django.http import Http404, HttpResponse

from kith.sharing import queries as sharing

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ics": "text/calendar; charset=utf-8",
}


def paper_file(release: Any, form: str, called: str) -> HttpResponse:
    """A released copy as a file whose name says what it is and nothing of whom it is about."""
    paper = sharing.paper(release, form) if release and form in TYPES else None
    if paper is None:
        raise Http404
    name = f"{called}-{release.pk}.{form}"
    return HttpResponse(
        bytes(paper.data), content_type=TYPES[form], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
