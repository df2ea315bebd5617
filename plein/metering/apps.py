"""The register of monthly use; a file of prices that does not fit is told at the start."""

from django.apps import AppConfig
from django.core.checks import register


class MeteringConfig(AppConfig):
    name = "plein.metering"

    def ready(self) -> None:
        from plein.metering.checks import check_tariff  # noqa: PLC0415

        register(check_tariff)
