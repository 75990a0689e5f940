"""What a manager reads of a team, and of the agencies it works with."""

from django.urls import path

from kith.pages.staff import agency_report, team, working_together

urlpatterns = [
    path("", team.team, name="team"),
    path("agencies/", working_together.team_agencies, name="team-agencies"),
    path("agencies/quarter/", agency_report.agency_quarter, name="agency-quarter"),
    path("agencies/<int:pk>/improve/", agency_report.improve_agency, name="improve-agency"),
    path("agencies/improve/<int:pk>/", agency_report.change_improvement, name="change-improvement"),
    path("agencies/improve/<int:pk>/over/", agency_report.end_improvement, name="end-improvement"),
    path("away/", team.plan_absence, name="plan-absence"),
]
