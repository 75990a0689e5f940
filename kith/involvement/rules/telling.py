"""Who is told next."""

from collections.abc import Iterable, Sequence


def next_told(ladder: Sequence[tuple[int, str]], told: Iterable[int | None]) -> tuple[int, str] | None:
    """The first of the ladder who has not been told yet; None when everyone has, or there is nobody to tell."""
    already = set(told)
    return next((who for who in ladder if who[0] not in already), None)
