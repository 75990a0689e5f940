"""What a manager reads of a team, and of the agencies it works with."""

from django.urls import path

from kith.pages.staff import (
    agency_report,
    checking_in,
    gap_report,
    records_hold,
    signing_off,
    team,
    training,
    working_together,
)

urlpatterns = [
    path("", team.team, name="team"),
    path("sign-off/", signing_off.sign_off, name="sign-off"),
    path("check-ins/<int:pk>/", checking_in.answer_check_in, name="answer-check-in"),
    path("agencies/", working_together.team_agencies, name="team-agencies"),
    path("agencies/quarter/", agency_report.agency_quarter, name="agency-quarter"),
    path("agencies/<int:pk>/improve/", agency_report.improve_agency, name="improve-agency"),
    path("agencies/improve/<int:pk>/", agency_report.change_improvement, name="change-improvement"),
    path("agencies/improve/<int:pk>/over/", agency_report.end_improvement, name="end-improvement"),
    path("gaps/", gap_report.service_gaps, name="service-gaps"),
    path("gaps/give/", gap_report.give_gaps, name="give-gaps"),
    path("figures/", records_hold.team_figures, name="team-figures"),
    path("training/", training.team_training, name="team-training"),
    path("training/<int:pk>/verify/", training.verify_training, name="verify-training"),
    path("away/", team.plan_absence, name="plan-absence"),
]
