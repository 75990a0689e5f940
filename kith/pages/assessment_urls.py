"""Assessing one child: its parts, dangers, contributions, and who signs."""

from django.urls import path

from kith.pages.staff import assessing, in_danger, sign_offs, taking_back

urlpatterns = [
    path("", assessing.child_assessment, name="child-assessment"),
    path("begin/", assessing.begin_assessment, name="begin-assessment"),
    path("again/", assessing.reopen_assessment, name="reopen-assessment"),
    path("part/<slug:domain>/", assessing.note_domain, name="note-domain"),
    path("outcome/<slug:outcome>/<slug:side>/", assessing.set_outcome_aside, name="set-outcome-aside"),
    path("effect/", assessing.note_effect, name="note-effect"),
    path("danger/", in_danger.say_danger, name="say-danger"),
    path("danger/<int:pk>/goal/", in_danger.set_safety_goal, name="set-safety-goal"),
    path("danger/<int:pk>/number/", in_danger.rate_safety, name="rate-safety"),
    path("heard/", assessing.hear_contributor, name="hear-contributor"),
    path("given/<int:pk>/", assessing.say_what_became, name="say-what-became"),
    path("write/<slug:part>/", assessing.write_assessment, name="write-assessment"),
    path("evidence/", assessing.add_evidence, name="add-evidence"),
    path("factors/", assessing.name_factors, name="name-factors"),
    path("ask/", sign_offs.ask_for_signature, name="ask-for-signature"),
    path("send-back/", sign_offs.send_back_assessment, name="send-back-assessment"),
    path("take-back/", taking_back.take_back_signature, name="take-back-signature"),
    path("sign/", assessing.sign_assessment, name="sign-assessment"),
]
