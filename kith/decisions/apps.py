from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "kith.decisions"
    label = "decisions"
