"""The public reference of a person: short, speakable, checked. Used in page addresses and on the telephone."""

import secrets

# No vowels (no accidental words), no letters or digits that look or sound alike: 0 O, 1 I L, 5 S, B 8, M N, P T.
_ALPHABET = "CDFGHJKMPRVWXZ234679"
_SIZE = 7


def new_reference() -> str:
    """Seven random characters and a check character, in two groups: KX7D-2RWH."""
    return with_check("".join(secrets.choice(_ALPHABET) for _ in range(_SIZE)))


def with_check(body: str) -> str:
    spoken = body + _check(body)
    return f"{spoken[:4]}-{spoken[4:]}"


def tidy(spoken: str) -> str | None:
    """The reference someone typed or said, in its written form; None when a character was misheard."""
    plain = "".join(c for c in spoken.upper() if c.isalnum())
    if len(plain) != _SIZE + 1 or set(plain) - set(_ALPHABET) or _check(plain[:-1]) != plain[-1]:
        return None
    return f"{plain[:4]}-{plain[4:]}"


def _check(body: str) -> str:
    """A weighted sum modulo 20. Any one wrong character is caught, and most neighbours swapped."""
    weights = (1, 3, 7, 9, 11, 13, 17)  # all prime to 20: no change of one character is lost in the remainder
    total = sum(w * _ALPHABET.index(c) for w, c in zip(weights, body, strict=True))
    return _ALPHABET[total % len(_ALPHABET)]
