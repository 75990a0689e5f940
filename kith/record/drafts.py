"""Drafts: words kept while they are typed, for their writer alone, until the act they were meant for is done.

A page sends the whole form with the version it last saw and the key it was drawn with (`form_keys`). A page that has
not seen the latest version does not overwrite it: its text is kept beside the other, each under its page's key, until
the writer chooses. So nothing typed is lost to a second tab, a second device or a signed-out session. Answers design
1.10, S-55 and S-57. Drafts are nobody's record: they are not acts, and finishing or discarding one deletes it.
"""

import json
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.datastructures import MultiValueDict

from kith.access import Actor
from kith.record.models import Draft
from kith.record.queries import draft_for
from kith.record.refusals import Refused

Fields = dict[str, Any]  # a form's answers as sent: text, or a list when one name was sent more than once
LONGEST = 300_000  # letters in one text, counted as stored
MOST_TEXTS = 8
TITLE = Draft._meta.get_field("title").max_length


class Conflict(Exception):
    """The same form was written elsewhere. Both texts are kept: `draft` holds them (see `texts`)."""

    def __init__(self, draft: Draft):
        super().__init__(f"{draft.title} was also written elsewhere.")
        self.draft = draft


def keep_draft(*, by: Actor, key: str, title: str, fields: Fields, version: int) -> Draft:
    """Keep what a page holds now. `version` is the one it last saw, 0 for a form that had no draft.

    Raises Conflict when another page has saved since, with both texts kept, and Refused for more than can be kept.
    """
    if len(json.dumps(fields)) > LONGEST:
        raise Refused("This is more than can be kept as a draft. Save it in parts.")
    draft = _locked(by, key)
    if draft is None:
        try:
            with transaction.atomic():
                return _begun(by, key, title, fields, version)
        except IntegrityError:  # another page began it at this very moment
            draft = _mine(by, key).get()
    if _may_overwrite(draft, fields, version):
        draft.fields, draft.title, draft.saved_at = fields, title[:TITLE], by.now
        draft.version += 1
        draft.save(force_update=True)
        return draft
    _keep_beside(draft, fields, by)
    raise Conflict(draft)


def _begun(by: Actor, key: str, title: str, fields: Fields, version: int) -> Draft:
    # One past what the page saw: pages left open since an earlier draft of this form are behind from the start.
    return Draft.objects.create(
        account_id=by.account_id, key=key, title=title[:TITLE], fields=fields, version=version + 1, saved_at=by.now
    )


def _may_overwrite(draft: Draft, fields: Fields, version: int) -> bool:
    page = _page(fields)
    if page in (draft.other_fields or {}):
        return False
    # The same page again: the answer that told it the new version was lost on the way.
    return draft.version == version or (page != "" and page == _page(draft.fields))


def _keep_beside(draft: Draft, fields: Fields, by: Actor) -> None:
    others = {**(draft.other_fields or {}), _page(fields): fields}
    if len(others) > MOST_TEXTS:
        raise Refused("This is open in too many places at once. Close some of them first.")
    draft.other_fields, draft.saved_at = others, by.now
    draft.save(force_update=True)


def discard_draft(*, by: Actor, key: str) -> None:
    """Forget every text of this draft. There is nothing to bring it back from."""
    Draft.objects.filter(account_id=by.account_id, key=key).delete()


def carry_on_with(*, by: Actor, key: str, page: str) -> Draft | None:
    """Settle a conflict: this page's text is the draft from now on, and the others go. None when it is not there."""
    draft = _locked(by, key)
    if draft is None or page not in texts(draft):
        return None
    draft.fields, draft.other_fields = texts(draft)[page], None
    draft.version += 1
    draft.save(force_update=True)
    return draft


def finish_draft(*, by: Actor, key: str, page: str) -> None:
    """The act is done: let go of the text it was made from, and of no other. A second text waits for its writer.

    A page that never saved a draft of its own was filled from the first text, so it is that one which is done.
    """
    draft = _locked(by, key)
    if draft is None:
        return
    left = texts(draft)
    left.pop(page if page in left else _page(draft.fields))
    if not left:
        draft.delete()
        return
    draft.fields = left.pop(next(iter(left)))
    draft.other_fields = left or None
    draft.version += 1
    draft.save(force_update=True)


def draft_initial(actor: Actor, key: str) -> tuple[MultiValueDict | None, int]:
    """What to fill a form with (for `from_draft`), and the version to send back; (None, 0) when there is no draft."""
    draft = draft_for(actor, key)
    if draft is None:
        return None, 0
    sent = {name: value if isinstance(value, list) else [value] for name, value in draft.fields.items()}
    return MultiValueDict(sent), draft.version


def texts(draft: Draft) -> dict[str, Fields]:
    """Every text of a draft by the key of its page; a form would be filled with the first."""
    return {_page(draft.fields): draft.fields, **(draft.other_fields or {})}


def _page(fields: Fields) -> str:
    """The key the page was drawn with: the same one that keeps its act from being done twice."""
    return str(fields.get("key", ""))


def _mine(by: Actor, key: str) -> QuerySet[Draft]:
    return Draft.objects.select_for_update().filter(account_id=by.account_id, key=key)


def _locked(by: Actor, key: str) -> Draft | None:
    return _mine(by, key).first()
