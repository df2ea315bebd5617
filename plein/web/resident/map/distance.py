"""Lengths as people say them."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

KILOMETRE = 1_000


def length_words(metres: int) -> str:
    """Of the scale of a map: "500 meter" or "2 kilometer"."""
    if metres < KILOMETRE:
        return _("%(n)s meter") % {"n": metres}
    return _("%(n)s kilometer") % {"n": number_format(metres // KILOMETRE)}


def distance_words(metres: int | None) -> str:
    """In whole kilometres: nearer than that nobody needs to know where somebody lives."""
    if metres is None:
        return ""
    if metres < KILOMETRE:
        return _("minder dan 1 kilometer van huis")
    return _("ongeveer %(n)s kilometer van huis") % {"n": round(metres / KILOMETRE)}
