"""Ages in words."""

from django.utils.translation import gettext as _


def age_words(first: int | None, until: int | None) -> str:
    """ "vanaf 6 jaar", "tot en met 11 jaar", "6 tot en met 11 jaar"; `until` is not in it."""
    if first and until:
        return _("%(first)s tot en met %(last)s jaar") % {"first": first, "last": until - 1}
    if first:
        return _("vanaf %(first)s jaar") % {"first": first}
    return _("tot en met %(last)s jaar") % {"last": until - 1} if until else ""
