"""What somebody must pay to organisations of the state (Vorderingenoverzicht Rijk)."""

from collections import defaultdict

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from plein.gateways.answers import Found, NothingFound, SourceUnreachable
from plein.gateways.vorderingen.client import Organisatie, VorderingenClient
from plein.gateways.vorderingen.document import FinancieleZaak, Vorderingen
from plein.kernel.bsn import Bsn
from plein.vault.catalogue import catalogue
from plein.vault.readings import Json
from plein.vault.sources.asking import (
    PATIENCE,
    Answered,
    Asked,
    ValueSource,
    address_of,
    or_none,
    without_empty,
)

ELEMENT_OF = {
    Organisatie.BELASTINGDIENST: "schuld_belastingdienst",
    Organisatie.DIENST_TOESLAGEN: "schuld_toeslagen",
    Organisatie.CAK: "schuld_cak",
    Organisatie.CJIB: "schuld_cjib",
    Organisatie.DUO: "schuld_duo",
    Organisatie.UWV: "schuld_uwv_svb",
    Organisatie.SVB: "schuld_uwv_svb",
}


def ask(asked: Asked) -> Answered | None:
    """Each organisation answers for itself: one that is down leaves its own element as it was.

    Raises `SourceUnreachable` only when none of them answers, and `AnswerRefused` for any
    answer we do not trust.
    """
    answers = {each: _ask_one(each, asked.bsn) for each in Organisatie}
    if all(answer is None for answer in answers.values()):
        raise SourceUnreachable
    open_claims: dict[str, list[Json]] = defaultdict(list)
    warnings = []
    for each, answer in answers.items():
        if answer is None:
            warnings.append(_t("%(name)s gaf geen antwoord.") % {"name": _name(each)})
        elif isinstance(answer, Found):
            open_claims[ELEMENT_OF[each]] += _claims(answer.value)
            warnings += answer.warnings
    if not open_claims and not warnings:
        return None
    silent = frozenset(ELEMENT_OF[each] for each, answer in answers.items() if answer is None)
    return Answered(
        "Vorderingenoverzicht Rijk",
        values={key: or_none(claims) for key, claims in open_claims.items()},
        warnings=tuple(warnings),
        silent=silent,
    )


def _name(each: Organisatie) -> str:
    """As residents know it."""
    keys = {Organisatie.DIENST_TOESLAGEN: "toeslagen"}
    return catalogue().sources[keys.get(each, each.value)].nl


def _ask_one(each: Organisatie, bsn: Bsn) -> Found[Vorderingen] | NothingFound | None:
    client = VorderingenClient(address_of("vorderingen"))
    try:
        return client.claims(each, bsn, timeout=PATIENCE / len(Organisatie) * 2)
    except SourceUnreachable:
        return None


def _claims(found: Vorderingen) -> list[Json]:
    return [_claim(each) for each in found.financiele_zaken if each.open_cents > 0]


def _claim(found: FinancieleZaak) -> Json:
    due = found.payments_due
    return without_empty(
        waarvoor=found.imposed[0].omschrijving if found.imposed else None,
        nog_te_betalen=found.open_cents,
        termijn=min(due[0].bedrag, found.open_cents) if due else None,
        betalen_voor=due[0].vervaldatum.isoformat() if due else None,
    )


SOURCE = ValueSource(
    "vorderingen",
    _("Vorderingenoverzicht Rijk (wat u moet betalen)"),
    tuple(dict.fromkeys(ELEMENT_OF.values())),
    ask,
)
