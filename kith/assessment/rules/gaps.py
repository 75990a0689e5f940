"""What an assessment lacks before somebody may sign it, each said as a practitioner would (design 7.1, 7.5)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kith.assessment.models import DomainNote, Held, Rated, Voice
from kith.assessment.models.held import CONTRIBUTED, OWED
from kith.assessment.rules.likeness import copies
from kith.packs import Pack
from kith.words import joined, needs_words

OURS = "worker"
NOT_USED = "not_used"


@dataclass(frozen=True)
class Gap:
    """`about`: which part of the page mends it: family, domains, effects, voices, supports, dangers, passages,
    evidence, factors.
    """

    about: str
    words: str


def one_by_one(found: Iterable[Gap]) -> list[str]:
    """The refusal, one gap at a time. Empty when there is none."""
    first, *others = [gap.words for gap in found] or [""]
    return [f"It cannot be signed yet. {first}", *others] if first else []


def in_one_sentence(found: Iterable[Gap]) -> str:
    return " ".join(one_by_one(found))


def gaps(held: Held, pack: Pack, what_changed: str = "") -> list[Gap]:
    """In the order of the page. Empty when it may be signed. Nothing here keeps anything from being saved."""
    name = held.child.called.partition(" ")[0]
    return [
        *_family(held),
        *_map(held, pack),
        *_strengths(held, pack),
        *_concerns(held, pack, name),
        *_heard(held),
        *_supports(held, pack, name),
        *(gap for rated in held.dangers for gap in _danger(rated, held, name)),
        *_written(held, pack, name),
        *_since_last(held, what_changed),
    ]


def _family(held: Held) -> Iterator[Gap]:
    """Families know their own situation best: their account stands before ours (S2-27)."""
    if needs_words(held.text("family")):
        yield Gap("family", "What the family says is not written: in their own words, or why nobody could be asked.")


def _map(held: Held, pack: Pack) -> Iterator[Gap]:
    empty, unweighed = [], []
    for code, label in pack.choices("assessment_domain"):
        note = held.domains.get(code)
        if note is None or not _says_something(note):
            empty.append(label)
        elif note.looked_at and not note.concern:
            unweighed.append(label)
    if empty:
        yield Gap("domains", f"Nothing is written, and no reason given why not, about {joined(empty)}.")
    if unweighed:
        yield Gap("domains", f"Say how worried we are about {joined(unweighed)}.")


def _says_something(note: DomainNote) -> bool:
    """A dot or "n/a" is kept, and counts as nothing (design 7.11)."""
    texts = (note.strengths, note.none_found_how, note.needs, note.shown_by, note.not_looked_because)
    return any(not needs_words(text) for text in texts)


def _strengths(held: Held, pack: Pack) -> Iterator[Gap]:
    """On each side of the map strengths were found, or somebody says how they were looked for (N11, 7.5)."""
    for side, label in pack.choices("assessment_side"):
        notes = [note for note in held.domains.values() if note.domain.partition("-")[0] == side]
        if not any(_looked_for(note) for note in notes):
            yield Gap("domains", f"{label}: no strength is written, and not how we looked for one.")


def _looked_for(note: DomainNote) -> bool:
    return not (needs_words(note.strengths) and needs_words(note.none_found_how))


def _concerns(held: Held, pack: Pack, name: str) -> Iterator[Gap]:
    high = pack.flagged("concern_level", "alerts")
    caused = {effect.because_of for effect in held.effects}
    for code, label in pack.choices("assessment_domain"):
        note = held.domains.get(code)
        if note is None or note.concern not in high:
            continue
        if code not in caused:
            yield Gap("effects", f"{label} is a high concern: say what it does to another part of {name}’s life.")
        if needs_words(note.shown_by):
            yield Gap("domains", f"{label} is a high concern: say what shows it.")
        yield from _bearing(note, label, pack)


def _bearing(note: DomainNote, label: str, pack: Pack) -> Iterator[Gap]:
    """Of a high concern on one side of the map, what the other two sides do to it (S1-16). The child’s own side is
    never asked: what a concern does to the child is an effect.
    """
    _, care, world = (side for side, _ in pack.choices("assessment_side"))
    own = note.domain.partition("-")[0]
    if own != care and needs_words(note.care_bears):
        yield Gap("domains", f"{label} is a high concern: say what in how the child is looked after helps or hinders.")
    if own != world and needs_words(note.world_bears):
        yield Gap("domains", f"{label} is a high concern: say what around the family bears on it.")


def _heard(held: Held) -> Iterator[Gap]:
    owed = [voice.called for voice in held.voices if not voice.not_safe and _unheard(voice)]
    if owed:
        yield Gap("voices", f"Not heard, and no reason given: {joined(owed)}.")
    unused = [voice.called for voice in held.voices if voice.standing == CONTRIBUTED and voice.unused]
    if unused:
        yield Gap("voices", f"Say how what they gave was used, or why not: {joined(unused)}.")


def agencies_not_cited(held: Held) -> list[str]:
    """Involved agencies nothing of whose is among what it rests on, and no reason given why not (S2-07)."""
    cited = {one.contribution_id for one in held.evidence}
    return [
        voice.called
        for voice in held.voices
        if voice.agency and not any(one.pk in cited for one in voice.given) and not _left_for_a_reason(voice)
    ]


def _left_for_a_reason(voice: Voice) -> bool:
    if voice.given:
        return all(one.use == NOT_USED and not needs_words(one.use_words) for one in voice.given)
    return voice.row is not None and not needs_words(voice.row.because)


def _supports(held: Held, pack: Pack, name: str) -> Iterator[Gap]:
    """What an adult's own needs do to the child, and to how we work with them (S2-19)."""
    for line in held.supports:
        whose = f"{line.other.called}’s need, {pack.label('adult_need', line.need).lower()}"
        if needs_words(line.on_child):
            yield Gap("supports", f"{whose}: say how it affects {name}.")
        if needs_words(line.on_offer):
            yield Gap("supports", f"{whose}: say what it changes in how we work with them.")


def _unheard(voice: Voice) -> bool:
    if voice.row is None or voice.standing == CONTRIBUTED:
        return voice.standing == OWED
    return needs_words(voice.row.because)


def _danger(rated: Rated, held: Held, name: str) -> Iterator[Gap]:
    short = rated.danger.what if len(rated.danger.what) <= 60 else rated.danger.what[:57].rstrip() + "…"
    goal = rated.goal
    if goal is None or all(needs_words(text) for text in (goal.family_does, goal.child_lives, goal.others_see)):
        yield Gap("dangers", f"“{short}” has no safety goal.")
    owed = who_owes_a_number(rated, held, name)
    if owed:
        yield Gap("dangers", f"“{short}” has no number, nor why they were not asked, from {joined(owed)}.")


def who_owes_a_number(rated: Rated, held: Held, name: str) -> list[str]:
    """The child, each parent, and us; never whoever causes the harm, nor someone it is not safe to tell (7.4)."""
    asked = {scale.who_id for scales in rated.numbers.values() for scale in scales}
    views = {scale.view for scales in rated.numbers.values() for scale in scales}
    spared = {rated.danger.caused_by_id, *held.untold}
    owed = [] if held.child.pk in asked or "child" in views else [name]
    owed += [p.person.called for p in held.parents if p.person.pk not in asked | spared]
    return owed if OURS in views else [*owed, "us"]


def _written(held: Held, pack: Pack, name: str) -> Iterator[Gap]:
    texts = {part: held.text(part) for part in ("child", "analysis", "conclusion")}
    asks = {
        "child": f"“If I were {name}, I would…” is empty.",
        "analysis": "What we think it means is not written.",
        "conclusion": "What we conclude, and why, is not written.",
    }
    yield from (Gap("passages", asks[part]) for part, text in texts.items() if needs_words(text))
    for copy in copies(texts, held.alike, pack.figure("sibling-likeness")):
        if copy.same:
            part = pack.label("assessment_part", copy.part)
            yield Gap("passages", f"“{part}” is word for word {copy.of}’s. What is different for {name}?")
    if held.has_words and not held.quotes:
        yield Gap(
            "passages",
            f"It rests on none of {name}’s own words: choose them where you write what we think or what we conclude.",
        )
    if not held.evidence:
        yield Gap("evidence", "It rests on no evidence: write down at least one thing it rests on.")
    if not held.assessment.factors_named:
        yield Gap("factors", "No factors are named, nor that there are none.")


def _since_last(held: Held, what_changed: str) -> Iterator[Gap]:
    if held.assessment.before_id and needs_words(what_changed or held.assessment.what_changed):
        yield Gap("changed", "Say what has changed since the last version.")
