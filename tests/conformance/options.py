"""GOV.UK's own example options, as our components take them."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.utils.safestring import mark_safe

COMPONENTS = Path(__file__).parents[2] / "assets/node_modules/govuk-frontend/dist/govuk/components"
AS_WRITTEN = {"attributes", "values"}  # what is inside these is data, not options


def fixtures_of(component: str) -> list[dict[str, Any]]:
    """Every published example of a component: name, options, html."""
    return json.loads((COMPONENTS / component / "fixtures.json").read_text(encoding="utf-8"))["fixtures"]


def ours(options: Any) -> Any:
    """camelCase to snake_case, and one word for what they call text or html."""
    if isinstance(options, list):
        return [ours(item) for item in options]
    if not isinstance(options, Mapping):
        return options
    out: dict[str, Any] = {}
    for name, value in options.items():
        snake = re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()
        out[snake] = value if snake in AS_WRITTEN else ours(value)
    for key in [key for key in out if key == "html" or key.endswith("_html")]:
        markup = out.pop(key)
        if markup:
            text = "text" if key == "html" else key.replace("_html", "_text")
            out[text] = mark_safe(markup)
    return {name: value for name, value in out.items() if value is not None}


def words(given: Any) -> Any:
    """The words alone of a part that carries nothing else ({"html": "…"} in their before and after slots)."""
    return given.get("text") if isinstance(given, Mapping) else given
