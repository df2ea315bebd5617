"""Participatiewet (BWBR0015703) art. 31 to 33: what of the income of a month counts.

Toeslagen, kinderbijslag and help of a food bank are no means, so they are not asked. A municipality
chooses whether holiday allowance counts in the month in which it is earned
(`telt_vakantiegeld_mee`): then all is compared with it, else all without it.
"""

from plein.rules.rule import rule
from plein.rules.words import als, hoogste, laagste


@rule("Participatiewet art. 31 lid 1 en art. 32 lid 1", per_person=True)
def vakantiegeld_dat_meetelt(
    vakantiegeld_bij_loon_per_maand, vakantiegeld_bij_uitkering_per_maand, bijstand
):
    """Het vakantiegeld over deze maand, als uw gemeente dat nu al meetelt."""
    opgebouwd = vakantiegeld_bij_loon_per_maand + vakantiegeld_bij_uitkering_per_maand
    return bijstand.telt_vakantiegeld_mee * opgebouwd


@rule("Participatiewet art. 31 lid 1 en art. 32 lid 1")
def andere_inkomsten(
    partneralimentatie_per_maand,
    kinderalimentatie_per_maand,
    teruggaaf_belasting_per_maand,
    giften_boven_vrij_bedrag,
):
    """Alimentatie, belasting die u terugkrijgt en giften die meetellen in deze maand."""
    alimentatie = partneralimentatie_per_maand + kinderalimentatie_per_maand
    return alimentatie + teruggaaf_belasting_per_maand + giften_boven_vrij_bedrag


@rule("Participatiewet art. 31 lid 1 en art. 32 lid 1")
def middelen_voor_vrijlating(
    gezamenlijk_netto_inkomen_per_maand,
    vakantiegeld_dat_meetelt,
    vakantiegeld_dat_meetelt_partner,
    heeft_gezamenlijke_huishouding,
    andere_inkomsten,
):
    """Al het inkomen in deze maand van u en uw partner samen."""
    van_de_partner = als(heeft_gezamenlijke_huishouding, vakantiegeld_dat_meetelt_partner, 0)
    vakantiegeld = vakantiegeld_dat_meetelt + van_de_partner
    return gezamenlijk_netto_inkomen_per_maand + vakantiegeld + andere_inkomsten


@rule("Participatiewet art. 32 lid 3", per_person=True)
def inkomen_zonder_recht_op_bijstand(
    netto_inkomen_per_maand, vakantiegeld_dat_meetelt, kan_bijstand_krijgen
):
    """Uw inkomen in deze maand als u zelf geen bijstand kunt krijgen."""
    return als(kan_bijstand_krijgen, 0, netto_inkomen_per_maand + vakantiegeld_dat_meetelt)


@rule("Participatiewet art. 32 lid 3")
def vrij_inkomen_zonder_recht(
    inkomen_zonder_recht_op_bijstand,
    inkomen_zonder_recht_op_bijstand_partner,
    middelen_voor_vrijlating,
    heeft_gezamenlijke_huishouding,
    bijstandsnorm,
    norm_gehuwden,
):
    """Wat niet meetelt van het inkomen van degene van u beiden die geen bijstand kan krijgen."""
    inkomen = inkomen_zonder_recht_op_bijstand + inkomen_zonder_recht_op_bijstand_partner
    van_de_ander = hoogste(bijstandsnorm, middelen_voor_vrijlating - inkomen)
    telt_mee = laagste(inkomen, hoogste(0, inkomen + van_de_ander - norm_gehuwden))
    return als(heeft_gezamenlijke_huishouding, inkomen - telt_mee, 0)


@rule("Participatiewet art. 31, 32 en 33")
def middelen_in_aanmerking(
    middelen_voor_vrijlating,
    vrijlating_van_loon,
    vrijlating_van_loon_partner,
    vrijlating_eigen_pensioen,
    vrij_inkomen_zonder_recht,
    heeft_gezamenlijke_huishouding,
):
    """Het inkomen van u en uw partner dat in deze maand meetelt voor de bijstand."""
    van_de_partner = als(heeft_gezamenlijke_huishouding, vrijlating_van_loon_partner, 0)
    vrij = vrijlating_van_loon + van_de_partner + vrijlating_eigen_pensioen
    return hoogste(0, middelen_voor_vrijlating - vrij - vrij_inkomen_zonder_recht)
