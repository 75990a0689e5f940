"""Make an account for someone who works here, and print the link with which they choose a password.

No e-mail is sent: give the link to the person yourself. It works once. The first one is good for three days; one that
replaces a forgotten password (--new-link) for half an hour.
"""

import argparse
from typing import TYPE_CHECKING, Any

from kith.record.refusals import Refused
from kith.running import database_ready, django_as, say, say_nothing

if TYPE_CHECKING:
    from kith.access import Actor
    from kith.directory.models import Account, Role, Team

AGENCY = "Children's services"
HOUR, MINUTE = 3600, 60  # seconds


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", help="their e-mail address at work, which they sign in with")
    parser.add_argument("--role", help="what they may do, such as social_worker or team_manager")
    parser.add_argument("--name", help="their name, as they introduce themselves")
    parser.add_argument("--job", help="their job title (default: the name of the role)")
    parser.add_argument("--team", help="their team; made when it is not there yet")
    parser.add_argument("--agency", help=f"the agency of a team that is made (default: {AGENCY})")
    parser.add_argument("--new-link", action="store_true", help="a new link and nothing else, for an account they have")
    parser.add_argument(
        "--lost-second-step",
        action="store_true",
        help="a new link, and they set up a second step again: for a lost phone and no recovery codes. Make sure "
        "it is them",
    )
    parser.set_defaults(wrong_use=parser.error)


def run(options: argparse.Namespace) -> int:
    _check_use(options)
    with database_ready(say_nothing):
        django_as("worker")
        from django.db import transaction
        from django.utils import timezone

        from kith.access import SYSTEM, acting_as

        with transaction.atomic(), acting_as(SYSTEM(timezone.now())) as by:
            account = _known(by, options) if _has_account(options) else invited(by=by, options=options)
            link = first_sign_in(account)
        say(f"{account.name} chooses a password here, once, within {_how_long(account)}:\n{link}")
    return 0


def _check_use(options: argparse.Namespace) -> None:
    needed = (options.role, options.name, options.team)
    if _has_account(options) and any((*needed, options.job, options.agency)):
        options.wrong_use("a new link changes nothing else: give the e-mail address alone")
    if not _has_account(options) and not all(needed):
        options.wrong_use("to make an account, give --role, --name and --team")


def _has_account(options: argparse.Namespace) -> bool:
    return options.new_link or options.lost_second_step


def invited(*, by: "Actor", options: argparse.Namespace) -> "Account":
    """The new account, with its role from today.

    Raises Refused for an unknown role, an address already in use, and what is no address or too long to keep.
    """
    from allauth.account.models import EmailAddress

    from kith.directory.acts import welcome_staff
    from kith.directory.models import Account

    role = _role(options.role)
    _refuse_what_does_not_fit(options)
    if Account.objects.filter(email=options.email.lower()).exists():
        raise Refused(f"{options.email} has an account already. For a new link: kith invite {options.email} --new-link")
    account = Account.objects.create_user(options.email, name=options.name, audience="staff")
    # Whoever runs this vouches for the address: a second factor cannot be added to one nobody vouched for.
    EmailAddress.objects.create(user=account, email=account.email, primary=True, verified=True)
    welcome_staff(
        by=by,
        account=account,
        name=options.name,
        job_title=options.job or role.name,
        team=_team(by, options.team, options.agency or AGENCY),
        roles=[role],
    )
    return account


def _refuse_what_does_not_fit(options: argparse.Namespace) -> None:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    from kith.directory.models import Account, Agency, Staff, Team

    try:
        validate_email(options.email)
    except ValidationError:
        raise Refused(f"{options.email} is not an e-mail address.") from None
    for called, model, field in (
        ("email", Account, "email"),
        ("name", Staff, "name"),
        ("job", Staff, "job_title"),
        ("team", Team, "name"),
        ("agency", Agency, "name"),
    ):
        kept: Any = model._meta.get_field(field)
        if len(getattr(options, called) or "") > kept.max_length:
            said = "The e-mail address" if called == "email" else f"--{called}"
            raise Refused(f"{said} is too long: {kept.max_length} letters at most.")


def _known(by: "Actor", options: argparse.Namespace) -> "Account":
    """The account of this address, its second step taken off when that is lost. Raises Refused when there is none."""
    from kith.directory.acts import forget_second_step
    from kith.directory.models import Account

    account = Account.objects.filter(email=options.email.lower()).first()
    if account is None:
        raise Refused(f"Nobody has an account as {options.email}.")
    if not account.is_active:
        raise Refused(f"The account of {account.name} is closed.")
    return forget_second_step(by=by, account=account) if options.lost_second_step else account


def first_sign_in(account: "Account") -> str:
    """Where this person sets a password: a whole address when it is known, else the path at this Kith."""
    from allauth.account.forms import default_token_generator
    from allauth.account.utils import user_pk_to_url_str
    from django.conf import settings
    from django.urls import reverse

    token = default_token_generator.make_token(account)
    path = reverse("account_reset_password_from_key", args=[user_pk_to_url_str(account), token])
    return f"https://{settings.ALLOWED_HOSTS[0]}{path}" if settings.HTTPS else path


def _how_long(account: "Account") -> str:
    from kith.web.signing_in.links import lasts

    seconds = lasts(account).total_seconds()
    return f"{seconds / HOUR:.0f} hours" if seconds >= 2 * HOUR else f"{seconds / MINUTE:.0f} minutes"


def _role(code: str) -> "Role":
    from kith.directory.models import Role

    role = Role.objects.filter(code=code).first()
    if role is None:
        known_codes = ", ".join(Role.objects.order_by("code").values_list("code", flat=True))
        raise Refused(f"There is no role {code}. The roles here are: {known_codes}.")
    return role


def _team(by: "Actor", name: str, agency_name: str) -> "Team":
    from kith.directory.acts import add_agency, add_team
    from kith.directory.models import Agency, Team

    team = Team.objects.filter(name=name).first()
    if team:
        return team
    agency = Agency.objects.filter(name=agency_name).first()
    return add_team(by=by, name=name, agency=agency or add_agency(by=by, name=agency_name, kind="social_care"))
