"""Passkeys: what is asked, and what is said when a device and Kith do not understand each other."""

from typing import Any

from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError

from kith.web.signing_in.forms import put

CALL_IT = "What will you call it?"
NOT_UNDERSTOOD = "That passkey did not work here. Try again, or use another way"


class _Understood:
    """Whatever the device sent that makes no sense is a kind sentence, never an error of ours."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["credential"].error_messages = {"required": NOT_UNDERSTOOD, "invalid": NOT_UNDERSTOOD}


class _Used(_Understood):
    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()  # type: ignore[misc]
        except ValidationError as wrong:
            raise wrong if wrong.code == "too_many_login_attempts" else ValidationError(NOT_UNDERSTOOD) from None
        except (AttributeError, KeyError, TypeError, ValueError):
            raise ValidationError(NOT_UNDERSTOOD) from None


class SignIn(_Used, webauthn.LoginWebAuthnForm):
    pass


class SecondStep(_Used, webauthn.AuthenticateWebAuthnForm):
    pass


class Again(_Used, webauthn.ReauthenticateWebAuthnForm):
    pass


class Add(_Understood, webauthn.AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        put(self.fields["name"], CALL_IT, "", "So that you know it from another, such as “Work phone”.")
        put(
            self.fields["passwordless"],
            "Sign in with this passkey alone",
            "",
            "It asks for your fingerprint, face or PIN, so no password is needed.",
        )
        self.fields["passwordless"].initial = True

    def clean(self) -> dict[str, Any]:
        try:
            return super().clean()
        except (ValidationError, AttributeError, KeyError, TypeError, ValueError):
            raise ValidationError(NOT_UNDERSTOOD) from None


class Name(webauthn.EditWebAuthnForm):
    name = forms.CharField(label=CALL_IT, max_length=60, error_messages={"required": "Give it a name"})
