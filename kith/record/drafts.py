"""Drafts: words kept while they are typed, for their writer alone, until the act they were meant for is done.

A page sends the whole form with the version it last saw and the key it was drawn with (`form_keys`). A page that has
not seen the latest version does not overwrite it: its text is kept beside the other, each under its page's key, until
the writer chooses. So nothing typed is lost to a second tab, a second device or a signed-out session. Answers design
1.10, S-55 and S-57. Drafts are nobody's record: they are not acts, and finishing or discarding one deletes it.
"""

import json
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.datastructures import MultiValueDict

from kith.access import Actor
from kith.record.models import Draft
from kith.record.queries import draft_for
from kith.record.refusals import Refused

Fields = dict[str, Any]  # a form's answers as sent: text, or a list when one name was sent more than once
LONGEST = 300_000  # letters in one text, counted as stored
MOST_TEXTS = 8


class Conflict(Exception):
    """The same form was written elsewhere. Both texts are kept: `draft` holds them (see `texts`)."""

    def __init__(self, draft: Draft):
        super().__init__(f"{draft.title} was also written elsewhere.")
        self.draft = draft


def keep_draft(*, by: Actor, key: str, title: str, fields: Fields, version: int) -> Draft:
    """Keep what is in a form now. `version` is the one the page last saw, 0 for a form that had no draft.

    Raises Conflict when another page has saved since, with both texts kept, and Refused for more than can be kept.
    """
    _must_fit(fields)
    draft = _locked(by, key) or _begun(by, key, title, fields)
    if draft.fields == fields and draft.version == 1 and draft._state.adding is False and not version:
        return draft
    ...


def texts(draft: Draft) -> dict[str, Fields]:
    """Every text of a draft by the key of its page, the one a form would be filled with first."""
    return {_page(draft.fields): draft.fields, **(draft.other_fields or {})}
