"""The closed list of pages that run before anyone is known. Every other page runs under an audience's role."""

DOORS = frozenset(
    {
        "account_inactive",
        "account_login",
        "account_logout",
        "account_reauthenticate",
        "account_change_password",
        "account_set_password",
        "account_reset_password",
        "account_reset_password_from_key",
        "comfort",
        "corner-away",
        "corner-back",
        "demo-sign-in",
        "hand-over-now",
        "health",
        "my-pin",
    }
)
OF_A_WORKER = frozenset({"hand-over-now", "my-pin"})  # doors only to those who have signed in altogether
_OF_A_CHILD = ("corner", "comfort", "health", "home", "draft", "draft-carry-on", "draft-discard")
CORNER_DRAFT = "corner:"  # what a child's own unfinished words are kept under

# Nobody has to prove anything to say that they are worried, or to ask for help.
FOR_ANYONE = frozenset({"help", "tell-us", "worried"})


def is_door(view_name: str) -> bool:
    return view_name in DOORS or view_name.startswith("mfa_")


def is_of_a_child(view_name: str, draft_key: str = "") -> bool:
    """Whether a session in a child's hands may go there at all: their own corner, and nothing that is a worker's."""
    if view_name.startswith("draft"):
        return view_name in _OF_A_CHILD and draft_key.startswith(CORNER_DRAFT)
    return view_name in _OF_A_CHILD or view_name.startswith("corner-")
