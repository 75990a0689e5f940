"""The seven shapes a promise can have. All the logic is here; a standard is one of these with its meaning filled in.

Pure: facts about one child, the day and the pack go in, a standing comes out. Answers S1-01 (each check runs only
where it is relevant, and says why not) and S4-01 (values that act).
"""

from kith.standards.shapes.base import Children, Evidence, PutRight, Root, Shape, Wording
from kith.standards.shapes.both import Both
from kith.standards.shapes.each_answered import EachAnswered
from kith.standards.shapes.each_time import EachTime
from kith.standards.shapes.every import Every
from kith.standards.shapes.facts import (
    Asked,
    Events,
    Explained,
    Facts,
    Found,
    Heard,
    Owed,
    SeenLine,
    There,
    Time,
    Waiting,
)
from kith.standards.shapes.has import Has
from kith.standards.shapes.judged import Judged
from kith.standards.shapes.moment import At
from kith.standards.shapes.sources import Answering, Following, Named, Newest, Source, Timing
from kith.standards.shapes.states import COUNTED, Standing, State
from kith.standards.shapes.within import Within

__all__ = [
    "COUNTED",
    "Answering",
    "Asked",
    "At",
    "Both",
    "Children",
    "EachAnswered",
    "EachTime",
    "Events",
    "Every",
    "Evidence",
    "Explained",
    "Facts",
    "Following",
    "Found",
    "Has",
    "Heard",
    "Judged",
    "Named",
    "Newest",
    "Owed",
    "PutRight",
    "Root",
    "SeenLine",
    "Shape",
    "Source",
    "Standing",
    "State",
    "There",
    "Time",
    "Timing",
    "Waiting",
    "Within",
    "Wording",
]
