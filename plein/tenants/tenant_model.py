"""A row that belongs to one municipality."""

from typing import ClassVar, Self, TypeVar
from uuid import uuid4

from django.db import models

from plein.tenants.models import Municipality
from plein.tenants.scope import current_id

M = TypeVar("M", bound=models.Model)


class TenantManager(models.Manager[M]):
    """Shows only the rows of the municipality we work for; raises where there is none."""

    def get_queryset(self) -> models.QuerySet[M]:
        return super().get_queryset().filter(municipality_id=current_id())


class TenantModel(models.Model):
    """A row of one municipality, with an id that nobody can guess.

    The table needs a `TenantWall` in its migration; a test fails for one without.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        default=current_id,
        editable=False,
        related_name="+",
        db_index=False,
    )

    objects: ClassVar[models.Manager[Self]] = TenantManager()

    class Meta:
        abstract = True
