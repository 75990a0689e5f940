"""What people say of our work with one child, and what we did about it."""

from django.urls import path

from kith.pages.staff import said_did

urlpatterns = [
    path("", said_did.child_said, name="child-said"),
    path("add/", said_did.say_difference, name="say-difference"),
    path("<int:pk>/", said_did.sort_difference, name="sort-difference"),
    path("<int:pk>/we-did/", said_did.say_what_we_did, name="say-what-we-did"),
    path("again/<int:pk>/", said_did.ask_difference_again, name="ask-difference-again"),
]
