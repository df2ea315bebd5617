"""What an Open Zaak store says of a zaak: full addresses, absent relations left out."""

from functools import cache
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import yaml
from django.http import HttpRequest
from django.utils import timezone

from plein.gateways.simulators.notation import resolve
from plein.gateways.simulators.people import Loader, Tree

RANKS = (
    *("openbaar", "beperkt_openbaar", "intern", "zaakvertrouwelijk"),
    *("vertrouwelijk", "confidentieel", "geheim", "zeer_geheim"),
)


@cache
def _file() -> Tree:
    text = Path(__file__).with_name("zgw.yaml").read_text()
    found: Tree = yaml.load(text, Loader=Loader)  # noqa: S506 - a SafeLoader
    return found


def all_cases() -> list[Tree]:
    found: list[Tree] = resolve(_file()["zaken"], timezone.localdate())
    return found


def key_of(*names: object) -> UUID:
    return uuid5(NAMESPACE_URL, "/".join(map(str, names)))


class Shapes:
    """Under the host that was asked."""

    def __init__(self, request: HttpRequest) -> None:
        self._root = request.build_absolute_uri("/zgw")

    def at(self, interface: str, resource: str, key: object) -> str:
        return f"{self._root}/{interface}/api/v1/{resource}/{key}"

    def zaak(self, case: Tree, expand: list[str]) -> Tree:
        kind, last = case["type"], len(case["statussen"]) - 1
        found = {
            "url": self.at("zaken", "zaken", case["uuid"]),
            "uuid": case["uuid"],
            "identificatie": case["nummer"],
            "omschrijving": "",
            "toelichting": "",
            "zaaktype": self.at("catalogi", "zaaktypen", key_of(kind)),
            "startdatum": str(case["begin"]),
            "einddatum": str(case["eind"]) if "eind" in case else None,
            "einddatumGepland": None,
            "uiterlijkeEinddatumAfdoening": str(case["uiterlijk"]) if "uiterlijk" in case else None,
            "vertrouwelijkheidaanduiding": case["vertrouwelijk"],
            "opschorting": {"indicatie": "stil" in case, "reden": case.get("stil", "")},
            "status": self.at("zaken", "statussen", key_of(case["uuid"], last)),
            "resultaat": self.at("zaken", "resultaten", key_of(case["uuid"]))
            if "resultaat" in case
            else None,
        }
        return found | ({"_expand": self._expanded(case, expand)} if expand else {})

    def _expanded(self, case: Tree, expand: list[str]) -> Tree:
        """A part of a part comes only when the part itself is named."""
        parts: dict[str, Any] = {}
        if "zaaktype" in expand:
            parts["zaaktype"] = self.zaaktype(case["type"])
        if "status" in expand:
            parts["status"] = self.statuses(case)[-1]
            if "status.statustype" in expand:
                number = case["statussen"][-1][0]
                kind = self.status_types(case["type"])[number - 1]
                parts["status"]["_expand"] = {"statustype": kind}
        if "resultaat" in expand and "resultaat" in case:
            parts["resultaat"] = {"toelichting": ""}
            if "resultaat.resultaattype" in expand:
                outcome = {"resultaattype": {"omschrijving": case["resultaat"]}}
                parts["resultaat"]["_expand"] = outcome
        if "rollen" in expand:
            parts["rollen"] = [self._initiator(case)]
        return parts

    def _initiator(self, case: Tree) -> Tree:
        return {
            "url": self.at("zaken", "rollen", key_of(case["uuid"], "rol")),
            "betrokkeneType": "natuurlijk_persoon",
            "omschrijvingGeneriek": "initiator",
            "betrokkeneIdentificatie": {"inpBsn": case["bsn"], "anpIdentificatie": ""},
        }

    def zaaktype(self, kind: str) -> Tree:
        told = _file()["types"][kind]
        return {
            "url": self.at("catalogi", "zaaktypen", key_of(kind)),
            "omschrijving": told["omschrijving"],
            "onderwerp": told["onderwerp"],
            "indicatieInternOfExtern": "extern" if told["extern"] else "intern",
        }

    def statuses(self, case: Tree) -> list[Tree]:
        return [
            {
                "url": self.at("zaken", "statussen", key_of(case["uuid"], place)),
                "zaak": self.at("zaken", "zaken", case["uuid"]),
                "statustype": self.at("catalogi", "statustypen", key_of(case["type"], number)),
                "datumStatusGezet": f"{day}T09:00:00Z",
                "statustoelichting": "",
            }
            for place, (number, day) in enumerate(case["statussen"])
        ]

    def status_types(self, kind: str) -> list[Tree]:
        texts = _file()["types"][kind]["statussen"]
        return [
            {
                "url": self.at("catalogi", "statustypen", key_of(kind, number)),
                "zaaktype": self.at("catalogi", "zaaktypen", key_of(kind)),
                "omschrijving": text[:80],
                "statustekst": text,
                "volgnummer": number,
                "isEindstatus": number == len(texts),
            }
            for number, text in enumerate(texts, start=1)
        ]

    def document(self, document: Tree) -> Tree:
        url = self.at("documenten", "enkelvoudiginformatieobjecten", document["uuid"])
        return {
            "url": url,
            "titel": document["titel"],
            "auteur": "Team Vergunningen",
            "creatiedatum": str(document["op"]),
            "status": document["status"],
            "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
            "formaat": "application/pdf",
            "bestandsomvang": 700,
            "inhoud": f"{url}/download",
        }

    def kind_of(self, url: str) -> str | None:
        kinds = {self.at("catalogi", "zaaktypen", key_of(kind)): kind for kind in _file()["types"]}
        return kinds.get(url)
