"""What a person decided about an award, and the law leaves to a person: facts of the rules."""

from django.utils.translation import gettext_lazy as _

BY_DECISION = {
    "vrijlating_n_toegekend": _("Mag een deel van het loon houden: eerste regeling (25%)"),
    "vrijlating_r_toegekend": _("Mag een deel van het loon houden: alleenstaande ouder"),
    "vrijlating_y_toegekend": _("Mag een deel van het loon houden: minder uren door gezondheid"),
    "vrijlating_aa_toegekend": _("Mag een deel van het loon houden: loonkostensubsidie"),
    "vrijlating_n_toegekend_partner": _("Partner mag een deel van het loon houden (25%)"),
    "vrijlating_r_toegekend_partner": _("Partner mag een deel houden: alleenstaande ouder"),
    "vrijlating_y_toegekend_partner": _("Partner mag een deel houden: minder uren"),
    "vrijlating_aa_toegekend_partner": _("Partner mag een deel houden: loonkostensubsidie"),
    "ouders_kunnen_niet_bijdragen": _("Ouders kunnen niet meebetalen (18 tot 21 jaar)"),
    "is_uitgesloten_van_bijstand": _("De wet sluit deze persoon nu uit van bijstand"),
    "is_uitgesloten_van_bijstand_partner": _("De wet sluit de partner nu uit van bijstand"),
}
