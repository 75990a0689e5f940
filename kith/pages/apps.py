from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "kith.pages"
    label = "pages"
