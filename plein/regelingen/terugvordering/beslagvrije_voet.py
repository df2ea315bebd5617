"""Wetboek van Burgerlijke Rechtsvordering (BWBR0001827) art. 475c to 475e.

The rule for incomes up to the norm stands by itself. Above it the table of the compensatiekop and,
from 2025, the maxima are missing: `beslagvrije_voet` says so until they are found.
"""

from plein.rules.rule import rule
from plein.rules.words import als, laagste, op_centen


@rule("Wetboek van Burgerlijke Rechtsvordering art. 475d lid 1")
def netto_inkomen_bij_beslag(
    middelen_voor_vrijlating,
    bijstand_per_maand,
):
    """Het inkomen van u en uw partner in een maand, met bijstand en vakantiegeld."""
    return middelen_voor_vrijlating + bijstand_per_maand


@rule("Wetboek van Burgerlijke Rechtsvordering art. 475d lid 1")
def beslagvrije_voet_tot_de_norm(netto_inkomen_bij_beslag, bijstandsnorm, terugvordering):
    """Wat u van uw inkomen tot aan de norm altijd mag houden."""
    inkomen = laagste(netto_inkomen_bij_beslag, bijstandsnorm)
    return op_centen(terugvordering.beslagvrij_deel * inkomen)


@rule("Wetboek van Burgerlijke Rechtsvordering art. 475d lid 3")
def hoogste_beslagvrije_voet(
    heeft_gezamenlijke_huishouding, heeft_ten_laste_komend_kind, terugvordering
):
    """Het hoogste bedrag dat u bij beslag mag houden."""
    n = terugvordering
    paar = als(
        heeft_ten_laste_komend_kind,
        n.hoogste_beslagvrij_paar_met_kinderen,
        n.hoogste_beslagvrij_paar,
    )
    alleen = als(
        heeft_ten_laste_komend_kind,
        n.hoogste_beslagvrij_alleenstaande_ouder,
        n.hoogste_beslagvrij_alleenstaande,
    )
    return als(heeft_gezamenlijke_huishouding, paar, alleen)


@rule("Wetboek van Burgerlijke Rechtsvordering art. 475d")
def beslagvrije_voet(
    beslagvrije_voet_tot_de_norm,
    hoogste_beslagvrije_voet,
    netto_inkomen_bij_beslag,
    bijstandsnorm,
    terugvordering,
):
    """Het deel van uw inkomen dat u bij beslag altijd mag houden."""
    met_kop = beslagvrije_voet_tot_de_norm + terugvordering.compensatiekop
    boven = laagste(hoogste_beslagvrije_voet, met_kop)
    return als(netto_inkomen_bij_beslag <= bijstandsnorm, beslagvrije_voet_tot_de_norm, boven)
