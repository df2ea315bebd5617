"""The keys of a municipality, wrapped by the master key, and the keys that follow from them.

What is sealed goes under the newest key. While it changes (`key_change.py`) the one before still
opens. The key of the indexes stays, for recipients know the pseudonyms that follow from it.
"""

from collections.abc import Callable

from plein.kernel.crypto import CannotOpen, Sealed, blind_index, derive, new_key, seal, unseal
from plein.tenants.master import open_with_master, seal_with_master
from plein.tenants.models import Municipality

KEPT_KEYS = ("data_key", "old_data_key", "index_key")

_PROBE = b"x"


def wrapped_key(slug: str) -> bytes:
    """A new key for a municipality, as it is kept in its row."""
    return seal_with_master(new_key(), context=_context(slug))


def rewrap(municipality: Municipality) -> None:
    """The same keys, wrapped by the master key of now."""
    context = _context(municipality.slug)
    for name in KEPT_KEYS:
        if wrapped := getattr(municipality, name):
            key = open_with_master(wrapped, context=context)
            setattr(municipality, name, seal_with_master(key, context=context))
    municipality.save(update_fields=KEPT_KEYS)


def seal_under(municipality: Municipality, plain: bytes, *, purpose: str, context: str) -> bytes:
    """Seal under the newest key of the municipality."""
    key = derive(_unwrapped(municipality, municipality.data_key), purpose)
    return seal(key, plain, context=context)


def open_under(municipality: Municipality, sealed: Sealed, *, purpose: str, context: str) -> bytes:
    """Open what lies under its newest key, or under the one before. Raises `CannotOpen`."""
    try:
        return _open(municipality, sealed, purpose, context)
    except CannotOpen:
        municipality.refresh_from_db(fields=KEPT_KEYS)  # perhaps somebody changed the key just now
        return _open(municipality, sealed, purpose, context)


def works(municipality: Municipality) -> bool:
    """Whether what is sealed under its key can be opened again; of a probe, and nothing else."""
    try:
        sealed = seal_under(municipality, _PROBE, purpose="probe", context="probe")
        return open_under(municipality, sealed, purpose="probe", context="probe") == _PROBE
    except CannotOpen:
        return False


def opener(municipality: Municipality, *, purpose: str) -> Callable[[Sealed, str], bytes]:
    """To open many, each with its own context: the keys are worked out once."""
    kept = [each for each in (municipality.data_key, municipality.old_data_key) if each]
    keys = [derive(_unwrapped(municipality, wrapped), purpose) for wrapped in kept]

    def open_one(sealed: Sealed, context: str) -> bytes:
        for key in keys:
            try:
                return unseal(key, sealed, context=context)
            except CannotOpen:
                continue
        return open_under(municipality, sealed, purpose=purpose, context=context)

    return open_one


def lies_under_newest(
    municipality: Municipality, sealed: Sealed, *, purpose: str, context: str
) -> bool:
    key = derive(_unwrapped(municipality, municipality.data_key), purpose)
    try:
        unseal(key, sealed, context=context)
    except CannotOpen:
        return False
    return True


def index_of(municipality: Municipality, kind: str, value: str) -> bytes:
    """Find a value without keeping it: a BSN, a pick-up code."""
    key = derive(_unwrapped(municipality, municipality.index_key), f"index|{kind}")
    return blind_index(key, value)


def _open(municipality: Municipality, sealed: Sealed, purpose: str, context: str) -> bytes:
    kept = (municipality.data_key, municipality.old_data_key)
    for wrapped in [each for each in kept if each]:
        key = derive(_unwrapped(municipality, wrapped), purpose)
        try:
            return unseal(key, sealed, context=context)
        except CannotOpen:
            continue
    raise CannotOpen


def _unwrapped(municipality: Municipality, wrapped: Sealed) -> bytes:
    return open_with_master(wrapped, context=_context(municipality.slug))


def _context(slug: str) -> str:
    return f"municipality|{slug}"
