"""Being looked after and being missing: the law, homes, reviews, what was looked at, times missing."""

from django.urls import path

from kith.pages.staff import care_reviews, looked_after, missing, placing

urlpatterns = [
    path("", looked_after.child_looked_after, name="child-looked-after"),
    path("law/", looked_after.record_law, name="record-law"),
    path("law/<int:pk>/end/", looked_after.end_law, name="end-law"),
    path("law/<int:pk>/longer/", looked_after.make_order_longer, name="make-order-longer"),
    path("times/<int:pk>/", looked_after.note_care, name="note-care"),
    path("times/<int:pk>/end/", looked_after.end_care, name="end-care"),
    path("homes/new/", placing.begin_placement, name="begin-placement"),
    path("homes/<int:pk>/", placing.note_placement, name="note-placement"),
    path("homes/<int:pk>/end/", placing.end_placement, name="end-placement"),
    path("reviews/new/", care_reviews.record_care_review, name="record-care-review"),
    path("reviews/<int:pk>/", care_reviews.care_review, name="care-review"),
    path("reviews/<int:pk>/add/", care_reviews.add_to_care_review, name="add-to-care-review"),
    path("looked-at/", looked_after.record_care_check, name="record-care-check"),
    path("missing/new/", missing.report_missing, name="report-missing"),
    path("missing/<int:pk>/", missing.time_missing, name="time-missing"),
    path("missing/<int:pk>/found/", missing.note_found, name="note-found"),
    path("missing/<int:pk>/add/", missing.note_missing, name="note-missing"),
    path("missing/<int:pk>/talk/", missing.record_return_talk, name="record-return-talk"),
]
