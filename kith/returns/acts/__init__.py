from kith.returns.acts.giving_out import record_return
from kith.returns.acts.taking_in import import_census, take_in_census

__all__ = ["import_census", "record_return", "take_in_census"]
