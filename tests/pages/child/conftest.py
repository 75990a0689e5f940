"""Maya, with Aisha's tablet in her hands."""

from typing import Any

import pytest

from tests.handing import handed_over


@pytest.fixture
def tablet(cast: Any, browse: Any) -> Any:
    return handed_over(cast, browse)
