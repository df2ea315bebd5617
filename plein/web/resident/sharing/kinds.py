"""Three kinds of sharing, kept apart in words and looks; and how a grant stands."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.vault.models import DataUse, GrantState, SharingGrant, UseKind


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


def state_words(grant: SharingGrant, at: datetime) -> Promise:
    """A use that the municipality ended shuts its grants, whatever their own state."""
    state = grant.state_at(at)
    if state == GrantState.ACTIVE and not grant.use.is_open:
        return _("gestopt door de gemeente")
    return state.label
