"""The forms of helping: whom, with what, and until when."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.identity.acting_for import CASES, SHOP
from plein.vault.catalogue.types import Group
from plein.web.fields import DayField
from plein.web.forms import PleinForm
from plein.web.vault_shown import GROUPS


class InviteForm(PleinForm):
    parts = forms.MultipleChoiceField(
        label=_("Waarmee mag uw helper helpen?"),
        help_text=_("Uw helper ziet alleen wat u hier kiest."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens één onderdeel.")},
    )
    label = forms.CharField(
        label=_("Hoe noemt uw helper u?"),
        help_text=_("Bijvoorbeeld: mama, of buurman. Dit ziet uw helper boven de pagina."),
        max_length=40,
    )
    until = DayField(
        label=_("Tot welke dag?"),
        help_text=_("Op deze dag stopt het vanzelf. Hoogstens een jaar. Bijvoorbeeld: 1-6-2027"),
    )

    def __init__(self, *args: Any, has_shop: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shop = [(SHOP, _("Winkel: uw budget zien, bestellen en annuleren"))]
        self.fields["parts"].choices = [  # type: ignore[attr-defined]
            *((group.value, GROUPS[group][0]) for group in Group),
            (CASES, _("Aanvragen en afspraken: zien, aanvragen en insturen")),
            *(shop if has_shop else []),
        ]


class HelpCodeForm(PleinForm):
    code = forms.CharField(
        label=_("Code van wie u helpt"),
        help_text=_("8 letters en cijfers. Bijvoorbeeld: K7QX-2MPA"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        max_length=20,
    )
