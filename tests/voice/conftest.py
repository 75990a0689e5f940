"""Maya, as herself."""

from typing import Any

import pytest

from tests.handing import child_actor


@pytest.fixture
def maya(cast: Any) -> Any:
    return child_actor(cast)
