from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "plein.intake"
