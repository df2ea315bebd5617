"""Participatiewet (BWBR0015703) art. 36: amounts, period and limits are the municipality's.

How a municipality counts income may differ; here it is what counts for bijstand.
"""

from plein.rules.rule import rule
from plein.rules.words import alle, als, niet


@rule("Participatiewet art. 8 lid 2 en art. 36 lid 1")
def referteperiode_inkomenstoeslag(individuele_inkomenstoeslag):
    """Over zoveel maanden kijkt uw gemeente terug naar uw inkomen."""
    return individuele_inkomenstoeslag.referteperiode


@rule("Participatiewet art. 36 lid 1")
def inkomen_is_lang_laag(
    hoogste_inkomen_in_referteperiode,
    middelen_in_aanmerking,
    bijstandsnorm,
    individuele_inkomenstoeslag,
):
    """Uw inkomen is al lang laag, en ook nu niet te hoog."""
    n = individuele_inkomenstoeslag
    was_laag = hoogste_inkomen_in_referteperiode <= n.inkomensgrens_in_referteperiode
    is_laag = middelen_in_aanmerking <= n.inkomensgrens_op_peildatum * bijstandsnorm
    return alle(was_laag, is_laag)


@rule("Participatiewet art. 36 lid 1 en 3")
def recht_op_inkomenstoeslag(
    leeftijd,
    heeft_aow_leeftijd,
    inkomen_is_lang_laag,
    vermogen_boven_grens,
    heeft_uitzicht_op_meer_inkomen,
    kreeg_inkomenstoeslag_in_laatste_jaar,
):
    """U hebt recht op de individuele inkomenstoeslag."""
    goede_leeftijd = alle(leeftijd >= 21, niet(heeft_aow_leeftijd))
    zonder_ruimte = alle(inkomen_is_lang_laag, vermogen_boven_grens <= 0)
    zonder_uitzicht = niet(heeft_uitzicht_op_meer_inkomen)
    voor_het_eerst = niet(kreeg_inkomenstoeslag_in_laatste_jaar)
    return alle(goede_leeftijd, zonder_ruimte, zonder_uitzicht, voor_het_eerst)


@rule("Participatiewet art. 8 lid 1 onder b")
def bedrag_inkomenstoeslag(
    heeft_gezamenlijke_huishouding,
    heeft_ten_laste_komend_kind,
    kinderen_12_15,
    kinderen_16_17,
    individuele_inkomenstoeslag,
):
    """Het bedrag dat uw gemeente geeft aan een huishouden als het uwe."""
    n = individuele_inkomenstoeslag
    paar = als(heeft_ten_laste_komend_kind, n.bedrag_paar_met_kinderen, n.bedrag_paar)
    alleen = als(heeft_ten_laste_komend_kind, n.bedrag_alleenstaande_ouder, n.bedrag_alleenstaande)
    ouder_kind = kinderen_12_15 + kinderen_16_17 >= 1
    extra = als(ouder_kind, n.extra_met_kind_van_12_tot_en_met_17, 0)
    return als(heeft_gezamenlijke_huishouding, paar, alleen) + extra


@rule("Participatiewet art. 36 lid 1")
def inkomenstoeslag_per_jaar(recht_op_inkomenstoeslag, bedrag_inkomenstoeslag):
    """De individuele inkomenstoeslag die u een keer in de 12 maanden krijgt."""
    return als(recht_op_inkomenstoeslag, bedrag_inkomenstoeslag, 0)
