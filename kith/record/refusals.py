"""The three ways an act can say no."""

from collections.abc import Sequence


class Refused(Exception):
    """This cannot be done, in words a practitioner can use. `field` names the form field it is about; `each`: the same,
    one thing at a time, with the field it is about or "", where several stand in the way.
    """

    def __init__(self, reason: str, field: str | None = None, each: Sequence[tuple[str, str]] = ()):
        super().__init__(reason)
        self.field, self.each = field, list(each)


class NotYours(Exception):
    """Someone without the tie or right tried this. The reader is shown what an absent page shows: 404."""


class NotInAnAct(Exception):
    """A programmer tried to write a record outside an act."""
