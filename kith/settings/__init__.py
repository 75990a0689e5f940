"""Kith's settings: one file, driven by the environment.

For whoever looks after an instance:

KITH_HOME        folder for embedded data, secrets, seals and uploads (default `.kith`)
KITH_MODE        demo, test or live (default live)
KITH_HOSTS       comma-separated host names this instance answers to (default: this machine's own)
KITH_HTTPS       1 when one proxy in front speaks HTTPS: secure cookies, HSTS, and its word on who is asking
KITH_SECRET      the signing secret (default: a random one kept in KITH_HOME/secrets)
KITH_KEYS        what the keys of people's second steps are kept under, newest first, with commas between: put a new one
                 in front and keep the old ones (default: one in KITH_HOME/secrets)
KITH_SEALS       file that seals of the log are also kept in, best on another disk (default KITH_HOME/seals.log)
KITH_MAIL        the mail server for e-mails that say how much is owed, as smtp://name:password@host:587 or smtps://...
                 (default: none is sent)
KITH_MAIL_FROM   whom they are from (default kith@ the first of KITH_HOSTS)
KITH_SITE        where this instance is, for the links in them (default http://localhost:8000)
KITH_PACK        what the jurisdiction says: the pack to work by (default england-2026)
KITH_CHARTERS    the charters to work by, with commas between (default: all there are; docs/charters.md)
KITH_OWN_CHARTERS  folder with charters of your own
DATABASE_URL     a PostgreSQL server of your own, as the serving login (default: the embedded one)
KITH_OWNER_URL   the same server as its owner: migrations and set-up
KITH_WORKER_URL  the same server as the worker's login: jobs and commands
KITH_DATABASE    another database on that server (default kith)

Set by Kith's own commands and tests:

KITH_LOGIN       which login this process uses: web (default), worker or owner
KITH_NOW         the moment a test takes place at
KITH_SERVED_BY   the process `kith serve` runs as, so that its web server and worker end with it
KITH_SOCKET      the listening socket `kith serve` hands its web server
"""

import os
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from kith.settings.databases import database
from kith.settings.secrets import kept_secret

HOME = Path(os.environ.get("KITH_HOME", ".kith")).absolute()
MODE = os.environ.get("KITH_MODE", "live")
LOGIN = os.environ.get("KITH_LOGIN", "web")
DEMO = MODE == "demo"
# Tests may choose their day. The serving login cannot: the database checks what it writes against the clock.
FIXED_NOW = datetime.fromisoformat(os.environ["KITH_NOW"]) if MODE == "test" and "KITH_NOW" in os.environ else None
HTTPS = os.environ.get("KITH_HTTPS") == "1"
DEBUG = False
SECRET_KEY = os.environ.get("KITH_SECRET") or kept_secret(HOME, "signing")
SECOND_STEP_KEYS = (os.environ.get("KITH_KEYS") or kept_secret(HOME, "second-steps")).split(",")
ALLOWED_HOSTS = [h for h in os.environ.get("KITH_HOSTS", "localhost,127.0.0.1").split(",") if h]
PACK = os.environ.get("KITH_PACK", "england-2026")
CHARTERS = tuple(name for name in os.environ.get("KITH_CHARTERS", "").split(",") if name)
OWN_CHARTERS = Path(os.environ["KITH_OWN_CHARTERS"]).absolute() if os.environ.get("KITH_OWN_CHARTERS") else None
TIME_ZONE = "Europe/London"
USE_TZ = True
LANGUAGE_CODE = "en-gb"
USE_I18N = True

DATABASES = {"default": database(os.environ, HOME, LOGIN)}
# Values travel beside a statement, never in it; and one asked again on the same connection is not planned again, which
# under row-level policies takes longer than answering it.
DATABASES["default"].setdefault("OPTIONS", {}).update(server_side_binding=True, prepare_threshold=2)
# Counted tries and used codes: shared by every process, on every machine.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "sign_in_tries",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
SITE = os.environ.get("KITH_SITE", "http://localhost:8000").rstrip("/")
MAIL = urlsplit(os.environ.get("KITH_MAIL", ""))
EMAIL_HOST, EMAIL_PORT = MAIL.hostname or "", MAIL.port or (465 if MAIL.scheme == "smtps" else 587)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(MAIL.username or ""), unquote(MAIL.password or "")
EMAIL_USE_SSL = MAIL.scheme == "smtps"
EMAIL_USE_TLS = MAIL.scheme == "smtp" and bool(MAIL.username)  # a name and password are never sent in the open
EMAIL_TIMEOUT = 20  # seconds
DEFAULT_FROM_EMAIL = os.environ.get("KITH_MAIL_FROM", f"kith@{ALLOWED_HOSTS[0] if ALLOWED_HOSTS else 'localhost'}")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "kith.web",  # first: its pages stand in for those of the libraries below
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "kith.record",
    "kith.directory",
    "kith.people",
    "kith.voice",
    "kith.decisions",
    "kith.involvement",
    "kith.visits",
    "kith.assessment",
    "kith.feedback",
    "kith.plans",
    "kith.workforce",
    "kith.meetings",
    "kith.sharing",
    "kith.story",
    "kith.standards",
    "kith.returns",
    "kith.pages",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kith.web.middleware.headers",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "kith.web.middleware.attempts_written",
    "kith.web.middleware.acting",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "kith.web.context.comfort",
                "kith.web.context.frame",
            ],
        },
    }
]
FORM_RENDERER = "kith.web.forms.Renderer"
ROOT_URLCONF = "kith.urls"
WSGI_APPLICATION = "kith.wsgi.application"

AUTH_USER_MODEL = "directory.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/account/login/"
LOGIN_REDIRECT_URL = "/"
PASSWORD_RESET_TIMEOUT = 72 * 3600  # seconds an invitation lasts; a forgotten password's link is shorter
ACCOUNT_ADAPTER = "kith.web.signing_in.adapters.SignIn"
ACCOUNT_FORMS = {
    "login": "kith.web.signing_in.forms.SignIn",
    "reauthenticate": "kith.web.signing_in.forms.PasswordAgain",
    "change_password": "kith.web.signing_in.forms.ChangePassword",
    "reset_password_from_key": "kith.web.signing_in.forms.ChoosePassword",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/account/login/"
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "kith.web.signing_in.links.Links"  # noqa: S105 - a class
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_SESSION_REMEMBER = False
# An office of a thousand signs in from one address at nine o'clock: the limit that protects a person is their own.
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": "30/m/ip,5/5m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HTTPS else 0  # without a proxy nobody's word is taken for their address
MFA_ADAPTER = "kith.web.signing_in.adapters.SecondStep"
MFA_FORMS = {
    "authenticate": "kith.web.signing_in.forms.Code",
    "reauthenticate": "kith.web.signing_in.forms.CodeAgain",
    "activate_totp": "kith.web.signing_in.forms.FirstCode",
    "add_webauthn": "kith.web.signing_in.passkeys.Add",
    "edit_webauthn": "kith.web.signing_in.passkeys.Name",
    "login_webauthn": "kith.web.signing_in.passkeys.SignIn",
    "authenticate_webauthn": "kith.web.signing_in.passkeys.SecondStep",
    "reauthenticate_webauthn": "kith.web.signing_in.passkeys.Again",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RATE_LIMITS = {"webauthn_login": "120/m/ip"}
MFA_TOTP_ISSUER = "Kith"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no name ever reaches a cookie
SESSION_COOKIE_AGE = 30 * 60  # idle; the absolute limit is kept in kith.web.middleware
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False
CSRF_FAILURE_VIEW = "kith.web.errors.forged"
if HTTPS:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-kith", "__Host-kith-csrf"
    SECURE_HSTS_SECONDS = 63_072_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"  # "no-referrer" makes a browser post forms from origin "null"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if MODE == "test":
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    WHITENOISE_USE_FINDERS = True
    WHITENOISE_AUTOREFRESH = True

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

# Procrastinate's own sign-off: the worker's tasks live beside the room they serve.
PROCRASTINATE_ON_APP_READY = None
PGHISTORY_INSTALL_CONTEXT_FUNC_ON_MIGRATE = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "kith.settings.logs.WithoutValues"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
