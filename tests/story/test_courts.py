"""A court chronology: chosen, refused while it owes words or holds what is kept from anyone, frozen, printed."""

import io
import re
from datetime import timedelta

import pytest
from docx import Document
from pypdf import PdfReader

from kith.access import SYSTEM, acting_as
from kith.directory.models import Notice
from kith.people.acts import say_situation
from kith.record import NotYours, Refused
from kith.record.models import Act
from kith.sharing.models import Paper, Release
from kith.story import jobs
from kith.story.acts import choose_for_court, mean_for_child, release_chronology, typeset_chronology
from kith.story.models import Chronology
from kith.story.queries import court_lines, heading_for, open_chronology, read
from kith.story.rules import court
from kith.visits.acts import Said, Seen
from tests.cast import NOW, TODAY
from tests.people.test_describing import seal
from tests.story.telling import act_named, meant, on, taken, told
from tests.visits.going import the_log_will_not_be_written, visit
from tests.voice.hearing import heard

PERIOD = {"from_on": TODAY - timedelta(days=730), "to_on": TODAY}


def chosen(cast, by, events=None, **details):
    events = events or [taken(cast, by, act_named(cast, "begin_work")).event_id]
    return choose_for_court(by=by, **{"about": cast.maya, **PERIOD, "events": events, **details})


def released(cast, by, chronology, **details):
    reading = read(cast.maya)
    given = {
        "about": cast.maya,
        "heading": heading_for(cast.maya, by, chronology.from_on, chronology.to_on),
        "lines": court_lines(reading, chronology.chosen),
        "recipient_name": "the court and everyone in the case",
        "who_else_sees": "their lawyers",
    }
    return release_chronology(by=by, chronology=chronology, **{**given, **details})


def complete(cast, by, name="begin_work", meant="She met someone who stayed.", **more):
    return mean_for_child(
        by=by, about=cast.maya, event=act_named(cast, name), significance=2, meant=meant, **more
    ).event


def refusal(do, *args, **details):
    with pytest.raises(Refused) as refused:
        do(*args, **details)
    return refused.value


# -- choosing


def test_a_choice_is_kept_can_be_made_again_and_is_its_makers_own(cast):
    with acting_as(cast.aisha):
        first = chosen(cast, cast.aisha)
        assert open_chronology(cast.maya, cast.aisha) == first
        again = chosen(cast, cast.aisha, [act_named(cast, "move_home").pk], chronology=first)
        assert (again.pk, again.chosen) == (first.pk, [act_named(cast, "move_home").pk])
    with acting_as(cast.grace):
        assert open_chronology(cast.maya, cast.grace) is None


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"from_on": TODAY, "to_on": TODAY - timedelta(days=1)}, "to"),
        ({"to_on": TODAY + timedelta(days=1)}, "to"),
        ({"events": "leos"}, "events"),
    ],
)
def test_a_choice_is_refused_at_its_question(cast, details, field):
    with acting_as(cast.aisha):
        if details.get("events") == "leos":
            details = {"events": [Act.objects.filter(person=cast.leo).first().pk]}
        assert refusal(chosen, cast, cast.aisha, **details).field == field
        assert refusal(choose_for_court, by=cast.aisha, about=cast.maya, **PERIOD, events=[]).field == "events"
        assert not Chronology.objects.exists()


def test_nobody_without_a_tie_chooses_and_nothing_is_kept_when_the_log_cannot_be_written(cast):
    with acting_as(cast.aisha):
        event = taken(cast, cast.aisha, act_named(cast, "begin_work")).event_id
    with acting_as(cast.sol), pytest.raises(NotYours):
        chosen(cast, cast.sol, [event])
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        chosen(cast, cast.aisha, [event])
    assert not Chronology.objects.exists()


# -- released


def test_a_finished_chronology_is_frozen_released_and_printed_in_two_forms(cast):
    with acting_as(cast.aisha):
        event = complete(cast, cast.aisha, outcome="Aisha began to visit.")
        made = released(cast, cast.aisha, chosen(cast, cast.aisha, [event.pk]))
        release = Release.objects.get()
        assert (release.kind, release.recipient, release.recipient_name) == (
            "story",
            None,
            "the court and everyone in the case",
        )
        assert "She met someone who stayed." in release.text
        assert made.frozen["entries"] == 1
        forms = {paper.form: paper for paper in Paper.objects.all()}
        text = PdfReader(io.BytesIO(forms["pdf"].data)).pages[0].extract_text()
        assert f"Released copy {release.pk}" in re.sub(r"\s+", " ", text)
        assert forms["pdf"].pages == len(PdfReader(io.BytesIO(forms["pdf"].data)).pages)
        assert "Aisha began to visit." in Document(io.BytesIO(forms["docx"].data)).tables[0].rows[1].cells[2].text
        assert open_chronology(cast.maya, cast.aisha) is None
        # What happens to the story afterwards changes nothing of what went.
        meant(cast, cast.aisha, event, meant="Something else.")
        assert Chronology.objects.get().frozen == made.frozen


def test_s3_06_it_is_not_released_while_what_matters_owes_words_and_is_once_they_are_written(cast):
    with acting_as(cast.aisha):
        event = taken(cast, cast.aisha, act_named(cast, "begin_work")).event
        begun = chosen(cast, cast.aisha, [event.pk])
        for nothing in ("", "n/a", "."):
            meant(cast, cast.aisha, event, meant=nothing)
            assert "what these meant for the child: 1 September 2026" in str(refusal(released, cast, cast.aisha, begun))
        assert not Release.objects.exists()
        assert Chronology.objects.get().chosen == [event.pk], "saved as it is, incomplete"
        meant(cast, cast.aisha, event, meant="She met someone who stayed.")
        released(cast, cast.aisha, begun)
        assert Paper.objects.count() == 2


def test_everyday_entries_owe_nothing(cast):
    with acting_as(cast.aisha):
        event = taken(cast, cast.aisha, act_named(cast, "allocate"), significance=1).event
        released(cast, cast.aisha, chosen(cast, cast.aisha, [event.pk]))


@pytest.mark.parametrize(
    ("details", "field"),
    [({"recipient_name": " "}, "recipient_name"), ({"who_else_sees": ""}, "who_else_sees"), ({"lines": []}, None)],
)
def test_it_is_refused_without_a_recipient_a_thought_for_who_reads_it_or_entries(cast, details, field):
    with acting_as(cast.aisha):
        begun = chosen(cast, cast.aisha, [complete(cast, cast.aisha).pk])
        assert refusal(released, cast, cast.aisha, begun, **details).field == field
        assert (Release.objects.count(), Paper.objects.count()) == (0, 0)


@pytest.mark.parametrize("where", ["what", "meant", "outcome", "told", "document", "words"])
def test_an_address_kept_from_anyone_is_found_wherever_it_hides_and_nothing_leaves(cast, where):
    kept = "They moved to 14 Larkspur-Court, NC4 7QX."
    with acting_as(cast.aisha):
        if where == "told":
            event = told(cast, cast.aisha, kept).act
        elif where == "document":
            event = told(cast, cast.aisha, "They moved.", document="letter to 14 Larkspur Court").act
        elif where == "words":
            event = heard(cast, cast.aisha, "we live at nc4 7qx now").act
        else:
            extra = {"meant": {"meant": kept}, "what": {"line": kept}, "outcome": {"outcome": kept}}[where]
            event = complete(cast, cast.aisha, **extra)
        begun = chosen(cast, cast.aisha, [event.pk])
        assert "must not reach" in str(refusal(released, cast, cast.aisha, begun))
        assert (Release.objects.count(), Paper.objects.count()) == (0, 0)
        assert Chronology.objects.get().frozen is None


def test_a_copy_holds_nothing_of_a_sealed_brother_nor_of_what_was_not_chosen(cast):
    with acting_as(cast.aisha):
        said = [Said("wish", "my own red boat")]
        lines = [Seen(c, True, alone="alone", saw=f"Saw {c.called}.", said=said) for c in (cast.maya, cast.sam)]
        visit(cast.aisha, lines, for_everyone="The cellar door was open.")
        heard(cast, cast.aisha, "a secret about the cellar")
        say_situation(by=cast.aisha, about=cast.maya, kind="worry", text="The loft ladder is loose.")
        seen = complete(cast, cast.aisha, "record_visit")
        told(cast, cast.aisha, "She was there.", happened=on(2026, 11, 17), beside=seen, told_by="Nan Rose")
    seal(cast, "sam")
    with acting_as(cast.aisha):
        released(cast, cast.aisha, chosen(cast, cast.aisha, [seen.pk]))
        pdf = PdfReader(io.BytesIO(Paper.objects.get(form="pdf").data))
        words = Document(io.BytesIO(Paper.objects.get(form="docx").data))
    text = " ".join(page.extract_text() for page in pdf.pages) + str(pdf.metadata)
    text += " ".join(cell.text for table in words.tables for row in table.rows for cell in row.cells)
    for there in ("my own red boat", "Saw Maya", "She was there.", "Nan Rose tells it"):
        assert there in text
    for not_there in ("Sam", "a secret about", "loft ladder", "cellar door", "Larkspur"):
        assert not_there not in text


def test_nothing_leaves_twice_or_for_another_child_or_by_someone_without_a_tie(cast):
    with acting_as(cast.aisha):
        begun = chosen(cast, cast.aisha, [complete(cast, cast.aisha).pk])
        assert refusal(released, cast, cast.aisha, begun, about=cast.leo)
    with acting_as(cast.sol), pytest.raises(NotYours):
        released(cast, cast.sol, begun)
    with acting_as(cast.aisha):
        released(cast, cast.aisha, begun)
        assert "gone already" in str(refusal(released, cast, cast.aisha, begun))
        assert "gone already" in str(refusal(chosen, cast, cast.aisha, begun.chosen, chronology=begun))
        assert Release.objects.count() == 1


def test_nothing_is_released_when_the_log_cannot_be_written(cast):
    with acting_as(cast.aisha):
        begun = chosen(cast, cast.aisha, [complete(cast, cast.aisha).pk])
    with the_log_will_not_be_written(), acting_as(cast.aisha):
        released(cast, cast.aisha, begun)
    assert (Release.objects.count(), Paper.objects.count()) == (0, 0)


# -- a long one


def a_long_one(cast, by):
    event = complete(cast, by)
    begun = chosen(cast, by, [event.pk])
    [line] = court_lines(read(cast.maya), begun.chosen)
    return released(cast, by, begun, lines=[line] * (court.AT_ONCE + 1))


def test_a_long_one_is_made_by_a_job_and_whoever_asked_is_told(cast):
    with acting_as(cast.aisha):
        made = a_long_one(cast, cast.aisha)
        assert (Paper.objects.count(), made.typeset_on) == (0, None)
        assert Release.objects.count() == 1, "checked while the page waited"
    by = SYSTEM(NOW + timedelta(seconds=5))
    for _ in range(2):  # its worker may die and the job be done again
        with acting_as(by):
            jobs.typeset_chronology(by=by, key="job-1", chronology=made.pk)
    with acting_as(cast.aisha):
        assert sorted(Paper.objects.values_list("form", flat=True)) == ["docx", "pdf"]
        notice = Notice.objects.get(account_id=cast.aisha.account_id, kind="copy_ready")
        assert "Maya" not in notice.sentence


def test_the_job_is_asked_for_and_prints_what_was_frozen_and_nothing_newer(cast):
    with acting_as(cast.aisha):
        made = a_long_one(cast, cast.aisha)
        meant(cast, cast.aisha, act_named(cast, "begin_work"), meant="Words of a later day.")
    by = SYSTEM(NOW)
    with acting_as(by):
        typeset_chronology(by=by, about=cast.maya, chronology=made)
        assert (
            "Words of a later day"
            not in PdfReader(io.BytesIO(Paper.objects.get(form="pdf").data)).pages[1].extract_text()
        )


def test_only_the_system_sets_type_and_only_what_was_released(cast):
    with acting_as(cast.aisha):
        begun = chosen(cast, cast.aisha, [complete(cast, cast.aisha).pk])
        with pytest.raises(NotYours):
            typeset_chronology(by=cast.aisha, about=cast.maya, chronology=begun)
    by = SYSTEM(NOW)
    with acting_as(by):
        assert refusal(typeset_chronology, by=by, about=cast.maya, chronology=begun)
    with the_log_will_not_be_written(), acting_as(by):
        typeset_chronology(by=by, about=cast.maya, chronology=begun)


# -- rules


def test_what_matters_is_ticked_in_the_period_and_before_it_turning_points_alone(cast):
    with acting_as(cast.aisha):
        told(cast, cast.aisha, "Everyday.", happened=on(2026, 5, 1), significance=1)
        told(cast, cast.aisha, "Now.", happened=on(2026, 5, 1), significance=2)
        told(cast, cast.aisha, "Long ago.", happened=on(2019, 5, 1), significance=2)
        told(cast, cast.aisha, "The turn.", happened=on(2018, precision="about"), significance=3)
        told(cast, cast.aisha, "This year or last.", happened=on(2024, precision="year"), significance=2)
        ticked = [e.title for e in read(cast.maya).events if court.preselected(e, PERIOD["from_on"], TODAY)]
    assert ticked == ["The turn.", "This year or last.", "Now."]


@pytest.mark.parametrize(
    ("details", "advice"),
    [
        ({"line": "K. O. rang."}, "“K. O.”: write the name in full."),
        ({"line": "He was reportedly at the door."}, "“reportedly”: who said so?"),
        ({"line": "Kelly failed to engage."}, "did not come on"),
        ({}, "What was done about it is not written."),
    ],
)
def test_a_line_is_read_as_a_judge_would_read_it(cast, details, advice):
    with acting_as(cast.aisha):
        complete(cast, cast.aisha, **details)
        [line] = court_lines(read(cast.maya), [act_named(cast, "begin_work").pk])
    assert any(advice in said for said in court.advice(line))
