"""The talk about a product on its page, of the provider or of staff: what was said, and a form."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.identity.models import Staff
from plein.kernel.refusal import Refusal
from plein.web.forms import PleinForm
from plein.web.request import PleinRequest
from plein.web.talking import when
from plein.webshop.actions.product_talk import LONGEST, NothingSaid, TooMuchSaid, mark_read, say
from plein.webshop.models import Product, ProductMessage
from plein.webshop.queries.product_talk import messages_about


class MessageForm(PleinForm):
    """`key` makes the same click twice one message."""

    words = forms.CharField(
        label=gettext_lazy("Uw bericht"),
        help_text=gettext_lazy("Alleen over dit product. Noem geen namen van klanten."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        error_messages={"required": NothingSaid.message, "max_length": TooMuchSaid.message},
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial={"key": uuid4()}, **kwargs)


def was_said(
    product: Product, form: MessageForm, request: PleinRequest, staff: Staff | None = None
) -> bool:
    """Whether it is said now; else the form says what is not right."""
    if not form.is_valid():
        return False
    given = form.cleaned_data
    try:
        say(
            product,
            given["words"],
            key=given["key"],
            staff=staff,
            by=request.actor,
            at=request.now,
        )
    except Refusal as refusal:
        form.add_error("words", str(refusal))
        return False
    return True


def talk_about(
    product: Product, request: PleinRequest, *, form: MessageForm | None = None, by_staff: bool
) -> dict[str, Any]:
    """Showing it is reading it, which the other side sees."""
    said = list(messages_about(product))
    mark_read((each for each in said if (each.staff_id is None) == by_staff), at=request.now)
    return {
        "form": form or MessageForm(),
        "lines": [_line(each, request, by_staff=by_staff) for each in said],
    }


def _line(message: ProductMessage, request: PleinRequest, *, by_staff: bool) -> dict[str, Any]:
    mine = (message.staff_id is not None) == by_staff
    return {
        "mine": mine,
        "who": _who(message, request, by_staff=by_staff),
        "when": when(message.sent_at, request.today),
        "says": message.text,
        "read": _read(message, request) if mine else "",
    }


def _who(message: ProductMessage, request: PleinRequest, *, by_staff: bool) -> str:
    """Staff see which colleague it was; a provider talks with the municipality."""
    if message.staff is None:
        return _("De aanbieder") if by_staff else _("U")
    if by_staff:
        return message.staff.account.name
    return _("Gemeente {name}").format(name=request.municipality.name)


def _read(message: ProductMessage, request: PleinRequest) -> str:
    if message.read_at is None:
        return _("Nog niet gelezen")
    return _("Gelezen {when}").format(when=when(message.read_at, request.today))
