"""What we promise: the charters a partnership works by, and each thing they say."""

from django.urls import path

from kith.pages.staff import charters

urlpatterns = [
    path("", charters.all_charters, name="charters"),
    path("<slug:charter>/<slug:item>/", charters.charter_item, name="charter-item"),
    path("<slug:charter>/<slug:item>/answers/", charters.name_who_answers, name="name-who-answers"),
]
