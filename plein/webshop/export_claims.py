"""The declaraties that a resident takes along; their papers go with the other documents."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from plein.identity.models import Resident
from plein.kernel.money import euros
from plein.vault.exporting.contents import TAKING
from plein.webshop.claim_draft_words import read_typed
from plein.webshop.claim_words import ELEMENTS, payee_in, read_all
from plein.webshop.models import Claim, ClaimDraft

Json = dict[str, Any]


def sent_claims(resident: Resident, at: datetime) -> list[Json]:
    """In one look, however many there are."""
    claims = list(Claim.objects.filter(resident=resident).order_by("submitted_at", "pk"))
    words = read_all(resident, claims, purpose=TAKING, by=resident.actor, at=at)
    return [_claim(each, words[each.pk]) for each in claims]


def _claim(claim: Claim, words: dict[str, str]) -> Json:
    account = payee_in(words["payee"]) if "payee" in words else None
    return {
        "number": claim.number,
        "submitted_at": claim.submitted_at.isoformat(),
        "asked": claim.amount,
        "approved": claim.approved,
        "state": claim.status,
        "name": account.name if account else "",
        "iban": account.iban if account else "",
        **{part: words.get(part, "") for part in ELEMENTS if part != "payee"},
    }


def draft_of(resident: Resident, at: datetime) -> Json:
    draft = ClaimDraft.objects.select_related("resident").filter(resident=resident).first()
    if draft is None:
        return {}
    typed, _names = read_typed(draft, [], purpose=TAKING, by=resident.actor, at=at)
    return {"typed": typed, "until": draft.last_day.isoformat()}


def claim_rows(claims: list[Json], draft: Json) -> list[Json]:
    """The same, for people."""
    rows = [{"title": each["number"], "lines": list(_lines(each))} for each in claims]
    if draft:
        title = str(_("Geld terugvragen: nog niet verstuurd"))
        rows.append({"title": title, "lines": _draft_lines(draft)})
    return rows


def _lines(claim: Json) -> Iterator[str]:
    asked = _("Op {day} vroeg u {amount} terug. Hoe het staat: {state}.")
    day, amount = claim["submitted_at"][:10], euros(claim["asked"])
    yield str(asked).format(day=day, amount=amount, state=claim["state"])
    if claim["approved"]:
        yield str(_("U kreeg {amount}.")).format(amount=euros(claim["approved"]))
    parts = ("what", "name", "iban", "question", "answer", "reason")
    yield from (claim[part] for part in parts if claim[part])


def _draft_lines(draft: Json) -> list[str]:
    typed = [draft["typed"][field] for field in ("what", "amount", "name", "iban")]
    until = str(_("Wij bewaren dit tot en met {until}.")).format(until=draft["until"])
    return [*(words for words in typed if words), until]
