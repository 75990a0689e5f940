"""A child’s own pages.

Every name begins with "corner": a session in a child’s hands may open these and no other.
"""

from django.urls import path

from kith.pages.child import about, another, answers, complaining, corner, decided, device, safe
from kith.pages.child import saying as own_saying

urlpatterns = [
    path("", corner.corner, name="corner"),
    path("say/", own_saying.say, name="corner-say"),
    path("say/<slug:code>/", own_saying.sheet, name="corner-sheet"),
    path("say/<slug:code>/who/", own_saying.who, name="corner-who"),
    path("say/<slug:code>/away/", own_saying.throw_away, name="corner-throw"),
    path("about/", about.about_me, name="corner-about"),
    path("sent/<int:pk>/", own_saying.sent, name="corner-sent"),
    path("sent/<int:pk>/back/", own_saying.take_back, name="corner-take-back"),
    path("said/", corner.said, name="corner-said"),
    path("answers/<int:pk>/", answers.answer, name="corner-answer"),
    path("plan/", corner.my_plan, name="corner-plan"),
    path("good/", corner.good_things, name="corner-good"),
    path("expect/", corner.expect, name="corner-expect"),
    path("people/", corner.my_people, name="corner-people"),
    path("people/worker/", corner.worker_photo, name="corner-worker-photo"),
    path("people/drawn/", corner.my_tree, name="corner-tree"),
    path("decided/", decided.decided, name="corner-decided"),
    path("decided/<int:pk>/", decided.no, name="corner-disagree"),
    path("another/", another.another, name="corner-another"),
    path("complain/", complaining.complain, name="corner-complain"),
    path("people/<int:pk>/", corner.let_go, name="corner-let-go"),
    path("pictures/<int:pk>/", corner.drawing, name="corner-drawing"),
    path("look/", corner.look, name="corner-look"),
    path("quiet/", corner.quiet, name="corner-quiet"),
    path("not-safe/", safe.not_safe, name="corner-not-safe"),
    path("not-safe/<int:pk>/", safe.told, name="corner-told"),
    path("back/", device.give_back, name="corner-back"),
    path("away/", device.away, name="corner-away"),
]
