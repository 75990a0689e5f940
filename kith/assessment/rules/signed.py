"""What an assessment said when it was signed, as lines of words that can be read after it was opened again."""

from collections.abc import Iterator

from kith.assessment.models import Held
from kith.assessment.rules.grid import grid, not_looked_at
from kith.decisions.rules import as_lines
from kith.packs import Pack


def in_lines(held: Held, pack: Pack) -> str:
    """Everything written in it, in the words of the pack’s headings."""
    return as_lines([*_parts(held, pack), *_around(held, pack)])


def _parts(held: Held, pack: Pack) -> Iterator[tuple[str, str]]:
    called = {one.person.pk: one.person.called for one in held.parents}
    for (part, whose), passage in held.passages.items():
        title = pack.as_written("assessment_part", part)
        yield f"{title} ({called[whose]})" if whose in called else title, passage.text
    for domain, note in held.domains.items():
        words = [note.strengths, note.none_found_how, note.needs, note.shown_by, note.care_bears, note.world_bears]
        yield pack.as_written("assessment_domain", domain), " ".join(filter(None, [*words, note.not_looked_because]))
    unlooked = not_looked_at(grid(held.domains.values(), held.set_aside, pack))
    yield "Not looked at", "; ".join(cell.words for cell in unlooked)
    for effect in held.effects:
        yield "An effect", effect.how


def _around(held: Held, pack: Pack) -> Iterator[tuple[str, str]]:
    for voice in held.voices:
        yield f"Heard: {voice.called}", " ".join(one.text for one in voice.given)
    for one in held.evidence:
        yield "It rests on", one.text
    for rated in held.dangers:
        yield "Danger", " ".join(filter(None, [rated.danger.what, rated.danger.may_happen]))
    yield "Factors", ", ".join(pack.as_written("assessment_factor", code) for code in held.assessment.factors)
    yield "What changed", held.assessment.what_changed
