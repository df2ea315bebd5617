"""Why the ledger says no."""

from django.utils.translation import gettext_lazy as _

from plein.kernel.refusal import Refusal


class NotEnoughMoney(Refusal):
    """`short` is the amount that is missing, in cents."""

    message = _("Er is niet genoeg geld.")


class HoldIsClosed(Refusal):
    message = _("Dit is al afgehandeld.")


class AlreadyReversed(Refusal):
    message = _("Deze boeking is al teruggedraaid.")


class KeyUsedForOther(Refusal):
    message = _("Dit formulier is al gebruikt voor iets anders. Begin opnieuw.")
