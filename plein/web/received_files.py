"""Files that came with a form: all judged and scanned, and what is wrong said beside the field."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.documents.judging import MEGABYTE, MOST_MEGABYTES
from plein.documents.receiving import Received, receive
from plein.kernel.refusal import Refusal

AGAIN = _("Kies al uw foto's opnieuw. Er is nog niets verstuurd.")


def received_files(form: forms.Form, field: str) -> list[Received]:
    """Of a valid form. A file that is not in order makes it invalid, and none of them counts."""
    found: list[Received] = []
    for upload in list(form.cleaned_data[field] or []):
        try:
            found.append(_received(upload, found))
        except Refusal as refusal:
            form.add_error(field, f"{upload.name}: {refusal}")
    if form.errors:
        form.add_error(field, str(AGAIN))
    return found


def _received(upload: Any, before: Sequence[Received]) -> Received:
    """A scanner that gave no answer is not asked again for the next file."""
    content = upload.read(MOST_MEGABYTES * MEGABYTE + 1)
    return receive(upload.name or "", content, asks=all(each.is_scanned for each in before))
