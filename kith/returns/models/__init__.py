from kith.returns.models.censuses import CensusEntry, CensusImport, CensusReturn
from kith.returns.models.holding import Holding, held

__all__ = ["CensusEntry", "CensusImport", "CensusReturn", "Holding", "held"]
