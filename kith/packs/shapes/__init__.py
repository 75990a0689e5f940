"""What may stand in a pack, key by key. Anything else in the file is refused."""

from kith.packs.shapes.around import Consent, Duty, Help, Named, Rights, Service, Touchpoint
from kith.packs.shapes.codes import Code, CodeList, Relationship
from kith.packs.shapes.common import MARKS, Cited, CodeText, Dated, Key, LevelCode, Mark, Strict, Text
from kith.packs.shapes.file import ChangedDay, Header, PackFile, Part, Terms, Wording
from kith.packs.shapes.learning import Training
from kith.packs.shapes.levels import Indicator, Level, Sign, Signs, Threshold, ThresholdDocument
from kith.packs.shapes.limits import Figure, Timescale

__all__ = [
    "MARKS",
    "ChangedDay",
    "Cited",
    "Code",
    "CodeList",
    "CodeText",
    "Consent",
    "Dated",
    "Duty",
    "Figure",
    "Header",
    "Help",
    "Indicator",
    "Key",
    "Level",
    "LevelCode",
    "Mark",
    "Named",
    "PackFile",
    "Part",
    "Relationship",
    "Rights",
    "Service",
    "Sign",
    "Signs",
    "Strict",
    "Terms",
    "Text",
    "Threshold",
    "ThresholdDocument",
    "Timescale",
    "Touchpoint",
    "Training",
    "Wording",
]
