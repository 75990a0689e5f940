"""The composed screens. One line a page; names are what templates and standards link to."""

from django.urls import include, path

from kith.pages import home
from kith.pages.staff import child

_CHILD = [
    path("", child.overview, name="child"),
]

urlpatterns = [
    path("", home.home, name="home"),
    path("children/<str:ref>/", include(_CHILD)),
]
