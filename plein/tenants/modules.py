"""What it means when a municipality switches a part of Plein off."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.tenants.models import Module

WHEN_OFF: dict[Module, Promise] = {
    Module.WEBSHOP: _(
        "Inwoners zien de winkel, hun mandje en hun bestellingen niet meer. Zij kunnen niets "
        "bestellen. Winkels en clubs kunnen hun kassa en hun producten niet meer openen, en dus "
        "ook niets meer meegeven. Budgetten en bestellingen blijven bewaard. Medewerkers kunnen "
        "blijven betalen wat al is geleverd."
    ),
    Module.VAULT: _(
        "Inwoners kunnen geen gegevens meer ophalen, bekijken of delen. Organisaties kunnen niet "
        "meer kijken in wat is gedeeld. Wat er staat, blijft bewaard. Het logboek blijft open."
    ),
    Module.SIGNALS: _(
        "Er wordt naar geen enkele uitkering gekeken met een signaal. Vragen die nog open staan, "
        "behandelt niemand meer; zij verdwijnen na hun termijn. Inwoners blijven zien waar eerder "
        "naar is gekeken."
    ),
}
