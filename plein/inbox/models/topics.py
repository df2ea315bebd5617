"""What tasks and events are about. A case points to its topic; the inbox knows no cases."""

from django.db import models

from plein.identity.models import Resident
from plein.tenants.tenant_model import TenantModel


class Topic(TenantModel):
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="topics")
    title = models.TextField(blank=True, default="")  # of the matter, as in a subject
