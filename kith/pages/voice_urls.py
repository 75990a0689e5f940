"""What one child said, and what we answered."""

from django.urls import path

from kith.pages.staff import asking, own_words, voice

urlpatterns = [
    path("", voice.child_voice, name="child-voice"),
    path("write/", voice.write_words, name="write-words"),
    path("wishes/<int:pk>/", voice.answer_wish, name="answer-wish"),
    path("answers/<int:pk>/told/", voice.tell_child, name="tell-child"),
    path("words/<int:pk>/right/", voice.put_words_right, name="put-words-right"),
    path("words/<int:pk>/wrong-child/", voice.correct_words, name="correct-words"),
    path("words/<int:pk>/got/", own_words.receive_words, name="receive-words"),
    path("words/<int:pk>/harm/", own_words.mark_harm, name="mark-harm"),
    path("drawings/<int:pk>/", own_words.drawing, name="voice-drawing"),
    path("drawings/<int:pk>/shows/", own_words.say_what_it_shows, name="drawing-shows"),
    path("another/", asking.ask_another_worker, name="ask-another-worker"),
    path("another/<int:pk>/", asking.answer_another_worker, name="answer-another-worker"),
    path("another/<int:pk>/told/", asking.tell_another_worker, name="tell-another-worker"),
]
