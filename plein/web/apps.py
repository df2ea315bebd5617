from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "plein.web"

    def ready(self) -> None:
        from plein.web.work import signals  # noqa: F401, PLC0415 - connects the receivers
