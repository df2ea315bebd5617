"""The forms of a message of SUWI, and what is not one."""

import pytest
from sources import KATJA

from plein.gateways.answers import (
    AnswerRefused,
    Found,
    NothingFound,
    Reason,
    SourceUnreachable,
)
from plein.gateways.back_channel import Answer
from plein.gateways.suwinet.client import SuwinetClient
from plein.gateways.suwinet.envelope import write_question
from plein.gateways.suwinet.services import SVB
from plein.gateways.xml import parse_xml

CLIENT = f"<ClientSuwi><Burgerservicenr>{KATJA.reveal()}</Burgerservicenr>%s</ClientSuwi>"


def fwi(kind: str) -> str:
    told = f"<{kind}><Code>1</Code><Tekst>Let op.</Tekst><Bron><DN>x</DN></Bron></{kind}>"
    return f"<f:FWI>{told}</f:FWI>"


def message(inside: str, name: str = "s:SVBPersoonsInfoResponse") -> bytes:
    spaces = f'xmlns:s="{SVB.service.namespace}" xmlns:f="http://bkwi.nl/SuwiML/FWI/v0205"'
    return (
        '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>'
        f"<{name} {spaces}>{inside}</{name}></e:Body></e:Envelope>"
    ).encode()


@pytest.fixture
def svb(monkeypatch):
    """Ask SVB about Katja, and get this body back."""

    def ask(body: bytes, status: int = 200):
        answer = Answer(status, body)
        monkeypatch.setattr("plein.gateways.source.call", lambda *_, **__: answer)
        return SuwinetClient("http://localhost").svb(KATJA)

    return ask


def test_a_client_is_found(svb):
    assert isinstance(svb(message(CLIENT % "")), Found)


def test_niets_gevonden_is_nothing(svb):
    assert svb(message("<f:NietsGevonden/>")) == NothingFound()


@pytest.mark.parametrize("kind", ["Waarschuwing", "Informatie"])
def test_a_warning_may_come_with_or_without_a_client(svb, kind: str):
    assert svb(message(CLIENT % "" + fwi(kind))).warnings == ("Let op.",)
    assert svb(message(fwi(kind))) == NothingFound(("Let op.",))


def test_a_fout_is_no_answer(svb):
    with pytest.raises(SourceUnreachable):
        svb(message(CLIENT % "" + fwi("Fout")))


def test_who_is_not_entitled_is_told_so(svb):
    with pytest.raises(AnswerRefused) as refused:
        svb(message("<f:NietGerechtigd/>"))

    assert refused.value.reason is Reason.NOT_ENTITLED


def test_a_fault_of_theirs_is_no_answer(svb):
    with pytest.raises(SourceUnreachable):
        svb(message("<faultcode>e:Server</faultcode>", "e:Fault"), 500)


def test_a_fault_of_ours_is_a_refusal(svb):
    with pytest.raises(AnswerRefused) as refused:
        svb(message("<faultcode>e:Client.Schema</faultcode>", "e:Fault"), 500)

    assert refused.value.reason is Reason.STATUS


@pytest.mark.parametrize(
    "body",
    [
        message(CLIENT % "", "s:UWVPersoonsIkvInfoResponse"),
        message(CLIENT % "").replace(b"v0200", b"v0100"),
        message(CLIENT % "").replace(b"<e:Body>", b"<e:Body><s:More xmlns:s='x'/>"),
        message(CLIENT % "" + CLIENT % ""),
        message(CLIENT % "<Burgerservicenr>999900031</Burgerservicenr>"),
        message("<ClientSuwi><Voornamen>Katja</Voornamen></ClientSuwi>"),
        message(CLIENT % ("<Kind>" * 40 + "x" + "</Kind>" * 40)),
        message(CLIENT % "<Kind><Geboortedat>20231301</Geboortedat></Kind>"),
        message(CLIENT % "<Kind><Geboortedat>2023-01-01</Geboortedat></Kind>"),
        b"<?xml version='1.0' encoding='utf-99'?>" + message(CLIENT % ""),
        b"<!DOCTYPE a>" + message(CLIENT % ""),
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b"<a>" * 100_000,
        b"",
    ],
)
def test_anything_else_is_refused(svb, body: bytes):
    with pytest.raises(AnswerRefused) as refused:
        svb(body)

    assert refused.value.reason is Reason.SCHEMA


@pytest.mark.parametrize(
    ("amount", "cents"),
    [
        ("<WaardeBedr>12345</WaardeBedr>", 12_345),
        ("<CdMunteenheid>EUR</CdMunteenheid><WaardeBedr>0</WaardeBedr>", 0),
        ("<CdPositiefNegatief>-</CdPositiefNegatief><WaardeBedr>12345</WaardeBedr>", -12_345),
    ],
)
def test_an_amount_is_whole_cents_with_its_sign_beside_it(monkeypatch, amount: str, cents: int):
    slip = f"<DatBIko>20260100</DatBIko><BedrBrutoloonSv>{amount}</BedrBrutoloonSv>"

    found = _ask_uwv(monkeypatch, slip).value.Inkomstenverhouding[0].Inkomstenopgave[0]

    assert found.BedrBrutoloonSv == cents
    assert str(found.DatBIko) == "2026-01"


@pytest.mark.parametrize(
    "amount",
    [
        "<WaardeBedr>123.45</WaardeBedr>",
        "<WaardeBedr>1</WaardeBedr><WaardeBedr>2</WaardeBedr>",
        "<CdMunteenheid>USD</CdMunteenheid><WaardeBedr>1</WaardeBedr>",
        "<CdPositiefNegatief>x</CdPositiefNegatief><WaardeBedr>1</WaardeBedr>",
        "<WaardeBedr>99999999999999999999</WaardeBedr>",
        "<CdMunteenheid>EUR</CdMunteenheid>",
        "12345",
    ],
)
def test_an_amount_in_another_form_is_refused(monkeypatch, amount: str):
    slip = f"<DatBIko>20260101</DatBIko><BedrBrutoloonSv>{amount}</BedrBrutoloonSv>"

    with pytest.raises(AnswerRefused):
        _ask_uwv(monkeypatch, slip)


def test_the_question_is_soap_with_the_number_inside():
    asked = parse_xml(write_question(SVB, {"Burgerservicenr": KATJA.reveal()}))

    assert asked.findtext(f".//{SVB.question}/Burgerservicenr") == KATJA.reveal()


def _ask_uwv(monkeypatch, slip: str):
    job = f"<Inkomstenverhouding><Inkomstenopgave>{slip}</Inkomstenopgave></Inkomstenverhouding>"
    body = message(CLIENT % job, "s:UWVPersoonsIkvInfoResponse").replace(
        b"SVBDossierPersoonGSD", b"UWVDossierInkomstenGSD"
    )
    monkeypatch.setattr("plein.gateways.source.call", lambda *_, **__: Answer(200, body))
    return SuwinetClient("http://localhost").uwv(KATJA)
