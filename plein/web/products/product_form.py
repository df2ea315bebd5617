"""The form of a product, new or changed; by its provider, or by staff for it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.kernel.photos import MOST_BYTES
from plein.kernel.refusal import Refusal
from plein.web.fields import DayField, MoneyField
from plein.web.forms import PleinForm
from plein.web.products.numbers import AgeField, WholeNumberField
from plein.webshop.actions.catalogue import Offer
from plein.webshop.models import Category, Fulfilment, Product, ProductVersion
from plein.webshop.photos import read_photo

MOST_CENTS = 1_000_000
# What residents read: the municipality looks at a change in it.
SEEN = (
    *("title", "description", "category", "price", "age_from", "age_last", "fulfilment"),
    *("starts_on", "ends_on", "sign_up_until", "needs_name"),
)


class ProductForm(PleinForm):
    """What residents read of a product, and how many there are."""

    title = forms.CharField(
        label=_("Hoe heet het?"),
        max_length=80,
        error_messages={
            "required": _("Vul in hoe het product heet."),
            "max_length": _("Maak de naam korter: hoogstens 80 letters."),
        },
    )
    description = forms.CharField(
        label=_("Wat krijgt de klant?"),
        help_text=_("Gebruik korte zinnen en gewone woorden."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("Beschrijf in een paar zinnen wat de klant krijgt."),
            "max_length": _("Maak de tekst korter: hoogstens 1.000 letters."),
        },
    )
    category = forms.ChoiceField(label=_("Soort"), choices=Category.choices)
    price = MoneyField(
        label=_("Prijs"),
        min_cents=1,
        max_cents=MOST_CENTS,
        error_messages={
            "required": _("Vul de prijs in. Bijvoorbeeld: 25,00"),
            "min_value": _("Vul een prijs in die hoger is dan 0."),
        },
    )
    age_from = AgeField(label=_("Vanaf welke leeftijd"))
    age_last = AgeField(label=_("Tot en met welke leeftijd"))
    fulfilment = forms.ChoiceField(
        label=_("Hoe krijgt de klant het?"),
        help_text=_("Dit leest de klant."),
        choices=Fulfilment.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe de klant het krijgt.")},
    )
    starts_on = DayField(label=_("Eerste dag"), required=False)
    ends_on = DayField(label=_("Laatste dag"), required=False)
    sign_up_until = DayField(
        label=_("Laatste dag om aan te melden"),
        help_text=_("Laat leeg als aanmelden altijd kan."),
        required=False,
    )
    needs_name = forms.CharField(
        label=_("Moet u de naam weten? Schrijf op waarom"),
        help_text=_("Laat leeg als het zonder kan. Bijvoorbeeld: de zwemles staat op naam."),
        max_length=120,
        required=False,
        error_messages={"max_length": _("Maak de reden korter: hoogstens 120 letters.")},
    )
    stock = WholeNumberField(
        label=_("Hoeveel hebt u er?"),
        help_text=_("Bij een cursus: hoeveel plaatsen. Laat leeg als er altijd genoeg is."),
        required=False,
        min_value=0,
        max_value=1_000_000,
        show_hidden_initial=True,  # it may sell while the form is open
        error_messages={
            "invalid": _("Vul een aantal in met cijfers, of laat het leeg."),
            "min_value": _("Vul 0 of meer in, of laat het leeg."),
            "max_value": _("Vul een kleiner aantal in, of laat het leeg."),
        },
    )
    photo = forms.FileField(
        label=_("Foto"),
        help_text=_("Een jpg, png of webp van hoogstens 10 MB."),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    def clean_description(self) -> str:
        """Browsers send other line ends than we keep."""
        return "\n".join(self.cleaned_data["description"].splitlines())

    def clean_needs_name(self) -> str:
        """It becomes a part of our sentence."""
        reason: str = self.cleaned_data["needs_name"]
        return reason.rstrip(". ")

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
        self._check_days()
        return self.cleaned_data

    def _check_days(self) -> None:
        given = self.cleaned_data
        start, end = given.get("starts_on"), given.get("ends_on")
        if given.get("fulfilment") == Fulfilment.COURSE and not start:
            self.add_error("starts_on", _("Vul in op welke dag de cursus begint."))
        if bool(start) != bool(end):
            missing = "ends_on" if start else "starts_on"
            self.add_error(missing, _("Vul de eerste en de laatste dag in, of geen van beide."))
        elif start and end and end < start:
            self.add_error("ends_on", _("Deze dag is eerder dan de eerste. Draai ze om."))
        last = given.get("sign_up_until")
        if last and end and last > end:
            self.add_error("sign_up_until", _("Deze dag is na de laatste dag."))

    @property
    def changes_stock(self) -> bool:
        return "stock" in self.changed_data

    @property
    def changes_offer(self) -> bool:
        """Whether something differs that the municipality has to look at."""
        given = self.cleaned_data
        return bool(given["photo"]) or any(given[name] != self.initial.get(name) for name in SEEN)

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
            starts_on=given["starts_on"],
            ends_on=given["ends_on"],
            sign_up_until=given["sign_up_until"],
            needs_name=given["needs_name"],
            photo=given["photo"],
        )


def as_typed(product: Product, version: ProductVersion) -> dict[str, object]:
    """A version as the form shows it."""
    return {
        "title": version.title,
        "description": "\n".join(version.description.splitlines()),
        "category": version.category,
        "price": version.price,
        "age_from": version.age_from,
        "age_last": None if version.age_until is None else version.age_until - 1,
        "fulfilment": version.fulfilment,
        "starts_on": version.starts_on,
        "ends_on": version.ends_on,
        "sign_up_until": version.sign_up_until,
        "needs_name": version.needs_name,
        "stock": product.stock,
    }
