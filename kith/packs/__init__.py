"""Packs: what differs from place to place and year to year, held as data that says where each figure comes from.

A pack is a TOML file for one nation: its calendar, words, levels of help, time limits and code lists, each with a
source and a mark: V read in that source, L a local default, K check before relying on it. A pack builds on shared
parts (`parts/*.toml`); its own entry wins over a part's entry of the same key. Every record keeps the version of
the pack it was made under, so a change to a pack, or to a part it builds on, gets a new version. (S2-24, S3-30)
"""

from kith.packs.clocks import Clock, clock, days_used, earliest_or_latest, total_clock
from kith.packs.loading import check_all, in_turn, load, pack_for
from kith.packs.pack import NotInPack, Pack
from kith.packs.reading import BadPack
from kith.packs.shapes import (
    MARKS,
    Code,
    CodeList,
    Consent,
    Duty,
    Figure,
    Help,
    Level,
    Relationship,
    Service,
    Terms,
    ThresholdDocument,
    Timescale,
    Touchpoint,
)

__all__ = [
    "MARKS",
    "BadPack",
    "Clock",
    "Code",
    "CodeList",
    "Consent",
    "Duty",
    "Figure",
    "Help",
    "Level",
    "NotInPack",
    "Pack",
    "Relationship",
    "Service",
    "Terms",
    "ThresholdDocument",
    "Timescale",
    "Touchpoint",
    "check_all",
    "clock",
    "days_used",
    "earliest_or_latest",
    "in_turn",
    "load",
    "pack_for",
    "total_clock",
]
