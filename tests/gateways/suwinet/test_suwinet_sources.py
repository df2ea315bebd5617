"""What the sources behind Suwinet tell of the people of the demo."""

from datetime import timedelta

import pytest
from sources import (
    DE_VRIES,
    FATIMA,
    HENK,
    JAN,
    KATJA,
    LOTTE,
    PIET,
    SAMIR,
    TODAY,
    Sources,
)

from plein.gateways.partial_date import PartialDate
from plein.gateways.suwinet.client import SuwinetClient


@pytest.fixture
def suwinet(sources: Sources) -> SuwinetClient:
    return SuwinetClient(f"{sources.url}/suwinet")


def test_katja_worked_24_hours_a_week(suwinet: SuwinetClient):
    job, benefit = suwinet.uwv(KATJA).value.Inkomstenverhouding

    assert job.AdministratieveEenheid.NaamAdministratieveEenheid == "Bakkerij Het Voorbeeld"
    assert {slip.AantVerloondeUrenIko for slip in job.Inkomstenopgave} == {104}
    assert {slip.BedrBrutoloonSv for slip in job.Inkomstenopgave} == {162_240}  # cents
    assert job.Inkomstenperiode[0].IndLoonheffingskortingToegepast is True
    assert len(job.Inkomstenopgave) == 12
    assert benefit.DatEIkv is None


def test_katjas_ww_ends_in_70_days(suwinet: SuwinetClient):
    (ww,) = suwinet.uwv(KATJA).value.Uitkeringsverhouding

    assert ww.SzWet.CdSzWet == "WW"
    assert ww.DatEMaxUitkeringsduur.exact - TODAY == timedelta(days=70)
    assert ww.Uitkeringsperiode[0].BrutoUitkeringsbedr[0].WaardeBedr == 122_600
    assert suwinet.uwv(KATJA).value.WerkloosheidClient[0].DatEersteWerkloosheidsdag.exact < TODAY


def test_work_of_long_ago_is_known_by_its_month_or_year(suwinet: SuwinetClient):
    older = suwinet.uwv(KATJA).value.UWVWerk.Werkervaring[1]

    assert older.DatBWerkervaring == PartialDate(2018, 3)
    assert older.DatEWerkervaring == PartialDate(2021)


def test_piet_has_a_class_of_incapacity_and_once_had_a_measure(suwinet: SuwinetClient):
    piet = suwinet.uwv(PIET).value

    assert piet.ArbeidsgeschiktheidClient[0].CdKlasseArbeidsongeschiktheid == "80"
    assert len(piet.Uitkeringsverhouding[0].MaatregelMbtUitkering) == 1
    assert piet.Inkomstenverhouding[0].Inkomstenopgave[0].BedrInUitkBegrBetAlimentatie == 7_500


def test_fatima_gets_kinderbijslag_for_three(suwinet: SuwinetClient):
    children = suwinet.svb(FATIMA).value.Kind

    assert [child.Voornamen for child in children] == ["Noah", "Sami", "Lina"]
    assert all(child.IndKinderbijslag for child in children)
    assert children[0].SpecifiekeGegevensKinderbijslag.CdWoonsituatieKind == "1"


def test_henk_has_aow(suwinet: SuwinetClient):
    (aow,) = suwinet.svb(HENK).value.Uitkeringsverhouding

    assert aow.SzWet.CdSzWet == "AOW"
    assert aow.Uitkeringsperiode[0].NettoUitkeringsbedr[0].WaardeBedr == 149_800
    assert aow.Uitkeringsperiode[0].SpecifiekeGegevensAow.IndPartnertoeslagAow is False


def test_lotte_studies_and_duo_gives_both_halves(suwinet: SuwinetClient):
    lotte = suwinet.duo(LOTTE).value

    (study,) = lotte.Onderwijsovereenkomst
    assert study.DatUitschrijvingOpleiding is None
    content = study.DeelnameOpleidingGeregistrDuo[0].InhoudDeelnameOpleidingDuo
    assert content.NaamOpleidingKortDuo == "Maatschappelijke zorg"
    assert lotte.IndStartkwalificatieDuo is False
    assert len(lotte.Studiefinanciering) == 1


def test_one_half_of_duo_is_enough(suwinet: SuwinetClient):
    katja = suwinet.duo(KATJA).value

    assert katja.IndStartkwalificatieDuo is True
    assert katja.Studiefinanciering == ()


def test_katja_has_one_car_of_2012_and_the_older_one_stays_behind(suwinet: SuwinetClient):
    (car,) = suwinet.rdw(KATJA).value.Aansprakelijke

    assert car.Voertuig.KentekenVoertuig == "00TST1"
    assert car.Voertuig.DatEersteInschrijvingVoertuigNat.year == 2012
    assert car.Voertuig.MerkVoertuig == "Voorbeeld"


def test_a_house_of_two_owners(suwinet: SuwinetClient):
    (house,) = suwinet.kadaster(JAN).value.Eigendom.OnroerendeZaak

    assert house.IndMeerGerechtigden is True
    assert house.BedrKoopsom == 17_500_000
    assert house.LocatieOZ[0].StraatadresBag.Huisnr == 31
    assert suwinet.kadaster(DE_VRIES).value.Eigendom.OnroerendeZaak[0].IndMeerGerechtigden is False


def test_somebody_without_a_house_says_whether_there_was_one(suwinet: SuwinetClient):
    assert suwinet.kadaster(KATJA).value.Eigendom.IndEigendomOZVerleden is False
    assert suwinet.kadaster(HENK).value.Eigendom.IndEigendomOZVerleden is True


def test_samir_has_bijstand_and_pays_back_a_loan(suwinet: SuwinetClient):
    samir = suwinet.bijstand(SAMIR).value

    assert samir.Vordering[0].BedrSaldoVordering == 168_000
    assert samir.Uitkeringsverhouding[0].SpecifiekeGegevensBijstandUitk.AantKostendelers == 1
    assert samir.SpecifiekeGegevensBijzBijstand[0].OmsSrtKostenBijzBijstand == (
        "Inrichting van de woning"
    )
