"""Complaints, for whoever sees to them, answers them or writes them down."""

from django.urls import path

from kith.pages.staff import complaints

urlpatterns = [
    path("", complaints.complaints, name="complaints"),
    path("take/", complaints.take_complaint, name="take-complaint"),
    path("<int:pk>/", complaints.complaint, name="complaint"),
    path("<int:pk>/<slug:what>/", complaints.complaint_step, name="complaint-step"),
]
