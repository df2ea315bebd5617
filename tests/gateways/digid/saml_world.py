"""One DigiD over SAML, two municipalities, and what they agreed on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from digid_simulator import now
from saml_certificates import Pair, make_pair
from saml_identity_provider import ENTITY_ID, SamlIdentityProvider, serve

from plein.gateways.digid.level import Level
from plein.gateways.digid.saml import SamlClient
from plein.gateways.digid.saml_settings import SamlSettings
from plein.gateways.digid.types import Beginning, SignedIn

FATIMA = "999900031"
LOTTE = "999900092"


@dataclass
class World:
    """One DigiD, two municipalities, each with its own name and certificate."""

    provider: SamlIdentityProvider
    own: dict[str, Pair]
    stranger: Pair

    def settings(self, municipality: str) -> SamlSettings:
        own, provider = self.own[municipality], self.provider
        return SamlSettings(
            entity_id=entity_id(municipality),
            acs_url=f"https://{municipality}.example/inloggen/digid/terug",
            private_key=own.key,
            certificate=own.certificate,
            idp_entity_id=ENTITY_ID,
            sso_url="https://digid.example/saml/idp/request_authentication",
            artifact_url=provider.url,
            idp_certificates=(provider.signing.certificate,),
            tls_certificate=own.certificate_file,
            tls_key=own.key_file,
            tls_ca=provider.authority.certificate_file,
            timeout_seconds=5,
        )

    def client(self, municipality: str, **changes: object) -> SamlClient:
        return SamlClient(replace(self.settings(municipality), **changes), seen_before=new_memory())

    def visit(self, beginning: Beginning, bsn: str, level: Level) -> dict[str, str]:
        return self.provider.visit(beginning.url, bsn=bsn, level=level.uri)

    def cancel(self, beginning: Beginning) -> dict[str, str]:
        return self.provider.visit(beginning.url, bsn=FATIMA, level="", cancelled=True)

    @contextmanager
    def slow(self) -> Iterator[None]:
        self.provider.delay = 1
        yield
        self.provider.delay = 0

    def sign_in(self, client: SamlClient, bsn: str = FATIMA, **spoiled: object) -> SignedIn:
        beginning = client.begin(at=now())
        level = spoiled.pop("level", Level.MIDDEN.uri)
        answer = self.provider.visit(beginning.url, bsn=bsn, level=level, **spoiled)
        return client.finish(kept=beginning.kept, answer=answer, at=now())


def entity_id(municipality: str) -> str:
    return f"https://{municipality}.example/saml"


def new_memory() -> Callable[[str, int], bool]:
    seen: set[str] = set()

    def seen_before(name: str, seconds: int) -> bool:
        assert seconds > 0
        known = name in seen
        seen.add(name)
        return known

    return seen_before


def make_papers(folder: Path) -> dict[str, Pair]:
    """Made once a run: keys take time."""
    authority = make_pair("authority", folder)
    names = ("signing", "tls", "emmen", "buren")
    issued = {name: make_pair(name, folder, issuer=authority) for name in names}
    return issued | {"authority": authority, "stranger": make_pair("stranger", folder)}


@contextmanager
def make_world(papers: dict[str, Pair]) -> Iterator[World]:
    own = {name: papers[name] for name in ("emmen", "buren")}
    provider = SamlIdentityProvider(
        signing=papers["signing"],
        tls=papers["tls"],
        authority=papers["authority"],
        municipalities={entity_id(name): pair.certificate for name, pair in own.items()},
    )
    with serve(provider):
        yield World(provider, own, papers["stranger"])
