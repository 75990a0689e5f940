"""Who is told next."""

from collections.abc import Iterable, Sequence


def next_told(ladder: Sequence[tuple[int, str]], told: Iterable[int | None]) -> tuple[int, str] | None:
    """The first of the ladder who has not been told yet; None when everyone has, or there is nobody to tell."""
    already = set(told)
    return next((who for who in ladder if who[0] not in already), None)


def exposure_over(then: Iterable[str], now: Iterable[str], *, acted: bool) -> bool:
    """Is an exposure over: they are close no more, or closer in a way nobody had in mind who acted on it (N13)? Found
    anew, it is told anew: what kept a child safe from a visitor does not from one who moves in.
    """
    return not set(now) or (acted and bool(set(now) - set(then)))
