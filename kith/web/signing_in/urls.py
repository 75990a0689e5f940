"""Every page of signing in that Kith has: each is a door. The library's others are not here, and so not there."""

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from django.urls import path, re_path

from kith.web.signing_in import pages
from kith.web.signing_in.pages import answered, readable

urlpatterns = [
    path("login/", answered(account.login), name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", answered(account.reauthenticate), name="account_reauthenticate"),
    path("password/change/", answered(account.password_change), name="account_change_password"),
    path("password/set/", pages.gone, name="account_set_password"),
    path("password/reset/", pages.forgotten, name="account_reset_password"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        answered(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("second-step/", pages.WaysIn.as_view(), name="mfa_index"),
    path("second-step/code/", answered(second_step.authenticate), name="mfa_authenticate"),
    path("second-step/code/again/", answered(second_step.reauthenticate), name="mfa_reauthenticate"),
    path("second-step/app/", answered(app.activate_totp), name="mfa_activate_totp"),
    path("second-step/app/remove/", answered(app.deactivate_totp), name="mfa_deactivate_totp"),
    path("second-step/recovery-codes/", readable(recovery_codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "second-step/recovery-codes/new/",
        readable(answered(recovery_codes.generate_recovery_codes)),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "second-step/recovery-codes/file/",
        readable(recovery_codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("passkeys/add/", answered(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path("passkeys/sign-in/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("passkeys/again/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("passkeys/<int:pk>/name/", answered(passkeys.edit_webauthn), name="mfa_edit_webauthn"),
    path("passkeys/<int:pk>/remove/", pages.RemovePasskey.as_view(), name="mfa_remove_webauthn"),
]
