"""How help fits: which service answers which need of a plan, and how our work fits a family."""

from django.urls import path

from kith.pages.staff import fitting, serving

urlpatterns = [
    path("plan/outcomes/<int:pk>/service/", serving.answer_need, name="answer-need"),
    path("plan/services/<int:pk>/end/", serving.end_need_answer, name="end-need-answer"),
    path("fitting/", fitting.child_fitting, name="child-fitting"),
    path("fitting/say/", fitting.say_fitting, name="say-fitting"),
    path("fitting/<int:pk>/", fitting.adapt_fitting, name="adapt-fitting"),
]
