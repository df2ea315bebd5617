"""Fields that read what people really type: amounts, days and bank accounts."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plein.kernel.iban import NotAnIban, grouped, read_iban
from plein.kernel.money import NotAnAmount, euros, read_cents
from plein.kernel.postcodes import NotAPostcode, read_postcode, write_span

_DUTCH_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class MoneyInput(forms.TextInput):
    template_name = "web/widgets/money.html"


class MoneyField(forms.Field):
    """An amount in euros on the page, whole cents in the code."""

    widget = MoneyInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {
        "invalid": NotAnAmount.message,
        "min_value": _("Vul minstens {amount} in."),
        "max_value": _("Vul hoogstens {amount} in."),
    }

    def __init__(
        self, *, min_cents: int | None = None, max_cents: int | None = None, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.min_cents, self.max_cents = min_cents, max_cents

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        try:
            return read_cents(str(value))
        except NotAnAmount:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def validate(self, value: int | None) -> None:
        super().validate(value)
        if value is None:
            return
        if self.min_cents is not None and value < self.min_cents:
            raise self._out_of_bounds("min_value", self.min_cents)
        if self.max_cents is not None and value > self.max_cents:
            raise self._out_of_bounds("max_value", self.max_cents)

    def prepare_value(self, value: Any) -> Any:
        """Cents as people write them; what somebody typed comes back as it was."""
        return euros(value).replace("€\N{NO-BREAK SPACE}", "") if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True

    def _out_of_bounds(self, code: str, bound: int) -> ValidationError:
        return ValidationError(str(self.error_messages[code]).format(amount=euros(bound)), code)


class SeveralFilesInput(forms.FileInput):
    """One choice for more files at once, and more choices: a camera gives one photo at a time."""

    allow_multiple_selected = True
    template_name = "web/widgets/several_files.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        accept = self.attrs.get("accept", "")
        return {**super().get_context(name, value, attrs), "accept": accept, "more": range(2, 6)}


class FilesField(forms.FileField):
    """A list of uploads, each of them not empty, and not too many."""

    widget = SeveralFilesInput
    default_error_messages = {
        "empty": _("Dit bestand is leeg. Kies een ander bestand."),
        "too_many": _("U kunt hoogstens {most} bestanden tegelijk sturen. Kies er minder."),
    }

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.most = most

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        if not data:
            super().clean(None)
        if len(data) > self.most:
            words = str(self.error_messages["too_many"]).format(most=self.most)
            raise ValidationError(words, "too_many")
        return [super(FilesField, self).clean(each) for each in data]


class DayField(forms.DateField):
    """A day as one text field, for staff: 31-12-2026, and also 2026-12-31."""

    widget = forms.TextInput(
        attrs={
            "inputmode": "numeric",
            "autocomplete": "off",
            "class": "utrecht-textbox--date",
        }
    )
    default_error_messages = {
        "invalid": _("Deze datum kennen wij niet. Schrijf dag, maand en jaar: 31-12-2026"),
    }

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value
        text = str(value).strip()
        try:
            if found := _DUTCH_DAY.fullmatch(text):
                day, month, year = map(int, found.groups())
                return date(year, month, day)
            if found := _ISO_DAY.fullmatch(text):
                return date(*map(int, found.groups()))
        except ValueError:  # the 31st of February
            pass
        raise ValidationError(self.error_messages["invalid"], code="invalid")

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%d-%m-%Y}" if isinstance(value, date) else value


class IbanField(forms.CharField):
    """A bank account; spaces and small letters are fine, wrong check digits are not."""

    widget = forms.TextInput(
        attrs={
            "autocomplete": "off",
            "autocapitalize": "characters",
            "spellcheck": "false",
            "class": "utrecht-textbox--medium",
        }
    )
    default_error_messages = {"invalid": NotAnIban.message}

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        if not text:
            return ""
        try:
            return read_iban(text)
        except NotAnIban:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        try:
            return grouped(read_iban(value)) if value else value
        except NotAnIban:
            return value


class PostcodeField(forms.CharField):
    """Four digits and two letters, as the post writes them."""

    widget = forms.TextInput(attrs={"autocomplete": "postal-code", "autocapitalize": "characters"})
    default_error_messages = {"invalid": _("Vul een postcode in. Bijvoorbeeld: 7811 AB")}

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        try:
            found = read_postcode(text) if text else None
        except NotAPostcode:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None
        return "" if found is None else write_span(found, found + 1)
