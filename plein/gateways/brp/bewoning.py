"""Who lives at an address, as the BRP API Bewoning gives it."""

from plein.gateways.brp.parts import Geboorte, Naam, Part
from plein.gateways.shape import Burgerservicenummer, Code, Shape
from plein.kernel.bsn import Bsn


class Bewoner(Part):
    burgerservicenummer: Burgerservicenummer | None = None
    geheimhoudingPersoonsgegevens: bool = False
    naam: Naam | None = None
    geboorte: Geboorte | None = None


class Bewoning(Shape):
    """`mogelijkeBewoners` may live there: the register does not know from or until when."""

    adresseerbaarObjectIdentificatie: Code
    bewoners: tuple[Bewoner, ...] = ()
    mogelijkeBewoners: tuple[Bewoner, ...] = ()
    indicatieVeelBewoners: bool = False

    def houses(self, bsn: Bsn) -> bool:
        everybody = self.bewoners + self.mogelijkeBewoners
        return any(bewoner.burgerservicenummer == bsn for bewoner in everybody)


class Bewoningen(Shape):
    bewoningen: tuple[Bewoning, ...]
