"""A resident without a wallet shows a verklaring: a code for a few minutes, good for one look."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from secrets import token_urlsafe

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose, record
from plein.kernel.actor import Actor, ActorKind
from plein.kernel.dutch import dutch
from plein.kernel.refusal import Refusal
from plein.kernel.sd_jwt import Challenge, Trust, present, verify
from plein.kernel.sd_jwt.disclosures import Claim
from plein.kernel.sd_jwt.refusals import NotAccepted
from plein.kernel.short_code import new_code
from plein.tenants.models import SigningPurpose
from plein.tenants.scope import current
from plein.tenants.signing import known_keys
from plein.vault.credentials.codes import index_of_code, sealed_code
from plein.vault.credentials.issuer import address_of
from plein.vault.credentials.lists import published
from plein.vault.credentials.sealed import open_up
from plein.vault.credentials.types import CredentialType, credential_types
from plein.vault.keys import VaultErased
from plein.vault.models import Credential, CredentialState, Showing

LASTS = timedelta(minutes=5)
SHOWN = Purpose("omdat u een verklaring liet zien", "AVG artikel 6 lid 1 onder a")


class NotToBeShown(Refusal):
    message = _("Deze verklaring kunt u nu niet laten zien. Zij staat stil of is gestopt.")


class ChooseSomething(Refusal):
    message = _("Kies minstens één ding dat u wilt laten zien.")


class UnknownCode(Refusal):
    message = _("Deze code kennen wij niet. Kijk of u de letters goed hebt getypt.")


class CodeUsed(Refusal):
    message = _("Deze code is al een keer gebruikt. Vraag om een nieuwe code.")


class CodeTooOld(Refusal):
    message = _("Deze code is te oud. Een code werkt 5 minuten. Vraag om een nieuwe code.")


@dataclass(frozen=True, slots=True, repr=False)
class Checked:
    """What somebody sees who was shown a verklaring. When it does not hold: that, and no more."""

    holds: bool
    kind: CredentialType | None = None
    claims: dict[str, Claim] = field(default_factory=dict)
    last_day: date | None = None


@transaction.atomic
def begin_showing(
    credential: Credential, names: Collection[str], *, by: Actor, at: datetime
) -> Showing:
    """Raises `NotToBeShown`, and `ChooseSomething` for nothing or for what is not in it."""
    found = Credential.objects.select_for_update(of=("self",)).get(pk=credential.pk)
    if found.state != CredentialState.ISSUED or not found.expires_at or at >= found.expires_at:
        raise NotToBeShown
    if not names or not set(names) <= set(found.names):
        raise ChooseSomething
    code = new_code()
    showing = Showing(credential=found, names=list(names), made_at=at, until=at + LASTS)
    showing.code_index, showing.code_sealed = index_of_code(code), sealed_code(showing, code)
    showing.save()
    record("vault.showing.begun", on=showing, by=by, at=at, claims=sorted(names))
    return showing


@transaction.atomic
def check_showing(code: str, *, at: datetime) -> Checked:
    """Look at what is shown: once, whatever the answer is.

    Raises `UnknownCode`, `CodeUsed` or `CodeTooOld`.
    """
    showing = _locked(code)
    if showing is None:
        raise UnknownCode
    if showing.used_at:
        raise CodeUsed
    if not showing.is_open_at(at):
        raise CodeTooOld
    showing.used_at = at
    showing.save(update_fields=["used_at"])
    checked = _look_at(showing, at)
    record("vault.showing.checked", on=showing, by=_somebody(), at=at, holds=checked.holds)
    return checked


def _locked(code: str) -> Showing | None:
    found = Showing.objects.select_for_update(of=("self",)).filter(code_index=index_of_code(code))
    return found.select_related("credential__vault", "credential__status_list").first()


@dutch()
def _somebody() -> Actor:
    """Who checks does not say who they are, and is not asked."""
    return Actor(
        ActorKind.SYSTEM, "controleren", organisation=str(_("iemand aan wie u een code gaf"))
    )


def _look_at(showing: Showing, at: datetime) -> Checked:
    """As anybody else would check it: presented by the holder for a fresh nonce, and verified."""
    credential = showing.credential
    if credential.vault.is_frozen or not credential.sealed or not credential.status_list:
        return Checked(holds=False)
    address, found = address_of(current()), credential.status_list
    challenge = Challenge(token_urlsafe(32), f"{address}/controleren/")
    kind = credential_types()[credential.type]
    try:
        opened = open_up(credential, showing.names, purpose=SHOWN, by=_somebody(), at=at)
        verified = verify(
            present(opened.token, showing.names, challenge=challenge, holder=opened.holder, at=at),
            trust=Trust({address: known_keys(SigningPurpose.CREDENTIAL)}, kind.known_as(address)),
            challenge=challenge,
            status_list=lambda _uri: published(found, address=address, at=at),
            at=at,
        )
    except (NotAccepted, VaultErased):
        return Checked(holds=False)
    return Checked(True, kind, verified.claims, credential.last_day)


def forget_showings(*, at: datetime) -> int:
    """Codes of more than a day ago; the line in the log of looks stays."""
    forgotten, _per_table = Showing.objects.filter(until__lt=at - timedelta(days=1)).delete()
    return forgotten
