"""The form of a declaratie, and the answer to what we ask about it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.documents.judging import ACCEPTED
from plein.documents.receiving import Received
from plein.kernel.money import euros
from plein.web.fields import FilesField, IbanField, MoneyField, SeveralFilesInput
from plein.web.forms import PleinForm
from plein.web.received_files import received_files
from plein.web.request import ResidentRequest
from plein.web.resident.family import Family
from plein.webshop.actions.claims import Declared
from plein.webshop.claim_words import ClaimPayee
from plein.webshop.queries.budgets import grants_for, spendable

MOST_FILES = 5
MOST_AT_ONCE = 100  # as many as Django takes: each is judged by itself, and those in order are kept
TYPED = ("what", "pot", "amount", "name", "iban")
LONGEST = 1_000  # of what is kept unread
MOST_CENTS = 10_000_00
Pots = Sequence[tuple[str, str]]


def papers_field(*, most: int = MOST_FILES, **said: Any) -> FilesField:
    return FilesField(
        most=most,
        help_text=_(
            "Maak een foto met uw telefoon of kies een bestand. U kunt er 5 sturen,"
            " van hoogstens 20 MB per stuk."
        ),
        widget=SeveralFilesInput(attrs={"accept": ACCEPTED}),
        error_messages={"required": _("Kies een foto of een pdf.")},
        **said,
    )


def pots_of(request: ResidentRequest) -> Pots:
    """For whom, and from which budget that takes declaraties, with what is left."""
    family = Family(request)
    grants = grants_for(request.household, family.members, request.today)
    return [
        (
            f"{member.pk}.{grant.pk}",
            _("Voor %(name)s, uit %(scheme)s: nog %(left)s")
            % {
                "name": family.name_of(member),
                "scheme": grant.period.scheme.name,
                "left": euros(grant.budget.balance),
            },
        )
        for member in family.members
        for grant in spendable(grants, member, request.today)
        if grant.period.takes_claims and grant.budget.balance
    ]


class ClaimForm(PleinForm):
    what = forms.CharField(
        label=_("Wat hebt u betaald?"),
        help_text=_("Bijvoorbeeld: contributie van de voetbalclub"),
        max_length=200,
    )
    pot = forms.ChoiceField(
        label=_("Voor wie, en uit welk budget?"),
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Dit budget is er niet meer. Kies een ander budget.")},
    )
    amount = MoneyField(label=_("Hoeveel hebt u betaald?"), min_cents=1, max_cents=MOST_CENTS)
    receipts = papers_field(label=_("Bon of rekening"), most=MOST_AT_ONCE, allow_empty_file=True)
    name = forms.CharField(label=_("Naam bij uw rekening"), max_length=70)
    iban = IbanField(label=_("Uw rekeningnummer (IBAN)"))
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, pots: Pots, *args: Any, has_receipt: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pot"].choices = pots  # type: ignore[attr-defined]
        if has_receipt:
            self.fields["receipts"].required = False
            self.fields["receipts"].label = _("Nog een bon of rekening")

    def declared(self, receipts: Sequence[Received]) -> Declared:
        """Of a valid form, with those of its files that are in order."""
        given = self.cleaned_data
        member, grant = (UUID(part) for part in given["pot"].split("."))
        return Declared(
            what=given["what"],
            member=member,
            grant=grant,
            cents=given["amount"],
            payee=ClaimPayee(given["name"], given["iban"]),
            receipts=receipts,
        )


def typed_in(data: Mapping[str, str]) -> dict[str, str]:
    """As it stands in the fields, right or wrong."""
    return {field: data.get(field, "")[:LONGEST] for field in TYPED}


class AnswerForm(PleinForm):
    answer = forms.CharField(
        label=_("Uw antwoord"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2_000
    )
    papers = papers_field(label=_("Foto's of pdf"), required=False)

    def received(self) -> list[Received]:
        return received_files(self, "papers")
