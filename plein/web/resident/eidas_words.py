"""What is said to who comes from another country: DigiD is no word for them."""

from django.utils.translation import gettext as _

from plein.gateways.digid.types import DigidUnreachable, Reason, SignInRefused
from plein.kernel.refusal import Refusal


def words_about_eidas(refusal: Refusal) -> str:
    if isinstance(refusal, DigidUnreachable):
        return _("Inloggen met uw Europese inlogmiddel kan nu niet. Probeer het later opnieuw.")
    if isinstance(refusal, SignInRefused):
        if refusal.reason is Reason.LEVEL:
            return _("Kies een inlogmiddel dat zekerder is. Zo weten wij zeker dat u het bent.")
        return _("Het inloggen is niet gelukt. Probeer het opnieuw.")
    return str(refusal)
