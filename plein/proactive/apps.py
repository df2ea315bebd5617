"""Help that the municipality offers by itself: declared needs, and who has them now."""

from django.apps import AppConfig


class ProactiveConfig(AppConfig):
    name = "plein.proactive"

    def ready(self) -> None:
        from plein.proactive.export import PART  # noqa: PLC0415
        from plein.vault.exporting.beside import add_part  # noqa: PLC0415

        add_part(PART)
