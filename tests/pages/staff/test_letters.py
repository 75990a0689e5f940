"""The letter a family gets when another worker leads (S4-28, N27)."""

from kith.access import acting_as
from kith.involvement.acts import allocate, note_handover
from kith.sharing.models import Release
from tests.cast import TODAY
from tests.visits.going import page


def handed_over(cast, **steps):
    with acting_as(cast.grace):
        lead = allocate(by=cast.grace, about=cast.maya, lead=cast.staff["sol"])
        note_handover(by=cast.grace, about=cast.maya, lead=lead, **steps)


def test_s4_28_it_says_who_leads_how_to_reach_them_what_goes_on_and_who_said_goodbye(cast, browse):
    handed_over(cast, goodbye_on=TODAY, met_together_on=TODAY, carried_on="The Thursday call with Kelly.")
    letter = browse("sol").get(page("child-print", cast.maya, "lead")).context["form"].initial["text"]
    for words in ("Sol Marsh leads our work with Maya", "01632 960110", "Aisha Khan led it before", "Thursday call"):
        assert words in letter
    assert "The goodbye was on 17 November 2026." in letter


def test_a_goodbye_that_has_not_been_is_not_in_it(cast, browse):
    handed_over(cast, family_told_on=TODAY)
    letter = browse("sol").get(page("child-print", cast.maya, "lead")).context["form"].initial["text"]
    assert "goodbye" not in letter


def test_it_leaves_as_a_copy_for_one_person(cast, browse):
    handed_over(cast)
    sol, path = browse("sol"), page("child-print", cast.maya, "lead")
    text = sol.get(path).context["form"].initial["text"]
    sent = {"text": text, "recipient": cast.people["kelly"].ref, "who_else_sees": "Nobody but the children."}
    assert sol.post(path, sent).status_code == 303
    with acting_as(cast.sol):
        assert Release.objects.get().kind == "lead"
