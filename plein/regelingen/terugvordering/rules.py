"""Participatiewet (BWBR0015703) art. 58 and 60: what must be paid back, and how fast.

Who breached the duty to inform must pay back; in other cases the municipality may ask it. Both are
decided by a person. How much is paid off each month is policy.
"""

from plein.rules.rule import rule
from plein.rules.words import alle, als, een_van, hoogste, laagste, niet, op_centen


@rule("Participatiewet art. 58 lid 5")
def te_veel_ontvangen(
    te_veel_netto, te_veel_bruto, is_zelfde_kalenderjaar, kon_niet_eerder_terugbetalen
):
    """Het bedrag dat u te veel kreeg: na het jaar komt de belasting erbij."""
    netto = een_van(is_zelfde_kalenderjaar, kon_niet_eerder_terugbetalen)
    return als(netto, te_veel_netto, te_veel_bruto)


@rule("Participatiewet art. 58 lid 1 en 2 en art. 60 lid 4")
def terug_te_betalen(
    te_veel_ontvangen,
    schond_inlichtingenplicht,
    gemeente_vordert_terug,
    eigen_fout_is_te_oud,
    terugvordering,
):
    """Het bedrag dat u moet terugbetalen aan uw gemeente."""
    groot_genoeg = te_veel_ontvangen >= terugvordering.niet_terugvorderen_onder
    keuze = alle(gemeente_vordert_terug, niet(eigen_fout_is_te_oud), groot_genoeg)
    return als(een_van(schond_inlichtingenplicht, keuze), te_veel_ontvangen, 0)


@rule("Participatiewet art. 58 lid 4")
def direct_te_verrekenen(terug_te_betalen, maanden_sinds_te_veel, terugvordering):
    """Het deel dat de gemeente direct met uw bijstand mag verrekenen."""
    recent = maanden_sinds_te_veel <= terugvordering.verrekenmaanden
    return als(recent, terug_te_betalen, 0)


@rule("Participatiewet art. 60 lid 4")
def aflossing_per_maand(terug_te_betalen, middelen_in_aanmerking, bijstandsnorm, terugvordering):
    """Wat u in een maand terugbetaalt aan uw gemeente."""
    n = terugvordering
    van_de_norm = n.aflossing_deel_van_norm * bijstandsnorm
    erboven = n.aflossing_deel_boven_norm * hoogste(0, middelen_in_aanmerking - bijstandsnorm)
    return op_centen(laagste(terug_te_betalen, van_de_norm + erboven))
