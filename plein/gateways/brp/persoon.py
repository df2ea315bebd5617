"""One person, as the BRP API Personen v2 gives it."""

from collections.abc import Iterator

from plein.gateways.brp.parts import (
    Adressering,
    Geboorte,
    Gezag,
    Immigratie,
    Kind,
    Naam,
    Nationaliteit,
    OpschortingBijhouding,
    Part,
    Partner,
    Verblijfstitel,
    Waarde,
)
from plein.gateways.brp.verblijfplaats import Verblijfplaats
from plein.gateways.shape import Burgerservicenummer, Shape


class Persoon(Part):
    burgerservicenummer: Burgerservicenummer
    naam: Naam | None = None
    adressering: Adressering | None = None
    geboorte: Geboorte | None = None
    nationaliteiten: tuple[Nationaliteit, ...] = ()
    verblijfstitel: Verblijfstitel | None = None
    immigratie: Immigratie | None = None
    verblijfplaats: Verblijfplaats | None = None
    gemeenteVanInschrijving: Waarde | None = None
    geheimhoudingPersoonsgegevens: bool = False
    opschortingBijhouding: OpschortingBijhouding | None = None
    partners: tuple[Partner, ...] = ()
    kinderen: tuple[Kind, ...] = ()
    gezag: tuple[Gezag, ...] = ()
    indicatieCurateleRegister: bool = False

    @property
    def in_onderzoek(self) -> tuple[str, ...]:
        """Paths of the fields under investigation, such as `verblijfplaats.datumVan`."""
        return tuple(sorted(set(_under_investigation(self, ""))))


class Personen(Shape):
    personen: tuple[Persoon, ...]


def _under_investigation(part: Shape, path: str) -> Iterator[str]:
    if isinstance(part, Part):
        yield from (path + name for name in part.inOnderzoek)
    if isinstance(part, Gezag) and part.inOnderzoek:
        yield path.rstrip(".")
    for name in type(part).model_fields:
        value = getattr(part, name)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Shape):
                yield from _under_investigation(inner, f"{path}{name}.")
