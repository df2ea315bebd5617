"""Houses and land, from the Kadaster over Suwinet."""

from django.utils.translation import gettext_lazy as _

from plein.gateways.answers import NothingFound
from plein.gateways.suwinet.client import SuwinetClient
from plein.gateways.suwinet.kadaster import OnroerendeZaakElement
from plein.vault.readings import Json
from plein.vault.sources.asking import (
    PATIENCE,
    Answered,
    Asked,
    ValueSource,
    address_of,
    or_none,
    without_empty,
)


def ask(asked: Asked) -> Answered | None:
    found = SuwinetClient(address_of("suwinet")).kadaster(asked.bsn, timeout=PATIENCE)
    if isinstance(found, NothingFound):
        return None
    property_ = [_property(each) for each in found.value.Eigendom.OnroerendeZaak]
    return Answered(
        "KadasterDossierGSD v0300",
        values={"onroerend_goed": or_none(property_)},
        warnings=found.warnings,
    )


def _property(found: OnroerendeZaakElement) -> Json:
    place = found.LocatieOZ[0].StraatadresBag if found.LocatieOZ else None
    rights = [each.OmsZakelijkRecht for each in found.ZakelijkRecht if each.OmsZakelijkRecht]
    return without_empty(
        soort=found.OmsKadastraalObject,
        recht=", ".join(rights),
        straat=place and place.Straatnaam,
        huisnummer=place and place.Huisnr,
        woonplaats=place and place.Woonplaatsnaam,
        koopsom=found.BedrKoopsom,
        jaar_aankoop=found.JaarAankoop,
    )


SOURCE = ValueSource("kadaster", _("Kadaster"), ("onroerend_goed",), ask)
