"""The forms of verklaringen: which one, and what of it is shown."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.vault.credentials.types import credential_types
from plein.web.claim_words import Said
from plein.web.forms import PleinForm


class KindForm(PleinForm):
    kind = forms.ChoiceField(
        label=_("Welke verklaring wilt u maken?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies welke verklaring u wilt maken.")},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            (kind.key, _("{name} voor {audience}").format(name=kind.nl, audience=kind.audience))
            for kind in credential_types().values()
        ]


class ChosenClaimsForm(PleinForm):
    """One box for each claim; what is on beforehand tells least."""

    names = forms.MultipleChoiceField(
        label=_("Wat wilt u laten zien?"),
        help_text=_("Zet een vinkje bij wat de ander mag zien."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens één ding dat u wilt laten zien.")},
    )

    def __init__(self, lines: Iterable[Said], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["names"].choices = [  # type: ignore[attr-defined]
            (line.name, f"{line.key}: {line.value}") for line in lines
        ]
