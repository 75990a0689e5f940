"""Make an account for someone who works here, and print the path where they choose a password. No e-mail is sent."""

import argparse
from typing import TYPE_CHECKING

from kith.record.refusals import Refused
from kith.running import database_ready, django_as, say, say_nothing

if TYPE_CHECKING:
    from kith.access import Actor
    from kith.directory.models import Account, Role, Team

AGENCY = "Children's services"
HOUR = 3600  # seconds


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email")
    parser.add_argument("--role", help="what they may do, such as team_manager")
    parser.add_argument("--name", help="their name, as they introduce themselves")
    parser.add_argument("--job", help="their job title (default: the name of the role)")
    parser.add_argument("--team", help="their team; made when it is not there yet")
    parser.add_argument("--agency", default=AGENCY, help=f"the agency of a team that is made (default: {AGENCY})")
    parser.add_argument("--new-link", action="store_true", help="a new link and nothing else, for an account they have")
    parser.set_defaults(wrong_use=parser.error)


def run(options: argparse.Namespace) -> int:
    if not options.new_link and not (options.role and options.name and options.team):
        options.wrong_use("--role, --name and --team are needed to make an account")
    with database_ready(say_nothing):
        django_as("worker")
        from django.conf import settings
        from django.db import transaction
        from django.utils import timezone

        from kith.access import SYSTEM, acting_as

        with transaction.atomic(), acting_as(SYSTEM(timezone.now())) as by:
            account = known(options.email) if options.new_link else invited(by=by, options=options)
            path = first_sign_in(account)
    hours = settings.PASSWORD_RESET_TIMEOUT // HOUR
    say(f"{account.name} chooses a password at this path, once, within {hours} hours:\n{path}")
    return 0


def invited(*, by: "Actor", options: argparse.Namespace) -> "Account":
    """The new account, with its role from today. Raises Refused for an unknown role or an address already in use."""
    from allauth.account.models import EmailAddress

    from kith.directory.acts import welcome_staff
    from kith.directory.models import Account

    role = _role(options.role)
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
        team=_team(by, options.team, options.agency),
        roles=[role],
    )
    return account


def known(email: str) -> "Account":
    """The account of this address. Raises Refused when there is none."""
    from kith.directory.models import Account

    account = Account.objects.filter(email=email.lower()).first()
    if account is None:
        raise Refused(f"Nobody has an account as {email}.")
    return account


def first_sign_in(account: "Account") -> str:
    """The path where this person sets a password: good once, and for as long as any password reset."""
    from allauth.account.forms import default_token_generator
    from allauth.account.utils import user_pk_to_url_str
    from django.urls import reverse

    token = default_token_generator.make_token(account)
    return reverse("account_reset_password_from_key", args=[user_pk_to_url_str(account), token])


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
