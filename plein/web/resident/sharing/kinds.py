"""Three kinds of sharing, kept apart in words and looks."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.vault.models import DataUse, UseKind


@dataclass(frozen=True, slots=True)
class Kind:
    title: Promise
    text: Promise
    icon: str


KINDS = {
    UseKind.ORDER: Kind(
        _("U regelt dit zelf"),
        _("U wilt iets regelen. Daarvoor zijn deze gegevens nodig. U beslist of u ze geeft."),
        "person-circle",
    ),
    UseKind.CONSENT: Kind(
        _("Alleen als u het goed vindt"),
        _("U hoeft dit niet te doen. Nee kost u niets."),
        "heart",
    ),
    UseKind.LAW: Kind(
        _("Omdat de wet het zegt"),
        _("Dit gebeurt omdat de wet het zegt. U hoeft niets te doen. U ziet wel wie er keek."),
        "bank",
    ),
}


def kind_of(use: DataUse) -> Kind:
    return KINDS[UseKind(use.kind)]
