"""What anyone picking up the record at night must know: where things are, each line with its age and source."""

from django.db import models

from kith.record.models import AboutPerson
from kith.record.versions import versioned

KINDS = [
    ("now", "Where things are"),
    ("worry", "Worried about"),
    ("strength", "Going well"),
    ("danger", "Danger"),  # reaches the banner at once, alone (design 7.1)
    ("bottom_line", "Bottom line"),
    ("no_contact", "Must not have contact"),
    ("health", "Health alert"),
    ("do_not", "Do not"),
    ("at_door", "At the door: dogs, stairs, whom to ask for, when not to come alone"),
    ("next_step", "Next step"),
    ("tonight", "Promised for tonight"),
]


@versioned
class SituationLine(AboutPerson):
    only_words = True

    kind = models.CharField(max_length=12, choices=KINDS)
    text = models.TextField()
    source = models.CharField(max_length=200, blank=True)  # who says so
    about = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")  # who must not ...
    from_on = models.DateField()
    confirmed_on = models.DateField()
    confirmed_by = models.CharField(max_length=200)
    ended_on = models.DateField(null=True)
    ended_because = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.kind
