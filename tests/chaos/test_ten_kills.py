"""Ten of the kills `make chaos` makes by the hundred: nothing is lost, doubled or half-saved (S-58, S-59, S-62)."""

import json
import subprocess
import sys

import pytest

from tests.databases import home

KILLS = 10
# It brings a server of its own; the test that starts it only waits.
pytestmark = pytest.mark.alone


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells whose child a process is")
def test_ten_kills_lose_nothing_double_nothing_and_leave_nothing_half_saved():
    own = home().with_name(f"{home().name}-chaos")  # its database server is killed: nobody else may be using it
    command = [sys.executable, "-m", "tests.chaos", "--kills", str(KILLS), "--home", str(own), "--json"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=900)
    assert ended.returncode in (0, 1), ended.stderr
    told = json.loads(ended.stdout)

    assert told["wrong"] == [], f"seed {told['seed']}"
    assert ended.returncode == 0
    assert (told["lost"], told["doubled"], told["half_saved"]) == (0, 0, 0)
    assert sum(told["kills"].values()) == KILLS
    assert told["acknowledged"]["visits"] > 0
    assert told["acknowledged"]["drafts"] > 0
    assert told["sent_again"] > 0
