"""What a role may let someone do, whichever child it is about.

Grammar: a verb and its object, in alphabetical order, stored as its lower-case name. A right never opens a restricted
or sealed child: only a tie does that.
"""

from enum import StrEnum, auto


class Right(StrEnum):
    ACCEPT_EXPLANATIONS = auto()  # a missed promise may stand as explained (never one's own)
    AGREE_DECISIONS = auto()  # the second reader of what others decide, and who answers a challenge
    ALLOCATE_WORK = auto()  # name or change a lead worker
    BE_ON_DUTY = auto()  # is alerted when someone is worried now
    BREAK_GLASS = auto()  # open a restricted record for a stated reason and a short time
    CORRECT_RECORDS = auto()  # take words off a wrong child's record
    DECIDE_CONTACTS = auto()  # front door: reads what reaches us and decides what becomes of it
    GUARD_SEALS = auto()  # is told when a sealed or restricted record is opened or met
    HANDLE_COMPLAINTS = auto()  # sees every complaint but one about themselves, and says who answers it
    INVITE_PEOPLE = auto()  # make accounts and give roles
    JUDGE_PROMISES = auto()  # say whether a promise to a child is met, not met, or met on paper only
    LEAD_EARLY_HELP = auto()  # begin early help with a family, lead it and make the plan: no social worker needed
    NAME_WHO_ANSWERS = auto()  # says who answers for a published value or standard
    RECORD_ON_ANY_CHILD = auto()  # duty and front door: may record without a tie
    RESTRICT_RECORDS = auto()  # restrict, seal, unseal
    RUN_RETURNS = auto()  # census in and out
    SEE_TEAM = auto()  # the team's list: unallocated children, late visits
    SEE_WHO_LOOKED = auto()  # who opened a child's record, and why
    SIGN_ASSESSMENTS = auto()  # read an assessment somebody else wrote, and sign it
