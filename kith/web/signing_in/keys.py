"""The keys of people's apps and recovery codes, kept in the database under a key that is not in it (S-31).

Whoever reads the database, or a copy of it, cannot work out anybody's codes; nor can whoever writes in it put in a key
of their own. New ones are kept under the first of `SECOND_STEP_KEYS`, and all of them are tried in reading.
"""

import base64
import hashlib
import logging

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ValidationError

log = logging.getLogger("kith.signing_in")
UNREADABLE = (
    "Kith can no longer read what your app or your recovery codes are checked against. It is not your mistake. Sign in "
    "with a passkey if you have one, or ask whoever looks after Kith where you work for a new link"
)


class Unreadable(ValidationError):
    """What was kept is not under any key this instance has."""


def close(text: str) -> str:
    """As it is kept in the database."""
    return _keys().encrypt(text.encode()).decode()


def open_again(kept: str) -> str:
    """Raises Unreadable, and tells whoever looks after the instance that a key is missing."""
    try:
        return _keys().decrypt(kept.encode()).decode()
    except InvalidToken:
        log.error("A second step is kept under a key this instance does not have: see KITH_KEYS.")
        raise Unreadable(UNREADABLE) from None


def _keys() -> MultiFernet:
    """A secret of any length makes a key: hashed, so that each letter of it counts."""
    hashed = (hashlib.sha256(secret.strip().encode()).digest() for secret in settings.SECOND_STEP_KEYS)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(one)) for one in hashed])
