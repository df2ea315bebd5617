"""Over SAML and through the door: from the administrator's file to the resident's overview."""

from dataclasses import asdict

import pytest
import yaml
from django.core.management import CommandError, call_command
from django.test import Client

from plein.gateways.digid.level import Level
from plein.identity.models import Resident
from plein.tenants.models import Municipality

xmlsec = pytest.importorskip("xmlsec", reason="DigiD over SAML: requirements/saml.txt")

from lxml import etree  # noqa: E402
from saml_world import FATIMA, World, entity_id  # noqa: E402  needs the extra

ANSWER = "/inloggen/digid/antwoord/"
NOT_OURS = {"acs_url", "minimum_level"}


def saml_file(world: World, folder, slug="emmen", **changes):
    """As an administrator writes it; a change to None leaves a line out."""
    given = asdict(world.settings(slug)) | {
        "idp_certificates": [world.provider.signing.certificate]
    }
    given = {name: value for name, value in (given | changes).items() if value is not None}
    file = folder / f"{slug}.yaml"
    file.write_text(yaml.safe_dump({k: v for k, v in given.items() if k not in NOT_OURS}))
    return file


def connect(file, slug="emmen", **options):
    call_command("connect_digid", slug, saml=file, **options)


@pytest.fixture
def connected(world: World, emmen, buren, tmp_path) -> World:
    for slug in ("emmen", "buren"):
        connect(saml_file(world, tmp_path, slug), slug)
    return world


def browser(slug="emmen") -> Client:
    return Client(HTTP_HOST=f"{slug}.localhost")


def choose(world: World, client: Client, level=Level.MIDDEN.uri, **spoiled) -> dict[str, str]:
    """Go to DigiD, be Fatima there, and carry the artifact back."""
    there = client.get("/inloggen/digid/").url
    return world.provider.visit(there, bsn=FATIMA, level=level, **spoiled)


def is_outside(client: Client) -> bool:
    return client.get("/overzicht/").status_code == 302


def test_a_resident_signs_in_over_saml(connected):
    client = browser()

    page = client.get(ANSWER, choose(connected, client), follow=True)

    assert page.redirect_chain == [("/overzicht/", 302)]
    assert page.status_code == 200
    assert Resident.objects.count() == 1


def test_an_artifact_works_once(connected):
    client = browser()
    answer = choose(connected, client)
    client.get(ANSWER, answer)
    client.post("/uitloggen/")

    page = client.get(ANSWER, answer, follow=True)

    ends_outside(client, page, "Het inloggen met DigiD is niet gelukt.")


def test_an_artifact_that_was_used_is_nothing_to_a_new_beginning(connected):
    client = browser()
    used = choose(connected, client)
    client.get(ANSWER, used)
    client.post("/uitloggen/")
    fresh = choose(connected, client)

    page = client.get(ANSWER, used | {"RelayState": fresh["RelayState"]}, follow=True)

    ends_outside(client, page, "Het inloggen met DigiD is niet gelukt.")


def test_an_artifact_for_one_browser_is_nothing_to_another(connected):
    answer = choose(connected, browser())
    other = browser()
    other.get("/inloggen/digid/")

    page = other.get(ANSWER, answer, follow=True)

    ends_outside(other, page, "Het inloggen met DigiD is niet gelukt.")


def test_an_artifact_of_buren_does_not_open_emmen(connected):
    stolen = choose(connected, browser("buren"))
    client = browser()
    mine = choose(connected, client)

    page = client.get(ANSWER, stolen | {"RelayState": mine["RelayState"]}, follow=True)

    ends_outside(client, page, "Het inloggen met DigiD is niet gelukt.")


def test_a_password_alone_is_too_low_a_level(connected):
    client = browser()

    page = client.get(ANSWER, choose(connected, client, level=Level.BASIS.uri), follow=True)

    ends_outside(client, page, "Log in met de DigiD-app.")


def test_a_municipality_can_ask_for_a_higher_level(connected, tmp_path):
    connect(saml_file(connected, tmp_path), level="SUBSTANTIEEL")
    client = browser()

    page = client.get(ANSWER, choose(connected, client, level=Level.MIDDEN.uri), follow=True)

    ends_outside(client, page, "Log in met de DigiD-app.")


def test_who_stops_at_digid_is_back_at_the_first_page(connected):
    client = browser()

    page = client.get(ANSWER, choose(connected, client, cancelled=True), follow=True)

    ends_outside(client, page, "U bent gestopt met inloggen.")


def test_when_digid_does_not_answer_the_first_page_says_so(connected, tmp_path):
    connect(saml_file(connected, tmp_path, artifact_url="https://127.0.0.1:1/"))
    client = browser()

    page = client.get(ANSWER, choose(connected, client), follow=True)

    ends_outside(client, page, "DigiD werkt nu niet.")


def ends_outside(client, page, says: str) -> None:
    assert page.redirect_chain == [("/", 302)]
    assert says in page.content.decode()
    assert is_outside(client)
    assert "resident" not in client.session


def test_the_private_key_is_kept_sealed(connected):
    emmen = Municipality.objects.get(slug="emmen")

    assert b"PRIVATE KEY" not in bytes(emmen.digid_key)
    assert "PRIVATE KEY" not in str(emmen.digid)


def test_the_metadata_tell_logius_where_and_who(connected):
    page = browser().get("/inloggen/digid/metadata.xml")

    assert page.headers["Content-Type"] == "application/samlmetadata+xml"
    text = page.content.decode()
    assert entity_id("emmen") in text
    assert entity_id("buren") not in text
    assert f"http://emmen.localhost{ANSWER}" in text
    assert "PRIVATE KEY" not in text


def test_the_metadata_are_signed_and_hold_as_long_as_the_certificate(connected):
    root = etree.fromstring(browser().get("/inloggen/digid/metadata.xml").content)

    own = connected.own["emmen"]
    assert root.get("validUntil") == own.x509.not_valid_after_utc.strftime("%Y-%m-%dT%H:%M:%SZ")
    xmlsec.tree.add_ids(root, ["ID"])
    context = xmlsec.SignatureContext()
    context.key = xmlsec.Key.from_memory(own.certificate, xmlsec.KeyFormat.CERT_PEM)
    context.verify(xmlsec.tree.find_node(root, xmlsec.Node.SIGNATURE))


def test_there_are_no_metadata_without_saml(emmen):
    assert browser().get("/inloggen/digid/metadata.xml").status_code == 404


def test_the_command_says_what_to_hand_over_and_what_to_throw_away(world, emmen, tmp_path, capsys):
    connect(saml_file(world, tmp_path))

    said = capsys.readouterr().out
    assert "https://emmen.localhost/inloggen/digid/metadata.xml" in said
    assert "Verwijder nu emmen.yaml" in said


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"entity_id": None}, "ontbreekt: entity_id"),
        ({"certificate": ""}, "ontbreekt: certificate"),
        ({"acs": "https://emmen.example/"}, "kennen wij niet: acs"),
        ({"certificate": "geen"}, "in certificate staat geen certificaat"),
        ({"idp_certificates": ["geen"]}, "in idp_certificates staat geen certificaat"),
        ({"private_key": "geen"}, "geen RSA-sleutel"),
        ({"tls_ca": "/er/is/niets.pem"}, "er is geen bestand /er/is/niets.pem"),
        ({"sso_url": "geen adres"}, "De instellingen voor DigiD kloppen niet"),
    ],
)
def test_a_file_that_is_not_right_connects_nothing(world, emmen, tmp_path, changes, says):
    with pytest.raises(CommandError) as refused:
        connect(saml_file(world, tmp_path, **changes))

    assert says in str(refused.value)
    assert Municipality.objects.get(slug="emmen").digid == {}


def test_the_key_of_another_certificate_connects_nothing(world, emmen, tmp_path):
    with pytest.raises(CommandError) as refused:
        connect(saml_file(world, tmp_path, private_key=world.own["buren"].key))

    assert "horen niet bij elkaar" in str(refused.value)
    assert "PRIVATE KEY" not in str(refused.value)


@pytest.mark.parametrize("text", ["geen yaml: [", "- een lijst", ""])
def test_a_file_that_cannot_be_read_connects_nothing(emmen, tmp_path, text):
    file = tmp_path / "emmen.yaml"
    file.write_text(text)

    with pytest.raises(CommandError) as refused:
        connect(file)

    assert "emmen.yaml is er niet, of is geen YAML" in str(refused.value)
