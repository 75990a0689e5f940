from kith.workforce.acts.checking_in import answer_check_in, share_check_in, take_back_check_in
from kith.workforce.acts.supervising import (
    Thought,
    ToDo,
    begin_supervision,
    choose_digest,
    do_supervision_action,
    keep_personal_note,
    note_practising_from,
    sign_supervision,
    write_supervision,
)

__all__ = [
    "Thought",
    "ToDo",
    "answer_check_in",
    "begin_supervision",
    "choose_digest",
    "do_supervision_action",
    "keep_personal_note",
    "note_practising_from",
    "share_check_in",
    "sign_supervision",
    "take_back_check_in",
    "write_supervision",
]
