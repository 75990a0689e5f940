"""What we promise: the charters a partnership works by, and each thing they say."""

from django.urls import path

from kith.pages.staff import charter_stories, charters

urlpatterns = [
    path("", charters.all_charters, name="charters"),
    path("<slug:charter>/<slug:item>/", charters.charter_item, name="charter-item"),
    path("<slug:charter>/<slug:item>/answers/", charters.name_who_answers, name="name-who-answers"),
    path("<slug:charter>/<slug:item>/stories/", charter_stories.tell_story, name="tell-story"),
    path("<slug:charter>/<slug:item>/stories/<int:pk>/", charter_stories.take_story_back, name="take-story-back"),
]
