"""The registered income, from the Belastingdienst (BRI)."""

from django.utils.translation import gettext_lazy as _

from plein.gateways.answers import NothingFound
from plein.gateways.inkomen.client import InkomenClient
from plein.vault.sources.asking import PATIENCE, Answered, Asked, ValueSource, address_of


def ask(asked: Asked) -> Answered | None:
    found = InkomenClient(address_of("inkomen")).income(asked.bsn, timeout=PATIENCE)
    if isinstance(found, NothingFound) or found.value.latest is None:
        return None
    latest = found.value.latest
    return Answered(
        f"Basisregistratie Inkomen {latest.belastingjaar}",
        values={"bri_inkomen": latest.bedrag_cents, "bri_status": str(latest.status)},
        warnings=found.warnings,
    )


SOURCE = ValueSource("belastingdienst", _("Belastingdienst"), ("bri_inkomen", "bri_status"), ask)
