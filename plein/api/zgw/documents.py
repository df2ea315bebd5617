"""A paper of a case as Documenten shows it, and its relation to the zaak as Zaken does."""

from typing import Any

from django.db.models import Prefetch

from plein.api.zgw.addresses import Addresses
from plein.api.zgw.catalogue import KINDS, type_url
from plein.cases.models import Case
from plein.cases.rights import OF_A_CASE
from plein.documents.models import Direction, Document, DocumentState
from plein.inbox.models import Enclosure
from plein.kernel.clock import local_day
from plein.tenants.scope import current

MEDIA = {"pdf": "application/pdf", "jpg": "image/jpeg"}
LONGEST_TITLE, LONGEST_NUMBER = 200, 40


def clean_enclosures() -> Prefetch[str]:
    """Only what a scanner found clean; ready in `papers` of a topic."""
    rows = Enclosure.objects.filter(document__state=DocumentState.CLEAN).newest_first()
    return Prefetch("topic__enclosures", rows, to_attr="papers")


def papers_of(case: Case) -> list[Enclosure]:
    """Of a case that came `with_parts`."""
    return case.topic.papers  # type: ignore[attr-defined,no-any-return]


def relation(paper: Enclosure, case: Case, at: Addresses) -> dict[str, Any]:
    """Without its name: that stays sealed until somebody asks for the document."""
    return {
        "url": at.case("zaakinformatieobjecten", paper.pk),
        "uuid": paper.pk,
        "informatieobject": at.document(paper.document_id),
        "zaak": at.case("zaken", case.pk),
        "aardRelatieWeergave": "Hoort bij, omgekeerd: kent",
        "titel": "",
        "beschrijving": "",
        "registratiedatum": paper.document.received_at,
        "vernietigingsdatum": None,
        "status": None,
    }


def informatieobject(document: Document, case: Case, title: str, at: Addresses) -> dict[str, Any]:
    is_from_resident = document.direction == Direction.IN
    moved_on, url = local_day(document.received_at), at.document(document.pk)
    return {
        "url": url,
        "identificatie": str(document.pk)[:LONGEST_NUMBER],
        "bronorganisatie": current().rsin,
        "creatiedatum": moved_on,
        "titel": title[:LONGEST_TITLE],
        "vertrouwelijkheidaanduiding": OF_A_CASE,
        "auteur": KINDS[Direction.IN] if is_from_resident else _sender(document),
        "status": "definitief",
        "formaat": MEDIA[document.ending],
        "taal": "nld",
        "versie": 1,
        "beginRegistratie": document.received_at,
        "bestandsnaam": f"papier.{document.ending}",
        "inhoud": f"{url}/download",
        "bestandsomvang": document.size,
        "link": "",
        "beschrijving": "",
        "ontvangstdatum": moved_on if is_from_resident else None,
        "verzenddatum": None if is_from_resident else moved_on,
        "indicatieGebruiksrecht": None,
        "verschijningsvorm": "",
        "ondertekening": None,
        "integriteit": None,
        "informatieobjecttype": type_url(
            case.case_type, "informatieobjecttypen", document.direction, at
        ),
        "locked": False,
        "bestandsdelen": [],
        "trefwoorden": [],
    }


def _sender(document: Document) -> str:
    """The team, and never a person."""
    return (document.team or document.organisation or f"gemeente {current().name}")[:LONGEST_TITLE]
