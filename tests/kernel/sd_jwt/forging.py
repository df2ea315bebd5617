"""How somebody would try: each forgery starts from an honest presentation and changes one thing."""

import hmac
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from plein.kernel.sd_jwt.disclosures import disclosure
from plein.kernel.sd_jwt.jws import sign
from plein.kernel.sd_jwt.presenting import Challenge, proof
from plein.kernel.sd_jwt.text import decode, digest, encode
from tests.cast import NOON
from tests.kernel.sd_jwt.conftest import ASKED, World


def parts(presentation: str) -> tuple[str, list[str], str]:
    token, *disclosures, kb = presentation.split("~")
    return token, disclosures, kb


def shaped(token: str, disclosures: list[str]) -> str:
    return "~".join([token, *disclosures, ""])


def proven(world: World, token: str, disclosures: list[str], **options: Any) -> str:
    """The forger is the holder, and signs honestly for what was forged."""
    shape = shaped(token, disclosures)
    chosen = {"challenge": ASKED, "holder": world.holder, "at": NOON} | options
    return shape + proof(shape, **chosen)


def payload_of(token: str) -> dict[str, Any]:
    return json.loads(decode(token.split(".")[1]))


def header_of(token: str) -> dict[str, Any]:
    return json.loads(decode(token.split(".", maxsplit=1)[0]))


def unsigned(token: str, header: dict[str, Any]) -> str:
    """The same payload under another header, signed by nobody."""
    return f"{encode(json.dumps(header).encode())}.{token.split('.')[1]}."


def resigned(
    world: World,
    change: Callable[[dict[str, Any]], object],
    *,
    typ: str = "dc+sd-jwt",
    key=None,
    kid=None,
    names=("pas_geldig",),
    extra: tuple[str, ...] = (),
) -> str:
    """Another payload, signed with the issuer's own key unless said otherwise."""
    token, disclosures, _kb = parts(world.shown(names))
    payload = payload_of(token)
    change(payload)
    forged = sign(payload, typ=typ, key=key or world.key, kid=kid or str(world.key.kid))
    return proven(world, forged, [*disclosures, *extra])


def with_secret_of_public_key(world: World) -> str:
    """The oldest trick: everybody knows the public key, so everybody can sign with it."""
    token, disclosures, _kb = parts(world.shown())
    text = unsigned(token, header_of(token) | {"alg": "HS256"})[:-1]
    mac = hmac.digest(world.key.as_pem(private=False), text.encode(), "sha256")
    return proven(world, f"{text}.{encode(mac)}", disclosures)


def with_alg_none(world: World) -> str:
    token, disclosures, _kb = parts(world.shown())
    return proven(world, unsigned(token, header_of(token) | {"alg": "none"}), disclosures)


def with_changed_payload(world: World, change: Callable[[dict[str, Any]], object]) -> str:
    """The payload is changed and the signature is left as it was."""
    token, disclosures, _kb = parts(world.shown())
    head, _payload, signature = token.split(".")
    payload = payload_of(token)
    change(payload)
    forged = f"{head}.{encode(json.dumps(payload).encode())}.{signature}"
    return proven(world, forged, disclosures)


def with_changed_claim(world: World) -> str:
    token, disclosures, _kb = parts(world.shown(["pas_geldig"], claims={"pas_geldig": False}))
    salt, name, _value = json.loads(decode(disclosures[0]))
    return proven(world, token, [encode(json.dumps([salt, name, True]).encode())])


def with_extra_disclosure(world: World, name: str = "is_rijk", value: Any = True) -> str:
    token, disclosures, _kb = parts(world.shown())
    return proven(world, token, [*disclosures, disclosure(name, value)])


def with_double_disclosure(world: World) -> str:
    token, disclosures, _kb = parts(world.shown())
    return proven(world, token, [*disclosures, disclosures[0]])


def signed_for(world: World, name: Any, value: Any, parts_: list[Any] | None = None) -> str:
    """The issuer itself signed for a disclosure that may not be."""
    text = encode(json.dumps(parts_ or ["salt", name, value]).encode())
    return resigned(world, lambda p: p["_sd"].append(digest(text)), extra=(text,))


def same_name_twice(world: World) -> str:
    """Two values under one name, each with a digest of its own."""
    text = disclosure("pas_geldig", False)
    return resigned(world, lambda p: p["_sd"].append(digest(text)), extra=(text,))


def other_selection(world: World) -> str:
    """The proof of a presentation with one claim, under one with all."""
    credential = world.credential()
    token, *disclosures, _end = credential.split("~")
    kb = parts(proven(world, token, disclosures[:1]))[2]
    return shaped(token, disclosures) + kb


def proof_with(world: World, **changes: Any) -> str:
    """A proof with other words in it, signed by the holder."""
    token, disclosures, _kb = parts(world.shown())
    shape = shaped(token, disclosures)
    payload = {
        "iat": int(NOON.timestamp()),
        "aud": ASKED.audience,
        "nonce": ASKED.nonce,
        "sd_hash": digest(shape),
    }
    typ = changes.pop("typ", "kb+jwt")
    return shape + sign(payload | changes, typ=typ, key=world.holder)


EARLIER = Challenge("nonce-0", ASKED.audience)
MINUTE = timedelta(minutes=1)
