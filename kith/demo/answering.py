"""Who answers for two of the things the partnership promises, one person by name and one role; and a story told."""

from datetime import datetime, timedelta

from kith.access import acting_as
from kith.demo.services import Services
from kith.standards.acts import name_who_answers, tell_story


def say_who_answers(services: Services, now: datetime) -> None:
    with acting_as(services.actor("imani", now - timedelta(days=40))) as by:
        on = by.today
        listening = {"charter": "practice-standards", "item": "1", "worker": services.staff["grace"]}
        name_who_answers(by=by, on=on, **listening)
        name_who_answers(by=by, on=on, charter="girfec", item="timely-help", role="Head of family help")
        words = "She asked me twice if she had got it right. Then she read it back to me."
        story = {"charter": "practice-standards", "item": "1", "words": words, "whose": "a girl of ten"}
        tell_story(by=by, **story, agreed_on=on - timedelta(days=3))
