"""What Participatiewet in balans settles from 2026: gifts, assets at all times, 18 to 20."""

from plein.regelingen.bijstand.tot_2026 import IN_BALANS
from plein.rules.rule import rule
from plein.rules.words import alle, als, hoogste, laagste


@rule("Participatiewet art. 20 lid 3", from_=IN_BALANS)
def aanvulling_van_jongere(
    leeftijd, basisnorm_alleen, ouders_kunnen_niet_bijdragen, kan_bijstand_krijgen, bijstand
):
    """Wat u boven de norm voor jongeren krijgt als uw ouders u niet kunnen helpen."""
    n = bijstand
    tot_de_norm_van_21 = laagste(n.aanvulling_jongere, n.norm_alleen - basisnorm_alleen)
    recht = alle(leeftijd < 21, ouders_kunnen_niet_bijdragen, kan_bijstand_krijgen)
    return als(recht, tot_de_norm_van_21, 0)


@rule("Participatiewet art. 31 lid 2 onder m", from_=IN_BALANS)
def giften_boven_vrij_bedrag(giften_in_deze_maand, giften_eerder_dit_jaar, bijstand):
    """De giften in deze maand boven het bedrag dat u in een jaar vrij mag krijgen."""
    vrij = bijstand.giften_vrij_per_jaar
    erboven = hoogste(0, giften_eerder_dit_jaar + giften_in_deze_maand - vrij)
    return erboven - hoogste(0, giften_eerder_dit_jaar - vrij)


@rule("Participatiewet art. 34 lid 1", from_=IN_BALANS)
def bezit_na_schulden(bezit, schulden):
    """Wat u bezit, zonder uw schulden."""
    return bezit - schulden
