from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "kith.visits"
    label = "visits"
