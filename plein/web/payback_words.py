"""What happened with a debt, in words that a resident and staff read alike."""

from django.utils.translation import gettext_lazy as _

from plein.ledger.models import TransferKind

STEPS = {
    TransferKind.TERUGVORDEREN: _("Besluit van de gemeente"),
    TransferKind.VASTSTELLEN: _("Van de uitkering af"),
    TransferKind.AFLOSSEN: _("Betaald via de bank"),
    TransferKind.KWIJTSCHELDEN: _("Hoeft niet meer betaald te worden"),
}
