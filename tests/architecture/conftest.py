from tests.committed import environment, own_database, seal_file

__all__ = ["environment", "own_database", "seal_file"]
