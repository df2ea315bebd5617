"""A value that the resident says is wrong is passed on for correction, and stops nothing."""

from contextlib import suppress
from datetime import datetime

from plein.identity.models import Resident
from plein.intake.answers import Answers
from plein.kernel.actor import Actor
from plein.vault.actions.corrections import AlreadyReported, OwnWords, report_wrong
from plein.vault.models import Vault


def correct(resident: Resident, answers: Answers, *, by: Actor, at: datetime) -> None:
    """In the transaction that sends them. Reported before stays so; their own is theirs."""
    wrong = {
        key: each
        for key, each in answers.confirmed.items()
        if each.shown and not each.right and not each.is_own
    }
    vault = Vault.objects.filter(resident=resident).first()
    if vault is None or not wrong:
        return
    newest = vault.values.filter(element__in=wrong, is_own=False).newest()
    for version in newest:
        with suppress(AlreadyReported, OwnWords):
            report_wrong(version, wrong[version.element].says, by=by, at=at)
