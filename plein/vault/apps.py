"""The vault: typed values with provenance, and the one gate to their plain text."""

from django.apps import AppConfig
from django.core.checks import register


class VaultConfig(AppConfig):
    name = "plein.vault"

    def ready(self) -> None:
        from plein.vault.catalogue.checks import check_catalogue  # noqa: PLC0415

        register(check_catalogue)
