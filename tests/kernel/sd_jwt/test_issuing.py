"""What leaves the issuer tells no more than it must."""

import pytest

from plein.kernel.sd_jwt import Challenge
from plein.kernel.sd_jwt.keys import new_key, public_part, read_key_set, read_pem, to_pem
from tests.kernel.sd_jwt.conftest import CLAIMS
from tests.kernel.sd_jwt.forging import header_of, parts, payload_of


def test_no_claim_stands_in_the_signed_part(world):
    token, disclosures, _kb = parts(world.shown())

    text = str(payload_of(token))
    assert len(disclosures) == len(CLAIMS)
    assert [name for name in [*CLAIMS, "Zoë"] if name in text] == []


def test_the_signed_part_does_not_tell_how_many_claims_there_are(world):
    few, many = world.credential(claims={"a": 1}), world.credential()

    assert len(payload_of(few.split("~")[0])["_sd"]) == len(payload_of(many.split("~")[0])["_sd"])


def test_the_same_values_give_other_digests_each_time(world):
    one, other = world.credential(), world.credential()

    assert not set(one.split("~")[1:-1]) & set(other.split("~")[1:-1])


def test_the_header_names_the_kind_and_the_key_and_nothing_else(world):
    header = header_of(world.credential().split("~")[0])

    assert header == {"alg": "ES256", "typ": "dc+sd-jwt", "kid": world.key.kid}


@pytest.mark.parametrize("claims", [{"exp": 1}, {"_sd": "x"}, {"adres": {"straat": "x"}}])
def test_what_may_not_be_a_claim_is_not_issued(world, claims):
    with pytest.raises(ValueError, match="cannot be a claim"):
        world.credential(claims=claims)


def test_a_key_goes_through_pem_and_a_key_set_unchanged():
    key = new_key()

    again = read_pem(to_pem(key))

    assert again.kid == key.kid
    assert list(read_key_set({"keys": [public_part(key), {"kty": "RSA"}, "x"]})) == [key.kid]
    assert "d" not in public_part(key)


def test_a_key_set_with_a_private_key_in_it_is_passed_over():
    assert read_key_set({"keys": [new_key().as_dict(private=True)]}) == {}


def test_two_questions_never_have_the_same_answer(world):
    one = world.shown(challenge=Challenge("a", "x"))
    other = world.shown(challenge=Challenge("b", "x"))

    assert parts(one)[2] != parts(other)[2]
