"""What is made of it together, child by child: written here, signed by each agency that was asked (N40)."""

from collections import defaultdict

from django.conf import settings
from django.db import models
from django.db.models import Prefetch, Q

from kith.access import Audience, policies
from kith.involvement.models.asking import OURS, AgencyRequest
from kith.involvement.models.contacts import OF_OPEN_CONTACT, Contact, ContactChild
from kith.record.models import Shared
from kith.record.versions import versioned

_WRITES = frozenset({policies.READ, policies.ADD, policies.CHANGE})
_OF_OPEN_CHILD = (
    f"child_id not in (select id from kith_closed_contact_children()) and {OF_OPEN_CONTACT} and {policies.STANDING}"
)
# Whoever answered for their agency, and whoever works with the child: to be of the agency is not enough.
_OF_MINE = (
    "(child_id in (select id from kith_my_told_children()) or contact_id in"
    " (select contact_id from involvement_agencyrequest where answered_by_id = kith_account()))"
)


@versioned
class JointPicture(Shared):
    """One text about one child. Written anew, the older text is kept, with whoever signed it."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="pictures")
    child = models.ForeignKey(ContactChild, models.PROTECT, related_name="pictures")
    number = models.PositiveSmallIntegerField()
    adds_up = models.TextField()
    not_known = models.TextField(blank=True)
    means = models.TextField(blank=True)  # for the child
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    written_by_name = models.CharField(max_length=200)
    written_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(_OF_OPEN_CHILD, _WRITES),
            Audience.PARTNER: policies.Rule(
                f"id in (select picture_id from involvement_pictureview) and {policies.STANDING}",
                frozenset({policies.READ}),
            ),
        }
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "number"], name="a_text_by_its_number"),
            models.UniqueConstraint(fields=["child"], condition=Q(superseded_at=None), name="one_text_stands"),
        ]

    def __str__(self) -> str:
        return "what is made of it together"


@versioned
class PictureView(Shared):
    """One text given to one agency, and how they see it. Unsigned is neither a yes nor "nothing held"."""

    picture = models.ForeignKey(JointPicture, models.PROTECT, related_name="views")
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="+")
    child = models.ForeignKey(ContactChild, models.PROTECT, related_name="+")
    agency = models.ForeignKey("directory.Agency", models.PROTECT, related_name="picture_views")
    request = models.ForeignKey(AgencyRequest, models.PROTECT, related_name="views")
    about = models.CharField(max_length=500)  # whom: the agency reads no more of the child as described
    given_at = models.DateTimeField()
    given_by_name = models.CharField(max_length=200)
    view = models.CharField(max_length=20, blank=True)  # the pack's picture_view
    words = models.TextField(blank=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    signed_by_name = models.CharField(max_length=200, blank=True)
    signed_at = models.DateTimeField(null=True)

    policy = policies.Policy(
        {
            Audience.STAFF: policies.Rule(_OF_OPEN_CHILD, frozenset({policies.READ, policies.ADD})),
            Audience.PARTNER: policies.Rule(
                f"{OURS} and child_id not in (select id from kith_sealed_contact_children()) and {_OF_MINE}"
                f" and {policies.STANDING}",
                frozenset({policies.READ, policies.CHANGE}),
            ),
        }
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["picture", "agency"], name="a_text_once_to_each_agency"),
            models.CheckConstraint(
                condition=Q(view="", signed_at=None) | (~Q(view="") & Q(signed_at__isnull=False)),
                name="a_view_and_its_day",
            ),
        ]
        indexes = [models.Index(fields=["agency", "given_at"])]

    def __str__(self) -> str:
        return "how an agency sees it"


def pictures_of(contact: Contact) -> dict[int, list[JointPicture]]:
    """Every text by the child it is about, newest first, each with whom it was given to. Two queries."""
    views = PictureView.objects.select_related("agency").order_by("given_at", "pk")
    texts = JointPicture.objects.filter(contact=contact).prefetch_related(Prefetch("views", queryset=views))
    found: dict[int, list[JointPicture]] = defaultdict(list)
    for one in texts.order_by("-number"):
        found[one.child_id].append(one)
    return found
