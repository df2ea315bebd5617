"""Why a payment came back: the codes of the bank (ISO 20022), and what to do, for staff."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DECEASED = "MD07"
WORDS: dict[str, Promise] = {
    "AC01": _("Het rekeningnummer klopt niet. Vraag een ander rekeningnummer."),
    "AC04": _("De rekening is opgeheven. Vraag een ander rekeningnummer."),
    "AC06": _("De rekening is geblokkeerd. Vraag de inwoner wat er is."),
    "AC13": _("Op deze soort rekening kan niet worden betaald. Vraag een andere."),
    "AG01": _("Op deze soort rekening kan niet worden betaald. Vraag een andere."),
    "AM04": _("Er stond te weinig geld op de rekening van de gemeente."),
    "AM05": _("De bank had deze betaling al. Kijk of die eerder is betaald."),
    "BE01": _("De naam past niet bij de rekening. Controleer het rekeningnummer."),
    "BE04": _("De bank mist het adres. Bel de bank."),
    "CNOR": _("Deze bank doet niet mee met SEPA. Vraag een andere rekening."),
    "DNOR": _("De bank van de gemeente doet niet mee met SEPA. Bel de bank."),
    "FF01": _("Het bestand had een fout. Bel de bank."),
    "FOCR": _("De betaling is teruggevraagd."),
    DECEASED: _("De inwoner is overleden, zegt de bank. Kijk in de BRP voordat u iets doet."),
    "MS02": _("De ontvanger wil dit bedrag niet. Vraag waarom."),
    "MS03": _("De bank zegt niet waarom. Vraag een ander rekeningnummer."),
    "RC01": _("De code van de bank klopt niet. Controleer het rekeningnummer."),
    "RR04": _("De bank mag dit niet betalen. Bel de bank."),
}
UNSAID = _("De bank zegt niet waarom. Bel de bank, of vraag een ander rekeningnummer.")


def words_for(reason: str) -> str:
    known = WORDS.get(reason, UNSAID)
    return f"{known} ({reason})" if reason else str(known)
