from django.apps import AppConfig


class WorkforceConfig(AppConfig):
    name = "kith.workforce"
    label = "workforce"
