"""Wet op het kindgebonden budget (BWBR0022751)."""

from plein.rules.rule import rule
from plein.rules.words import afgerond, alle, als, hoogste, niet, omlaag


@rule("Wet op het kindgebonden budget art. 1")
def vermogen_onder_grens_kindgebonden_budget(
    gezamenlijk_vermogen, heeft_toeslagpartner, kindgebonden_budget
):
    """Uw vermogen is niet hoger dan de grens voor het kindgebonden budget."""
    n = kindgebonden_budget
    grens = als(heeft_toeslagpartner, n.vermogensgrens_met_partner, n.vermogensgrens_alleen)
    return gezamenlijk_vermogen <= grens


@rule("Wet op het kindgebonden budget art. 2 lid 2")
def kindbedrag(kinderen_tot_18, kinderen_12_15, kinderen_16_17, kindgebonden_budget):
    """Het hoogste bedrag in een jaar voor uw kinderen, meer voor kinderen vanaf 12 en 16 jaar."""
    n = kindgebonden_budget
    return (
        n.bedrag_per_kind * kinderen_tot_18
        + n.verhoging_12_tot_16 * kinderen_12_15
        + n.verhoging_16_en_17 * kinderen_16_17
    )


@rule("Wet op het kindgebonden budget art. 2 lid 6")
def alo_kop(kinderen_tot_18, heeft_toeslagpartner, kindgebonden_budget):
    """Het extra bedrag in een jaar, als u geen toeslagpartner hebt."""
    alleenstaande_ouder = alle(niet(heeft_toeslagpartner), kinderen_tot_18 >= 1)
    return als(alleenstaande_ouder, kindgebonden_budget.verhoging_alleenstaande_ouder, 0)


@rule("Wet op het kindgebonden budget art. 2 lid 3")
def afbouw_kindgebonden_budget(
    gezamenlijk_toetsingsinkomen, heeft_toeslagpartner, zorgtoeslag, kindgebonden_budget
):
    """Wat er in een jaar af gaat, omdat uw inkomen boven de drempel is."""
    n = kindgebonden_budget
    verhoging = als(heeft_toeslagpartner, n.verhoging_drempel_met_partner, 0)
    drempel = zorgtoeslag.drempelinkomen + verhoging
    return n.deel_afbouw * hoogste(0, gezamenlijk_toetsingsinkomen - drempel)


@rule("Wet op het kindgebonden budget art. 2; Awir art. 14 lid 4 en 5")
def kindgebonden_budget_per_jaar(
    kindbedrag,
    alo_kop,
    afbouw_kindgebonden_budget,
    heeft_recht_op_kinderbijslag,
    vermogen_onder_grens_kindgebonden_budget,
    awir,
):
    """Het kindgebonden budget dat u in een jaar krijgt, als alle maanden zijn zoals deze."""
    bedrag = afgerond(hoogste(0, kindbedrag + alo_kop - afbouw_kindgebonden_budget))
    recht = alle(heeft_recht_op_kinderbijslag, vermogen_onder_grens_kindgebonden_budget)
    return als(alle(recht, bedrag >= awir.laagste_bedrag_per_jaar), bedrag, 0)


@rule("Awir art. 16 lid 1")
def kindgebonden_budget_per_maand(kindgebonden_budget_per_jaar):
    """Het kindgebonden budget dat u elke maand als voorschot krijgt."""
    return omlaag(kindgebonden_budget_per_jaar / 12)
