"""The roles every instance starts with. Rows, not code: an instance may add its own and change these."""

from django.db import transaction
from django.utils import timezone

from kith.access import SYSTEM, Right, acting_as
from kith.directory.acts import define_role
from kith.directory.models import Role

STANDING_ROLES = [
    ("social_worker", "Social worker", "Leads work with children: visits, listens, plans.", [Right.BREAK_GLASS]),
    (
        "duty_worker",
        "Duty worker",
        "Answers when someone is worried now; may record on any child while on duty; decides about contacts.",
        [Right.BE_ON_DUTY, Right.BREAK_GLASS, Right.DECIDE_CONTACTS, Right.RECORD_ON_ANY_CHILD],
    ),
    (
        "team_manager",
        "Team manager",
        "Allocates work, reads the team's list, signs assessments, agrees decisions, accepts explanations, corrects a "
        "wrong record.",
        [
            Right.ACCEPT_EXPLANATIONS,
            Right.AGREE_DECISIONS,
            Right.ALLOCATE_WORK,
            Right.BREAK_GLASS,
            Right.CORRECT_RECORDS,
            Right.DECIDE_CONTACTS,
            Right.JUDGE_PROMISES,
            Right.NAME_WHO_ANSWERS,
            Right.RESTRICT_RECORDS,
            Right.SEE_TEAM,
            Right.SEE_WHO_LOOKED,
            Right.SIGN_ASSESSMENTS,
        ],
    ),
    (
        "service_manager",
        "Service manager",
        "Second reader of what team managers decide; answers challenges that reach a senior manager; says who "
        "answers for a published value.",
        [Right.AGREE_DECISIONS, Right.BREAK_GLASS, Right.NAME_WHO_ANSWERS, Right.SEE_WHO_LOOKED],
    ),
    (
        "complaints_manager",
        "Complaints manager",
        "Sees every complaint that is not about themselves, says who answers it, and keeps an eye on its days.",
        [Right.HANDLE_COMPLAINTS],
    ),
    (
        "guardian",
        "Information guardian",
        "Guards restricted and sealed records, and sees who looked.",
        [Right.GUARD_SEALS, Right.RESTRICT_RECORDS, Right.SEE_WHO_LOOKED],
    ),
    (
        "early_help_lead",
        "Early help lead",
        "Begins early help with a family, leads it, makes the plan with them and asks for more help; in a school, a "
        "clinic or a family centre.",
        [Right.LEAD_EARLY_HELP],
    ),
    (
        "auditor",
        "Practice auditor",
        "Reads how the work was done: records, decisions and the supervision that shaped them. Writes in none of it, "
        "and says of a promise whether it is kept, or on paper only.",
        [Right.JUDGE_PROMISES, Right.SEE_WHO_LOOKED],
    ),
    ("data_officer", "Data officer", "Takes in and writes statutory files.", [Right.RUN_RETURNS]),
    (
        "system_owner",
        "System owner",
        "Makes accounts and grants roles; opens no child's record.",
        [Right.INVITE_PEOPLE],
    ),
]


def ensure_roles() -> None:
    """Add the standing roles that are missing; a role an instance has changed is left as it is."""
    with transaction.atomic(), acting_as(SYSTEM(timezone.now())) as by:
        held = set(Role.objects.values_list("code", flat=True))
        for code, name, description, rights in STANDING_ROLES:
            if code not in held:
                define_role(by=by, about=None, code=code, name=name, description=description, rights=list(rights))
