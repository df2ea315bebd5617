"""How the wallet behaves, chosen on its page."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Mode(TextChoices):
    NORMAL = "normal", _("Deel wat er wordt gevraagd")
    DECLINED = "declined", _("Deel niets")
    MISSING_CLAIM = "missing_claim", _("Deel te weinig")
    EXPIRED = "expired", _("Een PID die is verlopen")
    REVOKED = "revoked", _("Een PID die is ingetrokken")
    REPLAY = "replay", _("Een antwoord op een eerdere vraag")
    WRONG_AUDIENCE = "wrong_audience", _("Een antwoord voor een ander")
