"""Who works for a provider: a colleague is let in, and access ends; one person always stays."""

from contextlib import suppress
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.invitations import EmailIsTaken, invite
from plein.identity.models import Account, ProviderUser
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.tenants.models import Organisation
from plein.webshop.models import Provider


class LastPerson(Refusal):
    message = _("U kunt de laatste persoon niet weghalen. Nodig eerst een collega uit.")


@transaction.atomic
def invite_colleague(provider: Provider, *, email: str, name: str, by: Actor, at: datetime) -> None:
    """Give a colleague a login. An address that is somebody else's gets none, and nobody hears."""
    with suppress(EmailIsTaken):
        invite(provider.organisation, email, name)
    record("webshop.provider.colleague_invited", on=provider, by=by, at=at)


@transaction.atomic
def end_access(provider: Provider, person: ProviderUser, *, by: Actor, at: datetime) -> None:
    """Take away the login, in every municipality at once, and forget who it was.

    Raises `LastPerson`.
    """
    Organisation.objects.select_for_update().get(pk=provider.organisation_id)
    others = ProviderUser.objects.filter(organisation=provider.organisation_id)
    if not others.exclude(pk=person.pk).exists():
        raise LastPerson
    Account.objects.filter(pk=person.account_id).update(
        is_active=False, name="", email=f"weg-{person.account_id}@plein.invalid"
    )
    person.delete()
    record("webshop.provider.access_ended", on=provider, by=by, at=at)
