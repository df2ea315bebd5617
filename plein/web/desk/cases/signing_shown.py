"""Who signs along on the page of a case: asked, signed or not, and whom to ask."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose
from plein.cases.actions.settling import WHY_NOT
from plein.cases.models import Case, Signature
from plein.cases.signers import other_adults
from plein.identity.gate import SealedText, read_name, read_names, read_sealed
from plein.web.desk.cases.forms import WordsField
from plein.web.forms import PleinForm
from plein.web.request import StaffRequest

WHY = Purpose("om te weten wie uw aanvraag ook tekent", "Awb art. 3:2")


class SignerForm(PleinForm):
    signer = forms.ChoiceField(label=_("Wie tekent ook?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, adults: dict[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, prefix="sign", **kwargs)
        choices = [(str(key), name or _("volwassene")) for key, name in adults.items()]
        self.fields["signer"].choices = choices  # type: ignore[attr-defined]


class LetGoForm(PleinForm):
    why = WordsField(
        label=_("Waarom hoeft dit niet meer?"),
        help_text=_("Wie zou tekenen, leest dit."),
        error_messages={"required": _("Schrijf op waarom. Wie zou tekenen, leest dit.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="let-go", **kwargs)


def signing_shown(request: StaffRequest, case: Case) -> dict[str, Any]:
    """Nothing for what somebody asks alone."""
    if not case.case_type.read.signed_by_partner:
        return {}
    adults = adults_at_home(request, case)
    signatures = list(case.signatures.select_related("signer").order_by("asked_at"))
    return {
        "is_signed_by_partner": True,
        "signatures": [_row(request, case, each, adults) for each in signatures],
        "must_ask": case.is_open and not any(each.is_standing for each in signatures),
        "adults": adults,
        "sign_form": SignerForm(adults=adults),
        "let_go_form": LetGoForm(),
    }


def adults_at_home(request: StaffRequest, case: Case) -> dict[UUID, str]:
    """First names by resident, in one look; without who has no place to sign in yet."""
    every = other_adults(case.dossier.resident, request.today)
    known = {each.resident_id: each for each in every if each.resident_id}
    if not known:
        return {}
    names = read_names(
        every[0].household, known.values(), purpose=WHY, by=request.actor, at=request.now
    )
    return {resident: names[member.pk] for resident, member in known.items()}


def _row(
    request: StaffRequest, case: Case, signature: Signature, adults: dict[UUID, str]
) -> dict[str, Any]:
    name = adults.get(signature.signer_id) or read_name(
        signature.signer_id, purpose=WHY, by=request.actor, at=request.now
    )
    return {"signature": signature, "name": name, "why": _why(request, case, signature)}


def _why(request: StaffRequest, case: Case, signature: Signature) -> str:
    if not signature.why_sealed:
        return ""
    (why,) = read_sealed(
        signature.signer,
        [SealedText(signature.pk, WHY_NOT, signature.why_sealed)],
        purpose=WHY,
        by=request.actor,
        at=request.now,
        case=case.number,
    )
    return why
