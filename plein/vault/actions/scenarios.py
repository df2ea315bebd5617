"""A resident keeps what they tried out, changes it, and throws it away."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Resident
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day, start_of
from plein.kernel.refusal import Refusal
from plein.tenants.scope import current
from plein.vault.kept_scenarios import put_away
from plein.vault.models import Scenario, Vault
from plein.vault.retention import day_before_term, rules

MOST_SCENARIOS = 10


class TooManyScenarios(Refusal):
    message = _("U hebt er al 10 bewaard. Gooi er eerst een weg.")


@transaction.atomic
def keep_scenario(
    vault: Vault, name: str, events: list[dict[str, Any]], *, by: Resident, at: datetime
) -> Scenario:
    """Raises `TooManyScenarios`, and `VaultErased` for a vault without a key."""
    Vault.objects.select_for_update().get(pk=vault.pk)  # a double click counts one by one
    if vault.scenarios.count() >= MOST_SCENARIOS:
        raise TooManyScenarios
    scenario = Scenario(vault=vault, changed_at=at)
    put_away(scenario, name, events)
    scenario.save()
    record("vault.scenario.kept", on=scenario, by=by.actor, at=at)
    return scenario


@transaction.atomic
def change_scenario(
    scenario: Scenario, name: str, events: list[dict[str, Any]], *, by: Resident, at: datetime
) -> None:
    """Another name, other events; its term begins anew."""
    Vault.objects.select_for_update().get(pk=scenario.vault_id)
    put_away(scenario, name, events)
    scenario.changed_at = at
    scenario.save(update_fields=["sealed", "generation", "changed_at"])
    record("vault.scenario.changed", on=scenario, by=by.actor, at=at)


@transaction.atomic
def throw_away(scenario: Scenario, *, by: Resident, at: datetime) -> None:
    """It is really gone."""
    record("vault.scenario.removed", on=scenario, by=by.actor, at=at)
    scenario.delete()


@transaction.atomic
def forget_scenarios(*, by: Actor, at: datetime) -> int:
    """Those that were not changed for a year (retention: scenario); how many."""
    term = rules()["vault"]["scenario"].term
    before = start_of(day_before_term(term, local_day(at)))
    count, _by_model = Scenario.objects.filter(changed_at__lt=before).delete()
    if count:
        record("vault.scenarios.forgotten", on=current(), by=by, at=at, count=count)
    return count
