"""Every clock that runs for a child: which event starts which limit, what ends it, and how it stands today.

`register.py` is the one table: a room that begins to record an event adds a line there. Answers S3-09 (every visit and
contact timely), S3-30 (law and guidance kept), N52 (never silently recomputed).
"""
