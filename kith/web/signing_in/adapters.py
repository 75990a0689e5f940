"""Where the sign-in library asks Kith: accounts are made by invitation, and it speaks in our words."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse

from kith.web.signing_in import keys
from kith.web.signing_in.rules import owes_second_step

TOO_MANY = "There have been too many tries. Wait five minutes, then try again"

# What is said once something is done, by the library's own name for it. Anything else is done without a word: no
# "signed in as ..." across the top of a page someone else may be looking at.
SAID = {
    "account/messages/logged_out.txt": "You have signed out.",
    "account/messages/password_changed.txt": "Your new password is in use.",
    "mfa/messages/totp_activated.txt": "Your app is set up.",
    "mfa/messages/totp_deactivated.txt": "The app is no longer used to sign in.",
    "mfa/messages/webauthn_added.txt": "Your passkey is set up.",
    "mfa/messages/webauthn_removed.txt": "That passkey is no longer used to sign in.",
}
WEAK = {
    "password_too_short": "Make it 12 letters or more",
    "password_too_common": "Too many people use this one, so it would soon be guessed. Choose another",
}
WAYS_TO_PROVE = {
    "reauthenticate": "Use your password",
    "mfa_reauthenticate": "Use a code",
    "mfa_reauthenticate:webauthn": "Use a passkey",
}


class SignIn(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "The e-mail address or the password is not right. Check both",
        "incorrect_password": "That is not your password. Try again",
        "enter_current_password": "That is not the password you use now. Try again",
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index")

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        if words := kwargs.get("message") or SAID.get(message_template or ""):
            messages.add_message(request, level, words)

    def clean_password(self, password: str, user: Any = None) -> str:
        try:
            return super().clean_password(password, user)
        except ValidationError as weak:
            raise ValidationError([WEAK.get(one.code or "", one.message) for one in weak.error_list]) from None

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not of someone who has proved who they are in the last minutes, by whichever way they signed in."""
        proved = get_authentication_records(context.request, context.request.user)
        recently = proved and time.time() - proved[-1]["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        return not recently and super().is_reauthentication_required(app=app, **kwargs)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        ways = super().get_reauthentication_methods(user)
        return [{**way, "description": WAYS_TO_PROVE[way["id"]]} for way in ways]


class SecondStep(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "That code is not right. An app shows a new one every 30 seconds: type the one it shows now",
        "cannot_delete_authenticator": "This is your only second step. Set up another before you take it away",
        "cannot_generate_recovery_codes": "Set up an app or a passkey first: recovery codes stand in for those",
        "unverified_email": "Your e-mail address has not been vouched for. Ask whoever looks after Kith where you work",
    }

    def encrypt(self, text: str) -> str:
        return keys.close(text)

    def decrypt(self, encrypted_text: str) -> str:
        return keys.open_again(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Someone who must have a second step keeps at least one: recovery codes alone are none."""
        others = Authenticator.objects.filter(user_id=authenticator.user_id).exclude(pk=authenticator.pk)
        left = others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
        return left or not owes_second_step(authenticator.user.audience)

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return "My passkey" if number == 1 else f"Passkey {number}"

    def _get_site_name(self) -> str:
        return "Kith"
