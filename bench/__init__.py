"""What `make bench` measures, side by side, never asserted.

Each module named in `bench.__main__.MEASURED` has `run(size) -> Iterator[Line]`. Everything lives in `.build/bench`.
"""
