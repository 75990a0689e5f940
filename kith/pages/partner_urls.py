"""What another agency sees and does here."""

from django.urls import path

from kith.pages.partner import decisions as partner_decisions
from kith.pages.partner import giving, my_children, my_steps, my_story, telling
from kith.pages.partner import training as partner_training

urlpatterns = [
    path("", my_children.my_children, name="my-children"),
    path("tell/", telling.tell_about_child, name="tell-about-child"),
    path("told/", telling.my_asks, name="my-asks"),
    path("told/<int:pk>/", telling.disagree_with_reply, name="disagree-with-reply"),
    path("told/asked/<int:pk>/", telling.answer_request, name="answer-request"),
    path("told/together/<int:pk>/", telling.sign_picture, name="sign-picture"),
    path("training/", partner_training.partner_training, name="partner-training"),
    path("training/<int:pk>/verify/", partner_training.verify_partner_training, name="verify-partner-training"),
    path("steps/", my_steps.my_steps, name="my-steps"),
    path("steps/<int:pk>/", my_steps.my_step, name="my-step"),
    path("<str:ref>/given/", giving.given, name="given-by-us"),
    path("<str:ref>/story/", my_story.tell, name="tell-as-agency"),
    path("<str:ref>/decisions/", partner_decisions.decisions_told, name="decisions-told"),
    path("<str:ref>/decisions/<int:pk>/", partner_decisions.disagree, name="disagree"),
]
