"""A request that waits, as a task."""

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from plein.vault.models import ShareRequest
from plein.web.templatetags.plein_ui import day


def as_task(request: ShareRequest) -> dict[str, object]:
    """As `web/parts/task.html` shows it."""
    return {
        "url": reverse("sharing-request", args=[request.pk]),
        "title": _("Beslis: %(name)s vraagt gegevens") % {"name": request.use.recipient},
        "for_what": capfirst(request.use.why),
        "when": _("Tot en met %(day)s") % {"day": day(request.last_day)},
        "icon": "shield-check",
    }
