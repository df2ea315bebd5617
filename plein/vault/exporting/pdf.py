"""inzage.pdf: the same for people, as a tagged PDF (PDF/UA-1)."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import typst
from django.utils import formats
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from plein.delivery.models import Way
from plein.kernel.clock import AMSTERDAM
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Group
from plein.vault.exporting.beside import PARTS
from plein.vault.models import GrantState, Mode, UseKind
from plein.vault.words import lines

_SHAPE = Path(__file__).with_name("inzage.typ")
MOST_LOOKS = 500  # in print; all of them are in inzage.json
TITLES = {
    Group.WHO: _("Wie ik ben"),
    Group.FAMILY: _("Mijn gezin"),
    Group.HOME: _("Wonen"),
    Group.WORK: _("Werk en school"),
    Group.MONEY: _("Geld"),
    Group.DEBTS: _("Schulden"),
    Group.CARE: _("Zorg en hulp"),
}
MARKS = {
    "betwist": _("U hebt gemeld dat dit niet klopt."),
    "in_onderzoek": _("De gemeente onderzoekt of dit klopt."),
    "geheim": _("Dit adres is geheim."),
}


def pdf_of(found: dict[str, Any]) -> bytes:
    """From what `everything` gives. The text goes in as data: nothing of it is read as code.

    Raises `typst.TypstError` when the result would not be accessible.
    """
    words = json.dumps(_in_words(found), ensure_ascii=False)
    made = datetime.fromisoformat(found["made_at"])
    compiled = typst.compile(
        _SHAPE.read_bytes(),
        sys_inputs={"found": words},
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=int(made.timestamp()),
    )
    return bytes(compiled)


def _in_words(found: dict[str, Any]) -> dict[str, Any]:
    return {
        "municipality": found["municipality"]["name"],
        "made": _when(found["made_at"]),
        "groups": [group for each in Group if (group := _group(each, found["values"]))],
        "looks": [_look(look) for look in found["looks"][:MOST_LOOKS]],
        "papers": [_paper(each) for each in found["papers"]],
        "documents": [_document(each) for each in found["documents"]],
        "scenarios": [_scenario(each) for each in found["scenarios"]],
        "parts": [
            {"title": part.title, "rows": rows}
            for part in PARTS.values()
            if (rows := part.words(found[part.name]))
        ],
        "reach": _reach(found["reach"]),
        "more_looks": max(0, len(found["looks"]) - MOST_LOOKS),
        "shared": [_shared(each) for each in found["shared"]],
        "reports": [_report(each) for each in found["reports"]],
        "kept": [
            [rule["what"], rule["term"], _law(rule)]
            for part in ("vault", "files")
            for rule in found["retention"][part]
        ],
    }


def _group(group: Group, values: list[dict[str, Any]]) -> dict[str, Any] | None:
    rows = [_value(each) for each in values if each["group"] == group]
    return {"title": TITLES[group], "rows": rows} if rows else None


def _value(each: dict[str, Any]) -> dict[str, Any]:
    is_own = each["mode"] == Mode.STATEMENT
    said = lines(catalogue().elements[each["element"]], each["value"])
    source = _("uzelf") if is_own else each["source"]
    return {
        "name": each["name"],
        "lines": said or [_("Ingetrokken") if is_own else _("Geen")],
        "source": _("Van: %(source)s, %(when)s")
        % {"source": source, "when": _day(each["seen_at"])},
        "marks": [MARKS[mark] for mark in each["marks"] if mark in MARKS],
    }


def _look(look: dict[str, Any]) -> list[str]:
    keys = look["elements"]
    what = ", ".join(catalogue().words(key) for key in keys[:6])
    more = _(" en nog %(n)s") % {"n": len(keys) - 6} if len(keys) > 6 else ""  # noqa: PLR2004
    refused = "" if look["result"] == "gegeven" else _(" (mocht niet)")
    who = f"{look['team']}, {look['who']}" if look["team"] else look["who"]
    why = f"{look['purpose']} ({look['basis']})" if look["basis"] else look["purpose"]
    return [_when(look["at"]), who + refused, what + more, why]


def _shared(each: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": f"{each['recipient']}: {each['use']}",
        "lines": [
            _("Waarom: %(why)s (%(law)s)")
            % {"why": UseKind(each["kind"]).label, "law": each["basis"]},
            _("Wat: %(what)s") % {"what": ", ".join(map(catalogue().words, each["elements"]))},
            _("Van %(from)s tot %(until)s. Nu: %(state)s.")
            % {
                "from": _day(each["given_at"]),
                "until": _day(each["until"]),
                "state": GrantState(each["state"]).label,
            },
            _("Hoe vaak bekeken: %(n)s") % {"n": each["reads"]},
            *([each["may_keep"]] if each["may_keep"] else []),
        ],
    }


def _report(each: dict[str, Any]) -> dict[str, Any]:
    said = _("U schreef: %(says)s") % {"says": each["says"]}
    answer = _("Antwoord: %(answer)s") % {"answer": each["answer"]}
    return {
        "title": each["name"],
        "lines": [
            _("Gemeld op %(day)s. Nu: %(state)s.")
            % {"day": _day(each["reported_at"]), "state": each["state"].replace("_", " ")},
            *([said] if each["says"] else []),
            *([answer] if each["answer"] else []),
        ],
    }


def _law(rule: dict[str, Any]) -> str:
    listed = _("Selectielijst 2020, %(n)s") % {"n": rule["list"]} if rule["list"] else ""
    return ", ".join(part for part in (rule["law"], listed) if part) or _("eigen keuze")


def _day(text: str) -> str:
    return formats.date_format(_local(text), "j E Y")


def _when(text: str) -> str:
    return formats.date_format(_local(text), "j E Y, H.i") + _(" uur")


def _local(text: str) -> datetime:
    return localtime(datetime.fromisoformat(text), AMSTERDAM)


def _paper(row: dict[str, Any]) -> dict[str, Any]:
    name = catalogue().elements[row["element"]].nl
    return {"title": row["name"], "lines": [name, _when(row["added_at"]), row["file"]]}


def _document(row: dict[str, Any]) -> dict[str, Any]:
    sender = _("Van u") if row["direction"] == "in" else _("Van ons")
    return {"title": row["name"], "lines": [sender, _when(row["received_at"]), row["file"]]}


def _scenario(row: dict[str, Any]) -> dict[str, Any]:
    kinds = [each["kind"].replace("-", " ") for each in row["events"]]
    changed = _("Bewaard op %(day)s") % {"day": _day(row["changed_at"])}
    return {"title": row["name"], "lines": [changed, ", ".join(kinds)]}


def _reach(row: dict[str, Any] | None) -> list[str]:
    if row is None:
        return []
    email = _("E-mail: %(email)s") % {"email": row["email"]} if row["email"] else ""
    screens = _("Apparaten die een seintje krijgen: %(n)s") % {"n": row["devices"]}
    wants = _("Herinneringen: ja") if row["wants_reminders"] else _("Herinneringen: nee")
    lines = [str(Way(row["way"]).label).capitalize(), email, wants, screens]
    return [line for line in lines if line]
