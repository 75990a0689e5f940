"""Who must prove themselves twice."""

from django.conf import settings

from kith.access import Audience


def owes_second_step(audience: str) -> bool:
    """Staff and partners of a live instance sign in with something they know and something they have (S-31)."""
    return settings.MODE == "live" and audience in (Audience.STAFF, Audience.PARTNER)
