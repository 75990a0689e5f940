"""The link with which someone chooses a password: one use, and not for long."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.utils.http import base36_to_int

FORGOTTEN = timedelta(minutes=30)


def lasts(account: Any) -> timedelta:
    """How long a link for this account is good: days for a first sign-in, half an hour for a forgotten password."""
    return FORGOTTEN if account.has_usable_password() else timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)


class Links(PasswordResetTokenGenerator):
    """Django's own, which a chosen password or a later sign-in uses up, with a limit that fits the account (S-35)."""

    def check_token(self, user: Any, token: str | None) -> bool:
        return super().check_token(user, token) and self._age(str(token)) <= lasts(user)

    def _age(self, token: str) -> timedelta:
        made = base36_to_int(token.partition("-")[0])
        return timedelta(seconds=self._num_seconds(self._now()) - made)  # type: ignore[attr-defined]
