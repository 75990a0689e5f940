"""Thanks reach whoever they are for, are counted with their list, and are shown only with a yes (S4-26)."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from kith.access import acting_as
from kith.directory.models import Notice
from kith.feedback import acts, queries
from kith.feedback.models import Thanks, ThanksShown
from kith.record import NotYours, Refused
from tests.cast import TODAY
from tests.visits.going import the_log_will_not_be_written

SAID = "Aisha rang every day when Leo was ill."


def thank(cast, reader="theo", **given):
    by, told = cast.actors[reader], {"words": SAID, "who": "Kelly Okafor", "how": "phone", "staff": cast.staff["aisha"]}
    with acting_as(by):
        return acts.say_thanks(by=by, about=None, **(told | given))


def test_s4_26_the_one_it_is_for_is_told_and_reads_what_was_said(cast):
    row = thank(cast)
    assert (row.about_name, row.team_name) == ("Aisha Khan", "Harbour")
    with acting_as(cast.aisha):
        assert Notice.objects.get(kind="thanks").sentence == "Somebody said thank you to you. Read what they said."
        assert queries.thanks().get().words == SAID
    with acting_as(cast.grace):
        assert not Notice.objects.filter(kind="thanks").exists()


def test_s4_26_a_parent_says_thank_you_on_their_own_page(cast):
    thank(cast, "kelly", how="own_page", may_show="unnamed")
    with acting_as(cast.kelly):
        assert Thanks.objects.values_list("who", "may_show").get() == ("Kelly Okafor", "unnamed")
    with acting_as(cast.aisha):
        assert Notice.objects.filter(kind="thanks").count() == 1


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"words": " "}, "what was said"),
        ({"who": " "}, "who said it"),
        ({"how": "pigeon"}, "one of the answers"),
        ({"may_show": "perhaps"}, "one of the answers"),
    ],
)
def test_thanks_that_say_nothing_are_refused(cast, given, says):
    with pytest.raises(Refused, match=says):
        thank(cast, **given)


def show(cast, row, words=SAID, who="grace"):
    with acting_as(cast.actors[who]):
        return acts.show_thanks(by=cast.actors[who], about=None, thanks=row, words=words)


def may(cast, row, answer):
    with acting_as(cast.grace):
        return acts.note_may_show(by=cast.grace, about=None, thanks=row, may_show=answer)


def test_s4_26_nothing_is_shown_without_a_yes_and_no_name_without_one(cast):
    row = thank(cast)
    with pytest.raises(Refused, match="have not been asked"):
        show(cast, row)
    with pytest.raises(Refused, match="said no"):
        show(cast, may(cast, row, "no"))
    with pytest.raises(Refused, match="one of the answers"):
        may(cast, row, "perhaps")
    row = may(cast, row, "unnamed")
    assert show(cast, may(cast, thank(cast, who="A neighbour"), "unnamed")).words == SAID, "a short word is no name"
    with pytest.raises(Refused, match="their name there"):
        show(cast, row, "Kelly says: thank you.")
    with pytest.raises(Refused, match="words that are shown"):
        show(cast, row, " ")
    assert show(cast, row).who == ""
    with pytest.raises(Refused, match="shown already"):
        show(cast, row)
    with acting_as(cast.sol):
        shown = queries.shown_lately(date(2026, 1, 1)).get(thanks=row)
        assert (shown.words, shown.who, shown.about_name) == (SAID, "", "Aisha Khan")
    assert show(cast, may(cast, thank(cast), "named")).who == "Kelly Okafor"


@pytest.mark.parametrize(("gave", "now"), [("named", "no"), ("named", "unnamed"), ("unnamed", "no")])
def test_s4_26_a_yes_is_theirs_to_take_back_and_then_nobody_reads_the_words(cast, gave, now):
    row = may(cast, thank(cast), gave)
    show(cast, row)
    row = may(cast, row, now)
    with acting_as(cast.sol):
        assert queries.shown_lately(date(2026, 1, 1)).count() == 0
    if now == "no":
        with pytest.raises(Refused, match="said no"):
            show(cast, row)
    else:
        assert show(cast, row).who == ""
        with acting_as(cast.sol):
            assert queries.shown_lately(date(2026, 1, 1)).count() == 1


def test_s4_26_what_is_shown_without_a_name_goes_on_when_they_say_the_same_again(cast):
    row = may(cast, thank(cast), "unnamed")
    show(cast, row)
    may(cast, may(cast, row, "unnamed"), "named")
    with acting_as(cast.sol):
        assert queries.shown_lately(date(2026, 1, 1)).get().who == ""


def test_s4_26_a_number_of_a_month_is_the_length_of_its_list(cast):
    for day, team in ((date(2026, 10, 3), "aisha"), (date(2026, 10, 30), "theo"), (date(2026, 11, 2), "sol")):
        thank(cast, on=day, staff=cast.staff[team])
    thank(cast, staff=None, on=date(2026, 11, 3))
    with acting_as(cast.grace):
        found = queries.thanks_by_month(queries.thanks())
        told = [(one.first, one.team, len(one.rows)) for one in found]
        assert told == [(date(2026, 11, 1), "Meadow", 1), (date(2026, 11, 1), "", 1), (date(2026, 10, 1), "Harbour", 2)]
        assert {row.about_name for row in found[2].rows} == {"Aisha Khan", "Theo Rowe"}
        assert len(queries.thanks_for_team(cast.grace.team_id, date(2026, 10, 4))) == 1


def test_s4_26_thanks_are_read_by_whom_they_are_for_who_told_them_and_managers_alone(cast):
    thank(cast, "kelly", how="own_page")
    readers = {}
    for name in ("aisha", "grace", "kelly", "theo", "sol", "tomek", "gary"):
        with acting_as(cast.actors[name]):
            readers[name] = Thanks.objects.count()
    assert readers == {"aisha": 1, "grace": 1, "kelly": 1, "theo": 0, "sol": 0, "tomek": 0, "gary": 0}
    with acting_as(cast.kelly), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        ThanksShown.objects.count()


def test_only_managers_show_thanks_and_no_partner_writes_them(cast):
    row = may(cast, thank(cast), "named")
    with pytest.raises(NotYours):
        show(cast, row, who="aisha")
    with pytest.raises(NotYours):
        thank(cast, "priya")


ACTS = {
    "say_thanks": lambda row: {"words": SAID, "who": "Kelly", "how": "phone"},
    "note_may_show": lambda row: {"thanks": row, "may_show": "no"},
    "show_thanks": lambda row: {"thanks": row, "words": SAID},
}


@pytest.mark.parametrize("name", ACTS)
def test_nothing_of_thanks_is_saved_when_the_log_cannot_be_written(cast, name):
    row = may(cast, thank(cast), "named")
    with the_log_will_not_be_written("record_occasion"), acting_as(cast.grace):
        getattr(acts, name)(by=cast.grace, about=None, **ACTS[name](row))
    with acting_as(cast.system):
        assert (Thanks.objects.count(), ThanksShown.objects.count(), row.may_show) == (1, 0, "named")


def test_the_same_thanks_sent_twice_are_one(cast):
    assert thank(cast, key="once", on=TODAY).pk == thank(cast, key="once", on=TODAY).pk
