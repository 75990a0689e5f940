"""Supervision about one child."""

from django.urls import path

from kith.pages.staff import supervising

urlpatterns = [
    path("", supervising.child_supervision, name="child-supervision"),
    path("begin/", supervising.begin_supervision, name="begin-supervision"),
    path("<int:pk>/", supervising.supervision_talk, name="supervision-talk"),
    path("<int:pk>/write/", supervising.write_supervision, name="write-supervision"),
    path("actions/<int:pk>/done/", supervising.do_supervision_action, name="do-supervision-action"),
]
