"""The word that somebody may come in to work: without a link, so that it cannot be a trap."""

from uuid import UUID

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django_tasks import task

from plein.identity.models import Staff
from plein.kernel.dutch import dutch
from plein.tenants.models import Municipality
from plein.tenants.scope import current, within


@task(queue_name="mail")
@dutch()
def tell_staff(municipality: int, staff: str) -> None:
    """Says nothing when the invitation was taken back meanwhile."""
    with within(Municipality.objects.get(pk=municipality)):
        invited = Staff.objects.select_related("account").filter(pk=UUID(staff)).first()
        if invited is None:
            return
        context = {"municipality": current(), "name": invited.account.name}
        text = render_to_string("starting/mail/invitation.txt", context)
        subject = _("U kunt werken met Plein")
        send_mail(subject, text, None, [invited.account.email])
