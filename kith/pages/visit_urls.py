"""Visits to one child: before, after, planned, and who is told of them."""

from django.urls import path

from kith.pages.staff import appointments, before, visits

urlpatterns = [
    path("before/", before.before_you_knock, name="before-you-knock"),
    path("record/", visits.record_visit, name="record-visit"),
    path("plan/", visits.plan_visit, name="plan-visit"),
    path("planned/<int:pk>/", visits.move_visit, name="move-visit"),
    path("planned/<int:pk>/off/", visits.call_off_visit, name="call-off-visit"),
    path("planned/<int:pk>/tell/", appointments.tell_of_visit, name="tell-of-visit"),
    path("told/<int:pk>/", appointments.appointment, name="appointment"),
    path("told/<int:pk>/file/", appointments.appointment_file, name="appointment-file"),
    path("not-safe/", appointments.not_safe, name="not-safe-to-tell"),
    path("not-safe/<int:pk>/", appointments.safe_again, name="safe-to-tell"),
    path("complete/<int:pk>/", visits.complete_gap, name="complete-gap"),
]
