"""The three ways an act can say no."""


class Refused(Exception):
    """This cannot be done, in words a practitioner can use. `field` names the form field it is about."""

    def __init__(self, reason: str, field: str | None = None):
        super().__init__(reason)
        self.field = field


class NotYours(Exception):
    """Someone without the tie or right tried this. The reader is shown what an absent page shows: 404."""


class NotInAnAct(Exception):
    """A programmer tried to write a record outside an act."""
