"""What left, for whom, after which check."""

from django.db import models

from kith.access import policies
from kith.record.models import AboutPerson
from kith.record.versions import versioned


@versioned
class Release(AboutPerson):
    """A recipient copy: the very text released to one named person after the protected-string check (design 7.8).

    What has left cannot be changed afterwards: the table only grows.
    """

    recipient = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="released_to")
    recipient_name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30)  # overview, voice, story, contacts, visit
    text = models.TextField()
    who_else_sees = models.CharField(max_length=300)
    checked_strings = models.PositiveIntegerField()  # how many protected strings were looked for
    released_on = models.DateField()

    policy = policies.Policy(
        {
            **policies.person(staff="ra").rules,
            policies.Audience.FAMILY: policies.Rule(
                "recipient_id = kith_person() and person_id = any(array(select person_id from kith_my_ties()))"
                f" and {policies.STANDING}",
                frozenset({policies.READ}),
            ),
        },
        append_only=True,
    )

    def __str__(self) -> str:
        return self.kind
