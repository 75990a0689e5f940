"""The log: every write is an act, one log read four ways (audit trail, activity feed, chronology, who knew what when).

Answers S3-19 (accountable and responsible), S3-06 (an up-to-date chronology) and design 1.1-1.2.
"""

from kith.record.refusals import NotInAnAct, NotYours, Refused

__all__ = ["NotInAnAct", "NotYours", "Refused"]
