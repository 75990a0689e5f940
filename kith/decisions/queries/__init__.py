from kith.decisions.queries.standing import decision, what_is_missing

__all__ = ["decision", "what_is_missing"]
