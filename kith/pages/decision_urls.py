"""What was decided about one child, read, told, challenged and looked at again."""

from django.urls import path

from kith.pages.staff import decisions, reading, taking_back

urlpatterns = [
    path("", decisions.child_decisions, name="child-decisions"),
    path("decide/", decisions.decide, name="decide"),
    path("<int:pk>/", decisions.decision, name="decision"),
    path("<int:pk>/go-on/", decisions.revise_decision, name="revise-decision"),
    path("<int:pk>/read/", reading.read_decision, name="read-decision"),
    path("<int:pk>/take-back/", taking_back.take_back_agreement, name="take-back-agreement"),
    path("taken-back/<int:pk>/", taking_back.taken_back, name="taken-back"),
    path("<int:pk>/tell/", decisions.tell_decision, name="tell-decision"),
    path("<int:pk>/challenge/", reading.challenge_decision, name="challenge-decision"),
    path("challenges/<int:pk>/", reading.answer_challenge, name="answer-challenge"),
    path("again/<int:pk>/", reading.look_again, name="look-again"),
    path("lines/<int:pk>/", decisions.note_breach, name="note-breach"),
]
