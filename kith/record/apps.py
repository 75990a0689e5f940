from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "kith.record"
    label = "record"
