"""What people are asked when they sign in, in plain words."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as second_step
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.utils import is_mfa_enabled
from django import forms
from django.core.exceptions import ValidationError

from kith.web.forms import asked

WHAT_IS_GOOD = "12 letters or more. Three words that do not belong together are easy to remember and hard to guess."
AGAIN = "Type the new password once more"
NOT_THE_SAME = "The two are not the same. Type it once more"


def put(field: forms.Field, label: str, missing: str, help_text: str = "", **attributes: str) -> None:
    """Ask this question of the library's in these words, without a grey example inside the box."""
    field.label, field.help_text = label, help_text
    field.error_messages["required"] = missing
    field.widget.attrs = {**field.widget.attrs, **attributes}
    field.widget.attrs.pop("placeholder", None)


class SignIn(account.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["login"].widget = forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"})
        put(self.fields["login"], "E-mail address", "Write your e-mail address")
        put(self.fields["password"], "Password", "Write your password")

    def clean(self) -> dict[str, Any] | None:
        """Which of the two is wrong is not said: that would tell a stranger who has an account."""
        try:
            return super().clean()
        except ValidationError as wrong:
            self.add_error("login", wrong)
            return self.cleaned_data


class PasswordAgain(account.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        put(self.fields["password"], "Your password", "Write your password")


class ChoosePassword(account.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        put(self.fields["password1"], "Your new password", "Choose a password", WHAT_IS_GOOD)
        put(self.fields["password2"], AGAIN, AGAIN)

    def clean(self) -> dict[str, Any]:
        return typed_twice(self, super().clean())


class ChangePassword(account.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        put(self.fields["oldpassword"], "The password you use now", "Write the password you use now")
        put(self.fields["password1"], "Your new password", "Choose a new password", WHAT_IS_GOOD)
        put(self.fields["password2"], AGAIN, AGAIN)

    def clean(self) -> dict[str, Any]:
        return typed_twice(self, super().clean())


def typed_twice(form: forms.Form, given: dict[str, Any]) -> dict[str, Any]:
    """In our words, that the two passwords differ."""
    if given.get("password1") and form.has_error("password2", code=None) and form.data.get("password2"):
        form.errors["password2"] = form.error_class([NOT_THE_SAME])
    return given


def ask_for_code(field: forms.Field, label: str, help_text: str) -> None:
    put(field, label, "Type a code", help_text, inputmode="numeric")
    asked(field, classes="govuk-input--width-10")


def either_code(user: Any) -> str:
    """Which codes this person has. Someone whose second step is a passkey has no app to look at."""
    if is_mfa_enabled(user, [Authenticator.Type.TOTP]):
        return "The six numbers your app shows now, or one of your recovery codes."
    return "One of your recovery codes."


class Code(second_step.AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        ask_for_code(self.fields["code"], "Code", either_code(self.user))


class CodeAgain(second_step.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        ask_for_code(self.fields["code"], "Code", either_code(self.user))


class FirstCode(ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        ask_for_code(self.fields["code"], "The code your app shows now", "Six numbers.")
