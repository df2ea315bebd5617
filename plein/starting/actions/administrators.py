"""Who runs the platform; made known on the command line, where the installation is run."""

from django.db import transaction

from plein.identity.models import Account
from plein.starting.models import PlatformAdministrator


@transaction.atomic
def add_administrator(email: str, name: str) -> PlatformAdministrator:
    """Safe to do twice. They choose a password and a second factor themselves."""
    account = Account.objects.filter(email=email.lower()).first()
    account = account or Account.objects.create_user(email, name=name)
    administrator, _is_new = PlatformAdministrator.objects.get_or_create(account=account)
    return administrator
