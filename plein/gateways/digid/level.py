"""The levels of assurance of DigiD, from the lowest to the highest."""

from enum import IntEnum
from typing import Self

_CLASSES = "urn:oasis:names:tc:SAML:2.0:ac:classes:"
_EIDAS = "http://eidas.europa.eu/LoA/"


class Level(IntEnum):
    """How sure DigiD is of the person. The numbers only give the order.

    The names are those of the Koppelvlakspecificatie DigiD SAML Authenticatie.
    """

    BASIS = 10
    MIDDEN = 20
    SUBSTANTIEEL = 25
    HOOG = 30

    @property
    def uri(self) -> str:
        """What DigiD calls this level: `AuthnContextClassRef` in SAML, `acr` in OpenID Connect."""
        return _URIS[self]

    @property
    def eidas_uri(self) -> str:
        """What eIDAS calls it: the level that is at least as sure, for Midden has no name there."""
        return next(name for level, name in _OF_EIDAS if level >= self)

    @classmethod
    def called(cls, uri: object) -> Self | None:
        """The level with this name of DigiD or of eIDAS, None for a name we do not know."""
        return next((cls(level) for level, name in _NAMES if name == uri), None)


_URIS = {
    Level.BASIS: _CLASSES + "PasswordProtectedTransport",
    Level.MIDDEN: _CLASSES + "MobileTwoFactorContract",
    Level.SUBSTANTIEEL: _CLASSES + "Smartcard",
    Level.HOOG: _CLASSES + "SmartcardPKI",
}

# Uitvoeringsverordening (EU) 2015/1502. Low says no more than Basis: Midden has no eIDAS name.
_OF_EIDAS = [
    (Level.BASIS, _EIDAS + "low"),
    (Level.SUBSTANTIEEL, _EIDAS + "substantial"),
    (Level.HOOG, _EIDAS + "high"),
]
_NAMES = [*_URIS.items(), *_OF_EIDAS]
