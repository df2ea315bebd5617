"""A refusal becomes a sentence at its field, or above the form; what was typed stays."""

from collections.abc import Callable

from plein.kernel.refusal import Refusal
from plein.web.forms import PleinForm


def keeps(form: PleinForm, act: Callable[[], object], field: str | None = None) -> bool:
    """Whether the action did it."""
    try:
        act()
    except Refusal as refusal:
        form.add_error(field, str(refusal))
        return False
    return True
