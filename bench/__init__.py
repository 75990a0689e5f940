"""What `make bench` measures. Each module has `run() -> Iterator[str]`: a line for each figure, never an assertion."""
