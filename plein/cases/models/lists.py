"""A list of cases that somebody looks at often, kept under a name of their own."""

from django.db import models

from plein.identity.models import Staff
from plein.tenants.tenant_model import TenantModel


class SavedList(TenantModel):
    """`wanted` is a `Narrowing`; it holds no words about people."""

    staff = models.ForeignKey(Staff, models.CASCADE, related_name="+")
    name = models.TextField()
    wanted = models.JSONField()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["staff", "name"], name="cases_list_once"),
        ]
