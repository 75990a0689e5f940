"""The standards: every promise, one promise, and its figures for somebody else."""

from django.urls import path

from kith.pages.staff import figures, standing

urlpatterns = [
    path("", standing.all_standards, name="standards"),
    path("again/", standing.count_again, name="count-again"),
    path("copies/<int:pk>/", figures.figures_file, name="figures-file"),
    path("<slug:standard>/", standing.one_standard, name="standard"),
    path("<slug:standard>/give/", figures.give_figures, name="give-figures"),
]
