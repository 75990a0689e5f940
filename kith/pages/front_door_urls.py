"""The front door: who told us, about whom, and what was decided."""

from django.urls import path

from kith.pages.staff import front_door, joint_picture, taking, whole_picture

urlpatterns = [
    path("", front_door.front_door, name="front-door"),
    path("take/", taking.take_contact, name="take-contact"),
    path("<str:reference>/", front_door.contact, name="contact"),
    path("<str:reference>/mine/", front_door.take_up_contact, name="take-up-contact"),
    path("<str:reference>/child/<int:place>/", taking.match_child, name="match-child"),
    path("<str:reference>/decide/", taking.decide_contact, name="decide-contact"),
    path("<str:reference>/ask/", whole_picture.ask_agency, name="ask-agency"),
    path("<str:reference>/asked/<int:pk>/", whole_picture.agency_answer, name="agency-answer"),
    path("<str:reference>/told/<int:place>/", whole_picture.tell_back, name="tell-back"),
    path("<str:reference>/picture/<int:place>/", joint_picture.write_picture, name="write-picture"),
    path("<str:reference>/picture/<int:place>/give/", joint_picture.give_picture, name="give-picture"),
]
