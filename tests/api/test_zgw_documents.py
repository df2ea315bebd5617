"""The papers of a case for software of others: what fits, who may, what a resident reads of it."""

from uuid import uuid4

import pytest

from plein.audit.models import Look
from plein.documents.models import Direction
from plein.documents.receiving import receive
from plein.gateways.simulators.faults import Fault
from plein.identity.application import Confidentiality, Scope
from plein.identity.applications import Right
from plein.inbox.actions.enclosing import enclose
from tests.api.conftest import ZAKEN, portal_with
from tests.api.contract import CATALOGI, problems
from tests.api.contract import ZAKEN as ZAKEN_CONTRACT
from tests.cast import NOON
from tests.documents.conftest import kept_files, scanner  # noqa: F401 - fixtures of documents
from tests.documents.files import pdf

DOCUMENTEN, CONTRACT = "/api/documenten/v1", "zgw/documenten-1.4.2.yaml"


@pytest.fixture
def papers(case, fatima, sam, scanner, kept_files):
    """One of Fatima, one of the municipality, and one that nobody scanned yet."""

    def put(name, direction, by):
        files = [receive(name, pdf())]
        (made,) = enclose(case.topic, files, direction=direction, by=by, at=NOON)
        return made

    found = put("loonstrook.pdf", Direction.IN, fatima.actor)
    sent = put("brief.pdf", Direction.OUT, sam.actor)
    scanner.fault = Fault.DOWN
    return found, sent, put("wacht.pdf", Direction.IN, fatima.actor)


def links(portal, case):
    answer = portal.get(f"{ZAKEN}/zaakinformatieobjecten", {"zaak": f"http://x/zaken/{case.pk}"})
    assert answer.status_code == 200
    return answer.json()


def test_the_papers_of_a_zaak_fit_the_contract_and_lead_to_their_files(portal, case, papers):
    found = links(portal, case)
    assert [problems(each, "ZaakInformatieObject", ZAKEN_CONTRACT) for each in found] == [[], []]

    for each in found:
        assert portal.get(each["url"]).json() == each
        document = portal.get(each["informatieobject"]).json()
        assert problems(document, "EnkelvoudigInformatieObject", CONTRACT) == []
        kind = portal.get(document["informatieobjecttype"]).json()
        assert problems(kind, "InformatieObjectType", CATALOGI) == [
            f"InformatieObjectType.zaaktypen: {kind['zaaktypen']} is no string"  # a slip of theirs
        ]
        file = portal.get(document["inhoud"])
        assert file.content.startswith(b"%PDF")
        assert len(file.content) == document["bestandsomvang"]
        assert file.headers["API-version"] == "1.4.2"


def test_the_zaak_itself_names_them_and_one_document_finds_its_zaak(portal, case, papers):
    zaak = portal.get(f"{ZAKEN}/zaken/{case.pk}").json()
    assert zaak["zaakinformatieobjecten"] == [each["url"] for each in links(portal, case)]

    address = f"http://x/enkelvoudiginformatieobjecten/{papers[0].pk}"
    answer = portal.get(f"{ZAKEN}/zaakinformatieobjecten", {"informatieobject": address})

    assert [each["zaak"].rsplit("/", 1)[1] for each in answer.json()] == [str(case.pk)]
    assert portal.get(f"{ZAKEN}/zaakinformatieobjecten").status_code == 400


def test_what_was_not_scanned_is_not_there(portal, papers):
    address = f"{DOCUMENTEN}/enkelvoudiginformatieobjecten"

    for path in (f"{papers[2].pk}", f"{papers[2].pk}/download", str(uuid4())):
        assert portal.get(f"{address}/{path}").status_code == 404


def test_who_may_read_zaken_may_not_read_their_papers(case, papers):
    rights = [Right(Scope.CASES, "", Confidentiality.CASE)]
    low = [Right(Scope.DOCUMENTS, "", Confidentiality.INTERNAL)]
    other = [Right(Scope.DOCUMENTS, "bijstand", Confidentiality.CASE)]
    address = f"{DOCUMENTEN}/enkelvoudiginformatieobjecten/{papers[0].pk}"

    for number, given in enumerate((rights, low, other)):
        portal = portal_with(given, client_id=f"portaal-{number}")
        for path in (address, f"{address}/download"):
            assert portal.get(path).status_code == 403


def test_each_answer_leaves_a_line_that_the_resident_reads(portal, case, papers, fatima):
    address = f"{DOCUMENTEN}/enkelvoudiginformatieobjecten/{papers[0].pk}"
    before = set(Look.objects.values_list("pk", flat=True))

    links(portal, case)
    title = portal.get(address).json()["titel"]
    portal.get(f"{address}/download")

    looks = Look.objects.filter(subject=fatima.pk).exclude(pk__in=before).order_by("at", "pk")
    assert title == "loonstrook"
    assert sorted(look.elements for look in looks) == [
        ["aanvragen"],
        ["naam van een papier"],
        ["papier"],
    ]
    assert {look.organisation for look in looks} == {"Portaal Drenthe"}
