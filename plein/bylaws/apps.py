from django.apps import AppConfig


class BylawsConfig(AppConfig):
    name = "plein.bylaws"
