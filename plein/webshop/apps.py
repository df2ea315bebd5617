"""The webshop: schemes, grants, catalogue, orders, till, settlement."""

from django.apps import AppConfig


class WebshopConfig(AppConfig):
    name = "plein.webshop"

    def ready(self) -> None:
        from plein.vault.exporting.beside import add_part  # noqa: PLC0415
        from plein.vault.sources.register import add_source  # noqa: PLC0415
        from plein.webshop.export import PART  # noqa: PLC0415
        from plein.webshop.vault_source import SOURCE  # noqa: PLC0415

        add_source(SOURCE)
        add_part(PART)
