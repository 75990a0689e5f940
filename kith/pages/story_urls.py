"""One child’s story: read, told, chosen for court, made into a booklet."""

from django.urls import path

from kith.pages.staff import booklets, choosing, clocks, court, lanes, story

urlpatterns = [
    path("", story.child_story, name="child-story"),
    path("add/", story.add_history, name="add-history"),
    path("read/", story.review_story, name="review-story"),
    path("lanes/", lanes.story_lanes, name="story-lanes"),
    path("still-right/<slug:clock>/", clocks.still_right, name="still-right"),
    path("<int:pk>/meant/", choosing.add_meaning, name="add-meaning"),
    path("<int:pk>/take/", choosing.take_in, name="take-in"),
    path("<int:pk>/leave/", choosing.leave_out, name="leave-out"),
    path("<int:pk>/tell/", story.add_history, name="tell-beside"),
    path("<int:pk>/same/<int:other>/", choosing.same_event, name="same-event"),
    path("<int:pk>/part/", choosing.part_event, name="part-event"),
    path("court/", court.court_choose, name="court-choose"),
    path("court/<int:pk>/", court.court_copy, name="court-copy"),
    path("court/<int:pk>/right/", court.court_right, name="court-right"),
    path("court/<int:pk>/make/", court.court_make, name="court-make"),
    path("court/<int:pk>/<slug:form>/", court.court_file, name="court-file"),
    path("booklet/", booklets.booklet_make, name="booklet-make"),
    path("booklet/<int:pk>/", booklets.booklet, name="booklet"),
    path("booklet/<int:pk>/file/", booklets.booklet_file, name="booklet-file"),
]
