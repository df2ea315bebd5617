"""Uitvoeringsregeling Invorderingswet 1990 (BWBR0004766) art. 11 to 16, in its order.

A municipality or water board chooses the share of the norm that is for living (90 percent unless
it chose more) and whether some savings are free. What rent and premium are in the norm already
we could not find: until then the amounts below stay missing.
"""

from plein.rules.rule import rule
from plein.rules.words import als, hoogste, op_centen


@rule("Uitvoeringsregeling Invorderingswet 1990 art. 12")
def spaargeld_vrij_bij_kwijtschelding(
    heeft_gezamenlijke_huishouding, heeft_ten_laste_komend_kind, kwijtschelding
):
    """Wat u mag sparen, als uw gemeente of waterschap dat goed vindt."""
    n = kwijtschelding
    alleen = als(
        heeft_ten_laste_komend_kind,
        n.extra_vrij_alleenstaande_ouder,
        n.extra_vrij_alleenstaande,
    )
    vrij = als(heeft_gezamenlijke_huishouding, n.extra_vrij_paar, alleen)
    return n.extra_vermogen_vrij * vrij


@rule("Uitvoeringsregeling Invorderingswet 1990 art. 12")
def vermogen_voor_belasting(
    saldo_na_vaste_lasten, waarde_auto, spaargeld_vrij_bij_kwijtschelding, kwijtschelding
):
    """Wat u bezit en kunt gebruiken om de belasting te betalen."""
    auto = als(waarde_auto <= kwijtschelding.auto_vrij, 0, waarde_auto)
    return hoogste(0, saldo_na_vaste_lasten - spaargeld_vrij_bij_kwijtschelding) + auto


@rule("Uitvoeringsregeling Invorderingswet 1990 art. 14")
def inkomen_met_vakantiegeld(
    gezamenlijk_netto_inkomen_per_maand, bijstand_per_maand, kwijtschelding
):
    """Het inkomen van u en uw partner in een maand, met bijstand en vakantiegeld."""
    ander_inkomen = gezamenlijk_netto_inkomen_per_maand * (1 + kwijtschelding.deel_vakantiegeld)
    return ander_inkomen + bijstand_per_maand


@rule("Uitvoeringsregeling Invorderingswet 1990 art. 15 lid 1 onder b")
def woonlasten_boven_de_norm(woonlasten_per_maand, ontvangen_huurtoeslag_per_maand, kwijtschelding):
    """Uw huur na huurtoeslag, boven wat al in de norm zit."""
    na_toeslag = woonlasten_per_maand - ontvangen_huurtoeslag_per_maand
    return hoogste(0, na_toeslag - kwijtschelding.huur_in_de_norm)


@rule("Uitvoeringsregeling Invorderingswet 1990 art. 15 lid 1 onder a")
def zorgpremie_boven_de_norm(zorgpremie_per_maand, ontvangen_zorgtoeslag_per_maand, kwijtschelding):
    """Uw zorgpremie na zorgtoeslag, boven wat al in de norm zit."""
    na_toeslag = zorgpremie_per_maand - ontvangen_zorgtoeslag_per_maand
    return hoogste(0, na_toeslag - kwijtschelding.premie_in_de_norm)


@rule("Uitvoeringsregeling Invorderingswet 1990 art. 15")
def uitgaven_bij_kwijtschelding(
    woonlasten_boven_de_norm,
    zorgpremie_boven_de_norm,
    netto_kinderopvang_per_maand,
    betaalde_alimentatie_per_maand,
    aflossing_belastingschuld_per_maand,
):
    """De vaste uitgaven in een maand die van uw inkomen af mogen."""
    wonen_en_zorg = woonlasten_boven_de_norm + zorgpremie_boven_de_norm
    anders = betaalde_alimentatie_per_maand + aflossing_belastingschuld_per_maand
    return wonen_en_zorg + netto_kinderopvang_per_maand + anders


@rule("Uitvoeringsregeling Invorderingswet 1990 art. 13 en 16")
def betalingscapaciteit_per_jaar(
    inkomen_met_vakantiegeld, uitgaven_bij_kwijtschelding, bijstandsnorm, kwijtschelding
):
    """Wat u in de komende 12 maanden overhoudt boven het bedrag om van te leven."""
    om_van_te_leven = kwijtschelding.kostennorm * bijstandsnorm
    over = inkomen_met_vakantiegeld - uitgaven_bij_kwijtschelding - om_van_te_leven
    return 12 * hoogste(0, over)


@rule("Uitvoeringsregeling Invorderingswet 1990 art. 11")
def kwijtschelding_van_aanslag(
    aanslag_lokale_belasting,
    betalingscapaciteit_per_jaar,
    vermogen_voor_belasting,
    kwijtschelding,
):
    """Het deel van de aanslag dat u niet hoeft te betalen."""
    uit_inkomen = kwijtschelding.deel_van_capaciteit * betalingscapaciteit_per_jaar
    return op_centen(hoogste(0, aanslag_lokale_belasting - vermogen_voor_belasting - uit_inkomen))
