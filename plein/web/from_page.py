"""From which kind of page somebody asks for help, and whether we may see that."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from plein.inbox.models import Page
from plein.web.doors import RESIDENT
from plein.web.forms import PleinForm

FROM = "van"


def asks_from(request: Any) -> Page | None:
    """As the link on the page before said; what we do not know is no page."""
    return Page.called(request.GET.get(FROM, ""))


def from_here(request: Any) -> str:
    """What the link to help says of this page: of which kind it is, and nothing else."""
    return told(Page.at(request.path) if request.door is RESIDENT else None)


def told(page: Page | None) -> str:
    """For behind an address."""
    return f"?{FROM}={page.value}" if page else ""


class FromPageForm(PleinForm):
    """Asks whether we may see the kind of page. Without a yes nothing of it is kept."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = self.data if self.is_bound else self.initial
        if page := Page.called(given.get(FROM) or ""):
            hidden = forms.CharField(widget=forms.HiddenInput, initial=page.value)
            self.add_field(FROM, hidden)
            label = _("De medewerker mag zien op welke pagina ik was: {page}")
            yes = forms.BooleanField(label=label.format(page=page.label), required=False)
            self.add_field("tells_page", yes)

    @property
    def told_page(self) -> str:
        """Empty without a yes."""
        given = self.cleaned_data
        return str(given[FROM]) if given.get("tells_page") else ""
