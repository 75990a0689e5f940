from django.apps import AppConfig


class InvolvementConfig(AppConfig):
    name = "kith.involvement"
    label = "involvement"
