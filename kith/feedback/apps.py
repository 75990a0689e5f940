from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "kith.feedback"
    label = "feedback"
