"""What a move does, in the words of the resident and of staff."""

from django.utils.translation import gettext_lazy as _

from plein.cases.models import EffectKind, RelocationEffect
from plein.cases.relocation_effects import Effect
from plein.web.templatetags.plein_ui import day

FOR_RESIDENT = {
    EffectKind.ADDRESS: _(
        "Wij gebruiken uw nieuwe adres als het in de Basisregistratie Personen (BRP) staat."
    ),
    EffectKind.PARTNER: _("{partner} helpt u vanaf {day}."),
    EffectKind.PARTNER_BY_HAND: _("Wij zoeken samen met u wie u in uw nieuwe buurt helpt."),
    EffectKind.ENDS: _(
        "Dit stopt. De laatste dag is {day}. Woont u in {place}? Dan kunt u het daar aanvragen."
    ),
    EffectKind.HAND_OVER: _(
        "Wij kunnen dit overdragen aan de gemeente {place}. Wilt u dat? Stuur ons een bericht."
    ),
    EffectKind.LOOKED_AT: _("Een medewerker kijkt wat er hier verandert door uw verhuizing."),
    EffectKind.STAYS: _("Hier verandert niets."),
}
FOR_STAFF = {
    EffectKind.PARTNER: _("{partner} neemt het over."),
    EffectKind.PARTNER_BY_HAND: _("Kies zelf een organisatie, samen met de inwoner."),
    EffectKind.ENDS: _("Wat de inwoner krijgt, stopt. De laatste dag is {day}."),
    EffectKind.HAND_OVER: _("Bied de inwoner aan om dit over te dragen."),
    EffectKind.LOOKED_AT: _("Bekijk zelf wat dit hiervoor betekent."),
    EffectKind.STAYS: _("Hier verandert niets."),
}


def says_to_resident(effect: Effect | RelocationEffect, place: str) -> str:
    words = str(FOR_RESIDENT[EffectKind(effect.kind)])
    return words.format(partner=effect.organisation, day=day(effect.on), place=place)


def says_to_staff(effect: RelocationEffect) -> str:
    """Never where somebody goes: that may be a secret."""
    words = str(FOR_STAFF[EffectKind(effect.kind)])
    return words.format(partner=effect.organisation, day=day(effect.on))
