from django.apps import AppConfig


class StartingConfig(AppConfig):
    name = "plein.starting"
