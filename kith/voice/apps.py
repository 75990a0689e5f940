from django.apps import AppConfig


class VoiceConfig(AppConfig):
    name = "kith.voice"
    label = "voice"
