"""A plan given to those it is for: in plain words, on the fridge, as a card."""

import re

from kith.access import acting_as
from kith.people.acts import say_situation
from kith.plans import acts
from kith.sharing.models import Release
from tests.decisions.making import decided
from tests.plans.making import agreed, made, step, whole
from tests.visits.going import page, text


def test_the_plain_layer_and_the_sheet_hold_no_codes_and_no_views(cast, browse):
    with acting_as(cast.aisha):
        plan = whole(cast.aisha, cast.maya)
        step(cast.aisha, plan, what="Nan has Sam on Tuesdays & Thursdays.", owner_name="Nan", owner_kind="network")
    aisha = browse("aisha")
    plain = text(aisha.get(page("child-plan", cast.maya, layer="plain")))
    assert "This plan is because" in plain
    assert "I keep the talking off the stairs." not in plain
    assert "strong, and who helps" not in plain
    sheet = text(aisha.get(page("child-plan", cast.maya, layer="pictures")))
    assert sheet.count("<rect") == 7  # the days of the week, for the step that names some
    assert "Nan has Sam on Tuesdays &amp;" in sheet


def test_s3_17_bottom_lines_stand_in_the_plan_and_its_copy_and_not_on_the_fridge(cast, browse):
    made(cast, agreed)
    with acting_as(cast.aisha):
        say_situation(by=cast.aisha, about=cast.maya, kind="bottom_line", text="Nobody drives after drinking.")
        say_situation(by=cast.aisha, about=cast.maya, kind="strength", text="Nan rings every evening.")
        decided(cast, cast.aisha)
    aisha = browse("aisha")
    shown = [text(aisha.get(page("child-plan", cast.maya, **layer))) for layer in ({}, {"layer": "plain"})]
    shown.append(text(aisha.get(page("plan-print", cast.maya))))
    for one in shown:
        assert "Nobody drives after drinking." in one
        assert "Nan is there the whole time" in one
        assert "Nan rings every evening." in one
    hung = text(aisha.get(page("plan-print", cast.maya) + "?as=fridge")).partition("What leaves")[2]
    assert "Nan is there the whole time" not in hung
    assert "Nobody drives after drinking." not in hung
    assert "Nan rings every evening." in hung


def test_a_long_step_is_whole_on_the_sheet_for_the_fridge(cast, browse):
    long = "Somebody at school has ten minutes for Maya on Mondays, and she may speak Polish there with Miss Lind."
    with acting_as(cast.aisha):
        step(cast.aisha, whole(cast.aisha, cast.maya), what=long)
    sheet = browse("aisha").get(page("child-plan", cast.maya, layer="pictures")).content.decode()
    drawn = " ".join(re.findall(r'<text x="170"[^>]*>([^<]*)</text>', sheet))
    assert long in drawn


def test_a_copy_is_released_through_the_check_and_read_at_home(cast, browse):
    plan = made(cast, agreed)
    aisha = browse("aisha")
    path = page("plan-print", cast.maya)
    form = {"recipient": cast.people["kelly"].ref, "recipient_name": "", "who_else_sees": "Dean"}
    text_of = "Maya’s plan\n\nIt ends when\nShe sleeps."
    assert aisha.post(path, {**form, "text": text_of}).status_code == 303
    assert "The plan for Maya" in text(browse("kelly").get("/p/"))
    assert "The plan for Maya" not in text(browse("tomek").get("/p/"))
    with acting_as(cast.system):
        step(cast.system, plan, what="Meet at 14 Larkspur Court.")
    refused = aisha.post(path + "?as=fridge", {**form, "paper": "a4"})
    assert refused.status_code == 422
    assert "must not reach" in text(refused)
    with acting_as(cast.aisha):
        assert Release.objects.count() == 1


def test_a_sheet_for_the_fridge_is_kept_as_it_left(cast, browse):
    made(cast, agreed)
    form = {"recipient": cast.maya.ref, "recipient_name": "", "who_else_sees": "nobody else", "paper": "a4"}
    aisha = browse("aisha")
    went = aisha.post(page("plan-print", cast.maya) + "?as=fridge", form)
    assert went.status_code == 303
    assert 'class="kith-fridge"' in text(aisha.get(went["Location"]))


def test_there_is_nothing_to_print_before_there_is_a_plan(cast, browse):
    assert browse("aisha").get(page("plan-print", cast.maya)).status_code == 404


def test_what_there_is_to_be_glad_of_is_a_card_for_the_child_released_like_any_copy(cast, browse):
    with acting_as(cast.aisha):
        plan = whole(cast.aisha, cast.maya)
        acts.celebrate(by=cast.aisha, about=cast.maya, plan=plan, what="A night at Bea’s", raised_by="Nan Rose")
    aisha, path = browse("aisha"), page("child-print", cast.maya, "card")
    assert path in text(aisha.get(page("child-plan", cast.maya)))
    form = aisha.get(path).context["form"]
    assert form.initial["recipient"] == cast.maya.ref
    assert "A night at Bea’s\nNan Rose, 17 November 2026" in form.initial["text"]
    sent = {"recipient": cast.maya.ref, "who_else_sees": "Mum", "text": form.initial["text"]}
    assert "kith-glad" in aisha.post(path, sent, follow=True).content.decode()
    assert Release.objects.get().kind == "card"
