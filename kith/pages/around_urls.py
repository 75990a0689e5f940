"""What stands around a child: needs, services, consent, the family's own meeting, other work, places."""

from django.urls import path

from kith.pages.staff import agreed_sharing, around, consenting, outside, touching

urlpatterns = [
    path("", around.child_around, name="child-around"),
    path("needs/add/", around.say_need, name="say-need"),
    path("needs/<int:pk>/", around.arrange_need, name="arrange-need"),
    path("needs/<int:pk>/there/", around.meet_need, name="meet-need"),
    path("needs/<int:pk>/over/", around.drop_need, name="drop-need"),
    path("services/<slug:service>/", around.say_service, name="say-service"),
    path("family-meeting/", around.offer_family_meeting, name="offer-family-meeting"),
    path("family-meeting/<int:pk>/", around.note_family_meeting, name="note-family-meeting"),
    path("agree/", consenting.child_consent, name="child-consent"),
    path("agree/let/", consenting.delegate, name="delegate"),
    path("agree/let/<int:pk>/over/", consenting.end_delegation, name="end-delegation"),
    path("agree/understands/", consenting.judge_understanding, name="judge-understanding"),
    path("agree/said/", consenting.note_agreed, name="note-agreed"),
    path("agree/share/", agreed_sharing.note_share_agreed, name="note-share-agreed"),
    path("agree/share/<int:pk>/over/", agreed_sharing.withdraw_share, name="withdraw-share"),
    path("agree/anyway/", agreed_sharing.share_anyway, name="share-anyway"),
    path("agree/anyway/<int:pk>/", agreed_sharing.add_to_anyway, name="add-to-anyway"),
    path("agree/anyway/<int:pk>/right/", agreed_sharing.authorise_share, name="authorise-share"),
    path("work/add/<slug:kind>/", touching.begin_touchpoint, name="begin-touchpoint"),
    path("work/<int:pk>/", touching.touchpoint, name="touchpoint"),
    path("work/<int:pk>/add/", touching.note_touchpoint, name="note-touchpoint"),
    path("work/<int:pk>/hand/", touching.hand_touchpoint, name="hand-touchpoint"),
    path("work/<int:pk>/end/", touching.end_touchpoint, name="end-touchpoint"),
    path("places/add/", outside.link_place, name="link-place"),
    path("places/<int:pk>/", outside.worry_place, name="worry-place"),
    path("places/<int:pk>/note/", outside.note_place, name="note-place"),
    path("places/<int:pk>/over/", outside.unlink_place, name="unlink-place"),
    path("looks/add/", outside.screen_outside, name="screen-outside"),
    path("looks/<int:pk>/", outside.screening, name="screening"),
    path("looks/<int:pk>/add/", outside.screen_outside, name="add-to-screening"),
    path("looks/<int:pk>/finish/", outside.finish_screening, name="finish-screening"),
]
