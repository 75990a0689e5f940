"""A released copy handed over as a file; and whether it is clear to whoever has it."""

from typing import Any

from django.http import Http404, HttpResponse

from kith.sharing import acts
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


def say_of_copy(actor: Any, release: Any, *, said: str, words: str = "", **rest: Any) -> Any:
    """One press, by a parent or by the child: it is clear, or it is not."""
    given = {"by": actor, "about": release.person, "release": release, **rest}
    return acts.say_unclear(**given, words=words) if said == "unclear" else acts.say_clear(**given)
