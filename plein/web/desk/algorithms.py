"""Records for the Algoritmeregister: to read on a page, and to hand in as a file."""

import json
from collections.abc import Mapping, Sequence

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Record = Mapping[str, object]
NAMES: dict[str, str | Promise] = {
    "description_short": _("Korte beschrijving"),
    "status": _("Status"),
    "department": _("Wie ervoor zorgt"),
    "goal": _("Doel"),
    "proportionality": _("Afweging"),
    "lawful_basis": _("Wet"),
    "source_data": _("Gegevens"),
    "methods_and_models": _("Hoe het werkt"),
    "human_intervention": _("Een mens beslist"),
    "risks": _("Risico's"),
    "begin_date": _("Begonnen"),
    "end_date": _("Gestopt"),
}


def to_read(record: Record) -> dict[str, object]:
    rows = [(NAMES[key], record[key]) for key in NAMES if record[key]]
    return {"name": record["name"], "rows": rows}


def as_file(records: Record | Sequence[Record], name: str) -> HttpResponse:
    content = json.dumps(records, ensure_ascii=False, indent=2)
    response = HttpResponse(content, content_type="application/json")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response
