"""Ours read by a library of others (`sd-jwt`, the reference implementation), and theirs by ours."""

import json
from datetime import timedelta

import pytest
from jwcrypto.jwk import JWK
from sd_jwt.common import SDObj
from sd_jwt.holder import SDJWTHolder
from sd_jwt.issuer import SDJWTIssuer
from sd_jwt.verifier import SDJWTVerifier

from plein.kernel.sd_jwt.refusals import UnknownDisclosure
from tests.cast import NOON
from tests.kernel.sd_jwt.conftest import ASKED, CLAIMS, INDEX, ISSUER, LIST, VCT
from tests.kernel.sd_jwt.forging import with_extra_disclosure


def theirs(key) -> JWK:
    return JWK.from_json(json.dumps(key.as_dict(private=True)))


def read_by_them(world, presentation: str) -> dict:
    return SDJWTVerifier(
        presentation,
        lambda issuer, header: theirs(world.key),
        expected_aud=ASKED.audience,
        expected_nonce=ASKED.nonce,
    ).get_verified_payload()


@pytest.mark.parametrize("names", [[], ["naam"], ["pas_geldig", "saldo"], list(CLAIMS)])
def test_they_read_what_we_issue_and_present(world, names):
    found = read_by_them(world, world.shown(names))

    assert {name: found[name] for name in CLAIMS if name in found} == {
        name: CLAIMS[name] for name in names
    }
    assert (found["iss"], found["vct"]) == (ISSUER, VCT)


def test_their_holder_presents_what_we_issue(world):
    holder = SDJWTHolder(world.credential())
    holder.create_presentation(
        {"naam": True, "kinderen": True}, ASKED.nonce, ASKED.audience, theirs(world.holder)
    )

    found = world.check(holder.sd_jwt_presentation, at=now())

    assert found.claims == {"naam": "Zoë", "kinderen": 2}


@pytest.mark.parametrize("decoys", [False, True])
@pytest.mark.parametrize("names", [[], ["naam"], list(CLAIMS)])
def test_we_read_what_they_issue_and_present(world, names, decoys):
    at = now()
    signed = {
        "iss": ISSUER,
        "vct": VCT,
        "iat": int(at.timestamp()),
        "exp": int((at + timedelta(days=30)).timestamp()),
        "status": {"status_list": {"idx": INDEX, "uri": LIST}},
    }
    issuer = SDJWTIssuer(
        signed | {SDObj(name): value for name, value in CLAIMS.items()},
        theirs(world.key),
        theirs(world.holder),
        add_decoy_claims=decoys,
        extra_header_parameters={"typ": "dc+sd-jwt", "kid": str(world.key.kid)},
    )
    holder = SDJWTHolder(issuer.sd_jwt_issuance)
    holder.create_presentation(
        dict.fromkeys(names, True), ASKED.nonce, ASKED.audience, theirs(world.holder)
    )

    found = world.check(holder.sd_jwt_presentation, at=at)

    assert found.claims == {name: CLAIMS[name] for name in names}


def test_we_refuse_an_extra_disclosure_also_where_they_let_it_pass(world):
    """Version 0.10 follows a draft of before the rule that every disclosure must be referred to."""
    forged = with_extra_disclosure(world)

    assert "is_rijk" not in read_by_them(world, forged)
    with pytest.raises(UnknownDisclosure):
        world.check(forged)


def now():
    """Their holder reads the clock of the machine."""
    from datetime import UTC, datetime  # noqa: PLC0415

    return max(datetime.now(UTC), NOON)
