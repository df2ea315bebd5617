"""Mijn kinderen: what a parent with gezag may see of a minor who has a vault here."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plein.identity.models import MemberRole
from plein.kernel.refusal import Refusal
from plein.vault.family import OF_AGE
from plein.vault.models import Kinship, Vault
from plein.vault.parental import ParentAccess, children_known, is_for_parents
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.family import Family
from plein.web.resident.others.viewing import Looking, all_elements, seen_by


@vault_only
@require_GET
def children(request: ResidentRequest) -> HttpResponse:
    rows = [
        {"vault": vault, "label": label, "grown_on": grown_on}
        for vault, label, grown_on in _known(request)
    ]
    return render(request, "web/resident/others/children.html", {"rows": rows})


@vault_only
@require_GET
def child(request: ResidentRequest, vault_id: UUID) -> HttpResponse:
    found = next((each for each in _known(request) if each[0].pk == vault_id), None)
    if found is None:
        return _not_any_more(request, vault_id)
    vault, label, grown_on = found
    context = {
        "label": label,
        "parts": _looking(request, vault, label).parts(),
        "grown_on": grown_on,
        "back": "children",
    }
    return render(request, "web/resident/others/person.html", context)


@vault_only
@require_GET
def part(request: ResidentRequest, vault_id: UUID, group: str) -> HttpResponse:
    """The gate judges, also for a page that was left open until after the birthday."""
    vault = get_object_or_404(Vault.objects.select_related("resident"), pk=vault_id)
    looking = _looking(request, vault, _("uw kind"))
    try:
        context = looking.values(request, group)
    except Refusal:
        return _not_any_more(request, vault_id)
    context |= {"label": looking.label, "page": "child", "key": vault.pk, "is_child": True}
    return render(request, "web/resident/others/part.html", context)


def _known(request: ResidentRequest) -> list[tuple[Vault, str, date]]:
    """The vault of each child, what to call it, and the day on which this ends."""
    kin = {bytes(each.child_index): each for each in children_known(request.resident, request.now)}
    vaults = Vault.objects.filter(resident__bsn_index__in=kin).select_related("resident")
    names = _names(request) if vaults else {}
    found = []
    for vault in vaults:
        grown_on = kin[bytes(vault.resident.bsn_index)].of_age_on
        label = names.get((grown_on.year - OF_AGE, grown_on.month)) or _("uw kind")
        found.append((vault, label, grown_on))
    return sorted(found, key=lambda each: each[2])


def _names(request: ResidentRequest) -> dict[tuple[int, int], str]:
    """First names that the household uses, by month of birth; of twins both. Opens no value."""
    family = Family(request)
    names: dict[tuple[int, int], list[str]] = {}
    for member in family.members:
        if member.role == MemberRole.CHILD and member.birth_month:
            month = (member.birth_month.year, member.birth_month.month)
            names.setdefault(month, []).append(family.name_of(member))
    return {month: _(" of ").join(sorted(both)) for month, both in names.items()}


def _looking(request: ResidentRequest, vault: Vault, label: str) -> Looking:
    elements = seen_by(each for each in all_elements() if is_for_parents(each))
    access = ParentAccess(request.resident)
    return Looking(vault, access, label, elements, "child-part", vault.pk)


def _not_any_more(request: ResidentRequest, vault_id: UUID) -> HttpResponse:
    """A kind word for who was a parent here; for a stranger there is nothing."""
    vault = get_object_or_404(Vault.objects.select_related("resident"), pk=vault_id)
    if not _is_or_was_own(request, vault):
        raise Http404
    messages.error(request, _("U kunt de gegevens van dit kind niet meer bekijken."))
    return redirect("children")


def _is_or_was_own(request: ResidentRequest, vault: Vault) -> bool:
    own = Kinship.objects.filter(parent=request.resident)
    return own.filter(child_index=vault.resident.bsn_index).exists()
