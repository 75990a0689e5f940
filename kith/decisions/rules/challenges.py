"""Who may answer a challenge, in what time, and what it holds back."""

from kith.decisions.models import Challenge, Decision

LOWEST, HIGHEST = 1, 4
CLOCKS = {1: "challenge-informal", 2: "challenge-manager", 3: "challenge-senior", 4: "challenge-partnership"}
CHANGES = frozenset({"upheld", "partly"})  # the decision is made again


def may_not_answer(challenge: Challenge, decision: Decision, account_id: int | None) -> str:
    """Why this account may not answer or close a challenge; empty when it may (S3-20). The database says so too."""
    if account_id is None:
        return ""
    if account_id in (decision.decided_by_id, decision.written_by_id, decision.agreed_by_id):
        return "You had a part in this decision. Somebody else answers the challenge."
    if account_id == challenge.raised_by_id:
        return "You raised this challenge. Somebody else answers it."
    return ""


def held_back(decision: Decision) -> bool:
    """A challenge pauses ending work, stepping down or less protection, and never a protective act (design 7.12)."""
    return decision.state == "challenged" and decision.less_protection
