"""Participatiewet (BWBR0015703) art. 19, 45 and 52: the right, the amount, and what is paid when.

Bijstand is over a calendar month and paid after it. The holiday allowance stays behind until June.
"""

from plein.rules.rule import rule
from plein.rules.words import alle, als, hoogste, niet, op_centen


@rule("Participatiewet art. 19 lid 2")
def aanvulling_tot_de_norm(bijstandsnorm, middelen_in_aanmerking, bijstand):
    """Wat u in deze maand minder hebt dan de norm."""
    n = bijstand
    # Without holiday allowance on both sides, and then with it again: that is the other method.
    zonder = middelen_in_aanmerking / (1 - n.deel_vakantietoeslag)
    middelen = als(n.telt_vakantiegeld_mee == 1, middelen_in_aanmerking, zonder)
    return op_centen(hoogste(0, bijstandsnorm - middelen))


@rule("Participatiewet art. 19 lid 1")
def recht_op_bijstand(iemand_kan_bijstand_krijgen, aanvulling_tot_de_norm, vermogen_boven_grens):
    """U hebt recht op bijstand in deze maand."""
    te_weinig = alle(aanvulling_tot_de_norm > 0, vermogen_boven_grens <= 0)
    return alle(iemand_kan_bijstand_krijgen, te_weinig)


@rule("Participatiewet art. 19 lid 2")
def bijstand_per_maand(recht_op_bijstand, aanvulling_tot_de_norm):
    """De bijstand voor u en uw partner over deze maand, met vakantietoeslag."""
    return als(recht_op_bijstand, aanvulling_tot_de_norm, 0)


@rule("Participatiewet art. 19 lid 3 en art. 45 lid 1")
def bijstand_uitbetaald_per_maand(bijstand_per_maand, bijstand):
    """De bijstand die u na deze maand op uw rekening krijgt, zonder vakantietoeslag."""
    return op_centen(bijstand_per_maand * (1 - bijstand.deel_vakantietoeslag))


@rule("Participatiewet art. 19 lid 3 en art. 45 lid 1")
def vakantietoeslag_gereserveerd(bijstand_per_maand, bijstand_uitbetaald_per_maand):
    """De vakantietoeslag over deze maand, die u in juni krijgt of als de bijstand stopt."""
    return bijstand_per_maand - bijstand_uitbetaald_per_maand


@rule("Participatiewet art. 52")
def voorschot_bijstand(bijstand_uitbetaald_per_maand, houdt_gegevens_achter, bijstand):
    """Wat u ten minste vooruit krijgt zolang de gemeente nog over uw aanvraag beslist."""
    voorschot = op_centen(bijstand_uitbetaald_per_maand * bijstand.deel_voorschot)
    return als(niet(houdt_gegevens_achter), voorschot, 0)
