"""Our own cases as a source of the vault: the help with debts that was given and still runs."""

from django.utils.translation import gettext_lazy as _

from plein.cases.coverage import services
from plein.cases.models import Provision
from plein.vault.sources.asking import Answered, Asked, ValueSource, without_empty

DEBT_HELP = "schuldhulp_traject"  # element of the vault


def ask(asked: Asked) -> Answered | None:
    """The newest that runs; nothing about who never had it."""
    every = Provision.objects.filter(
        decision__case__dossier__resident=asked.resident,
        decision__case__case_type__key__in=_journeys(),
        start__lte=asked.day,
    )
    if not every.exists():
        return None
    found = every.on(asked.day).order_by("-start").first()
    return Answered("Aanvragen van de gemeente", values={DEBT_HELP: _help(found)})


def _journeys() -> list[str]:
    return [each.followed_by for each in services() if each.shown_as == DEBT_HELP]


def _help(found: Provision | None) -> dict[str, str] | None:
    if found is None:
        return None
    return without_empty(
        wat=found.what,
        vanaf=found.start.isoformat(),
        tot=found.until.isoformat() if found.until else None,
    )


SOURCE = ValueSource("aanvragen", _("Uw gemeente (aanvragen)"), (DEBT_HELP,), ask)
