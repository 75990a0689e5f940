"""How a family reaches whoever leads, in the worker's own words; and what the two agreed on how they work (S4-28)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kith.access import Audience, policies
from kith.record.models import AboutPerson, Shared
from kith.record.versions import versioned

# Those whose work this account leads now, as far as the reader may see it: a family, and the child.
_LEADS_FOR_ME = "account_id in (select lead.account_id from involvement_leadworker lead where lead.until_on is null)"


def _own_words(shown: str = "true") -> policies.Policy:
    """Staff read it and each writes their own; whoever is worked with reads it of their own lead worker. `shown`: which
    rows anybody but the worker reads.
    """
    verbs = frozenset({policies.READ, policies.ADD, policies.CHANGE})
    outside = policies.Rule(f"{_LEADS_FOR_ME} and {shown}", frozenset({policies.READ}))
    return policies.Policy(
        {
            Audience.STAFF: policies.Rule(
                f"({shown} or account_id = kith_account())", verbs, added="account_id = kith_account()"
            ),
            Audience.FAMILY: outside,
            Audience.CHILD: outside,
        }
    )


@versioned
class HowToReach(Shared):
    """What a worker tells families of how to reach them. The number is not here: it is the work number of the
    directory, and no other is shown.
    """

    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="how_to_reach")
    hours = models.CharField(max_length=300, blank=True)  # when they are there
    how = models.TextField(blank=True)  # how best to reach them
    outside = models.TextField(blank=True)  # what to do outside those hours
    to_child = models.TextField(blank=True)  # all of it, in words for a child

    policy = _own_words()

    class Meta:
        verbose_name_plural = "how to reach"

    def __str__(self) -> str:
        return "how to reach a worker"


@versioned
class WorkerPhoto(Shared):
    """A worker's own photo, put in and taken away by themselves alone; never asked for. What the camera told of place
    and time was never kept.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="photos")
    image = models.BinaryField()
    form = models.CharField(max_length=4, choices=[("png", "PNG"), ("jpeg", "JPEG")])
    wide = models.PositiveSmallIntegerField()
    high = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    ended_on = models.DateField(null=True)

    policy = _own_words("ended_on is null")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account"], condition=Q(ended_on=None), name="one_worker_photo_now"),
        ]

    def __str__(self) -> str:
        return "a photo"


@versioned
class WorkingTerms(AboutPerson):
    """What one of the family and whoever leads agreed on how they work together, in the family's words. Kept when it is
    agreed anew. On their own page each reads what they agreed themselves, and no other of the family (as what they say
    of our work).
    """

    with_person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    with_whom = models.CharField(max_length=200, blank=True)
    lead = models.ForeignKey("involvement.LeadWorker", models.PROTECT, null=True, related_name="terms")
    agreed_on = models.DateField()
    how_often = models.TextField(blank=True)  # how often, and how, we see and hear each other
    how_to_say_no = models.TextField(blank=True)
    we_promise = models.TextField(blank=True)
    we_ask = models.TextField(blank=True)
    kept_back = models.BooleanField(default=False)  # these words hold an address that must not be learnt
    superseded_on = models.DateField(null=True)

    policy = policies.person(
        staff="rac",
        family="r",
        family_also="with_person_id = kith_person() and not kept_back and not exists (select from told_nothing)",
    )

    class Meta:
        verbose_name_plural = "working terms"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "with_person"], condition=Q(superseded_on=None), name="one_set_of_terms_now"
            ),
        ]

    def __str__(self) -> str:
        return "what was agreed on working together"
