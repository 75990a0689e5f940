"""Strings planted all over a record, each with who may meet it: whoever else finds one has found a leak."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kith.access import acting_as
from kith.calendar import PartDate
from kith.directory.acts import keep_look, notify, restrict
from kith.directory.models import Account
from kith.involvement.acts import raise_concern
from kith.people import acts as people
from kith.record.models import Act, Draft
from kith.sharing.acts import release_copy
from kith.story.acts import mean_for_child, tell_history
from kith.visits.acts import Promised, Said, Seen, plan_visit, rearrange_visit, record_visit
from kith.voice.acts import answer_child, correct, write_down_words
from kith.voice.models import Wish
from tests.cast import NOW, TODAY, Cast

STAFF = frozenset({"aisha", "grace", "theo", "sol"})
TIED = frozenset({"aisha", "grace"})
NOBODY: frozenset[str] = frozenset()
HERS = TIED | {"maya"}  # what she reads back in her own corner, on a worker's device


@dataclass(frozen=True)
class Plant:
    """A string that stands in the record. `who` may meet it while `whose` record is normal."""

    text: str
    who: frozenset[str] = TIED
    whose: str = "maya"
    safety: bool = False  # shown with the minimum view, to any member of staff
    met: bool = True  # on some page that is read; else kept for the audit, or asked for one at a time

    def readers(self, level: str) -> frozenset[str]:
        """Who may meet it when Maya's record is at this level: restricted, only the tied; sealed, she alone."""
        if self.whose != "maya":
            return self.who
        if level == "sealed":
            return self.who & {"maya"}
        return self.who & TIED if self.safety and level == "restricted" else self.who


# A visit to Maya and Leo: what was shared, then each child's own.
PLACE = Plant("the boathouse steps", whose="both")
OTHERS = Plant("Uncle Osric came down late", whose="both")
FOR_EVERYONE = Plant("Damp behind the cot wall", whose="both")
SAW = Plant("Folded her drawings into a boat")
MEANS = Plant("She may be saying goodbye to the house")
ALONE_WORDS = Plant("A neighbour would not leave the doorway")
WISH = Plant("Can my tortoise come on Sundays", HERS)
WORRY = Plant("Footsteps on the landing at three", HERS)
GOOD_THING = Plant("My tortoise is called Plimsoll", HERS)
HARM = Plant("He held the iron near my sleeve")
QUESTION = Plant("What happened to your cuff")
PROMISED = Plant("Find the blue bicycle", HERS)
LEO_UNSEEN = Plant("Asleep behind the settee", whose="leo")
LEO_PLAN = Plant("At the swimming baths on Thursday", whose="leo")
LEO_WORDS = Plant("A grey mouse lives behind my bed", whose="leo")
# What became of her words.
ANSWERED = Plant("A run was built in the yard", HERS)
ANSWER_REASON = Plant("The landlord allows no pets upstairs", HERS)
REACTION = Plant("She said that is only half of it", HERS)
HEARD_AT = Plant("Under the dining table")
TAKEN_OFF = Plant("My brother hid the silver spoon", NOBODY)
TAKEN_OFF_BECAUSE = Plant("Said by her cousin at the same table", NOBODY)
# Her story, and where things are.
HISTORY = Plant("A caravan summer at Ravenglass")
TOLD_BY = Plant("Great-aunt Philippa")
MEANT = Plant("It was when she stopped drawing")
NOW_AT = Plant("Sleeping in the sewing room")
STRENGTH = Plant("Walks to school with Imogen")
NEXT_STEP = Plant("Ring the harbourmaster")
TONIGHT = Plant("Leave the porch lamp lit")
DO_NOT = Plant("Never ring after the late ferry")
HEALTH = Plant("Carries a pen against cashews")
SOURCE = Plant("the lighthouse keeper's wife")
DANGER = Plant("An axe stands by the stove", STAFF, safety=True)
BOTTOM_LINE = Plant("Never alone with Osbert Quill", STAFF, safety=True)
NO_CONTACT = Plant("Quill's brother must not collect her", STAFF, safety=True)
# Who she is and how she is reached.
ALIAS = Plant("Vasey")
AGENCY_NAME = Plant("Marigold Tew")
AGENCY = Plant("the Cedar House clinic")
NUMBER = Plant("9434765919")
LOCAL_NUMBER = Plant("NCL77129")
PHONE = Plant("01632 960333")
PHONE_NOTE = Plant("Only before his shift ends")
LANGUAGE_NOTE = Plant("Not the cousin from Gdynia")
COMMUNICATION = Plant("Draw it before you say it")
RELIGION = Plant("Quaker by her grandmother")
KINSHIP = Plant("Overheard at the christening")
# Where she may be, and who must not learn it.
LINES = Plant("Rookery Cottage")
STREET = Plant("5 Alder Lane")
POSTCODE = Plant("NC9 5WZ")
POSTCODE_CLOSE = Plant("NC95WZ", met=False)
POSTCODE_HALF = Plant("5WZ")
CALLED = Plant("Nan Tilda", met=False)
KEPT_BECAUSE = Plant("He followed the school bus", met=False)
HOME = Plant("Larkspur", TIED | {"kelly"})
HOME_POSTCODE = Plant("4 7QX", TIED | {"kelly"})
# What was arranged, asked and shared.
MOVED_BECAUSE = Plant("Her mother had a tooth pulled")
TOLD_WHO = Plant("Neighbour Wilhelmina")
EXPLAINED = Plant("The road was flooded for three weeks", TIED)
PLAN = Plant("by the upper road", TIED)
COPY = Plant("We will meet on Friday", TIED | {"kelly"})
SEEN_AT_HOME = Plant("her lodger Barnaby", met=False)
LOOKED = Plant("Her sister is my patient", frozenset({"grace"}))
# What belongs to one account, and what duty alone is told.
DRAFT = Plant("Half a thought about the cellar", frozenset({"aisha"}), whose="aisha", met=False)
NOTICE = Plant("Somebody asked about the orchard", frozenset({"aisha"}), whose="aisha")
CONCERN = Plant("Left behind at the bandstand", frozenset({"theo"}), whose="duty")
CONCERN_WHO = Plant("The girl with the yellow satchel", frozenset({"theo"}), whose="duty")
CONCERN_WHERE = Plant("Behind the ticket office", frozenset({"theo"}), whose="duty")
RING_BACK = Plant("01632 960444", frozenset({"theo"}), whose="duty")
# A sister whose record is sealed: nobody in this story is named on it.
SISTER = Plant("Wrenna", NOBODY, whose="wren")
SISTER_ALIAS = Plant("Peregrine Lusk", NOBODY, whose="wren")
SISTER_NUMBER = Plant("NCL90517", NOBODY, whose="wren")
SISTER_WORDS = Plant("I live where the bell is", NOBODY, whose="wren")
SISTER_LINE = Plant("Placed beyond the estuary", NOBODY, whose="wren")
SISTER_HOME = Plant("Bellhouse Row", NOBODY, whose="wren")
SISTER_POSTCODE = Plant("NC8 3ZD", NOBODY, whose="wren")
SEALED_BECAUSE = Plant("Adopted by the bell-ringers", NOBODY, whose="wren")

PLANTS = [plant for plant in globals().values() if isinstance(plant, Plant)]


def plant(cast: Cast) -> None:
    """Put every string where it belongs."""
    with acting_as(cast.aisha) as aisha:
        _visit(cast, aisha)
        _arrangement(cast, aisha)
        Draft.objects.create(
            account_id=aisha.account_id,
            key="write-words:x",
            title="Words",
            fields={"text": DRAFT.text},
            saved_at=NOW,
        )
        notify(aisha.account_id, "allocated", cast.maya, NOTICE.text)
    with acting_as(cast.system) as system:
        _words(cast, system)
        _situation(cast, system)
        _who_she_is(cast, system)
        _where(cast, system)
        _shared(cast, system)
        plant_sister(cast, system)
        raise_concern(
            by=system,
            key="planted",
            what=CONCERN.text,
            who=CONCERN_WHO.text,
            where=CONCERN_WHERE.text,
            ring_back=RING_BACK.text,
        )
    with acting_as(cast.sol) as sol:
        keep_look(by=sol, person=cast.maya, because=LOOKED.text, whole_record=True, page="overview")


def _visit(cast: Cast, aisha: Any) -> None:
    said = [
        Said("wish", WISH.text),
        Said("worry", WORRY.text),
        Said("good_thing", GOOD_THING.text),
        Said("harm", HARM.text, question_asked=QUESTION.text),
    ]
    record_visit(
        by=aisha,
        about=[cast.maya, cast.leo],
        on=TODAY - timedelta(days=1),
        lines=[
            Seen(
                cast.maya,
                True,
                alone="prevented",
                alone_words=ALONE_WORDS.text,
                saw=SAW.text,
                means=MEANS.text,
                said=said,
                promised=[Promised(PROMISED.text, TODAY + timedelta(days=4))],
            ),
            Seen(
                cast.leo,
                False,
                not_seen_because="out",
                not_seen_words=LEO_UNSEEN.text,
                plan_to_see=LEO_PLAN.text,
            ),
        ],
        happened_at=NOW - timedelta(days=1),
        mode="home",
        place=PLACE.text,
        others_there=OTHERS.text,
        for_everyone=FOR_EVERYONE.text,
    )


def _arrangement(cast: Cast, aisha: Any) -> None:
    (planned,) = plan_visit(by=aisha, about=[cast.maya], planned_for=NOW + timedelta(days=6))
    rearrange_visit(
        by=aisha,
        about=cast.maya,
        planned=planned,
        planned_for=NOW + timedelta(days=9),
        told_before="yes",
        because=MOVED_BECAUSE.text,
        moved_by="family",
        told_at=NOW - timedelta(hours=1),
        told_who=TOLD_WHO.text,
        told_how="phone",
    )


def _words(cast: Cast, system: Any) -> None:
    answer_child(
        by=system,
        about=cast.maya,
        wish=Wish.objects.get(words__text=WISH.text),
        outcome="partly",
        reason=ANSWER_REASON.text,
        what_we_did=ANSWERED.text,
        told_by="Aisha Khan",
        told_on=TODAY,
        reaction="so_so",
        reaction_words=REACTION.text,
    )
    write_down_words(by=system, about=cast.maya, sort="good_thing", text="I can whistle.", where=HEARD_AT.text)
    write_down_words(by=system, about=cast.leo, sort="worry", text=LEO_WORDS.text)
    wrong = write_down_words(by=system, about=cast.maya, sort="good_thing", text=TAKEN_OFF.text)
    correct(by=system, about=cast.maya, words=wrong, because=TAKEN_OFF_BECAUSE.text)
    tell_history(
        by=system,
        about=cast.maya,
        what=HISTORY.text,
        happened=PartDate(date(2022, 7, 1), "month"),
        told_by=TOLD_BY.text,
        significance=2,
        meant=MEANT.text,
    )
    event = Act.objects.filter(person=cast.maya, name="record_visit").first()
    mean_for_child(by=system, about=cast.maya, event=event, significance=2, meant=MEANT.text)


def _situation(cast: Cast, system: Any) -> None:
    for kind, line in (
        ("now", NOW_AT),
        ("strength", STRENGTH),
        ("next_step", NEXT_STEP),
        ("tonight", TONIGHT),
        ("do_not", DO_NOT),
        ("health", HEALTH),
        ("danger", DANGER),
        ("bottom_line", BOTTOM_LINE),
        ("no_contact", NO_CONTACT),
    ):
        people.say_situation(by=system, about=cast.maya, kind=kind, text=line.text)
    people.say_situation(by=system, about=cast.maya, kind="worry", text="Late for school.", source=SOURCE.text)


def _who_she_is(cast: Cast, system: Any) -> None:
    maya = {"by": system, "about": cast.maya}
    people.give_name(**maya, kind="alias", given="Juniper", family=ALIAS.text)
    first, last = AGENCY_NAME.text.split()
    people.give_name(**maya, kind="agency", given=first, family=last, used_by=AGENCY.text)
    people.give_identifier(**maya, kind="nhs", value=NUMBER.text)
    people.give_identifier(**maya, kind="la_child_id", value=LOCAL_NUMBER.text)
    people.give_contact_point(**maya, kind="phone", value=PHONE.text, safe="no", note=PHONE_NOTE.text)
    people.add_language(**maya, code="pl", interpreter_needed=True, note=LANGUAGE_NOTE.text)
    people.describe_person(**maya, communication=COMMUNICATION.text, religion_described=RELIGION.text)
    people.add_relationship(**maya, other=cast.people["gary"], kind="grandparent", source=KINSHIP.text)


def _where(cast: Cast, system: Any) -> None:
    (residence,) = people.move_home(
        by=system,
        about=[cast.maya],
        on=date(2026, 5, 1),
        lines=f"{LINES.text}\n{STREET.text}",
        postcode=POSTCODE.text,
        called=CALLED.text,
        kind="also_stays",
    )
    people.protect_address(
        by=system,
        about=[cast.maya],
        address=residence.address,
        from_person=cast.people["tomek"],
        because=KEPT_BECAUSE.text,
        review_on=date(2027, 2, 1),
    )


def _shared(cast: Cast, system: Any) -> None:
    release_copy(
        by=system,
        about=cast.maya,
        recipient=cast.people["kelly"],
        recipient_name="Kelly Okafor",
        kind="overview",
        text=f"{COPY.text} at four.",
        who_else_sees=SEEN_AT_HOME.text,
    )


def plant_sister(cast: Cast, system: Any) -> None:
    wren = people.begin_record(by=system, given=SISTER.text, family="Okafor", born=PartDate(date(2014, 2, 2), "day"))
    of = {"by": system, "about": wren}
    first, last = SISTER_ALIAS.text.split()
    people.give_name(**of, kind="alias", given=first, family=last)
    people.give_identifier(**of, kind="la_child_id", value=SISTER_NUMBER.text)
    people.add_relationship(**of, other=cast.people["kelly"], kind="parent", source=SISTER.text)
    write_down_words(**of, sort="worry", text=SISTER_WORDS.text)
    people.say_situation(**of, kind="danger", text=SISTER_LINE.text)
    people.move_home(
        by=system, about=[wren], on=date(2026, 1, 5), lines=SISTER_HOME.text, postcode=SISTER_POSTCODE.text
    )
    cast.people["wren"] = wren
    restrict(
        **of,
        level="sealed",
        because=SEALED_BECAUSE.text,
        guardian=Account.objects.get(pk=cast.rowan.account_id),
        review_on=date(2027, 6, 1),
    )
