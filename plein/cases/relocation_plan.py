"""What of a resident a move touches, and so what it will do."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q

from plein.cases.models import AreaContract, Case, Participation, Provision
from plein.cases.new_place import NewPlace
from plein.cases.relocation_effects import Effect, Standing, effects_of
from plein.cases.routing import organisations_at
from plein.identity.models import Resident
from plein.journeys.phases import OPEN
from plein.kernel.postcodes import read_postcode
from plein.tenants.models import Organisation
from plein.vault.models import Vault
from plein.vault.secrecy import lives_in_secret


def planned(resident: Resident, place: NewPlace, day: date, *, today: date) -> list[Effect]:
    """As it stands now; on the day itself it is planned anew."""
    provisions = _provisions(resident, day)
    cases = _cases(resident, provisions)
    partners = [] if place.leaves else _by_area(cases, max(day, today))
    there = _there(resident, place, partners, max(day, today))
    standings = [
        Standing(
            case,
            tuple(each for each in provisions if each.decision.case_id == case.pk),
            tuple(each for each, about in partners if about == case.pk),
            there.get(case.case_type.key),
        )
        for case in cases
    ]
    return list(effects_of(standings, day=day, today=today, leaves=place.leaves))


def _provisions(resident: Resident, day: date) -> list[Provision]:
    running = Provision.objects.on(day).filter(decision__case__dossier__resident=resident)
    return list(running.select_related("decision").order_by("start", "pk"))


def _cases(resident: Resident, provisions: Iterable[Provision]) -> list[Case]:
    giving = [each.decision.case_id for each in provisions]
    touched = Q(phase__in=sorted(OPEN)) | Q(pk__in=giving)
    found = Case.objects.filter(touched, dossier__resident=resident)
    return list(found.select_related("case_type", "topic__resident").order_by("filed_at", "pk"))


def _by_area(cases: Sequence[Case], day: date) -> list[tuple[Participation, UUID]]:
    """Who takes part in an aanvraag for a service that they do for some area."""
    running = Participation.objects.on(day).filter(dossier__in=[case.dossier_id for case in cases])
    partners = list(running.select_related("organisation").order_by("start", "pk"))
    contracts = AreaContract.objects.filter(
        organisation__in=[each.organisation_id for each in partners]
    )
    works = set(contracts.values_list("service", "organisation"))
    return [
        (each, case.pk)
        for case in cases
        for each in partners
        if each.dossier_id == case.dossier_id
        and case.case_type.key in each.parts
        and (case.case_type.key, each.organisation_id) in works
    ]


def _there(
    resident: Resident,
    place: NewPlace,
    partners: Sequence[tuple[Participation, UUID]],
    day: date,
) -> Mapping[str, Organisation]:
    """Looked up only where somebody can change, and never for who lives at a secret address."""
    if not partners or _is_secret(resident):
        return {}
    services = {part for each, _case in partners for part in each.parts}
    return organisations_at(read_postcode(place.postcode), services, day)


def _is_secret(resident: Resident) -> bool:
    vault = Vault.objects.filter(resident=resident).first()
    return vault is not None and lives_in_secret(vault)
