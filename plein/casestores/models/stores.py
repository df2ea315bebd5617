"""The case store of another department: where it is, and how we are known there."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from plein.identity.application import Confidentiality
from plein.tenants.tenant_model import TenantManager, TenantModel


class CaseStoreQuerySet(models.QuerySet["CaseStore"]):
    def running(self) -> Self:
        return self.filter(ended_at=None)


CaseStoreManager = TenantManager.from_queryset(CaseStoreQuerySet)


class CaseStore(TenantModel):
    """`highest` is the highest vertrouwelijkheid that residents see here."""

    key = models.TextField()  # named in commands
    name = models.TextField()  # as residents know the department
    zaken_url = models.TextField()
    catalogi_url = models.TextField()
    documenten_url = models.TextField()
    client_id = models.TextField()
    secret_sealed = models.BinaryField()
    highest = models.TextField(choices=Confidentiality)
    connected_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar[CaseStoreManager[Self]] = CaseStoreManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "key"],
                condition=Q(ended_at=None),
                name="casestores_runs_once",
            )
        ]


class Subscription(TenantModel):
    """The store tells us that a case changed, with a value that only it and we know.

    Of that value we keep a keyed digest: enough to know it again.
    """

    store = models.ForeignKey(CaseStore, models.PROTECT, related_name="subscriptions")
    digest = models.BinaryField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "digest"], name="casestores_told_once")
        ]
