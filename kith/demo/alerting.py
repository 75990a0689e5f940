"""Being alert together: what the school gives of Maya and hears back, an agency gone quiet, and signs about Rhys that
ask to be looked at together. Told through acts, each on its own day.
"""

from typing import TYPE_CHECKING

from kith.access import SYSTEM, acting_as
from kith.assessment import acts
from kith.calendar import PartDate
from kith.directory.acts import begin_tie, see_notice
from kith.directory.models import PartnerWorker
from kith.directory.queries import notices_for
from kith.plans.acts import add_step, begin_plan
from kith.story.acts import tell_history

if TYPE_CHECKING:
    from kith.demo.family import Telling

_ON_TIME = "Maya was on time on every morning of the three weeks Nan Rose stayed."
_USED = "It is why Nan Rose’s nights are the first step of the plan."
_TIRED = "She is tired again on Mondays, and asks whether she may stay in the library at break."
# Of Rhys: how many days ago, who told us, what, and the signs it shows.
_SIGNS = (
    (61, "Jess Tiller, his key worker", "He ate three bowls of porridge and put bread in his pocket.", "hungry"),
    (33, "Jess Tiller, his key worker", "He came in wet shoes and without a coat on a morning of frost.", "clothes"),
    (11, "Dilys Farrell’s sister", "She fetched him from a neighbour’s at nine at night. Nobody had asked.", "alone"),
)


def tell_alert(t: "Telling") -> None:
    _around_maya(t)
    _signs_of_rhys(t)
    _not_accepted(t)


def _around_maya(t: "Telling") -> None:
    """The school gives twice: once it was told what became of it. The school nurse has been quiet since she came in."""
    maya = t.people["maya"]
    with acting_as(SYSTEM(t.by("grace", 95).now)) as kith:
        for name in ("marsha", "ros"):
            account = t.services.accounts[name]
            begin_tie(by=kith, about=maya, account=account, because="working_with", may_write=True)
    for days_ago, kind, text in ((24, "fact", _ON_TIME), (3, "opinion", _TIRED)):
        marsha = t.by("marsha", days_ago, 10)
        with acting_as(marsha):
            given = acts.give_as_agency(by=marsha, about=maya, kind=kind, text=text, domain="child-education")
        if days_ago > 20:
            aisha = t.by("aisha", days_ago - 4, 9)
            with acting_as(aisha):
                acts.say_what_became(by=aisha, about=maya, contribution=given, use="used", use_words=_USED)
                for notice in notices_for(aisha).filter(kind="contribution"):
                    see_notice(by=aisha, notice=notice)


def _signs_of_rhys(t: "Telling") -> None:
    rhys = t.people["rhys"]
    for days_ago, who, what, sign in _SIGNS:
        tom = t.by("tom", days_ago, 16)
        with acting_as(tom):
            day = PartDate(tom.today, "day")
            told = tell_history(by=tom, about=rhys, what=what, happened=day, told_by=who, lens="health")
            acts.tick_signs(by=tom, about=rhys, event=told.act, signs=[f"neglect-{sign}"])


def _not_accepted(t: "Telling") -> None:
    """A step that keeps Rhys safe, given to the health visitor, who has not said yes: her own agency is told too."""
    rhys, tom = t.people["rhys"], t.by("tom", 6, 9)
    with acting_as(SYSTEM(t.by("grace", 20).now)) as kith:
        begin_tie(by=kith, about=rhys, account=t.services.accounts["jo"], because="working_with", may_write=True)
    with acting_as(tom):
        plan = begin_plan(
            by=tom, about=rhys, kind="in_need", because="He is hungry when others care for him, and nobody knows why."
        )
        add_step(
            by=tom,
            about=rhys,
            plan=plan,
            what="Weigh Rhys at his aunt’s, and tell Tom the same day.",
            owner_kind="agency",
            owner=PartnerWorker.objects.get(account=t.services.accounts["jo"]),
            by_when=t.day(-4),
            lane="now",
            protective=True,
        )
