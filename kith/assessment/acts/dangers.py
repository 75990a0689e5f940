"""A danger, said at once; what safety will look like; how safe it is in each one's view."""

from datetime import date

from kith.access import Actor, Right
from kith.assessment.acts.guarding import chosen
from kith.assessment.models import Danger, SafetyGoal, Scale
from kith.people.acts.situations import write_line
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act
from kith.words import needs_words


@act(
    "{by} wrote what may happen to {about} if nothing changes.",
    needs=Right.RECORD_ON_ANY_CHILD,
    story=True,
    significance=3,
    staff_only=True,
    makes="assessment.Danger",
)
def say_danger(
    *,
    by: Actor,
    about: Person,
    on: date,
    what: str,
    worried: str = "",
    may_happen: str = "",
    has_happened: str = "",
    complicated_by: str = "",
    caused_by: Person | None = None,
) -> Danger:
    """It is on the banner of this child's record at once, alone, whether or not an assessment is open; everything else
    may follow (S3-04 as design 7.1 has it). Raises Refused: nothing said.
    """
    if not what.strip():
        raise Refused("Say what the danger is.", field="what")
    told = f"{what.strip()} If nothing changes: {may_happen.strip()}" if may_happen.strip() else what
    line = write_line(by, about, on, kind="danger", text=told, source=worried.strip()[:200] or by.name, who=caused_by)
    danger = Danger(
        person=about,
        line=line,
        what=what.strip(),
        worried=worried.strip(),
        may_happen=may_happen.strip(),
        has_happened=has_happened.strip(),
        complicated_by=complicated_by.strip(),
        caused_by=caused_by,
        said_on=on,
        said_by=by.name,
    )
    danger.save()
    return danger


@act(
    "{by} wrote what safety will look like for {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="assessment.SafetyGoal",
)
def set_safety_goal(
    *,
    by: Actor,
    about: Person,
    on: date,
    danger: Danger,
    family_does: str = "",
    child_lives: str = "",
    others_see: str = "",
) -> SafetyGoal:
    """What will be so when the danger is no more; said again, it stands instead of the one before (S3-04, S4-22).
    Raises Refused: nothing said, a danger that is over or another child's.
    """
    _stands(danger, about)
    said = {"family_does": family_does.strip(), "child_lives": child_lives.strip(), "others_see": others_see.strip()}
    if all(map(needs_words, said.values())):
        raise Refused("Say what will be so when the child is safe.", field="family_does")
    goal = SafetyGoal.objects.filter(danger=danger).first() or SafetyGoal(person=about, danger=danger)
    for name, value in {**said, "set_on": on, "set_by": by.name}.items():
        setattr(goal, name, value)
    goal.save()
    return goal


@act(
    "{by} wrote down how safe it is for {about}, in someone's view.",
    needs=Right.RECORD_ON_ANY_CHILD,
    staff_only=True,
    makes="assessment.Scale",
)
def rate_safety(
    *,
    by: Actor,
    about: Person,
    on: date,
    danger: Danger,
    view: str,
    called: str,
    score: int | None = None,
    words: str = "",
    not_asked_because: str = "",
    who: Person | None = None,
) -> Scale:
    """One person's number for one danger, or why they were not asked: nobody has to ask whoever causes the harm
    (design 7.4). Differences are kept. Raises Refused: neither, or both; outside 0 to 10; nobody named; a danger that
    is over or another child's.
    """
    _stands(danger, about)
    chosen(on, "scale_view", view, "view", "Choose whose number this is.")
    if not called.strip():
        raise Refused("Say whose number this is, by name.", field="called")
    if score is None and needs_words(not_asked_because):
        raise Refused("Give their number, or say why they were not asked.", field="score")
    if score is not None and not_asked_because.strip():
        raise Refused("Give their number or why they were not asked, not both.", field="not_asked_because")
    if score is not None and not 0 <= score <= 10:
        raise Refused("Give a number from 0 to 10.", field="score")
    scale = Scale(
        person=about,
        danger=danger,
        view=view,
        called=called.strip(),
        who=who,
        score=score,
        words=words.strip(),
        not_asked_because=not_asked_because.strip(),
        said_on=on,
    )
    scale.save()
    return scale


def _stands(danger: Danger, about: Person) -> None:
    if danger.person_id != about.pk:
        raise Refused("This danger is another child’s.")
    if danger.line.ended_on is not None:
        raise Refused("This danger was taken off the record. Write it again if it is still so.")
