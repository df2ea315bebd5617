"""Of one draft one thing happens at a time, and nothing once it was sent."""

from django.utils.translation import gettext_lazy as _

from plein.intake.models import Application
from plein.kernel.refusal import Refusal


class IsSent(Refusal):
    message = _("Deze aanvraag is al verstuurd of gestopt.")


def locked(application: Application) -> Application:
    """A draft. Raises `IsSent`."""
    found = Application.objects.select_for_update(of=["self"])
    application = found.select_related("resident", "case_type").get(pk=application.pk)
    if not application.is_draft:
        raise IsSent
    return application
