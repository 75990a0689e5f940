from tests.committed import environment, kith, own_database, seal_file

__all__ = ["environment", "kith", "own_database", "seal_file"]
