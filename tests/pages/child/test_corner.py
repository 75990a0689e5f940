"""A child's own pages."""

from tests.handing import handed_over


def test_smoke(cast, browse):
    maya = handed_over(cast, browse)
    for path in (
        "",
        "say/",
        "said/",
        "good/",
        "people/",
        "look/",
        "quiet/",
        "not-safe/",
        "back/",
        "say/worries/",
        "say/feelings/",
        "say/number/",
        "say/safe-house/",
        "say/my-own/",
    ):
        page = maya.get(f"/p/me/{path}")
        print(path, page.status_code)
        assert page.status_code == 200, path
