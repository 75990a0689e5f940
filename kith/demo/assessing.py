"""What is understood of Maya, signed twice, and of Leo, open again: told through acts, long ago and lately."""

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

from kith import packs
from kith.access import acting_as
from kith.assessment import acts
from kith.assessment.models import Assessment, Passage, held
from kith.story.acts import mean_for_child
from kith.voice.acts import cite_words
from kith.voice.queries import words_of

if TYPE_CHECKING:
    from kith.demo.family import Telling

_TOLD = Path(__file__).with_name("assessing.toml")
_NOT_PRESSING = "Nothing was pressing when we met. We look again if that changes."
_NOT_ASKED = "Not asked this time: we spoke with those who see {child} every week."
BEGUN, SIGNED, AGAIN, SIGNED_AGAIN, LEOS_AGAIN = 715, 690, 100, 62, 20  # days ago


def understand(t: "Telling") -> None:
    told = tomllib.loads(_TOLD.read_text(encoding="utf-8"))
    first = {name: _whole(t, name, told[name], factors) for name, factors in (("maya", ["3B", "4B"]), ("leo", ["5A"]))}
    _maya_again(t, first["maya"])
    by = t.by("aisha", LEOS_AGAIN, 17)
    with acting_as(by):
        acts.reopen_assessment(
            by=by, about=t.people["leo"], assessment=first["leo"], why="Leo speaks in sentences now, and starts school."
        )


def _whole(t: "Telling", name: str, told: dict[str, Any], factors: list[str]) -> Assessment:
    """Written over two weeks and signed by Grace."""
    child, by = t.people[name], t.by("aisha", BEGUN, 17)
    with acting_as(by):
        begun = acts.begin_assessment(
            by=by, about=child, why="Kelly rang us: the nights are too much for the three of them."
        )
        doing: dict[str, Any] = {"by": by, "about": child, "assessment": begun}
        for domain in _domains(by):
            acts.note_domain(
                **doing, domain=domain, **told["domains"].get(domain, {"not_looked_because": _NOT_PRESSING})
            )
        for effect in told.get("effects", ()):
            acts.note_effect(**doing, **effect)
        for one in told.get("set_aside", ()):
            acts.set_outcome_aside(**doing, **one)
        acts.write_perspective(**doing, text=told["passages"]["child"])
        for part in ("family", "analysis", "conclusion"):
            acts.write_analysis(**doing, part=part, text=told["passages"][part])
        for source, text in told["evidence"].items():
            acts.add_evidence(**doing, source=source, claim="fact", text=text)
        acts.name_factors(**doing, factors=factors)
        _cite(by, child, begun)
        _hear(doing, told["voices"], child)
    return _sign(t, child, begun, SIGNED, "")


def _domains(by: Any) -> list[str]:
    return [code for code, _ in packs.pack_for(settings.PACK, by.today).choices("assessment_domain")]


def _hear(doing: dict[str, Any], given: dict[str, str], child: Any) -> None:
    for voice in held(doing["assessment"], doing["by"].today).voices:
        them = {"called": voice.called, "who": voice.who, "agency": voice.agency}
        if voice.called in given:
            said = acts.contribute(**doing, **them, kind="opinion", text=given[voice.called])
            acts.say_what_became(by=doing["by"], about=child, contribution=said, use="used")
        elif voice.standing == "owed":
            first = child.called.partition(" ")[0]
            acts.leave_out_contributor(**doing, **them, because=_NOT_ASKED.format(child=first))


def _cite(by: Any, child: Any, assessment: Assessment) -> None:
    said = words_of(child).filter(said_on__lte=by.today).exclude(text="").exclude(sort="harm").first()
    if said:
        cite_words(by=by, about=child, row=Passage.objects.get(assessment=assessment, part="analysis"), words=[said])


def _sign(t: "Telling", child: Any, assessment: Assessment, days_ago: int, what_changed: str) -> Assessment:
    manager = t.by("grace", days_ago, 12)
    with acting_as(manager):
        signed: Assessment = acts.sign_assessment(
            by=manager, about=child, assessment=assessment, what_changed=what_changed
        )
    return signed


def _maya_again(t: "Telling", first: Assessment) -> None:
    """Gary comes to the flat: a danger, a goal, everyone's number; a new version, signed by Grace."""
    maya, by = t.people["maya"], t.by("aisha", AGAIN, 17)
    doing: dict[str, Any] = {"by": by, "about": maya}
    with acting_as(by):
        danger = acts.say_danger(
            **doing,
            what="Gary shouts through the door at night.",
            may_happen="he may get in and hurt Kelly.",
            worried="Kelly, Nan Rose and Aisha Khan",
            has_happened="Twice in the spring he pushed past Kelly; Maya took Leo into the bathroom.",
            caused_by=t.people["gary"],
        )
        mean_for_child(
            **doing,
            event=danger.act,
            significance=3,
            meant="She sleeps lightly, and takes Leo into the bathroom when he comes.",
        )
        acts.set_safety_goal(
            **doing,
            danger=danger,
            family_does="Kelly keeps the chain on and rings Nan Rose, then the police, at the first knock.",
            child_lives="Maya sleeps through, three weeks in a row.",
            others_see="School sees her awake and on time.",
        )
        again = acts.reopen_assessment(**doing, assessment=first, why="Gary has begun to come to the flat at night.")
        acts.write_analysis(
            **doing,
            assessment=again,
            part="conclusion",
            text="The plan holds while Kelly acts at the first knock and Nan Rose is near.",
        )
        _numbers(t, danger, by, (3, 4, 3))
        _hear({**doing, "assessment": again}, {}, maya)
    _sign(t, maya, again, SIGNED_AGAIN, "Gary comes to the flat at night. Kelly rings at the first knock now.")
    later = t.by("aisha", 21, 17)
    with acting_as(later):
        _numbers(t, danger, later, (6, 6, 5))


def _numbers(t: "Telling", danger: Any, by: Any, scores: tuple[int, int, int]) -> None:
    maya, kelly = t.people["maya"], t.people["kelly"]
    for view, who, called, score in (
        ("child", maya, "Maya", scores[0]),
        ("parent", kelly, kelly.called, scores[1]),
        ("worker", None, "Aisha Khan", scores[2]),
    ):
        acts.rate_safety(by=by, about=maya, danger=danger, view=view, who=who, called=called, score=score)
    acts.rate_safety(
        by=by,
        about=maya,
        danger=danger,
        view="parent",
        who=t.people["tomek"],
        called=t.people["tomek"].called,
        not_asked_because="He must not learn what Maya has said about the nights.",
    )
