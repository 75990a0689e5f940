"""Who is asking, what they may do, and how the database is told.

Python explains and PostgreSQL enforces: every request runs under a database role for its audience, and the policies
declared on the models decide which rows that role can see. Answers the seeds' demand that people's information is kept
safe (S0-14) without ever stopping someone who needs to protect a child (S2-30).
"""

from kith.access.actor import SYSTEM, Actor, Audience, acting_as, current_actor, start_of
from kith.access.policies import Policy
from kith.access.rights import Right

__all__ = ["SYSTEM", "Actor", "Audience", "Policy", "Right", "acting_as", "current_actor", "start_of"]
