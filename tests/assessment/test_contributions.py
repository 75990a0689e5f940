"""What other agencies give, what becomes of it, and that they alone are told (S2-07, S0-16)."""

import pytest
from django.db import ProgrammingError, connection, transaction

from kith.access import acting_as
from kith.assessment import acts, queries, rules
from kith.assessment.models import Assessment, Contribution, Contributor
from kith.directory.models import Agency, Notice
from kith.record import NotYours, Refused
from kith.record.models import Act
from tests.assessment.making import PACK, begun
from tests.cast import TODAY
from tests.visits.going import the_log_will_not_be_written

KNOWS = {"kind": "fact", "text": "He has not gained weight since August.", "domain": "child-health"}


def give(cast, who="priya", about="sam", **instead):
    actor = cast.actors[who]
    with acting_as(actor):
        return acts.give_as_agency(by=actor, about=cast.people[about], **{**KNOWS, **instead})


def became(cast, given, use="used", use_words="", who="aisha"):
    actor = cast.actors[who]
    with acting_as(actor):
        return acts.say_what_became(by=actor, about=cast.sam, contribution=given, use=use, use_words=use_words)


def test_s2_07_a_partner_gives_what_it_knows_with_or_without_an_assessment_and_our_lead_is_told(cast):
    given = give(cast)
    assert (given.assessment, given.agency.name, given.said_by) == (None, "Northcliff 0-19 Health", "Priya Nair")
    with acting_as(cast.aisha):
        told = Notice.objects.filter(account_id=cast.aisha.account_id, kind="contribution")
        assert [notice.person for notice in told] == [cast.sam]
    sam = begun(cast, cast.sam)
    with acting_as(cast.aisha):
        voice = queries.held(sam, TODAY).voices[-1]
        assert (voice.called, voice.standing, list(voice.given)) == ("Northcliff 0-19 Health", "contributed", [given])
        assert queries.contributions(sam) == [given], "and can be cited"


def test_s2_07_what_it_gave_is_owed_an_answer_before_somebody_signs(cast):
    given, sam = give(cast), begun(cast, cast.sam)
    owed = "Say how what they gave was used, or why not: Northcliff 0-19 Health."

    def gaps():
        with acting_as(cast.aisha):
            return [gap.words for gap in rules.gaps(queries.held(sam, TODAY), PACK)]

    assert owed in gaps()
    became(cast, given, "not_yet", "The dietitian writes on Monday.")
    assert owed in gaps(), "not yet is still owed"
    became(cast, given, "partly", "The scales differed.")
    assert owed not in gaps()


def test_s0_16_whoever_gave_it_reads_what_became_of_it_and_nobody_elses(cast):
    given = give(cast)
    with acting_as(cast.aisha):
        sam = begun(cast, cast.sam)
        school = Agency.objects.exclude(kind__in=["health", "social_care"]).first()
        doing = {"by": cast.aisha, "about": cast.sam, "assessment": sam, "kind": "fact"}
        acts.contribute(**doing, called="Kelly", who=cast.people["kelly"], text="He eats well.")
        if school:
            acts.contribute(**doing, called=school.name, agency=school, text="Not known here.")
    became(cast, given, "not_used", "The doctor weighed him on Friday: he is well.")
    with acting_as(cast.priya):
        (read,) = queries.given_by_my_agency(cast.sam)
        assert (read.text, read.use) == (KNOWS["text"], "not_used")
        assert read.use_words == "The doctor weighed him on Friday: he is well."
        assert not queries.given_by_my_agency(cast.maya)
        assert Notice.objects.filter(account_id=cast.priya.account_id, kind="contribution").count() == 1


def test_s0_16_what_a_worker_of_theirs_told_us_by_telephone_is_theirs_to_read_too(cast):
    sam = begun(cast, cast.sam)
    with acting_as(cast.aisha):
        health = Agency.objects.get(kind="health")
        acts.contribute(
            by=cast.aisha, about=cast.sam, assessment=sam, called=health.name, agency=health, **KNOWS, said_by="Jo"
        )
    with acting_as(cast.priya):
        assert [one.said_by for one in queries.given_by_my_agency(cast.sam)] == ["Jo"]


@pytest.mark.parametrize("who", ["kelly", "maya"])
def test_no_family_and_no_child_holds_a_grant_on_what_agencies_gave(cast, who):
    from tests.handing import child_actor

    with acting_as(child_actor(cast) if who == "maya" else cast.actors[who]):
        for model in (Contribution, Contributor, Assessment):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                model.objects.first()


def test_a_partner_changes_nothing_it_has_given(cast):
    given = give(cast)
    with acting_as(cast.priya), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute("update assessment_contribution set text = 'x' where id = %s", [given.pk])


@pytest.mark.parametrize(
    ("instead", "field"),
    [({"text": " "}, "text"), ({"kind": "rumour"}, "kind"), ({"domain": "child-luck"}, "domain")],
)
def test_what_is_not_said_or_not_of_the_list_is_refused_beside_its_question(cast, instead, field):
    with pytest.raises(Refused) as refusal:
        give(cast, **instead)
    assert refusal.value.field == field


def test_a_partner_gives_of_the_children_it_works_with_and_staff_do_not_speak_for_an_agency(cast):
    with pytest.raises(NotYours):
        give(cast, about="maya")
    with pytest.raises(NotYours):
        give(cast, who="aisha")


def test_a_fact_without_a_part_of_life_is_kept(cast):
    assert give(cast, domain="").domain == ""


def test_nothing_is_given_when_the_log_cannot_be_written(cast):
    with the_log_will_not_be_written():
        give(cast)
    with acting_as(cast.system):
        assert not Contribution.objects.exists()


def test_the_line_of_the_log_says_nothing_of_what_was_given(cast):
    give(cast)
    with acting_as(cast.system):
        assert "weight" not in Act.objects.get(name="give_as_agency").said


def uncited(cast, assessment):
    with acting_as(cast.aisha):
        return rules.agencies_not_cited(queries.held(assessment, TODAY))


def test_s2_07_an_involved_agency_nobody_cites_is_named_until_it_is_cited_or_a_reason_given(cast):
    given, sam = give(cast), begun(cast, cast.sam)
    assert uncited(cast, sam) == ["Northcliff 0-19 Health"]
    with acting_as(cast.aisha):
        cited = {"source": "case_fact", "claim": "fact", "text": "He does not gain weight."}
        acts.add_evidence(by=cast.aisha, about=cast.sam, assessment=sam, **cited, contribution=given)
    assert uncited(cast, sam) == []


def test_s2_07_a_reason_clears_it(cast):
    given, sam = give(cast), begun(cast, cast.sam)
    became(cast, given, "not_used", "The doctor weighed him on Friday.")
    assert uncited(cast, sam) == []


def test_s2_07_an_agency_left_out_for_a_reason_is_not_named(cast):
    sam = begun(cast, cast.sam)
    assert uncited(cast, sam) == ["Northcliff 0-19 Health"]
    with acting_as(cast.aisha):
        health = Agency.objects.get(kind="health")
        acts.leave_out_contributor(
            by=cast.aisha, about=cast.sam, assessment=sam, called=health.name, agency=health, because="Not yet met him."
        )
    assert uncited(cast, sam) == []
