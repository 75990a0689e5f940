"""The forms of what is known and assessed, and the list each of their questions is answered from."""

from collections.abc import Iterator

from django import forms

from kith import packs
from kith.assessment import forms as assessment_forms
from kith.involvement.forms import AnswerAnother, TakeUpExposure
from kith.people import forms as people_forms
from tests.cast import TODAY
from tests.packs.forms_of_people import BABY


def known_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    about_me = {"part": "about_me_part", "said_by": "about_me_said_by"}
    yield people_forms.SayAboutMe(pack=pack), about_me
    risk = {"kind": "person_risk", "certainty": "risk_certainty"}
    yield people_forms.NoteRisk(pack=pack, review=TODAY), risk
    yield people_forms.LookAgain(), {}
    met = {"way": "contact_way", "basis": "contact_basis"}
    yield people_forms.ArrangeContact(called="Ada", pack=pack, today=TODAY), met
    yield TakeUpExposure(pack=pack), {"action": "exposure_action"}
    yield AnswerAnother(pack=pack), {"outcome": "answer_outcome"}
    growing = assessment_forms.MarkGrowing(pack=pack)
    yield growing, {area: "development_mark" for area, _ in growing.areas}
    yield assessment_forms.RateWellbeing(pack=pack), {"view": "rated_by"}
    yield from assessing_forms_of(pack)


def assessing_forms_of(pack: packs.Pack) -> Iterator[tuple[forms.Form, dict[str, str]]]:
    part = "assessment_domain"
    known = {"concern": "concern_level", "trend": "domain_trend", "outcomes": "five_outcomes"}
    yield assessment_forms.NoteDomain(pack=pack), known
    yield assessment_forms.NoteEffect(pack=pack), {"because_of": part, "on_domain": part}
    yield assessment_forms.RateSafety(pack=pack, people=[BABY]), {"view": "scale_view"}
    given = {"kind": "contribution_kind", "domain": part}
    yield assessment_forms.HearContributor(pack=pack, voices=[]), given
    yield assessment_forms.SayWhatBecame(pack=pack), {"use": "contribution_use"}
    yield assessment_forms.GiveAsAgency(pack=pack), given
    resting = {"source": "evidence_source", "claim": "evidence_claim"}
    yield assessment_forms.AddEvidence(pack=pack, given=[]), resting
    yield assessment_forms.NameFactors(pack=pack), {"factors": "assessment_factor"}
