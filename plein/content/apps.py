"""Information to measure: texts, tips, and what a resident chose about tips."""

from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "plein.content"

    def ready(self) -> None:
        from plein.content.export import PART  # noqa: PLC0415
        from plein.vault.exporting.beside import add_part  # noqa: PLC0415

        add_part(PART)
