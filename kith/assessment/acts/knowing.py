"""Looking at the whole child: what life is like today, how they grow, how they are."""

from datetime import date
from typing import Any

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.assessment import rules
from kith.assessment.models import LifeToday, StageMark, Wellbeing
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act


@act("{by} wrote what life is like for {about}.", needs=Right.RECORD_ON_ANY_CHILD, makes="assessment.LifeToday")
def say_life_today(*, by: Actor, about: Person, on: date, text: str, words: Any = None) -> LifeToday:
    """One paragraph, kept with those before it. `words` may point at what the child said (S1-03, S3-02).
    Raises Refused: nothing written, the same words as last time, another child's words.
    """
    if not text.strip():
        raise Refused("Write what life is like for them today.", field="text")
    before = LifeToday.objects.filter(person=about).order_by("-written_on", "-pk").first()
    if before and before.text.strip() == text.strip():
        raise Refused("These are the words of last time. What is different, or still the same because?", field="text")
    if words is not None and words.person_id != about.pk:
        raise Refused("Choose words this child said.", field="words")
    written = LifeToday(person=about, text=text.strip(), written_on=on, written_by=by.name, words=words)
    written.save()
    return written


@act("{by} wrote how {about} is growing.", needs=Right.RECORD_ON_ANY_CHILD)
def mark_growing(*, by: Actor, about: Person, on: date, marks: dict[str, tuple[str, str]]) -> list[StageMark]:
    """How parts of growing go for a child of this age: area -> (mark, what was seen) (S1-07). A worry without what was
    seen is kept, and shown as owing it (design 7.1). Raises Refused: no mark; an area or mark there is none of; a child
    with no date of birth.
    """
    pack = packs.pack_for(settings.PACK, on)
    if about.born_on is None:
        raise Refused("Write down when the child was born first: growing is looked at by age.")
    if not marks:
        raise Refused("Mark at least one part of growing.")
    areas, known = dict(pack.choices("development_area")), dict(pack.choices("development_mark"))
    stage, _ = rules.stage_at(about.born_on, on)
    made = []
    for area, (mark, saw) in marks.items():
        if area not in areas or mark not in known:
            raise Refused("Choose how each part is going from the list.")
        made.append(
            StageMark(person=about, area=area, stage=stage, mark=mark, saw=saw.strip(), seen_on=on, seen_by=by.name)
        )
        made[-1].save()
    return made


@act("{by} wrote down how {about} is, in someone's view.", needs=Right.RECORD_ON_ANY_CHILD)
def rate_wellbeing(
    *, by: Actor, about: Person, on: date, view: str, view_of: str, scores: dict[str, int], words: str = ""
) -> list[Wellbeing]:
    """One person's view of this child, 0 to 10 for each indicator they spoke of (S4-02); for each child apart.
    Raises Refused: no score, a score outside 0-10, an indicator or view there is none of, nobody named.
    """
    pack = packs.pack_for(settings.PACK, on)
    known = dict(pack.choices("wellbeing_indicator"))
    if view not in dict(pack.choices("rated_by")):
        raise Refused("Choose whose view this is.", field="view")
    if not view_of.strip():
        raise Refused("Say whose view this is, by name.", field="view_of")
    if not scores:
        raise Refused("Give at least one number.", field="view")
    for indicator, score in scores.items():
        if indicator not in known or not 0 <= score <= 10:
            raise Refused("Give a number from 0 to 10.", field=indicator if indicator in known else "view")
    made = [
        Wellbeing(
            person=about,
            indicator=indicator,
            view=view,
            view_of=view_of.strip(),
            score=score,
            words=words.strip() if place == 0 else "",
            said_on=on,
        )
        for place, (indicator, score) in enumerate(scores.items())
    ]
    for one in made:
        one.save()
    return made
