"""What a page's form sent, as a draft keeps it."""

from typing import Any

from django.http import HttpRequest

# Sent with every form, and no part of what was written.
CARRIED = ("csrfmiddlewaretoken", "draft_version", "draft_title", "whose")


def fields_of(request: HttpRequest) -> dict[str, Any]:
    return {
        name: values[0] if len(values) == 1 else values
        for name, sent in request.POST.lists()
        if name not in CARRIED
        for values in [[value.replace("\0", "") for value in sent]]  # the database keeps no such letter
    }


def title_of(request: HttpRequest, key: str) -> str:
    """What the list of drafts calls it: the page's own title, else the form's name."""
    given = (
        request.POST.get("draft_title", "").replace("\0", "").removeprefix("Error: ").removesuffix(" – Kith").strip()
    )
    return given or key.partition(":")[0].replace("-", " ").capitalize()


def version_of(request: HttpRequest) -> int:
    try:
        return int(request.POST.get("draft_version", "0"))
    except ValueError:
        return 0
