"""On which kind of page a resident asked for help: kept only when they say that we may see it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Page(models.TextChoices):
    """Each is the first part of an address at the door of residents; never a row on that page."""

    OVERVIEW = "overzicht", _("Overzicht")
    CASES = "aanvragen", _("Aanvragen")
    TALKS = "berichten", _("Berichten")
    APPOINTMENTS = "afspraken", _("Afspraken")
    SHOP = "winkel", _("Winkel")
    BASKET = "mandje", _("Mandje")
    ORDERS = "bestellingen", _("Bestellingen")
    CLAIMS = "declaraties", _("Declaraties")
    MONEY = "geld", _("Mijn geld")
    BENEFIT = "uitkering", _("Uitkering")
    PAYING_BACK = "terugbetalen", _("Terugbetalen")
    DATA = "gegevens", _("Mijn gegevens")
    INFORMATION = "informatie", _("Informatie")

    @classmethod
    def called(cls, name: str) -> "Page | None":
        return cls(name) if name in cls.values else None

    @classmethod
    def at(cls, path: str) -> "Page | None":
        return cls.called(path.strip("/").partition("/")[0])
