"""Where everything in the made-up authority is found."""

Columns = dict[str, str]
Step = str | tuple[str, str, Columns]  # SQL as it stands, or (table, where its rows come from, columns)

DAY = "date '2026-11-17'"
NOW = "timestamptz '2026-11-17 10:00+00'"
WORKER, FAMILY, PARTNER, CHILD = 10_000, 2_000_000, 3_000_000, 4_000_000  # the number before the first account of each
PARENT = "($children + 1 + 2 * f % ($people - $children - 1))"  # the first of family f; the second follows


def carrying(act: str) -> Columns:
    """The act that made a row, and the latest that changed it."""
    return {"act_id": act, "latest_act_id": act}
