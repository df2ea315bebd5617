"""The first page of Mijn gegevens, and a page for each group."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from plein.tenants.models import Module
from plein.vault.access import OwnAccess
from plein.vault.actions.opening import vault_of
from plein.vault.actions.statements import can_be_stated
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Group
from plein.vault.gate import read
from plein.vault.models import Vault
from plein.vault.queries.filled import filled, last_collection
from plein.vault.sources.register import SOURCES
from plein.web.policies import resident_only, vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.family import Family
from plein.web.vault_shown import GROUPS, rows


@resident_only
@require_GET
def my_data(request: ResidentRequest) -> HttpResponse:
    """No value on this page: only where they are, and what can be done with them."""
    family = Family(request)
    context: dict[str, Any] = {
        "members": [(family.name_of(member), member) for member in family.members]
    }
    if request.municipality.has(Module.VAULT):
        context |= _of_vault(request)
    return render(request, "web/resident/vault/hub.html", context)


def _of_vault(request: ResidentRequest) -> dict[str, Any]:
    words = request.GET.get("zoek", "")
    vault = Vault.objects.filter(resident=request.resident).first()
    known = filled(vault) if vault else set()
    return {
        "has_vault": True,
        "groups": [_group(group, known) for group in Group],
        "source_count": len(SOURCES),
        "last": last_collection(vault) if vault else None,
        "words": words.strip()[:60],
        "found": _search(words.strip()[:60]) if words.strip() else None,
    }


def _group(group: Group, known: set[str]) -> dict[str, Any]:
    title, icon = GROUPS[group]
    keys = {element.key for element in catalogue().of_group(group)}
    return {
        "title": title,
        "icon": icon,
        "url": reverse("vault-group", args=[group]),
        "count": len(keys & known),
    }


def _search(words: str) -> list[dict[str, str]]:
    """By the name of an element; values are not searched, so nothing has to be opened."""
    return [
        {"title": element.nl, "url": reverse("vault-value", args=[element.key])}
        for element in catalogue().elements.values()
        if words.lower() in element.nl.lower() and element.key != "bsn"
    ]


@vault_only
@require_GET
def group(request: ResidentRequest, name: str) -> HttpResponse:
    """Every value of this group, with its source; and what nobody knows yet."""
    if name not in set(Group):
        raise Http404
    elements = [each for each in catalogue().of_group(Group(name)) if each.key != "bsn"]
    vault = vault_of(request.resident, at=request.now)
    keys = [element.key for element in elements]
    readings = read(vault, keys, access=OwnAccess(request.resident), at=request.now)
    all_rows = rows(elements, readings, request.today)
    context = {
        "title": GROUPS[Group(name)][0],
        "rows": [row for row in all_rows if row.source or row.own],
        "missing": [row for row in all_rows if not (row.source or row.own)],
        "can_state": {element.key for element in elements if can_be_stated(element)},
    }
    return render(request, "web/resident/vault/group.html", context)
