"""More help, less help, or the same: asked for with what changed, and so once it is decided (S2-03, S2-23, S3-18, N20).

One thread, and one piece of work on it for as long as the law counts it as one. Between child in need, child protection
and looked after the same spell goes on: a census counts one referral, whatever the level. Between early or family help
and those, the spell ends and one that follows it begins the same day with the same lead worker, for a census counts a
child in need from that day and not from the first day of early help. Nothing is told twice either way: the record is
the child's, not the spell's.
"""

from collections.abc import Sequence
from datetime import date
from typing import Unpack

from django.conf import settings

from kith import packs
from kith.access import Actor, Right
from kith.decisions.acts import decide_inside
from kith.decisions.models import Decision
from kith.decisions.queries import held_back
from kith.decisions.rules import Given, OptionGiven
from kith.directory import queries as directory
from kith.directory.acts import notify
from kith.involvement import rules
from kith.involvement.acts.fitting import Fits, say_what_fits
from kith.involvement.models import AT_HAND, LeadWorker, LevelChange, Spell
from kith.packs import Pack
from kith.people.models import Person
from kith.record import Refused
from kith.record.acting import act

_MADE = "involvement.LevelChange"
_ASKED = "Somebody asks for another level of help for a child. Open the child’s decisions."


@act(
    "{by} asked for another level of help for {about}.",
    needs=Right.RECORD_ON_ANY_CHILD,
    story=True,
    significance=2,
    makes=_MADE,
)
def ask_for_level(
    *,
    by: Actor,
    about: Person,
    on: date,
    level: str,
    what_changed: str,
    threshold: str = "",
    indicators: Sequence[str] = (),
    why_not_above: str = "",
    why_not_below: str = "",
    finish: bool = False,
    **given: Unpack[Given],
) -> LevelChange:
    """What changed, which signs fit, why not more or less: kept at once, with the decision it begins, of which as much
    is written as can be known from here. `finish`: nothing of it may be missing.

    Raises Refused: no open work; a level the pack does not have, or the level there is; asked already and not decided;
    nothing changed; with `finish`, what is missing.
    """
    pack, spell = packs.pack_for(settings.PACK, on), _open_spell(about)
    _must_be_another_level(pack, spell, level)
    if not what_changed.strip():
        raise Refused("Say what changed.", field="what_changed")
    change = LevelChange(
        person=about,
        spell=spell,
        way=rules.way(pack, spell.level, level),
        from_level=spell.level,
        to_level=level,
        asked_on=on,
        asked_by_name=by.name,
        what_changed=what_changed.strip(),
        thresholds=pack.threshold_document(on).version,
        threshold=threshold,
        indicators=list(indicators),
        why_not_above=why_not_above.strip(),
        why_not_below=why_not_below.strip(),
    )
    if finish:
        rules.refuse_with(rules.match_lacks(change, pack.threshold_document(on)))
    known: Given = {**_known(change, pack), **given}
    change.decision = decide_inside(by, about, on=on, kind=f"step_{change.way}", finish=finish, **known)
    change.save()
    for manager in directory.managers_of(by.team_id) or _front_door():
        notify(manager, "level_asked", about, _ASKED)
    return change


@act(
    "The level of help for {about} changed.",
    needs=Right.ALLOCATE_WORK,
    tie=False,
    story=True,
    significance=3,
    makes=_MADE,
)
def change_level(
    *,
    by: Actor,
    about: Person,
    on: date,
    change: LevelChange,
    family_told_on: date | None = None,
    family_not_told_because: str = "",
    closure_reason: str = "",
    **fits: Unpack[Fits],
) -> LevelChange:
    """From today the help is at the level that was asked for. More help never waits: it begins on a manager's word, and
    the decision stays owed (design 7.1, 7.12). Less help begins once its decision is agreed and nobody challenges it,
    and once what fits is named (S3-18). `fits`: what was not said of that when it was asked for.

    Raises Refused: done already; less help without an agreed decision, while it is challenged, or with nothing named.
    """
    found = LevelChange.objects.select_for_update().filter(pk=change.pk, person=about).first()
    if found is None or found.in_force_on or found.way == "same":
        raise Refused("This has been done already.")
    say_what_fits(found, fits)
    pack = packs.pack_for(settings.PACK, on)
    if found.way == "down":
        _must_be_agreed(found, about)
        rules.refuse_with(rules.match_lacks(found, rules.fitted(found, pack, on)))
    spell = _open_spell(about)
    if pack.level(spell.level).statutory == pack.level(found.to_level).statutory:
        spell.level = found.to_level
        spell.save()
    else:
        _go_on(by, spell, found.to_level, on, closure_reason)
    found.in_force_on = on
    found.family_told_on, found.family_not_told_because = family_told_on, family_not_told_because.strip()
    found.save()
    return found


@act("{by} looked at the level of help for {about} and left it as it is.", needs=Right.RECORD_ON_ANY_CHILD, makes=_MADE)
def keep_level(
    *, by: Actor, about: Person, on: date, what_changed: str = "", why_still: str = "", finish: bool = False
) -> LevelChange:
    """A review at which the level stayed. The third running is asked why (S2-23): kept without, and finished with.

    Raises Refused: no open work; with `finish`, no answer to "why still this level?".
    """
    spell = _open_spell(about)
    asks = rules.asks_why_still(_running(spell))
    if finish and asks and not why_still.strip():
        raise Refused(
            "Why still this level? It has stayed the same at every review since it was chosen.", field="why_still"
        )
    kept = LevelChange(
        person=about,
        spell=spell,
        way="same",
        from_level=spell.level,
        to_level=spell.level,
        asked_on=on,
        asked_by_name=by.name,
        what_changed=what_changed.strip(),
        why_still=why_still.strip(),
        in_force_on=on,
    )
    kept.save()
    return kept


def move_inside(by: Actor, spell: Spell, level: str, on: date, decision: Decision | None, why: str) -> Spell:
    """The level of open work changes inside the act at hand, for whichever step of protection changes it: returns the
    work that goes on. A level that is there already changes nothing. Told late, it changes no day before the work
    began, or before whoever leads it now took it on.
    """
    if spell.closed_on or spell.level == level:
        return spell
    pack = packs.pack_for(settings.PACK, on)
    led = LeadWorker.objects.filter(spell=spell, until_on=None).values_list("from_on", flat=True)
    day = max([on, *led, *([spell.started_on] if spell.started_on else [])])
    LevelChange(
        person=spell.person,
        spell=spell,
        way=rules.way(pack, spell.level, level),
        from_level=spell.level,
        to_level=level,
        asked_on=on,
        asked_by_name=by.name,
        what_changed=why,
        decision=decision,
        in_force_on=day,
    ).save()
    if pack.level(spell.level).statutory != pack.level(level).statutory:
        return _go_on(by, spell, level, day, "")
    spell.level = level
    spell.save()
    return spell


def _front_door() -> list[int]:
    """A school or a clinic has nobody who allocates our work: whoever decides at the front door is told."""
    return [one.account_id for one in directory.holding(Right.DECIDE_CONTACTS)]


def _open_spell(about: Person) -> Spell:
    spell = Spell.objects.select_for_update().filter(person=about, closed_on=None).order_by(*AT_HAND).first()
    if spell is None:
        raise Refused(f"We are not working with {about} at the moment.")
    return spell


def _must_be_another_level(pack: Pack, spell: Spell, level: str) -> None:
    if level not in {one.code for one in pack.levels}:
        raise Refused("Choose the level of help.", field="level")
    if level == spell.level:
        raise Refused(f"The help is at that level now: {pack.level(level).label}.", field="level")
    undecided = LevelChange.objects.filter(spell=spell, in_force_on=None)
    if undecided.filter(decision__state__in=("proposed", "challenged")).exists():
        raise Refused("Another level has been asked for and is not decided yet. Open that decision.")


def _running(spell: Spell) -> list[str]:
    changes = LevelChange.objects.filter(spell=spell, in_force_on__isnull=False).order_by("-in_force_on", "-pk")
    return list(changes.values_list("way", flat=True)[:10])


def _must_be_agreed(change: LevelChange, about: Person) -> None:
    if held_back(about):
        raise Refused("This is challenged, so help stays as it is until the challenge is answered.")
    if change.decision is None or change.decision.state != "agreed":
        raise Refused("Less help begins when its decision is agreed. Finish it, and let somebody else read it.")


def _known(change: LevelChange, pack: Pack) -> Given:
    """What the decision can be told from what is asked here: nothing is typed twice (J13)."""
    now, wanted = pack.level(change.from_level).label, pack.level(change.to_level).label
    stay = change.why_not_below if change.way == "up" else change.why_not_above
    return Given(
        question=f"Should the help for {change.person.called} move from “{now}” to “{wanted}”?",
        chosen=f"Move to “{wanted}”.",
        reasons=change.what_changed,
        options=[OptionGiven(f"Move to “{wanted}”", chosen=True), OptionGiven(f"Stay at “{now}”", why_not=stay)],
    )


def _go_on(by: Actor, spell: Spell, level: str, on: date, closure_reason: str) -> Spell:
    """The work that follows, from the same day and with the same lead worker: nobody is without one for a moment."""
    spell.closed_on, spell.closure_reason = on, closure_reason
    spell.save()
    follows = Spell(
        person=spell.person,
        level=level,
        started_on=on,
        source=spell.source,
        primary_need=spell.primary_need,
        known_from=by.today,
        follows=spell,
    )
    follows.save()
    for lead in LeadWorker.objects.filter(spell=spell, until_on=None):
        lead.until_on = on
        lead.save()
        LeadWorker(
            person=spell.person,
            spell=follows,
            account_id=lead.account_id,
            name=lead.name,
            phone=lead.phone,
            from_on=on,
            family_told_on=lead.family_told_on,
        ).save()
    return follows
