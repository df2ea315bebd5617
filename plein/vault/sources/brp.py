"""Who somebody is and where they live, from the Basisregistratie Personen."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from plein.gateways.answers import NothingFound
from plein.gateways.brp.client import BrpClient
from plein.gateways.brp.parts import Geboorte, Naam, Partner
from plein.gateways.brp.persoon import Persoon
from plein.gateways.brp.verblijfplaats import Verblijfplaats
from plein.kernel.bsn import Bsn
from plein.vault.readings import SECRET, Json
from plein.vault.sources.asking import (
    PATIENCE,
    Answered,
    Asked,
    Kin,
    ValueSource,
    address_of,
    day,
    or_none,
    without_empty,
)

UNDER_INVESTIGATION = "in_onderzoek"
DIED = "O"
# The field of the BRP behind an element, to know which one is under investigation.
FIELD_OF = {
    "naam_voornamen": "naam",
    "naam_geslachtsnaam": "naam",
    "geboortedatum": "geboorte",
    "nationaliteiten": "nationaliteiten",
    "adres": "verblijfplaats",
    "adres_sinds": "verblijfplaats",
    "partner": "partners",
    "kinderen": "kinderen",
    "gezag": "gezag",
}


def ask(asked: Asked) -> Answered | None:
    found = BrpClient(address_of("brp")).person(asked.bsn, timeout=PATIENCE)
    if isinstance(found, NothingFound):
        return None
    person = found.value
    values = _self(person) | _home(person.verblijfplaats) | _family(person)
    return Answered(
        "BRP API Personen v2",
        values=values,
        marks={key: _marks(key, person) for key in values},
        valid=_valid(person.verblijfplaats),
        warnings=found.warnings,
        kin=_kin(person, asked.bsn),
        has_died=_has_died(person),
    )


def _self(person: Persoon) -> dict[str, Json]:
    stay, letter = person.verblijfstitel, person.adressering and person.adressering.aanschrijfwijze
    nationalities = [
        each.nationaliteit.omschrijving if each.nationaliteit else each.type
        for each in person.nationaliteiten
    ]
    arrived = person.immigratie.datumVestigingInNederland if person.immigratie else None
    return {
        "naam_voornamen": person.naam and person.naam.voornamen,
        "naam_geslachtsnaam": _surname(person.naam),
        "aanschrijfwijze": letter and letter.naam,
        "geboortedatum": _born(person.geboorte),
        "nationaliteiten": or_none(nationalities),
        "verblijfstitel": stay
        and without_empty(
            soort=stay.aanduiding and stay.aanduiding.omschrijving,
            vanaf=day(stay.datumIngang),
            tot=day(stay.datumEinde),
        ),
        "datum_vestiging_nl": day(arrived),
        "gemeente_inschrijving": person.gemeenteVanInschrijving
        and person.gemeenteVanInschrijving.omschrijving,
        "geheimhouding": person.geheimhoudingPersoonsgegevens,
        "in_onderzoek": or_none(list(person.in_onderzoek)),
        "curatele": person.indicatieCurateleRegister,
    }


def _home(place: Verblijfplaats | None) -> dict[str, Json]:
    if place is None or place.verblijfadres is None:
        return {}
    lines = place.verblijfadres
    number = "".join(
        str(part)
        for part in (lines.huisnummer, lines.huisletter, lines.huisnummertoevoeging)
        if part
    )
    return {
        "adres": without_empty(
            straat=lines.officieleStraatnaam or lines.locatiebeschrijving or lines.regel1,
            huisnummer=number,
            postcode=lines.postcode,
            woonplaats=lines.woonplaats or lines.regel2,
            land=lines.land and lines.land.omschrijving,
            briefadres=place.is_briefadres or None,
        ),
        "adres_sinds": day(place.datumVan),
    }


def _family(person: Persoon) -> dict[str, Json]:
    partners = [each for each in person.partners if each.ontbindingHuwelijkPartnerschap is None]
    ended = [
        day(each.ontbindingHuwelijkPartnerschap.datum)
        for each in person.partners
        if each.ontbindingHuwelijkPartnerschap
    ]
    born = {kind.burgerservicenummer: kind for kind in person.kinderen}
    return {
        "partner": _partner(partners[0]) if partners else None,
        "echtscheiding_datum": max(filter(None, ended), default=None),
        "kinderen": or_none([_person(kind.naam, _born(kind.geboorte)) for kind in person.kinderen]),
        "gezag": or_none(
            [
                _authority(each.type, each.minderjarige.burgerservicenummer, born)
                for each in person.gezag
            ]
        ),
    }


def _partner(partner: Partner) -> Json:
    since = partner.aangaanHuwelijkPartnerschap
    return _person(partner.naam, _born(partner.geboorte)) | without_empty(
        sinds=since and day(since.datum)
    )


def _authority(kind: str, minor: Bsn | None, born: Json) -> Json:
    child = born.get(minor)
    known = _person(child.naam, _born(child.geboorte)) if child else {}
    return {"soort": kind, **known}


def _born(birth: Geboorte | None) -> str | None:
    return day(birth.datum) if birth else None


def _person(name: Naam | None, born: str | None) -> dict[str, Json]:
    return without_empty(
        voornaam=name and name.voornamen, achternaam=_surname(name), geboortedatum=born
    )


def _surname(name: Naam | None) -> str | None:
    parts = [name.voorvoegsel, name.geslachtsnaam] if name else []
    return " ".join(part for part in parts if part) or None


def _kin(person: Persoon, parent: Bsn) -> tuple[Kin, ...]:
    """The children with a number and a birth date, and whether this parent decides for them."""
    deciding = {
        each.minderjarige.burgerservicenummer
        for each in person.gezag
        for holder in (*each.ouders, *([each.ouder] if each.ouder else []))
        if holder.burgerservicenummer == parent
    }
    return tuple(
        Kin(kind.burgerservicenummer, born, kind.burgerservicenummer in deciding)
        for kind in person.kinderen
        if kind.burgerservicenummer
        and kind.geboorte
        and kind.geboorte.datum
        and (born := kind.geboorte.datum.earliest)
    )


def _has_died(person: Persoon) -> bool:
    """The register no longer follows this person (opschorting), with reason O: overlijden."""
    ended = person.opschortingBijhouding
    return bool(ended and ended.reden and ended.reden.code == DIED)


def _marks(key: str, person: Persoon) -> tuple[str, ...]:
    field, marks = FIELD_OF.get(key), []
    if field and any(path.split(".")[0] == field for path in person.in_onderzoek):
        marks.append(UNDER_INVESTIGATION)
    tells_where = field == "verblijfplaats" or key == "geheimhouding"
    if tells_where and person.geheimhoudingPersoonsgegevens:
        marks.append(SECRET)
    return tuple(marks)


def _valid(place: Verblijfplaats | None) -> dict[str, tuple[date | None, date | None]]:
    since = place.datumVan.exact if place and place.datumVan else None
    return {"adres": (since, None)}


SOURCE = ValueSource(
    "brp",
    _("Basisregistratie Personen"),
    (
        *("naam_voornamen", "naam_geslachtsnaam", "aanschrijfwijze", "geboortedatum"),
        *("nationaliteiten", "verblijfstitel", "datum_vestiging_nl", "gemeente_inschrijving"),
        *("geheimhouding", "in_onderzoek", "curatele", "adres", "adres_sinds"),
        *("partner", "echtscheiding_datum", "kinderen", "gezag"),
    ),
    ask,
)
