"""The composed screens. One line a page; names are what templates and standards link to."""

from django.urls import include, path

from kith.pages import home
from kith.pages.family import my_page
from kith.pages.partner import my_children
from kith.pages.public import worried
from kith.pages.staff import (
    child,
    describing,
    ending,
    family,
    printing,
    promises,
    situation,
    story,
    team,
    today,
    visits,
    voice,
)

_CHILD = [
    path("", child.overview, name="child"),
    path("because/", child.give_because, name="give-because"),
    path("open/", child.break_glass, name="break-glass"),
    path("looks/", child.who_looked, name="who-looked"),
    path("lead/", team.allocate, name="allocate"),
    path("print/<slug:kind>/", printing.child_print, name="child-print"),
    path("copies/<int:pk>/", printing.released_copy, name="released-copy"),
    path("situation/", situation.say_situation, name="say-situation"),
    path("situation/still-right/", situation.confirm_situation, name="confirm-situation"),
    path("situation/<int:pk>/", situation.end_situation, name="end-situation"),
    path("standards/<slug:standard>/", promises.explain_standard, name="explain-standard"),
    path("reasons/<int:pk>/", promises.accept_explanation, name="accept-explanation"),
    path("voice/", voice.child_voice, name="child-voice"),
    path("voice/write/", voice.write_words, name="write-words"),
    path("voice/wishes/<int:pk>/", voice.answer_wish, name="answer-wish"),
    path("voice/answers/<int:pk>/told/", voice.tell_child, name="tell-child"),
    path("voice/words/<int:pk>/wrong-child/", voice.correct_words, name="correct-words"),
    path("story/", story.child_story, name="child-story"),
    path("story/add/", story.add_history, name="add-history"),
    path("story/read/", story.review_story, name="review-story"),
    path("story/<int:pk>/meant/", story.add_meaning, name="add-meaning"),
    path("family/", family.child_family, name="child-family"),
    path("family/add/", family.add_relationship, name="add-relationship"),
    path("family/move/", family.move_home, name="move-home"),
    path("family/protect/", family.protect_address, name="protect-address"),
    path("family/protections/<int:pk>/end/", ending.end_protection, name="end-protection"),
    path("family/protections/<int:pk>/answer/", ending.answer_ending, name="answer-ending"),
    path("family/relationships/<int:pk>/end/", ending.end_relationship, name="end-relationship"),
    path("family/homes/<int:pk>/show/", family.reveal_address, name="reveal-address"),
    path("family/describe/", describing.describe_person, name="describe-person"),
    path("family/name/", describing.give_name, name="give-name"),
    path("family/number/", describing.give_identifier, name="give-identifier"),
    path("family/language/", describing.add_language, name="add-language"),
    path("family/reach/", describing.give_contact_point, name="give-contact-point"),
    path("contacts/", visits.child_contacts, name="child-contacts"),
    path("visits/record/", visits.record_visit, name="record-visit"),
    path("visits/plan/", visits.plan_visit, name="plan-visit"),
    path("visits/planned/<int:pk>/", visits.move_visit, name="move-visit"),
    path("visits/complete/<int:pk>/", visits.complete_gap, name="complete-gap"),
    path("promises/<int:pk>/", visits.end_promise, name="end-promise"),
]

urlpatterns = [
    path("", home.home, name="home"),
    path("demo/", home.demo_sign_in, name="demo-sign-in"),
    path("health/", home.health, name="health"),
    path("today/", today.today, name="today"),
    path("my-families/", today.my_families, name="my-families"),
    path("search/", today.search, name="search"),
    path("team/", team.team, name="team"),
    path("told/<int:pk>/", child.open_notice, name="open-notice"),
    path("help/", worried.help_page, name="help"),
    path("worried/", worried.worried, name="worried"),
    path("duty/", worried.duty, name="duty"),
    path("duty/<int:pk>/", worried.take_concern, name="take-concern"),
    path("p/", my_page.my_page, name="my-page"),
    path("p/papers/<int:pk>/", my_page.my_copy, name="my-copy"),
    path("partner/", my_children.my_children, name="my-children"),
    path("children/<str:ref>/", include(_CHILD)),
]
