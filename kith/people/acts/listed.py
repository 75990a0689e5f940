"""A code is one of the pack's, whoever sends it: a form offers them, an act makes sure."""

from datetime import date

from django.conf import settings

from kith import packs
from kith.record import Refused


def must_be_listed(on: date, codes: str, code: str, field: str, ask: str) -> None:
    """Raises Refused at the field, asking in words, for a code the pack does not offer."""
    if code not in dict(packs.pack_for(settings.PACK, on).choices(codes)):
        raise Refused(ask, field=field)
