"""The OpenID Connect connection of one municipality."""

from dataclasses import dataclass, field

from plein.gateways.digid.level import Level
from plein.gateways.digid.means import Means


@dataclass(frozen=True, slots=True, kw_only=True)
class OidcSettings:
    issuer: str
    client_id: str
    redirect_uri: str
    signing_key: str = field(repr=False)  # PEM, of `keys.new_signing_key`
    minimum_level: Level = Level.MIDDEN
    means: Means = Means.DIGID
    bsn_claim: str = "bsn"  # brokers differ; some give it as `sub`
    timeout_seconds: float = 10
