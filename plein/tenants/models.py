"""Municipalities, and the organisations that work with them. No resident data here."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Corners(models.TextChoices):
    STRAIGHT = "recht", _("recht")
    SOFT = "zacht", _("zacht")
    ROUND = "rond", _("rond")


class Letter(models.TextChoices):
    SOURCE = "source", "Source Sans"
    ATKINSON = "atkinson", "Atkinson Hyperlegible"
    SYSTEM = "systeem", _("letter van het apparaat")


class Module(models.TextChoices):
    """A part of Plein that a municipality can leave out."""

    WEBSHOP = "winkel", _("Winkel")
    VAULT = "kluis", _("Mijn gegevens")
    SIGNALS = "signalen", _("Signalen bij uitkeringen")


class Municipality(models.Model):
    """A tenant: found by its host, with its own house style, texts, modules and keys."""

    id = models.BigAutoField(primary_key=True)
    slug = models.SlugField(unique=True)
    name = models.TextField()
    host = models.TextField(unique=True)  # without port
    rsin = models.TextField(blank=True)
    cbs_code = models.TextField(blank=True, default="")  # four figures, of the CBS
    is_open = models.BooleanField(default=True)  # before that only its own staff come in

    brand_colour = models.TextField()
    action_colour = models.TextField(blank=True)
    accent_colour = models.TextField(blank=True)
    corners = models.TextField(choices=Corners, default=Corners.SOFT)
    letter = models.TextField(choices=Letter, default=Letter.SOURCE)
    tokens = models.JSONField(default=dict, blank=True)
    theme_css = models.TextField()
    theme_digest = models.TextField()
    logo = models.TextField(blank=True, default="")  # name of the file; the drawn shield when empty

    phone = models.TextField()
    opening_hours = models.TextField()
    address = models.TextField()
    answer_within = models.PositiveSmallIntegerField(default=2)  # working days, to a message
    texts = models.JSONField(default=dict, blank=True)  # only what differs from texts.py
    modules = ArrayField(models.TextField(choices=Module), default=list)

    iban = models.TextField(blank=True)  # pays the providers
    digid = models.JSONField(default=dict, blank=True)  # driver and settings, no secrets
    digid_key = models.BinaryField(default=b"")  # private signing key, sealed
    data_key = models.BinaryField()  # wrapped by the master key, as the two below
    old_data_key = models.BinaryField(default=b"")  # still opens while the key changes
    key_changed_at = models.DateTimeField(null=True)
    index_key = models.BinaryField()  # of the blind indexes and pseudonyms

    class Meta:
        verbose_name_plural = "municipalities"
        constraints = [
            models.UniqueConstraint(
                fields=["cbs_code"], condition=~Q(cbs_code=""), name="tenants_cbs_code_once"
            ),
            models.UniqueConstraint(
                fields=["rsin"], condition=~Q(rsin=""), name="tenants_rsin_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def municipality_id(self) -> int:
        return self.pk

    @property
    def theme_url(self) -> str:
        """Where the house style is served; another style has another address."""
        return f"/thema/{self.slug}-{self.theme_digest}.css"

    @property
    def logo_url(self) -> str:
        """Where the logo is served; another logo has another address. Empty without one."""
        return f"/media/logo/{self.logo}" if self.logo else ""

    def has(self, module: Module) -> bool:
        return module in self.modules


class SigningPurpose(models.TextChoices):
    LOG = "logboek"  # the seals on the log of looks
    RECEIPT = "bewijzen"
    CREDENTIAL = "verklaringen"


class SigningKey(models.Model):
    """The highest number of a purpose signs; of all of them the public half is published."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    purpose = models.TextField(choices=SigningPurpose)
    number = models.PositiveIntegerField()
    sealed = models.BinaryField()  # private half, under the municipality's key; empty when over
    public = models.JSONField()  # JWK
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "purpose", "number"], name="tenants_signing_key_number"
            )
        ]


class Organisation(models.Model):
    """A shop, club or partner; it may work for several municipalities."""

    name = models.TextField()
    kvk = models.TextField(unique=True)  # number in the Handelsregister, 8 digits
    sells_in = models.ManyToManyField(Municipality, related_name="+")  # is no secret

    def __str__(self) -> str:
        return self.name
