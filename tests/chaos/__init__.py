"""Kith killed again and again while people write in it: `make chaos` (500 kills), and ten in `make test`."""
