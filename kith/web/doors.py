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
        "demo-sign-in",
        "health",
    }
)

# Nobody has to prove anything to say that they are worried, or to ask for help.
FOR_ANYONE = frozenset({"help", "worried"})


def is_door(view_name: str) -> bool:
    return view_name in DOORS or view_name.startswith("mfa_")
