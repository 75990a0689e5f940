from django.apps import AppConfig


class StoryConfig(AppConfig):
    name = "kith.story"
    label = "story"
