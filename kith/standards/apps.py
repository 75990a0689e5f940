from django.apps import AppConfig


class StandardsConfig(AppConfig):
    name = "kith.standards"
    label = "standards"
