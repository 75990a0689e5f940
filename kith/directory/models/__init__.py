from kith.directory.models.absences import Absence
from kith.directory.models.accounts import Account
from kith.directory.models.agencies import Agency, PartnerWorker, Role, RoleHeld, Staff, Team
from kith.directory.models.duty import DutyTurn, Notice
from kith.directory.models.handing import HandOver, Pin
from kith.directory.models.looks import Look
from kith.directory.models.ties import NOT_WORKING, Restriction, Tie
from kith.directory.models.training import TrainingTaken

__all__ = [
    "NOT_WORKING",
    "Absence",
    "Account",
    "Agency",
    "DutyTurn",
    "HandOver",
    "Look",
    "Notice",
    "PartnerWorker",
    "Pin",
    "Restriction",
    "Role",
    "RoleHeld",
    "Staff",
    "Team",
    "Tie",
    "TrainingTaken",
]
