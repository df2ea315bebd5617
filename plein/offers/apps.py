"""Work and activities of organisations: suggested by a consulent, answered by residents."""

from django.apps import AppConfig


class OffersConfig(AppConfig):
    name = "plein.offers"

    def ready(self) -> None:
        from plein.offers.export import PART  # noqa: PLC0415
        from plein.vault.exporting.beside import add_part  # noqa: PLC0415

        add_part(PART)
