"""Make sure the browser stories have a browser: Debian's Chromium, installed when this user may install it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    # The address bar nobody sees: two pages of its own for every window, which took a third of the browser's time.
    # Given last, it replaces Playwright's own list, of which only what can meet a page on this machine is said again.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,AimEnabled,DestroyProfileOnBrowserClose,HttpsUpgrades,"
    "HttpsFirstBalancedModeAutoEnable,PaintHolding,ThirdPartyStoragePartitioning,MediaRouter,OptimizationHints",
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, headless. Stopped with each module, so that no event loop runs on beside the database."""
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}: install Debian's chromium to try the pages in one")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


def main() -> None:
    if CHROMIUM.exists():
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        print("No Chromium at", CHROMIUM, "and this user may not install it: the browser stories will be skipped.")
        return
    print("Installing Chromium for the browser stories (once) ...", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT}
    subprocess.run(["apt-get", "update"], check=False, **quiet)
    done = subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", "chromium"], check=False, **quiet)
    if done.returncode:
        sys.exit("Chromium could not be installed: the browser stories need it.")


if __name__ == "__main__":
    main()
