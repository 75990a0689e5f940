"""A small pack that is right, for tests to spoil in one place."""

from pathlib import Path

RIGHT = """
[pack]
id = "atlantis-2026"
nation = "england"
version = 3
title = "Atlantis 2026"
published = 2026-01-01
effective_from = 2026-01-01

[terms]
authority = "the council"
front_door = "front door"
duty = "duty team"
lead_worker = "lead worker"
lead_worker_protection = "lead worker"
first_contact = ""
enquiry = "enquiry"
enquiry_plain = "our enquiry"
strategy_meeting = "talk"
conference_first = "first conference"
conference_review = "review"
core_group = "core group"
chair = "chair"
reviewing_officer = ""
protection_list = "list"
plan_early_help = "plan"
plan_in_need = "plan"
plan_protection = "plan"
plan_care = "plan"
plan_leaving_care = "plan"

[sources]
book = "The book of Atlantis"

[[levels]]
code = "universal"
label = "Universal"
plain = "For everybody."
source = "book"
mark = "L"

[[timescales]]
key = "assessment"
title = "Assessment"
limit = { working_days = 45 }
counted_from = "the referral"
who = "worker"
row = "E3"
source = "book"
mark = "V"

[[code_lists]]
key = "colour"
title = "Colour"
source = "book"
mark = "L"
codes = [
  { code = "R", label = "Red" },
  { code = "G", label = "Green" },
]
"""


def written(folder: Path, text: str = RIGHT, name: str = "atlantis-2026.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def spoilt(folder: Path, old: str, new: str) -> Path:
    """The right pack with one passage changed; the passage must be there."""
    assert RIGHT.count(old) == 1, old
    return written(folder, RIGHT.replace(old, new))
