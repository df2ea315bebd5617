"""The first person of an organisation gets a login; known ones keep theirs."""

from django.utils.translation import gettext_lazy as _

from plein.identity.models import Account, ProviderUser
from plein.kernel.refusal import Refusal
from plein.tenants.models import Organisation


class EmailIsTaken(Refusal):
    message = _("Dit e-mailadres is al van iemand anders. Kies een ander adres.")


def invite(organisation: Organisation, email: str, name: str) -> None:
    """Raises `EmailIsTaken`."""
    account = Account.objects.filter(email=email.lower()).first()
    if account is None:
        account = Account.objects.create_user(email, name=name)
        ProviderUser.objects.create(account=account, organisation=organisation)
    elif not ProviderUser.objects.filter(account=account, organisation=organisation).exists():
        raise EmailIsTaken
