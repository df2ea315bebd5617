"""How every form looks and speaks: NL Design System classes, and Dutch words for each mistake."""

from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import Input
from django.utils.functional import Promise
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext_lazy as _

GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)
FIGURES = (forms.NumberInput, forms.EmailInput)
WRITTEN_IN = (forms.TextInput, forms.Textarea, *FIGURES)
CLASSES: tuple[tuple[type[forms.Widget] | tuple[type[forms.Widget], ...], str], ...] = (
    ((*GROUPS, forms.FileInput, forms.HiddenInput), ""),
    (forms.CheckboxInput, "utrecht-checkbox utrecht-checkbox--custom utrecht-checkbox--html-input"),
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (Input, "utrecht-textbox utrecht-textbox--html-input"),
)
REQUIRED: tuple[tuple[type[forms.Field] | tuple[type[forms.Field], ...], Promise], ...] = (
    (forms.FileField, _("Voeg een foto of bestand toe bij ‘{label}’.")),
    (forms.BooleanField, _("Zet een vinkje bij ‘{label}’.")),
    (forms.ChoiceField, _("Kies een antwoord bij ‘{label}’.")),
    (forms.ModelChoiceField, _("Kies een antwoord bij ‘{label}’.")),
    (forms.Field, _("Vul een antwoord in bij ‘{label}’.")),
)
INVALID: tuple[tuple[type[forms.Field], dict[str, Any]], ...] = (
    (
        forms.EmailField,
        {"invalid": _("Dit e-mailadres klopt niet. Bijvoorbeeld: naam@voorbeeld.nl")},
    ),
    (forms.IntegerField, {"invalid": _("Vul een getal in met cijfers. Bijvoorbeeld: 3")}),
    (
        forms.ChoiceField,
        {"invalid_choice": _("Dit antwoord kennen wij niet. Kies een antwoord uit de lijst.")},
    ),
    (
        forms.ModelChoiceField,
        {"invalid_choice": _("Dit antwoord kennen wij niet. Kies een antwoord uit de lijst.")},
    ),
)


class PleinBoundField(BoundField):
    """A field on a page, with the classes and the aria attributes that belong to its widget."""

    @property
    def is_group(self) -> bool:
        return isinstance(self.field.widget, GROUPS)

    @property
    def first_control_id(self) -> str:
        """Where a link in the error summary must land: of a group, the first choice."""
        return f"{self.auto_id}_0" if self.use_fieldset else self.auto_id

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        own = next((names for kind, names in CLASSES if isinstance(widget, kind)), "")
        names = [own, widget.attrs.get("class", ""), attrs.get("class", "")]
        if names := [name for name in names if name]:
            attrs["class"] = " ".join(dict.fromkeys(names))
        if self.field.required and not self.is_group and not self.is_hidden:
            attrs["aria-required"] = "true"
        if get_language_bidi() and isinstance(widget, WRITTEN_IN):
            attrs["dir"] = "ltr" if _takes_figures(widget) else "auto"
        return attrs


def _takes_figures(widget: forms.Widget) -> bool:
    """Amounts, days, codes and addresses of mail read from left to right in every language."""
    says_so = {"inputmode", "autocapitalize"} & widget.attrs.keys()
    return bool(says_so) or isinstance(widget, FIGURES)


class FormRenderer(TemplatesSetting):
    """Set as `FORM_RENDERER`, so that it also dresses the forms of the packages we use."""

    bound_field_class = PleinBoundField


class PleinForm(forms.Form):
    """The base of our forms: checked by us, not by the browser, and kind when it refuses."""

    use_required_attribute = False
    marks_optional: ClassVar[bool] = True  # False where every field is optional, as in a filter

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            _speak_kindly(field, label=field.label or name)

    def add_field(self, name: str, field: forms.Field) -> None:
        """A field that is known only now, with the same kind words as the others."""
        self.fields[name] = field
        _speak_kindly(field, label=field.label or name)


def _speak_kindly(field: forms.Field, *, label: str | Promise) -> None:
    """Replace the texts of Django that the field did not choose itself."""
    plain = type(field).default_error_messages | forms.Field.default_error_messages
    required = next(text for kind, text in REQUIRED if isinstance(field, kind))
    texts: dict[str, Any] = {"required": str(required).format(label=label)}
    for kind, more in INVALID:
        if isinstance(field, kind):
            texts |= more
    for code, text in texts.items():
        if field.error_messages.get(code) == plain.get(code):
            field.error_messages[code] = text
