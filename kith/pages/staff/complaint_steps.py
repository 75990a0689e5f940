"""What may be done about a complaint, one thing at a time: when it is there, what it asks and what it does (S4-25)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from kith.access import Right
from kith.directory import queries as directory
from kith.feedback import acts, forms, queries, rules
from kith.pages.staff.front_door import pack_of
from kith.web.asking import posted


@dataclass(frozen=True)
class Step:
    """One thing that may be done about a complaint: its title, when it is there, its form and its act."""

    title: str
    open: Callable[[Any, queries.Stood], bool]
    form: Callable[[HttpRequest, Any, queries.Stood], Any]
    act: Callable[..., Any]
    button: str = "Save"


def _is_about(actor: Any, stood: queries.Stood) -> bool:
    """They read it all the same where they took it down themselves."""
    return actor.account_id in stood.row.about_ids


def _sees_to(actor: Any, stood: queries.Stood) -> bool:
    mine = stood.stage is not None and stood.stage.answerer_id == actor.account_id
    return (actor.may(Right.HANDLE_COMPLAINTS) or mine) and not _is_about(actor, stood)


def _handles(actor: Any, stood: queries.Stood) -> bool:
    return actor.may(Right.HANDLE_COMPLAINTS) and not _is_about(actor, stood)


def _is_open(stood: queries.Stood) -> bool:
    return stood.state == "open" and stood.stage is not None


def _answering(stood: queries.Stood) -> bool:
    return _is_open(stood) and stood.stage.stage not in rules.FINDS_NOTHING


def _name_subjects(actor: Any, stood: queries.Stood, *, staff: int | None, staff_too: int | None, **given: Any) -> Any:
    about = chosen(staff, staff_too)
    return acts.name_subjects(by=actor, about=None, complaint=stood.row, staff=about, **given)


def _name_answerer(actor: Any, stood: queries.Stood, *, answerer: int, **given: Any) -> Any:
    one = directory.staff_member(answerer)
    return acts.name_answerer(by=actor, about=None, stage=stood.stage, answerer=one, **given)


def _of_stage(act: Any) -> Callable[..., Any]:
    return lambda actor, stood, **given: act(by=actor, about=None, stage=stood.stage, **given)


def _of_row(act: Any) -> Callable[..., Any]:
    return lambda actor, stood, **given: act(by=actor, about=None, complaint=stood.row, **given)


def _plain(form: Any, *days: str) -> Callable[..., Any]:
    return lambda request, actor, stood: form(posted(request), initial=dict.fromkeys(days, actor.today))


def _from_pack(form: Any, *days: str) -> Callable[..., Any]:
    return lambda request, actor, stood: form(
        posted(request),
        pack=pack_of(actor),
        initial={"route": stood.row.route, **dict.fromkeys(days, actor.today)},
    )


def _from_staff(form: Any) -> Callable[..., Any]:
    return lambda request, actor, stood: form(posted(request), staff=staff_to_choose(), initial=_named(stood))


def _named(stood: queries.Stood) -> dict[str, Any]:
    """Whom it is about already: whoever adds another, or clears one, does so knowingly."""
    found = [one.pk for one in directory.all_staff() if one.account_id in stood.row.about_ids]
    return dict(zip(("staff", "staff_too"), found, strict=False))


def _of_a_child(stood: queries.Stood) -> bool:
    return stood.row.whose == "child" or bool(stood.row.children.all())


def _to_tell(stage: Any) -> bool:
    return bool(stage.outcome) and stage.told_on is None


def _goes_on(stood: queries.Stood) -> bool:
    return bool(rules.next_stage(stood.row.route, stood.stage.stage))


STEPS = {
    "advocate": Step(
        "Somebody to speak up for the child",
        lambda actor, stood: stood.state != "withdrawn" and _of_a_child(stood) and not _is_about(actor, stood),
        _from_pack(forms.OfferAdvocate),
        _of_row(acts.offer_advocate),
    ),
    "duty": Step(
        "A child may be in danger: tell duty now",
        lambda actor, stood: not stood.row.danger,
        _plain(forms.TellDuty),
        _of_row(acts.tell_duty),
        "Tell duty now",
    ),
    "about": Step(
        "Whom it is about",
        lambda actor, stood: _handles(actor, stood) and _is_open(stood),
        _from_staff(forms.NameSubjects),
        _name_subjects,
    ),
    "route": Step(
        "Which procedure it follows",
        lambda actor, stood: _handles(actor, stood) and _is_open(stood) and stood.stage.place == 1,
        _from_pack(forms.ChooseRoute),
        _of_row(acts.choose_route),
    ),
    "answerer": Step(
        "Who answers it",
        lambda actor, stood: _handles(actor, stood) and _is_open(stood),
        _from_staff(forms.NameAnswerer),
        _name_answerer,
    ),
    "longer": Step(
        "It takes longer",
        lambda actor, stood: _sees_to(actor, stood) and _answering(stood) and not stood.stage.longer_on,
        _plain(forms.TakeLonger, "told_on"),
        _of_stage(acts.take_longer),
    ),
    "happened": Step(
        "It has happened",
        lambda actor, stood: _sees_to(actor, stood) and _is_open(stood) and not _answering(stood),
        _plain(forms.Happened, "on"),
        _of_stage(acts.answer_complaint),
    ),
    "answer": Step(
        "The answer",
        lambda actor, stood: _sees_to(actor, stood) and _answering(stood),
        _from_pack(forms.AnswerComplaint, "on"),
        _of_stage(acts.answer_complaint),
        "Answer the complaint",
    ),
    "told": Step(
        "They were told the answer",
        lambda actor, stood: _sees_to(actor, stood) and stood.stage is not None and _to_tell(stood.stage),
        _plain(forms.TellAnswer, "on"),
        _of_stage(acts.tell_answer),
    ),
    "further": Step(
        "They are not content, and go on",
        lambda actor, stood: _handles(actor, stood) and stood.state == "answered" and _goes_on(stood),
        _plain(forms.TakeFurther, "on"),
        _of_row(acts.take_further),
    ),
    "withdrawn": Step(
        "They withdraw it",
        lambda actor, stood: _sees_to(actor, stood) and stood.state == "open",
        _plain(forms.WithdrawComplaint, "on"),
        _of_row(acts.withdraw_complaint),
    ),
}


def staff_to_choose() -> list[tuple[int, str]]:
    return [(one.pk, f"{one.name}, {one.job_title.lower()}") for one in directory.all_staff()]


def chosen(*ids: int | None) -> list[Any]:
    found = [directory.staff_member(pk) for pk in dict.fromkeys(ids) if pk]
    return [one for one in found if one is not None]
