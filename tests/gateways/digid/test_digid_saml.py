"""Signing in over SAML, against an identity provider of our own over mutual TLS."""

from datetime import timedelta

import pytest
from digid_simulator import now

from plein.gateways.digid.level import Level
from plein.gateways.digid.types import DigidUnreachable, Reason, SignInRefused

xmlsec = pytest.importorskip("xmlsec", reason="DigiD over SAML: requirements/saml.txt")

from saml_world import FATIMA, LOTTE, World, entity_id  # noqa: E402  needs the extra


@pytest.mark.parametrize(
    ("spoiled", "reason"),
    [
        ({"level": Level.BASIS.uri}, Reason.LEVEL),
        ({"level": "urn:of-our-own-making"}, Reason.LEVEL),
        ({"audience": entity_id("buren")}, Reason.AUDIENCE),
        ({"recipient": "https://buren.example/inloggen/digid/terug"}, Reason.RECIPIENT),
        ({"recipient": "https://emmen.example/inloggen/digid/terug/x"}, Reason.RECIPIENT),
        ({"request_id": "_of-another-question"}, Reason.IN_RESPONSE_TO),
        ({"name_id": "s00000001:" + FATIMA}, Reason.BSN),
        ({"name_id": "s00000000:123456780"}, Reason.BSN),
        ({"name_id": FATIMA}, Reason.BSN),
        ({"algorithm": xmlsec.Transform.RSA_SHA1}, Reason.SIGNATURE),
    ],
)
def test_an_assertion_that_says_the_wrong_thing_is_refused(
    world: World, spoiled: dict[str, object], reason: Reason
):
    with pytest.raises(SignInRefused) as refused:
        world.sign_in(world.client("emmen"), **spoiled)

    assert refused.value.reason is reason


@pytest.mark.parametrize(
    ("later", "reason"),
    [
        (timedelta(minutes=-4), Reason.EXPIRED),
        (timedelta(minutes=2), Reason.NOT_BEFORE),
    ],
)
def test_an_assertion_of_another_time_is_refused(world: World, later: timedelta, reason: Reason):
    with pytest.raises(SignInRefused) as refused:
        world.sign_in(world.client("emmen"), at=now() + later)

    assert refused.value.reason is reason


def test_an_assertion_with_a_changed_bsn_is_refused(world: World):
    world.provider.after_signing = lambda xml: xml.replace(FATIMA, LOTTE)

    with pytest.raises(SignInRefused) as refused:
        world.sign_in(world.client("emmen"))

    assert refused.value.reason is Reason.SIGNATURE


def test_an_unsigned_assertion_is_refused(world: World):
    world.provider.signs = False

    with pytest.raises(SignInRefused) as refused:
        world.sign_in(world.client("emmen"))

    assert refused.value.reason is Reason.SIGNATURE


def test_an_assertion_signed_by_a_stranger_is_refused(world: World):
    client = world.client("emmen")
    world.provider.signing = world.stranger

    with pytest.raises(SignInRefused) as refused:
        world.sign_in(client)

    assert refused.value.reason is Reason.SIGNATURE


def test_a_second_assertion_beside_the_signed_one_is_refused(world: World):
    world.provider.after_signing = lambda xml: _copy_for(LOTTE, xml) + xml

    with pytest.raises(SignInRefused) as refused:
        world.sign_in(world.client("emmen"))

    assert refused.value.reason is Reason.MALFORMED


def test_both_certificates_are_good_while_digid_replaces_one(world: World):
    both = (world.stranger.certificate, world.provider.signing.certificate)

    signed_in = world.sign_in(world.client("emmen", idp_certificates=both))

    assert signed_in.bsn.reveal() == FATIMA


def test_an_assertion_works_once_even_if_digid_gives_it_again(world: World):
    given: list[str] = []

    def give_the_first_again(xml: str) -> str:
        given.append(xml)
        return given[0]

    world.provider.after_signing = give_the_first_again
    client = world.client("emmen")
    beginning = client.begin(at=now())
    first, second = (
        world.provider.visit(beginning.url, bsn=FATIMA, level=Level.MIDDEN.uri) for _ in range(2)
    )
    client.finish(kept=beginning.kept, answer=first, at=now())

    with pytest.raises(SignInRefused) as refused:
        client.finish(kept=beginning.kept, answer=second, at=now())

    assert refused.value.reason is Reason.REPLAYED


def test_an_artifact_of_another_municipality_is_refused(world: World):
    of_buren = world.client("buren").begin(at=now())
    stolen = world.provider.visit(of_buren.url, bsn=FATIMA, level=Level.MIDDEN.uri)
    emmen = world.client("emmen")
    mine = emmen.begin(at=now()).kept

    with pytest.raises(SignInRefused) as refused:
        emmen.finish(kept=mine, answer=stolen | {"RelayState": mine["relay_state"]}, at=now())

    assert refused.value.reason is Reason.CODE


def test_an_answer_for_another_session_is_refused(world: World):
    client = world.client("emmen")
    theirs, mine = client.begin(at=now()), client.begin(at=now())
    answer = world.provider.visit(theirs.url, bsn=FATIMA, level=Level.MIDDEN.uri)

    with pytest.raises(SignInRefused) as refused:
        client.finish(kept=mine.kept, answer=answer, at=now())

    assert refused.value.reason is Reason.STATE


@pytest.mark.parametrize(
    ("artifact", "reason"),
    [
        ("", Reason.MALFORMED),
        ("AAQAAA==</samlp:Artifact>", Reason.MALFORMED),
        ("A" * 59 + "=", Reason.ISSUER),
    ],
)
def test_what_is_no_artifact_of_digid_is_never_sent(world: World, artifact: str, reason: Reason):
    client = world.client("emmen", artifact_url="https://127.0.0.1:1/")
    kept = client.begin(at=now()).kept

    with pytest.raises(SignInRefused) as refused:
        client.finish(
            kept=kept, answer={"SAMLart": artifact, "RelayState": kept["relay_state"]}, at=now()
        )

    assert refused.value.reason is reason


def test_a_caller_without_a_certificate_of_the_authority_gets_nothing(world: World):
    client = world.client(
        "emmen",
        tls_certificate=world.stranger.certificate_file,
        tls_key=world.stranger.key_file,
    )

    with pytest.raises(DigidUnreachable):
        world.sign_in(client)


def test_a_back_channel_with_a_strange_certificate_is_not_trusted(world: World):
    client = world.client("emmen", tls_ca=world.stranger.certificate_file)

    with pytest.raises(DigidUnreachable):
        world.sign_in(client)


def test_the_metadata_of_each_municipality_is_its_own(world: World):
    emmen, buren = (world.client(name).metadata() for name in ("emmen", "buren"))

    assert entity_id("emmen") in emmen
    assert entity_id("buren") not in emmen
    assert "rsa-sha256" in emmen
    assert "HTTP-Artifact" in buren


def test_the_settings_do_not_show_the_private_key(world: World):
    assert "PRIVATE KEY" not in repr(world.settings("emmen"))


def _copy_for(bsn: str, xml: str) -> str:
    return xml.replace(FATIMA, bsn).replace('ID="_', 'ID="_copy', 1)
