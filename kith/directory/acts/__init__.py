from kith.directory.acts.duty import take_duty
from kith.directory.acts.restricting import break_glass, restrict
from kith.directory.acts.telling import keep_look, notify, see_notice
from kith.directory.acts.together import hand_over
from kith.directory.acts.tying import begin_tie, end_tie, plan_absence
from kith.directory.acts.welcoming import (
    add_agency,
    add_team,
    define_role,
    forget_second_step,
    give_role,
    welcome_partner,
    welcome_staff,
)

__all__ = [
    "add_agency",
    "add_team",
    "begin_tie",
    "break_glass",
    "define_role",
    "end_tie",
    "forget_second_step",
    "give_role",
    "hand_over",
    "keep_look",
    "notify",
    "plan_absence",
    "restrict",
    "see_notice",
    "take_duty",
    "welcome_partner",
    "welcome_staff",
]
