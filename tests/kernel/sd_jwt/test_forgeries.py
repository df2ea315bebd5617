"""What is forged is refused, and for the right reason."""

from datetime import timedelta

import pytest

from plein.kernel.sd_jwt import refusals as no
from plein.kernel.sd_jwt.presenting import Challenge
from plein.kernel.sd_jwt.status_list import Status
from tests.cast import NOON
from tests.kernel.sd_jwt import forging as f
from tests.kernel.sd_jwt.conftest import ASKED, CLAIMS

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def embedded_key(w):
    """The forger's key travels in the header, and says that it is to be used."""
    token, disclosures, _kb = f.parts(w.shown())
    header = f.header_of(token) | {"jwk": w.stranger.as_dict(private=False), "kid": "mine"}
    return f.proven(w, f.unsigned(token, header) + token.split(".")[2], disclosures)


def with_header(w, **changes):
    token, disclosures, _kb = f.parts(w.shown())
    return f.proven(w, f.unsigned(token, f.header_of(token) | changes), disclosures)


def stranger(w, kid):
    return f.resigned(w, lambda p: None, key=w.stranger, kid=kid or str(w.stranger.kid))


FORGERIES = {
    "alg none": (no.WrongAlgorithm, f.with_alg_none),
    "the public key as a secret": (no.WrongAlgorithm, f.with_secret_of_public_key),
    "another key under our name": (no.WrongSignature, lambda w: stranger(w, str(w.key.kid))),
    "another key under its own name": (no.UnknownKey, lambda w: stranger(w, None)),
    "a key in the header": (no.UnknownKey, embedded_key),
    "a changed claim": (no.UnknownDisclosure, f.with_changed_claim),
    "an extra disclosure": (no.UnknownDisclosure, f.with_extra_disclosure),
    "an extra name that is reserved": (
        no.ReservedName,
        lambda w: f.with_extra_disclosure(w, "exp", 9999999999),
    ),
    "a dropped digest": (
        no.WrongSignature,
        lambda w: f.with_changed_payload(w, lambda p: p["_sd"].pop()),
    ),
    "another end": (
        no.WrongSignature,
        lambda w: f.with_changed_payload(w, lambda p: p.update(exp=9999999999)),
    ),
    "a disclosure twice": (no.DoubleDisclosure, f.with_double_disclosure),
    "a digest twice": (
        no.DoubleDisclosure,
        lambda w: f.resigned(w, lambda p: p["_sd"].append(p["_sd"][0])),
    ),
    "a name twice": (no.DoubleDisclosure, f.same_name_twice),
    "a name that already stands open": (
        no.DoubleDisclosure,
        lambda w: f.resigned(w, lambda p: p.update(pas_geldig=False)),
    ),
    "the name _sd": (no.ReservedName, lambda w: f.signed_for(w, "_sd", "x")),
    "the name ...": (no.ReservedName, lambda w: f.signed_for(w, "...", "x")),
    "a hidden cnf": (no.ReservedName, lambda w: f.signed_for(w, "cnf", "x")),
    "a nested claim": (no.BrokenDisclosure, lambda w: f.signed_for(w, "adres", {"_sd": []})),
    "a disclosure of an array": (
        no.BrokenDisclosure,
        lambda w: f.signed_for(w, "", "", parts_=["salt", "x"]),
    ),
    "a name that is a number": (no.BrokenDisclosure, lambda w: f.signed_for(w, 1, "x")),
    "nested digests in the open": (
        no.Malformed,
        lambda w: f.resigned(w, lambda p: p.update(adres={"_sd": ["x"]})),
    ),
    "a disclosure of garbage": (
        no.BrokenDisclosure,
        lambda w: f.proven(w, f.parts(w.shown())[0], ["geen", "base64!"]),
    ),
    "a digest that is a number": (
        no.Malformed,
        lambda w: f.resigned(w, lambda p: p["_sd"].append(1)),
    ),
    "a header that is critical": (no.Malformed, lambda w: with_header(w, crit=["exp"])),
    "a header that is a list": (no.Malformed, lambda w: f.encode(b"[]") + ".e30.e30~"),
    "another hash": (
        no.Malformed,
        lambda w: f.resigned(w, lambda p: p.update(_sd_alg="md5")),
    ),
    "expired": (no.Expired, lambda w: w.shown(expires_at=NOON - HOUR)),
    "without an end": (no.Malformed, lambda w: f.resigned(w, lambda p: p.pop("exp"))),
    "an end in words": (no.Malformed, lambda w: f.resigned(w, lambda p: p.update(exp="nooit"))),
    "an end beyond all time": (
        no.Malformed,
        lambda w: f.resigned(w, lambda p: p.update(exp=10**30)),
    ),
    "issued tomorrow": (no.NotYetValid, lambda w: w.shown(issued_at=NOON + DAY)),
    "not before tomorrow": (
        no.NotYetValid,
        lambda w: f.resigned(w, lambda p: p.update(nbf=int((NOON + DAY).timestamp()))),
    ),
    "another kind": (no.UnknownCredential, lambda w: w.shown(vct="https://emmen.example/koning")),
    "no kind": (no.UnknownCredential, lambda w: f.resigned(w, lambda p: p.pop("vct"))),
    "another issuer": (no.UnknownIssuer, lambda w: w.shown(issuer="https://buren.example")),
    "no issuer": (no.UnknownIssuer, lambda w: f.resigned(w, lambda p: p.pop("iss"))),
    "another typ": (no.WrongTyp, lambda w: f.resigned(w, lambda p: None, typ="JWT")),
    "a list as a credential": (no.WrongTyp, lambda w: f.proven(w, w.list_with(), [])),
    "no status": (no.NoStatus, lambda w: f.resigned(w, lambda p: p.pop("status"))),
    "a status in words": (no.NoStatus, lambda w: f.resigned(w, lambda p: p.update(status="goed"))),
    "a place in words": (no.NoStatus, lambda w: w.shown(status_index="zeven")),
    "a place that is a yes": (no.NoStatus, lambda w: w.shown(status_index=True)),
    "a list without an address": (no.NoStatus, lambda w: w.shown(status_uri=None)),
    "a place outside the list": (no.StatusUnknown, lambda w: w.shown(status_index=99_999)),
    "a place below the list": (no.StatusUnknown, lambda w: w.shown(status_index=-1)),
    "bound to nobody": (no.NoHolderKey, lambda w: f.resigned(w, lambda p: p.pop("cnf"))),
    "no key binding": (no.NoHolderProof, lambda w: f.shaped(*f.parts(w.shown())[:2])),
    "a proof by another key": (
        no.WrongHolderProof,
        lambda w: f.proven(w, *f.parts(w.shown())[:2], holder=w.stranger),
    ),
    "a proof of another typ": (no.WrongTyp, lambda w: f.proof_with(w, typ="JWT")),
    "a wrong nonce": (no.WrongNonce, lambda w: w.shown(challenge=Challenge("x", ASKED.audience))),
    "an answer to an earlier question": (no.WrongNonce, lambda w: w.shown(challenge=f.EARLIER)),
    "no nonce": (no.WrongNonce, lambda w: f.proof_with(w, nonce=None)),
    "for another shop": (
        no.WrongAudience,
        lambda w: w.shown(challenge=Challenge(ASKED.nonce, "https://bank.example")),
    ),
    "for many shops": (no.WrongAudience, lambda w: f.proof_with(w, aud=[ASKED.audience, "x"])),
    "the proof of another selection": (no.WrongPresentation, f.other_selection),
    "no sd_hash": (no.WrongPresentation, lambda w: f.proof_with(w, sd_hash=None)),
    "a proof of six minutes ago": (no.ProofNotFresh, lambda w: w.shown(at=NOON - 6 * f.MINUTE)),
    "a proof of tomorrow": (no.ProofNotFresh, lambda w: w.shown(at=NOON + DAY)),
    "a proof without a time": (no.ProofNotFresh, lambda w: f.proof_with(w, iat=None)),
    "cut off": (no.Malformed, lambda w: w.shown()[:400]),
    "cut off in the proof": (no.Malformed, lambda w: w.shown()[:-2] + "A"),
    "nothing": (no.Malformed, lambda w: ""),
    "garbage": (no.Malformed, lambda w: "~".join(["é" * 20, "x", "y"])),
    "only separators": (no.Malformed, lambda w: "~" * 50),
    "not JSON": (no.Malformed, lambda w: "YQ.YQ.YQ~"),
    "huge": (no.TooLarge, lambda w: w.shown() + "A" * 70_000),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_is_refused(world, name):
    cause, forge = FORGERIES[name]

    with pytest.raises(no.NotAccepted) as refused:
        world.check(forge(world))

    assert type(refused.value) is cause


@pytest.mark.parametrize(
    ("cause", "make"),
    [
        (no.Revoked, lambda w: w.list_with(Status.INVALID)),
        (no.Suspended, lambda w: w.list_with(Status.SUSPENDED)),
        (no.StatusUnknown, lambda w: w.list_with(key=w.stranger)),
        (no.StatusUnknown, lambda w: w.list_with(uri="https://emmen.example/status/2.jwt")),
        (no.StatusUnknown, lambda w: w.list_with(at=NOON - 2 * HOUR)),
        (no.StatusUnknown, lambda w: w.shown().split("~")[0]),
        (no.StatusUnknown, lambda w: "geen lijst"),
    ],
    ids=["revoked", "suspended", "forged", "of another list", "too old", "a credential", "garbage"],
)
def test_the_list_decides_whether_it_still_stands(world, cause, make):
    with pytest.raises(no.NotAccepted) as refused:
        world.check(world.shown(), status_list=make(world))

    assert type(refused.value) is cause


def test_a_name_twice_in_the_signed_part_is_not_read(world):
    """One reader takes the first, another the last: we take neither."""
    token, disclosures, _kb = f.parts(world.shown())
    plain = f.decode(token.split(".")[1]).decode()
    twice = f.encode(plain.replace("{", '{"exp":1,', 1).encode())
    head, _payload, signature = token.split(".")

    with pytest.raises(no.Malformed):
        world.check(f.proven(world, f"{head}.{twice}.{signature}", disclosures))


def test_the_honest_one_is_accepted_or_the_table_proves_nothing(world):
    found = world.check(world.shown())

    assert found.claims == CLAIMS
    assert len(FORGERIES) > 50


@pytest.mark.parametrize(
    ("moment", "holds"),
    [(timedelta(seconds=59), True), (timedelta(seconds=60), False)],
)
def test_a_clock_may_differ_a_minute_and_no_more(world, moment, holds):
    presentation = world.shown(expires_at=NOON, at=NOON + moment)

    if holds:
        assert world.check(presentation, at=NOON + moment).claims
    else:
        with pytest.raises(no.Expired):
            world.check(presentation, at=NOON + moment)


def test_no_value_stands_in_what_could_reach_a_log(world):
    found = world.check(world.shown())

    assert "Zoë" not in f"{found} {found!r} {world.draft()!r}"
