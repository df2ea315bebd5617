"""Every kind of signal, found by its file."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from plein.payments.signals import kinds as folder
from plein.payments.signals.kind import SignalKind


@cache
def every_kind() -> dict[str, SignalKind]:
    """By key, in the order of their names."""
    names = sorted(each.name for each in iter_modules(folder.__path__))
    found = [import_module(f"{folder.__name__}.{name}").KIND for name in names]
    return {kind.key: kind for kind in found}
