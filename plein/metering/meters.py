"""What is counted of a municipality each month."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Meter(models.TextChoices):
    """In the order of the page; months from before a new one do not have it."""

    RESIDENT_SIGN_INS = "inloggen_inwoners", _("inloggen door inwoners")
    STAFF_SIGN_INS = "inloggen_medewerkers", _("inloggen door medewerkers")
    PROVIDER_SIGN_INS = "inloggen_aanbieders", _("inloggen door aanbieders en organisaties")
    CASES = "aanvragen", _("aanvragen")
    ORDERS = "bestellingen", _("bestellingen")
    BENEFIT_PAYMENTS = "betalingen_uitkeringen", _("betalingen van uitkeringen")
    SHOP_PAYMENTS = "betalingen_winkel", _("betalingen van de winkel")
    STORAGE = "opslag_bytes", _("opslag van documenten en foto's")  # in bytes, when it was counted
