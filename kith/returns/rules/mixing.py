"""Which census may be taken in here: real and made-up people never share a database, nor do two authorities' ids."""


def mixing_fault(*, synthetic: bool, demo: bool, holds_real: bool, holds_made_up: bool) -> str:
    """Why this census may not be taken in here (design 7.13); empty when it may.

    `synthetic`: the census. `demo`: this process.
    """
    if demo and not synthetic:
        return (
            "This is a demo, and the census does not say that it is synthetic. Real children are never put into a demo."
        )
    if holds_made_up and not synthetic:
        return (
            "This database holds made-up people, and the census does not say that it is synthetic. "
            "Take it into an instance of its own: choose another KITH_HOME or another database."
        )
    if holds_real and synthetic:
        return "This database holds real children. A synthetic census would put made-up ones among them."
    return ""


def authority_fault(authority: str, before: str) -> str:
    """Why not, when earlier ones came from another authority: its ids may be other children's. Empty when it may.

    A file that does not say a number of three digits is not held to it.
    """
    if authority == before or not (_is_number(authority) and _is_number(before)):
        return ""
    return (
        f"The census is from authority {authority}, and those taken in before are from {before}. The same id can be "
        "another child there. If the ids are the same children's, say so: --another-authority."
    )


def _is_number(authority: str) -> bool:
    return len(authority) == 3 and authority.isascii() and authority.isdigit()
