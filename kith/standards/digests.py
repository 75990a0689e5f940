"""The e-mails about what is owed: numbers and an address to sign in at, and nobody's name (design 7.8)."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from kith.access import Actor, Right
from kith.directory.models import Account
from kith.directory.queries import actor_for, closed_to
from kith.involvement.queries import led_by, led_by_team
from kith.standards.queries import explanations_waiting, owed_today
from kith.standards.shapes import State
from kith.words import counted
from kith.workforce.models import Digest

SUBJECTS = {False: "Kith: your day", True: "Kith: your team this week"}


def can_be_sent() -> bool:
    """Whether somebody has said which mail server to use (KITH_MAIL)."""
    return bool(settings.EMAIL_HOST)


def send(by: Actor, account: Account, weekly: bool) -> Digest | None:
    """Made once for a day; sent when anything is late or due. None for somebody who is not told of a team. The row is
    kept with the sending: what fails is tried again later.
    """
    reader = actor_for(account, by.now)
    if weekly and not reader.may(Right.SEE_TEAM):
        return None
    led = led_by_team(reader.team_id) if weekly else led_by(reader)
    children = [lead.person_id for lead in led]
    closed = closed_to(account.pk, children, by.now)  # whoever reads the list the e-mail opens is not shown these
    children = [child for child in children if child not in closed]
    states = [row.state for row in owed_today(by, children)]
    made = Digest(
        account=account,
        weekly=weekly,
        on=by.today,
        late=states.count(State.MISSED),
        due=states.count(State.DUE),
    )
    if states:
        made.sent_at = by.now
    made.save()
    if states:
        waiting = explanations_waiting(reader).filter(person__in=children).count() if weekly else 0
        _mail(account, weekly, _text(made, waiting))
    return made


def _text(made: Digest, waiting: int) -> str:
    whose = "your team leads" if made.weekly else "you lead"
    page = reverse("team" if made.weekly else "today")
    lines = [
        f"For the children {whose}: {counted(made.late, 'promise')} late, {made.due} due soon.",
        *([f"{counted(waiting, 'reason')} for lateness waiting to be read."] if waiting else []),
        "",
        f"{settings.SITE}{page}",
        "",
        "This e-mail names nobody, and is not sent outside working hours.",
        f"When it comes, and whether: {settings.SITE}{reverse('choose-digest')}",
    ]
    return "\n".join(lines)


def _mail(account: Account, weekly: bool, text: str) -> None:
    EmailMessage(SUBJECTS[weekly], text, settings.DEFAULT_FROM_EMAIL, [account.email]).send()
