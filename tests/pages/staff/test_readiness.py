"""The strip before a meeting with the family: what is ready, each line leading to where it is put right (J14)."""

from datetime import timedelta

from kith.access import acting_as
from kith.involvement.acts import plan_meeting
from kith.people.acts import add_language
from kith.plans.acts import add_step
from kith.plans.models import BeforeReview, Invited, PlanReview
from kith.voice.acts import write_down_words
from tests.cast import TODAY
from tests.plans.making import agreed, looked_at


def shown(cast, browse, name="aisha", plan=None):
    return browse(name).get(f"/children/{cast.maya.ref}/plan/{plan.pk}/ready/")


def titled(page):
    return {one.at: (one.state, one.words, href) for one, href in page.context["strip"]["items"]}


def test_j14_before_a_plan_is_looked_at_one_strip_says_what_is_not_ready_and_where_it_is_put_right(cast, browse):
    with acting_as(cast.aisha):
        plan = agreed(cast.aisha, cast.maya)
        wish = {"sort": "wish", "text": "I want it quiet.", "heard_by": "Aisha Khan"}
        write_down_words(by=cast.aisha, about=cast.maya, **wish)
        late = {"owner_kind": "family", "owner_name": "Kelly", "by_when": TODAY - timedelta(days=4)}
        add_step(by=cast.aisha, about=cast.maya, plan=plan, what="A lamp on the stairs.", **late)
        add_language(by=cast.aisha, about=cast.people["kelly"], code="pl", first=True, interpreter_needed=True)
    aisha = browse("aisha")
    page = shown(cast, browse, plan=plan)
    found = titled(page)
    assert found["voice"][0] == "met"
    assert found["wishes"][0] == "owed"
    assert found["steps"][:2] == ("missed", "1 past the day they were for")
    assert found["interpreter"][0] == "to_complete"
    assert "Kelly Okafor" in found["interpreter"][1]
    assert "have a planned value and none actual" in found["outcomes"][1]
    for _, _, href in found.values():
        assert aisha.get(href.partition("#")[0]).status_code == 200, href
    begun = aisha.get(f"/children/{cast.maya.ref}/plan/{plan.pk}/review/").content.decode()
    assert "A lamp on the stairs" in begun or "1 past the day they were for" in begun
    with acting_as(cast.aisha):
        assert looked_at(cast.aisha, plan).pk


def test_who_is_asked_is_written_and_stands_in_the_review(cast, browse):
    with acting_as(cast.aisha):
        plan = agreed(cast.aisha, cast.maya)
    aisha, url = browse("aisha"), f"/children/{cast.maya.ref}/plan/{plan.pk}/ready/"
    form = aisha.get(url).context["form"]
    last = len(form.everybody) - 1
    day = {"day": TODAY.day, "month": TODAY.month, "year": TODAY.year}
    sent = {f"p{last}_who": "Nan Rose", f"p{last}_whose": "network", f"p{last}_how": "in_person", "ready": ["advocate"]}
    refused = aisha.post(url, {**sent, f"p{last}_answer": "comes"})
    assert refused.status_code == 422
    assert "Nan Rose" in refused.content.decode()
    sent |= {f"p{last}_invited_on-{part}": value for part, value in day.items()}
    assert aisha.post(url, {**sent, f"p{last}_answer": "comes"}).status_code == 303
    with acting_as(cast.aisha):
        assert BeforeReview.objects.get().ready == ["advocate"]
        assert (Invited.objects.get().who, Invited.objects.get().answer) == ("Nan Rose", "comes")
    assert titled(aisha.get(url))["advocate"][0] == "met"
    assert "Nan Rose" in aisha.get(f"/children/{cast.maya.ref}/plan/{plan.pk}/review/").content.decode()
    assert browse("sol").get(url).status_code != 200
    with acting_as(cast.aisha):
        assert not PlanReview.objects.exists()


def test_a_conference_has_the_same_strip(cast, browse):
    with acting_as(cast.aisha):
        told = {"kind": "review", "planned_for": TODAY + timedelta(days=9), "chair_name": "Rowan Vale"}
        line = plan_meeting(by=cast.aisha, about=[cast.maya], **told)
    page = browse("aisha").get(f"/children/{cast.maya.ref}/protection/meetings/{line.pk}/ready/")
    assert {"voice", "papers", "advocate", "list"} <= set(titled(page))


def test_a_name_too_long_to_keep_is_said_so_with_what_was_typed(cast, browse):
    with acting_as(cast.aisha):
        plan = agreed(cast.aisha, cast.maya)
    place = len(shown(cast, browse, plan=plan).context["form"].everybody) - 1
    sent = {f"p{place}_who": "N" * 201, f"p{place}_whose": "network"}
    answer = browse("aisha").post(f"/children/{cast.maya.ref}/plan/{plan.pk}/ready/", sent)
    assert answer.status_code == 422
    assert "N" * 201 in answer.content.decode()
