"""A small club lets staff keep its catalogue, and takes that back when it likes."""

from datetime import datetime

from django.db import transaction

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.actor import Actor
from plein.webshop.models import Provider
from plein.webshop.provider_mail import tell


@transaction.atomic
def keep_catalogue(provider: Provider, *, by: Staff, at: datetime) -> None:
    """From now on staff may offer products for it. The provider hears it by e-mail, once."""
    own = Provider.objects.filter(pk=provider.pk, kept_by_municipality=False)
    if own.update(kept_by_municipality=True):
        record("webshop.catalogue.kept", on=provider, by=by.actor, at=at)
        tell(provider, "catalogue_kept")


@transaction.atomic
def stop_keeping_catalogue(provider: Provider, *, by: Actor, at: datetime) -> None:
    """By the provider, or by staff. What is on sale stays; what waits is still decided."""
    kept = Provider.objects.filter(pk=provider.pk, kept_by_municipality=True)
    if kept.update(kept_by_municipality=False):
        record("webshop.catalogue.given_back", on=provider, by=by, at=at)
