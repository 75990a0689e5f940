"""One child’s plan: written, agreed, its steps, and looked at again."""

from django.urls import path

from kith.pages.staff import (
    changing_steps,
    early,
    plan_copies,
    plan_reviews,
    planning,
    plans,
    readiness,
    sign_offs,
    suggesting,
    taking_back,
)

urlpatterns = [
    path("in-the-room/", early.family_plan, name="family-plan"),
    path("", plans.child_plan, name="child-plan"),
    path("begin/", planning.begin_plan, name="begin-plan"),
    path("print/", plan_copies.plan_print, name="plan-print"),
    path("<int:pk>/change/", planning.change_plan, name="change-plan"),
    path("<int:pk>/not-now/", planning.not_now, name="not-now"),
    path("<int:pk>/outcome/", planning.add_outcome, name="add-outcome"),
    path("<int:pk>/step/", planning.add_step, name="add-step"),
    path("<int:pk>/view/", planning.confirm_plan, name="confirm-plan"),
    path("<int:pk>/agree/", planning.agree_plan, name="agree-plan"),
    path("<int:pk>/ask/", sign_offs.ask_to_read_plan, name="ask-to-read-plan"),
    path("<int:pk>/read/", sign_offs.read_plan, name="read-plan"),
    path("<int:pk>/take-back/", taking_back.take_back_plan, name="take-back-plan"),
    path("<int:pk>/celebrate/", planning.celebrate, name="celebrate"),
    path("<int:pk>/idea/", suggesting.put_idea, name="put-idea"),
    path("ideas/<int:pk>/", suggesting.answer_idea, name="answer-idea"),
    path("<int:pk>/end/", planning.end_plan, name="end-plan"),
    path("<int:pk>/ready/", readiness.ready_review, name="ready-review"),
    path("<int:pk>/review/", plan_reviews.review_plan, name="review-plan"),
    path("outcomes/<int:pk>/", planning.change_outcome, name="change-outcome"),
    path("outcomes/<int:pk>/end/", planning.end_outcome, name="end-outcome"),
    path("steps/<int:pk>/", planning.report_step, name="report-step"),
    path("steps/<int:pk>/yes/", planning.accept_step, name="accept-step"),
    path("steps/<int:pk>/change/", changing_steps.change_step, name="change-step"),
    path("steps/<int:pk>/out/", changing_steps.take_out_step, name="take-out-step"),
    path("reviews/<int:pk>/", plan_reviews.plan_review, name="plan-review"),
    path("reviews/<int:pk>/add/", plan_reviews.add_to_review, name="add-to-review"),
]
