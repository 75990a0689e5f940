"""What people thank us for."""

from django.urls import path

from kith.pages.staff import thanked

urlpatterns = [
    path("", thanked.thanks, name="thanks"),
    path("write/", thanked.write_thanks, name="write-thanks"),
    path("<int:pk>/<slug:what>/", thanked.thanks_step, name="thanks-step"),
]
