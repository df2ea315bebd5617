"""Files that came with a form: all judged and scanned, and what is wrong said beside the field."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.documents.judging import MEGABYTE, MOST_MEGABYTES
from plein.documents.receiving import Received, receive
from plein.kernel.refusal import Refusal

AGAIN = _("Kies al uw foto's opnieuw. Er is nog niets verstuurd.")


def judged(uploads: Iterable[Any]) -> tuple[list[Received], list[str]]:
    """Those that are in order, and of each of the others what is wrong."""
    found: list[Received] = []
    wrong = []
    for upload in uploads:
        try:
            found.append(_received(upload, found))
        except Refusal as refusal:
            wrong.append(f"{upload.name}: {refusal}")
    return found, wrong


def received_files(form: forms.Form, field: str) -> list[Received]:
    """Of a valid form. A file that is not in order makes it invalid, and none of them counts."""
    found, wrong = judged(form.cleaned_data[field] or [])
    for words in wrong:
        form.add_error(field, words)
    if form.errors:
        form.add_error(field, str(AGAIN))
    return found


def _received(upload: Any, before: Sequence[Received]) -> Received:
    """A scanner that gave no answer is not asked again for the next file."""
    content = upload.read(MOST_MEGABYTES * MEGABYTE + 1)
    return receive(upload.name or "", content, asks=all(each.is_scanned for each in before))
