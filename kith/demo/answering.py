"""Who answers for two of the things the partnership promises: one person by name, and one role."""

from datetime import datetime, timedelta

from kith.access import acting_as
from kith.demo.services import Services
from kith.standards.acts import name_who_answers


def say_who_answers(services: Services, now: datetime) -> None:
    with acting_as(services.actor("imani", now - timedelta(days=40))) as by:
        on = by.today
        listening = {"charter": "practice-standards", "item": "1", "worker": services.staff["grace"]}
        name_who_answers(by=by, on=on, **listening)
        name_who_answers(by=by, on=on, charter="girfec", item="timely-help", role="Head of family help")
