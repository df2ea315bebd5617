"""Participatiewet (BWBR0015703) art. 31 lid 2 onder n, r, y and aa, and art. 33 lid 5.

Whether work helps someone on their way, or health limits their hours, a person decides: that is a
fact. The law only draws the edges: age, months, a share and a maximum. Who has several decisions
at once has the most favourable one; they are never added up.
"""

from plein.rules.rule import rule
from plein.rules.words import alle, als, hoogste, laagste, niet


@rule("Participatiewet art. 31 lid 1 en art. 32 lid 1", per_person=True)
def loon_dat_meetelt(netto_loon_per_maand, vakantiegeld_bij_loon_per_maand, bijstand):
    """Uw loon in deze maand, met het vakantiegeld als uw gemeente dat meetelt."""
    return netto_loon_per_maand + bijstand.telt_vakantiegeld_mee * vakantiegeld_bij_loon_per_maand


@rule("Participatiewet art. 31 lid 2 onder n en lid 5", per_person=True)
def vrijlating_n(
    loon_dat_meetelt, leeftijd, vrijlating_n_toegekend, maanden_vrijlating_n_gebruikt, bijstand
):
    """Het deel van uw loon dat u in de eerste maanden mag houden."""
    n = bijstand
    vrij = laagste(n.deel_vrijlating_n * loon_dat_meetelt, n.hoogste_vrijlating_n)
    maanden_over = maanden_vrijlating_n_gebruikt < n.maanden_vrijlating_n
    return als(alle(vrijlating_n_toegekend, leeftijd >= 27, maanden_over), vrij, 0)


@rule("Participatiewet art. 31 lid 2 onder r en lid 5", per_person=True)
def vrijlating_r(
    loon_dat_meetelt,
    leeftijd,
    kinderen_tot_12,
    heeft_gezamenlijke_huishouding,
    vrijlating_r_toegekend,
    maanden_vrijlating_r_gebruikt,
    bijstand,
):
    """Het deel van uw loon dat u mag houden als alleenstaande ouder met een kind tot 12 jaar."""
    n = bijstand
    vrij = laagste(n.deel_vrijlating_r * loon_dat_meetelt, n.hoogste_vrijlating_r)
    alleenstaande_ouder = alle(niet(heeft_gezamenlijke_huishouding), kinderen_tot_12 >= 1)
    maanden_over = maanden_vrijlating_r_gebruikt < n.maanden_vrijlating_r
    recht = alle(vrijlating_r_toegekend, leeftijd >= 27, alleenstaande_ouder, maanden_over)
    return als(recht, vrij, 0)


@rule("Participatiewet art. 31 lid 2 onder y", per_person=True)
def vrijlating_y(loon_dat_meetelt, vrijlating_y_toegekend, bijstand):
    """Het deel van uw loon dat u mag houden als u door uw gezondheid minder uren kunt werken."""
    n = bijstand
    vrij = laagste(n.deel_vrijlating_y * loon_dat_meetelt, n.hoogste_vrijlating_y)
    return als(vrijlating_y_toegekend, vrij, 0)


@rule("Participatiewet art. 31 lid 2 onder aa", per_person=True)
def vrijlating_aa(loon_dat_meetelt, vrijlating_aa_toegekend, bijstand):
    """Het deel van uw loon dat u mag houden als uw werkgever loonkostensubsidie krijgt."""
    n = bijstand
    vrij = laagste(n.deel_vrijlating_aa * loon_dat_meetelt, n.hoogste_vrijlating_aa)
    return als(vrijlating_aa_toegekend, vrij, 0)


@rule("Participatiewet art. 31 lid 2 onder n, r, y en aa", per_person=True)
def vrijlating_van_loon(
    vrijlating_n, vrijlating_r, vrijlating_y, vrijlating_aa, kan_bijstand_krijgen
):
    """Het deel van uw loon dat niet meetelt voor de bijstand."""
    ruimste = hoogste(vrijlating_n, vrijlating_r, vrijlating_y, vrijlating_aa)
    return als(kan_bijstand_krijgen, ruimste, 0)


@rule("Participatiewet art. 33 lid 5", per_person=True)
def eigen_pensioen_vanaf_aow(
    eigen_pensioen_per_maand, netto_uitkering_per_maand, heeft_aow_leeftijd
):
    """Het pensioen of de lijfrente die u zelf hebt betaald, als u de AOW-leeftijd hebt."""
    eigen = laagste(eigen_pensioen_per_maand, netto_uitkering_per_maand)
    return als(heeft_aow_leeftijd, eigen, 0)


@rule("Participatiewet art. 33 lid 5")
def vrijlating_eigen_pensioen(
    eigen_pensioen_vanaf_aow,
    eigen_pensioen_vanaf_aow_partner,
    heeft_gezamenlijke_huishouding,
    bijstand,
):
    """Het deel van uw eigen pensioen of lijfrente dat niet meetelt voor de bijstand."""
    n = bijstand
    samen = eigen_pensioen_vanaf_aow + eigen_pensioen_vanaf_aow_partner
    met_partner = laagste(samen, n.pensioen_vrij_samen)
    alleen = laagste(eigen_pensioen_vanaf_aow, n.pensioen_vrij_alleen)
    return als(heeft_gezamenlijke_huishouding, met_partner, alleen)
