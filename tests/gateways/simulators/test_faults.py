"""The switch of the simulators: for all, for one source, for one person."""

import pytest
from sources import FATIMA, KATJA, Sources, asks, http

from plein.gateways.answers import Found, NothingFound
from plein.gateways.simulators.faults import Fault, Switch


def test_the_most_exact_setting_counts():
    switch = Switch()
    switch.set(Fault.DOWN)
    switch.set(Fault.SLOW, source="suwinet")
    switch.set(Fault.EMPTY, source="suwinet/svb", bsn="999900018")

    assert switch.find("brp", "999900018") is Fault.DOWN
    assert switch.find("suwinet/uwv", "999900018") is Fault.SLOW
    assert switch.find("suwinet/svb", "999900031") is Fault.SLOW
    assert switch.find("suwinet/svb", "999900018") is Fault.EMPTY


def test_one_source_can_be_well_while_all_others_are_ill():
    switch = Switch()
    switch.set(Fault.DOWN)
    switch.set(Fault.NORMAL, source="brp")

    assert switch.find("brp", "999900018") is Fault.NORMAL
    assert switch.find("inkomen", "999900018") is Fault.DOWN


def test_normal_for_everything_ends_every_fault():
    switch = Switch()
    switch.set(Fault.DOWN, source="brp", bsn="999900018")

    switch.set(Fault.NORMAL)

    assert switch.find("brp", "999900018") is Fault.NORMAL


def test_a_fault_can_be_for_one_person(sources: Sources):
    ask = asks(sources.url)["suwinet/svb"]

    with sources.ill("empty", bsn=KATJA.reveal()):
        assert ask(KATJA) == NothingFound()
        assert isinstance(ask(FATIMA), Found)


def test_an_unknown_fault_is_refused_with_the_list(sources: Sources):
    answer = http.post(sources.url + "/faults", data={"fault": "tired"}, timeout=5)

    assert answer.status_code == 400
    assert "slow" in answer.text


@pytest.mark.parametrize(
    ("path", "question"),
    [
        ("brp/personen", {"type": "RaadpleegMetBurgerservicenummer"}),
        ("brp/personen", {"type": "RaadpleegMetBurgerservicenummer", "burgerservicenummer": ["1"]}),
        ("brp/bewoningen", {"type": "BewoningMetPeildatum"}),
        ("vorderingen/cjib/financial_claims_information_document", {}),
        ("vorderingen/shop/financial_claims_information_document", {"bsn": "999900018"}),
        ("inkomen/inkomens", {}),
    ],
)
def test_a_source_refuses_a_question_that_is_not_complete(sources: Sources, path, question):
    answer = http.post(f"{sources.url}/{path}", json=question, timeout=5)

    assert answer.status_code == 400


def test_a_soap_service_answers_nonsense_with_a_fault(sources: Sources):
    url = sources.url + "/suwinet/SVBDossierPersoonGSD-v0200"

    answer = http.post(url, content=b"<hello/>", timeout=5)

    assert answer.status_code == 500
    assert "soap:Client" in answer.text
