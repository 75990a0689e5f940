"""One real object for each address, about Maya, so that the entitled get 200 on something that is there.

One module for each room, with its name: what is made there, and the arguments of its addresses.
"""

from typing import Any

from kith.access import acting_as
from kith.directory.models import Account
from kith.involvement.acts import raise_concern
from kith.involvement.jobs import find_exposures
from kith.visits.models import PlannedVisit
from tests.architecture.alerted import ALERTED, alert, of_signs
from tests.architecture.arrived import contacts, of_contacts
from tests.architecture.cared_for import CARED_FOR, look_after, missing_now, of_care
from tests.architecture.complained import complain_and_thank, of_feedback
from tests.architecture.counted import of_figures
from tests.architecture.decided import (
    SECRET_CONCERN,
    SECRET_LINE,
    SECRET_REASONS,
    SECRET_SIGNED,
    SECRET_TICKED,
    decide_things,
    of_decisions,
)
from tests.architecture.differed import DIFFERED, differ, of_differences, work_that_ended
from tests.architecture.explained import explain, of_papers
from tests.architecture.improved import improve, of_improvements
from tests.architecture.met import MET, meet, of_meetings
from tests.architecture.mondays import SECRET_ASKS, of_mondays, share
from tests.architecture.objects import (
    assessment,
    directory,
    feedback,
    involvement,
    people,
    plans,
    record,
    sharing,
    standards,
    story,
    visits,
    voice,
)
from tests.architecture.promised import PROMISED, answer_for, look_at_promises, of_promises
from tests.architecture.protected import PROTECTED, of_protection, protect
from tests.architecture.reached import AGREED, reach
from tests.architecture.served import SERVED, of_served, serve
from tests.architecture.stands_around import AROUND, of_around, stand_around
from tests.architecture.told import begin_and_move, of_told, tell_of_decisions
from tests.architecture.trained import of_training, train
from tests.cast import Cast

PLANTED = [  # found nowhere they must not be
    *ALERTED,
    *PROMISED,
    *PROTECTED,
    *MET,
    *CARED_FOR,
    *AROUND,
    *DIFFERED,
    *AGREED,
    *SERVED,
    SECRET_CONCERN,
    SECRET_LINE,
    SECRET_REASONS,
    SECRET_SIGNED,
    SECRET_TICKED,
    SECRET_ASKS,
    *assessment.PLANTED,
    *feedback.PLANTED,
    *involvement.PLANTED,
    *people.PLANTED,
    *plans.PLANTED,
    *standards.PLANTED,
    *visits.PLANTED,
]


def _done_with(cast: Cast) -> None:
    """What has been done with Maya and her family, and what is to come."""
    plans.planned(cast)
    standards.explained(cast)
    visits.visited(cast)
    people.around_her(cast)
    visits.to_be_visited(cast)
    voice.answered(cast)


def _known_of(cast: Cast) -> None:
    """What was given out of it, who Maya is, whom she must be kept from, and what is in hand."""
    sharing.given_out(cast)
    people.who_she_is(cast)
    assessment.said_of_today(cast)
    feedback.said_how_valued(cast)
    people.kept_from_her(cast)
    assessment.assess(cast)
    sharing.appointments(cast, PlannedVisit.objects.get())
    visits.promised_by_family(cast)
    story.copies(cast)
    standards.asked_for_time(cast)


def furnish(cast: Cast) -> dict[str, dict[str, Any]]:
    """Make the objects; answer, for each address name, the arguments of its path."""
    with acting_as(cast.aisha):
        _done_with(cast)
        _known_of(cast)
        raise_concern(by=cast.aisha, key="c1", what="She did not come home.")
        record.begun_to_write(cast)
    voice.in_her_corner(cast)
    decide_things(cast)
    protect(cast)
    meet(cast)
    look_after(cast)
    missing_now(cast)
    alert(cast)
    look_at_promises(cast)
    answer_for(cast)
    stand_around(cast)
    improve(cast)
    complain_and_thank(cast)
    explain(cast)
    differ(cast)
    reach(cast)
    train(cast)
    work_that_ended(cast)
    share(cast)
    serve(cast)
    waiting, decided = contacts(cast, "furnish")
    involvement.asked_for_another(cast)
    with acting_as(cast.system):
        find_exposures(by=cast.system, key="")
    tell_of_decisions(cast)
    begin_and_move(cast)
    return {**_arguments(cast), **of_contacts(waiting, decided), **of_told(cast), **of_figures(cast)}


def _arguments(cast: Cast) -> dict[str, dict[str, Any]]:
    """By room; then by what is told of in a module beside this one."""
    return {
        **sharing.of_sharing(cast),
        **assessment.of_assessment(cast),
        **directory.of_directory(cast),
        **feedback.of_valued(cast),
        **involvement.of_involvement(cast),
        **people.of_people(cast),
        **plans.of_plans(cast),
        **record.of_drafts(),
        **standards.of_standards(cast),
        **story.of_story(cast),
        **visits.of_visits(cast),
        **voice.of_voice(cast),
        **of_decisions(cast),
        **of_protection(cast),
        **of_meetings(cast),
        **of_care(cast),
        **of_signs(cast),
        **of_promises(),
        **of_around(cast),
        **of_improvements(cast),
        **of_feedback(cast),
        **of_papers(cast),
        **of_differences(cast),
        **of_training(cast),
        **of_mondays(cast),
        **of_served(cast),
        "": {"ref": cast.maya.ref},
    }


def account_of(cast: Cast, name: str) -> Account:
    return Account.objects.get(pk=cast.actors[name].account_id)
