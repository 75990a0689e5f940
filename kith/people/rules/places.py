"""Places as coarsely as figures tell them."""

import re

_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)\s*([0-9])[A-Z]{2}")


def sector(postcode: str) -> str:
    """NC4 7QX is in NC4 7; nothing where it is no whole postcode."""
    found = _POSTCODE.fullmatch(postcode.strip().upper())
    return f"{found[1]} {found[2]}" if found else ""
