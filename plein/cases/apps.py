from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "plein.cases"

    def ready(self) -> None:
        from plein.cases.vault_source import SOURCE  # noqa: PLC0415
        from plein.vault.sources.register import add_source  # noqa: PLC0415

        add_source(SOURCE)
