"""Made-up people and real ones never share a database (design 7.13)."""


def mixing_fault(*, synthetic: bool, demo: bool, holds_real: bool, holds_made_up: bool) -> str:
    """Why this census may not be taken in here; empty when it may. `synthetic`: the census; `demo`: this process."""
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
