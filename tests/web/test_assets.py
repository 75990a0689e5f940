"""What pages are dressed with: small, built here, pinned by hash, with nothing of the Crown's in it."""

import gzip
import json
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "assets"
BUILT = ROOT / "kith/web/static/kith"
FIRST_VIEW_LIMIT = 60 * 1024  # bytes, compressed

built = pytest.mark.skipif(
    not (BUILT / ".built").exists(), reason="styles and scripts are not built: run `make setup` first"
)


@built
def test_a_first_view_weighs_no_more_than_sixty_kilobytes() -> None:
    build = runpy.run_path(str(ASSETS / "build.py"))
    sizes = {path.name: len(gzip.compress(path.read_bytes())) for path in build["first_view"]()}
    assert sum(sizes.values()) <= FIRST_VIEW_LIMIT, sizes


@built
def test_the_page_fetches_just_what_was_weighed(draw: object, asks: object) -> None:
    build = runpy.run_path(str(ASSETS / "build.py"))
    page = draw("{% extends 'page.html' %}", asks("/"))  # type: ignore[operator]
    fetched = re.findall(r'(?:src|data-govuk|rel="stylesheet" href)="[^"]*?/kith/([^"]+)"', page)
    assert sorted(fetched) == sorted(path.name for path in build["first_view"]())


@built
def test_nothing_of_the_crowns_is_served() -> None:
    styles = (BUILT / "kith.css").read_text()
    assert "GDS Transport" not in styles
    assert "Atkinson Hyperlegible Next" in styles
    assert not list(BUILT.rglob("*crest*")) + list(BUILT.rglob("*crown*"))


@built
def test_everything_a_style_asks_for_is_there_and_comes_from_here() -> None:
    asked_for = re.findall(r"url\(\"?([^)\"]+)", (BUILT / "kith.css").read_text())
    assert asked_for
    assert [url for url in asked_for if not url.startswith("data:") and not (BUILT / url).exists()] == []


@built
def test_a_second_build_has_nothing_to_do() -> None:
    for _time in ("first", "second"):
        said = subprocess.run(
            [sys.executable, ASSETS / "build.py"], capture_output=True, text=True, timeout=300, check=True
        )
    assert said.stdout.strip() == "Styles and scripts are up to date."


def test_packages_are_pinned_by_version_and_hash_and_name_no_host() -> None:
    package = json.loads((ASSETS / "package.json").read_text())
    lock = json.loads((ASSETS / "package-lock.json").read_text())
    wanted = package["dependencies"] | package["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    entries = {name: entry for name, entry in lock["packages"].items() if name}
    assert all(entry["integrity"].startswith("sha512-") for entry in entries.values())
    assert not any("resolved" in entry for entry in entries.values())
    assert "registry" not in (ASSETS / "package-lock.json").read_text()
    assert {name: entries[f"node_modules/{name}"]["version"] for name in wanted} == wanted


def test_what_is_built_is_never_committed() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "kith/web/static/kith", "assets/node_modules"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert tracked.stdout == ""


def test_no_page_carries_styles_or_scripts_of_its_own() -> None:
    """The content policy forbids them: they would be dropped without a word."""
    pages = [path for path in ROOT.glob("kith/**/templates/**/*.html") if "comment" not in path.name]
    own = re.compile(r"<style|\sstyle=\"|<script(?![^>]*\ssrc=)|\son[a-z]+=\"", re.I)
    assert [str(path.relative_to(ROOT)) for path in pages if own.search(path.read_text())] == []
