"""One child’s family: who they are, where they live, what is kept from whom, and their rights."""

from django.urls import path

from kith.pages.staff import describing, ending, family, keeping, rights

urlpatterns = [
    path("", family.child_family, name="child-family"),
    path("add/", family.add_relationship, name="add-relationship"),
    path("move/", family.move_home, name="move-home"),
    path("protect/", family.protect_address, name="protect-address"),
    path("protections/<int:pk>/end/", ending.end_protection, name="end-protection"),
    path("protections/<int:pk>/answer/", ending.answer_ending, name="answer-ending"),
    path("relationships/<int:pk>/end/", ending.end_relationship, name="end-relationship"),
    path("homes/<int:pk>/show/", family.reveal_address, name="reveal-address"),
    path("describe/", describing.describe_person, name="describe-person"),
    path("name/", describing.give_name, name="give-name"),
    path("number/", describing.give_identifier, name="give-identifier"),
    path("language/", describing.add_language, name="add-language"),
    path("reach/", describing.give_contact_point, name="give-contact-point"),
    path("contact/", keeping.arrange_contact, name="arrange-contact"),
    path("rights/", rights.child_rights, name="child-rights"),
    path("rights/limit/", rights.record_restriction, name="record-restriction"),
    path("rights/leaflet/", rights.give_leaflet, name="give-leaflet"),
    path("rights/<int:pk>/", rights.check_rights, name="check-rights"),
    path("rights/<int:pk>/over/", rights.end_restriction, name="end-restriction"),
    path("danger/", keeping.note_risk, name="note-risk"),
    path("danger/<int:pk>/", keeping.look_at_risk, name="look-at-risk"),
]
