"""What is open follows from what happened."""

from datetime import UTC, datetime

import pytest
from sources import KATJA, PIET, TODAY, Sources

from plein.gateways.answers import AnswerRefused, Reason
from plein.gateways.shape import read_plain
from plein.gateways.vorderingen.client import VorderingenClient
from plein.gateways.vorderingen.document import FinancieleZaak

ZAAK = "Z-1"


def event(kind: str, mark: str, day: int, **own: object) -> dict:
    return {
        "gebeurtenis_type": kind,
        "gebeurtenis_kenmerk": mark,
        "zaakkenmerk": ZAAK,
        "datumtijd_gebeurtenis": datetime(2026, 1, day, tzinfo=UTC),
        **own,
    }


def imposed(mark: str, cents: int, day: int = 1) -> dict:
    what = {"bsn": KATJA.reveal(), "type": "cjib_wahv", "omschrijving": "Boete"}
    return event("FinancieleVerplichtingOpgelegd", mark, day, bedrag=cents, **what)


def corrected(mark: str, of: str, cents: int, day: int) -> dict:
    own = {"kenmerk_gecorrigeerde_gebeurtenis": of, "nieuw_opgelegd_bedrag": cents}
    return event("FinancieleVerplichtingGecorrigeerd", mark, day, **own)


def remitted(mark: str, of: str, cents: int, day: int) -> dict:
    own = {"kenmerk_kwijtgescholden_gebeurtenis": of, "bedrag_kwijtgescholden": cents}
    return event("FinancieleVerplichtingKwijtgescholden", mark, day, **own)


def paid(mark: str, cents: int, day: int) -> dict:
    return event("BetalingVerwerkt", mark, day, bedrag=cents)


def zaak(*events: dict, **also: object) -> FinancieleZaak:
    return read_plain(FinancieleZaak, {"zaakkenmerk": ZAAK, "gebeurtenissen": events, **also})


@pytest.mark.parametrize(
    ("events", "cents"),
    [
        ([], 0),
        ([imposed("a", 12_000)], 12_000),
        ([imposed("a", 12_000), imposed("b", 900)], 12_900),
        ([imposed("a", 12_000), paid("p", 4_000, 2)], 8_000),
        ([imposed("a", 12_000), paid("p", 12_001, 2)], -1),
        ([imposed("a", 12_000), corrected("c", "a", 9_000, 2)], 9_000),
        (
            [imposed("a", 9_000), corrected("c", "a", 8_000, 3), corrected("d", "a", 7_000, 2)],
            8_000,
        ),
        ([imposed("a", 12_000), remitted("r", "a", 12_000, 2)], 0),
        ([imposed("a", 9_000), remitted("r", "a", 2_000, 2), corrected("c", "a", 8_000, 3)], 6_000),
        ([paid("p", 4_000, 2), imposed("a", 12_000)], 8_000),
    ],
    ids=[
        "nothing happened",
        "imposed",
        "with costs on top",
        "partly paid",
        "a cent too much",
        "corrected",
        "corrected twice, told in another order",
        "remitted",
        "remitted, then corrected",
        "told in another order",
    ],
)
def test_the_open_amount(events: list[dict], cents: int):
    assert zaak(*events).open_cents == cents


def test_an_event_that_is_told_twice_counts_once():
    assert zaak(imposed("a", 12_000), paid("p", 4_000, 2), paid("p", 4_000, 2)).open_cents == 8_000


def test_an_event_that_was_changed_is_refused():
    with pytest.raises(AnswerRefused):
        zaak(imposed("a", 12_000), imposed("a", 1))


def test_an_event_of_another_claim_is_refused():
    with pytest.raises(AnswerRefused):
        zaak(imposed("a", 12_000) | {"zaakkenmerk": "Z-2"})


@pytest.mark.parametrize("wrong", [-1, 10**14, 1.5, "12", True])
def test_an_amount_that_cannot_be_is_refused(wrong):
    with pytest.raises(AnswerRefused):
        zaak(imposed("a", wrong))


@pytest.fixture
def claims(sources: Sources):
    return VorderingenClient(f"{sources.url}/vorderingen").claims


def test_katja_pays_toeslagen_back(claims):
    (debt,) = claims("tsl", KATJA).value.financiele_zaken

    assert debt.open_cents == debt.saldo == 48_000
    assert debt.imposed[0].omschrijving == "Terugbetalen kinderopvangtoeslag"
    assert debt.payments_due[0].vervaldatum >= TODAY


def test_a_fine_and_its_costs_are_one_claim(claims):
    (fine,) = claims("cjib", KATJA).value.financiele_zaken

    assert [part.bedrag for part in fine.imposed] == [12_000, 900]
    assert fine.open_cents == 12_900


def test_a_claim_of_piet_was_corrected_and_another_remitted(claims):
    found = claims("bd", PIET).value

    assert [one.open_cents for one in found.financiele_zaken] == [98_000, 0]
    assert found.open_cents == 98_000


def test_a_duty_to_pay_that_was_withdrawn_is_not_due(claims):
    (premium,) = claims("cak", PIET).value.financiele_zaken

    assert [due.bedrag for due in premium.payments_due] == [10_535]


@pytest.mark.parametrize("fault", ["warning", "partial"])
def test_an_organisation_that_counts_otherwise_gives_a_warning(sources: Sources, claims, fault):
    with sources.ill(fault, source="vorderingen/tsl"):
        found = claims("tsl", KATJA)

    assert "anders dan wij uitrekenen" in found.warnings[0]


def test_one_broken_organisation_leaves_the_others(sources: Sources, claims):
    with sources.ill("other_person", source="vorderingen/tsl"):
        assert claims("cjib", KATJA).value.open_cents == 12_900
        with pytest.raises(AnswerRefused) as refused:
            claims("tsl", KATJA)

    assert refused.value.reason is Reason.OTHER_PERSON


def test_an_organisation_that_does_not_exist_is_not_asked(claims):
    with pytest.raises(ValueError, match="shop"):
        claims("shop", KATJA)
