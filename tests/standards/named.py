"""Which tests name a row of the register: `test_s1_09_...` is one of S1-09's, `test_s1_05_2_...` one of S1-05.2's."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

from kith.standards.demands import demands

TESTS = Path(__file__).resolve().parents[1]
_NAMED = re.compile(r"^test_s([0-4])_(\d\d)(?:_(\d)(?=_))?_")


@cache
def rows_named() -> Counter[str]:
    """How many tests name each row: {"S1-09": 1, ...}."""
    return Counter(
        id_
        for path in sorted(TESTS.rglob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (id_ := row_named(node.name))
    )


def row_named(test: str) -> str:
    """The row a test's name holds; empty where it holds none. S1-05 is told of in S0-02: its own row is S1-05.2."""
    found = _NAMED.match(test)
    if not found:
        return ""
    seed, number, second = found.groups()
    whole = f"S{seed}-{number}"
    return f"{whole}.{second}" if second and f"{whole}.{second}" in demands() else whole
