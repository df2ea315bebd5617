"""A journey of another municipality becomes a draft here, with a link to where it came from."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.authoring.actions.drafting import begin_draft, change_draft
from plein.authoring.differences import Difference, differences, taken_over
from plein.authoring.models import JourneyDraft, Origin
from plein.authoring.package import Package
from plein.cases.offered import newest_version
from plein.identity.models import Staff
from plein.journeys.problems import Place
from plein.kernel.refusal import Refusal
from plein.tenants.scope import current

CONFIRMED = "authoring.origin.confirmed"


class OriginNotConfirmed(Refusal):
    message = _("Wij kennen de sleutel van {name} nog niet. Controleer eerst het kenmerk.")


class OwnJourney(Refusal):
    message = _("Dit is een aanvraag van uw eigen gemeente.")


class TakenOverAlready(Refusal):
    message = _("Deze versie hebt u al overgenomen.")


@transaction.atomic
def confirm_origin(package: Package, *, by: Staff, at: datetime) -> Origin:
    """Somebody here compared the fingerprint with what the origin told them."""
    origin, is_new = Origin.objects.get_or_create(
        host=package.host,
        thumbprint=package.thumbprint,
        defaults={"name": package.municipality, "confirmed_by": by, "confirmed_at": at},
    )
    if is_new:
        record(CONFIRMED, on=current(), by=by.actor, at=at, host=origin.host)
    return origin


def origin_of(package: Package) -> Origin:
    """Raises `OwnJourney`, `OriginNotConfirmed`."""
    if package.host == current().host:
        raise OwnJourney
    found = Origin.objects.filter(host=package.host, thumbprint=package.thumbprint).first()
    if found is None:
        raise OriginNotConfirmed(name=package.municipality)
    return found


def is_other_key(package: Package) -> bool:
    """Whether we know this municipality by another key than this one."""
    known = Origin.objects.filter(host=package.host)
    return known.exists() and not known.filter(thumbprint=package.thumbprint).exists()


def adopted_before(package: Package, key: str) -> JourneyDraft | None:
    """The last one of this key that came from there."""
    last = JourneyDraft.objects.adopted(key).first()
    is_theirs = last and (last.origin.host, last.origin_key) == (package.host, package.key)  # type: ignore[union-attr]
    return last if is_theirs else None


def to_choose(package: Package, key: str) -> list[Difference]:
    """What they changed since it was adopted here; without a link, all that differs."""
    before = adopted_before(package, key)
    return list(differences(before and before.origin_document, _ours(key), package.document))


@transaction.atomic
def adopt(package: Package, key: str, *, by: Staff, at: datetime) -> JourneyDraft:
    """As it is there, under a key that is free here. Raises what `origin_of` raises."""
    return begin_draft(key, package.document, by=by, at=at, **_link(package))


@transaction.atomic
def take_over(
    package: Package, key: str, chosen: Collection[Place], *, by: Staff, at: datetime
) -> JourneyDraft:
    """What is here, with what was chosen of a later version. Raises `TakenOverAlready`."""
    link, before = _link(package), adopted_before(package, key)
    if before and (before.origin_version or 0) >= package.version:
        raise TakenOverAlready
    document = taken_over(_ours(key), package.document, chosen)
    draft = JourneyDraft.objects.open().filter(key=key).first()
    if draft is None:
        return begin_draft(key, document, by=by, at=at, **link)
    draft = change_draft(draft, document, edition=draft.edition, by=by, at=at)
    for name, value in link.items():
        setattr(draft, name, value)
    draft.save(update_fields=list(link))
    return draft


def _ours(key: str) -> object:
    draft = JourneyDraft.objects.open().filter(key=key).first()
    newest = newest_version(key)
    if draft:
        return draft.document
    return newest.document if newest else {}


def _link(package: Package) -> dict[str, object]:
    return {
        "origin": origin_of(package),
        "origin_key": package.key,
        "origin_version": package.version,
        "origin_document": package.document,
    }
