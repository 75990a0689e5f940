"""What people who work with children are trained in."""

from typing import Annotated

from pydantic import Field

from kith.packs.shapes.common import Cited, CodeText, Key, Text


class Training(Cited):
    """A course, and who needs it (S2-09): `roles` are codes of roles here; `partner` is everyone of another agency who
    signs in, `partner_lead` whoever answers for them. `months` it lasts; without, it lasts. `to_chair`: nobody is named
    to chair a conference without it.
    """

    key: Key
    title: Text
    roles: Annotated[list[CodeText], Field(min_length=1)]
    months: Annotated[int, Field(ge=1)] | None = None
    to_chair: bool = False
