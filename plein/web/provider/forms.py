"""The forms of providers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.kernel.refusal import Refusal
from plein.web.fields import MoneyField
from plein.web.forms import PleinForm
from plein.webshop.actions.catalogue import Offer
from plein.webshop.models import Category, Fulfilment, Product, ProductVersion
from plein.webshop.photos import MOST_BYTES, read_photo

MOST_YEARS = 120


class CodeForm(PleinForm):
    code = forms.CharField(
        label=_("Code van de klant"),
        help_text=_("8 letters en cijfers. Hoofdletters en streepjes maken niet uit."),
        max_length=40,
        error_messages={"required": _("Vul de code in die de klant laat zien.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class ProductForm(PleinForm):
    """What residents read of a product, and how many there are."""

    title = forms.CharField(
        label=_("Hoe heet het?"),
        max_length=80,
        error_messages={"required": _("Vul in hoe het product heet.")},
    )
    description = forms.CharField(
        label=_("Wat krijgt de klant?"),
        help_text=_("Gebruik korte zinnen en gewone woorden."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Beschrijf in een paar zinnen wat de klant krijgt.")},
    )
    category = forms.ChoiceField(label=_("Soort"), choices=Category.choices)
    price = MoneyField(
        label=_("Prijs"), error_messages={"required": _("Vul de prijs in. Bijvoorbeeld: 25,00")}
    )
    age_from = forms.IntegerField(
        label=_("Vanaf welke leeftijd"),
        required=False,
        min_value=0,
        max_value=MOST_YEARS,
        error_messages={"invalid": _("Vul een leeftijd in met cijfers.")},
    )
    age_last = forms.IntegerField(
        label=_("Tot en met welke leeftijd"),
        required=False,
        min_value=0,
        max_value=MOST_YEARS,
        error_messages={"invalid": _("Vul een leeftijd in met cijfers.")},
    )
    fulfilment = forms.ChoiceField(
        label=_("Hoe krijgt de klant het?"),
        choices=Fulfilment.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe de klant het krijgt.")},
    )
    stock = forms.IntegerField(
        label=_("Hoeveel hebt u er?"),
        help_text=_("Laat leeg als er altijd genoeg is."),
        required=False,
        min_value=0,
        max_value=1_000_000,
        error_messages={"invalid": _("Vul een aantal in met cijfers, of laat het leeg.")},
    )
    photo = forms.FileField(
        label=_("Foto"),
        help_text=_("Een jpg, png of webp van hoogstens 10 MB."),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    def clean_photo(self) -> bytes | None:
        upload = self.cleaned_data["photo"]
        if not upload:
            return None
        try:
            return read_photo(upload.read(MOST_BYTES + 1))
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal)) from None

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("age_from"), self.cleaned_data.get("age_last")
        if first is not None and last is not None and last < first:
            self.add_error("age_last", _("Deze leeftijd is lager dan de eerste. Draai ze om."))
        if self.cleaned_data.get("price") == 0:
            self.add_error("price", _("Vul een prijs in die hoger is dan 0."))
        return self.cleaned_data

    def offer(self) -> Offer:
        given = self.cleaned_data
        last = given["age_last"]
        return Offer(
            title=given["title"],
            description=given["description"],
            category=Category(given["category"]),
            price=given["price"],
            fulfilment=Fulfilment(given["fulfilment"]),
            age_from=given["age_from"],
            age_until=None if last is None else last + 1,
            stock=given["stock"],
            photo=given["photo"],
        )


def as_typed(product: Product, version: ProductVersion) -> dict[str, object]:
    """A version as the form shows it."""
    return {
        "title": version.title,
        "description": version.description,
        "category": version.category,
        "price": version.price,
        "age_from": version.age_from,
        "age_last": None if version.age_until is None else version.age_until - 1,
        "fulfilment": version.fulfilment,
        "stock": product.stock,
    }
