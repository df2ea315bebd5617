"""Wet kinderopvang (BWBR0017017) and Besluit kinderopvangtoeslag.

Above the most hours of a child every hour counts for a part: which of them drop out, the law does
not say. The table before 2026 is not found, so there is no amount before 2026.
"""

from plein.rules.rule import rule
from plein.rules.words import (
    afgerond,
    alle,
    als,
    een_van,
    hoogste,
    laagste,
    niet,
    omlaag,
    uit_tabel,
)


@rule("Wet kinderopvang art. 1.6")
def ouders_werken_of_leren(werkt_of_leert, werkt_of_leert_partner, heeft_toeslagpartner):
    """U en uw toeslagpartner werken of leren."""
    return alle(werkt_of_leert, een_van(niet(heeft_toeslagpartner), werkt_of_leert_partner))


@rule("Wet kinderopvang art. 1.7; Besluit kinderopvangtoeslag art. 4")
def opvangkosten_eerste_kind(
    uren_dagopvang_eerste_kind,
    uurprijs_dagopvang_eerste_kind,
    uren_bso_eerste_kind,
    uurprijs_bso_eerste_kind,
    uren_gastouder_eerste_kind,
    uurprijs_gastouder_eerste_kind,
    kinderopvangtoeslag,
):
    """De kosten per maand die meetellen voor uw kind met de meeste uren opvang."""
    n = kinderopvangtoeslag
    uren = uren_dagopvang_eerste_kind + uren_bso_eerste_kind + uren_gastouder_eerste_kind
    kosten = (
        uren_dagopvang_eerste_kind
        * laagste(uurprijs_dagopvang_eerste_kind, n.hoogste_uurprijs_dagopvang)
        + uren_bso_eerste_kind * laagste(uurprijs_bso_eerste_kind, n.hoogste_uurprijs_bso)
        + uren_gastouder_eerste_kind
        * laagste(uurprijs_gastouder_eerste_kind, n.hoogste_uurprijs_gastouder)
    )
    return kosten * n.hoogste_uren_per_kind / hoogste(uren, n.hoogste_uren_per_kind)


@rule("Wet kinderopvang art. 1.7; Besluit kinderopvangtoeslag art. 4")
def opvangkosten_volgende_kinderen(
    uren_dagopvang_volgende_kinderen,
    uurprijs_dagopvang_volgende_kinderen,
    uren_bso_volgende_kinderen,
    uurprijs_bso_volgende_kinderen,
    uren_gastouder_volgende_kinderen,
    uurprijs_gastouder_volgende_kinderen,
    volgende_kinderen_met_opvang,
    kinderopvangtoeslag,
):
    """De kosten per maand die meetellen voor uw andere kinderen met opvang."""
    n = kinderopvangtoeslag
    uren = (
        uren_dagopvang_volgende_kinderen
        + uren_bso_volgende_kinderen
        + uren_gastouder_volgende_kinderen
    )
    kosten = (
        uren_dagopvang_volgende_kinderen
        * laagste(uurprijs_dagopvang_volgende_kinderen, n.hoogste_uurprijs_dagopvang)
        + uren_bso_volgende_kinderen
        * laagste(uurprijs_bso_volgende_kinderen, n.hoogste_uurprijs_bso)
        + uren_gastouder_volgende_kinderen
        * laagste(uurprijs_gastouder_volgende_kinderen, n.hoogste_uurprijs_gastouder)
    )
    hoogste_uren = n.hoogste_uren_per_kind * volgende_kinderen_met_opvang
    return kosten * hoogste_uren / hoogste(uren, hoogste_uren, 1)


@rule("Besluit kinderopvangtoeslag bijlage I")
def vergoeding_eerste_kind(gezamenlijk_toetsingsinkomen, kinderopvangtoeslag):
    """Het deel dat u vergoed krijgt voor uw kind met de meeste uren opvang."""
    n = kinderopvangtoeslag
    return uit_tabel(gezamenlijk_toetsingsinkomen, n.grenzen, n.deel_eerste_kind)


@rule("Besluit kinderopvangtoeslag bijlage I")
def vergoeding_volgende_kinderen(gezamenlijk_toetsingsinkomen, kinderopvangtoeslag):
    """Het deel dat u vergoed krijgt voor uw andere kinderen met opvang."""
    n = kinderopvangtoeslag
    return uit_tabel(gezamenlijk_toetsingsinkomen, n.grenzen, n.deel_volgende_kinderen)


@rule("Wet kinderopvang art. 1.7; Awir art. 14 lid 4 en 5")
def kinderopvangtoeslag_per_jaar(
    opvangkosten_eerste_kind,
    opvangkosten_volgende_kinderen,
    vergoeding_eerste_kind,
    vergoeding_volgende_kinderen,
    ouders_werken_of_leren,
    awir,
):
    """De kinderopvangtoeslag die u in een jaar krijgt, als alle maanden zijn zoals deze."""
    per_maand = (
        vergoeding_eerste_kind * opvangkosten_eerste_kind
        + vergoeding_volgende_kinderen * opvangkosten_volgende_kinderen
    )
    bedrag = afgerond(12 * per_maand)
    recht = alle(ouders_werken_of_leren, bedrag >= awir.laagste_bedrag_per_jaar)
    return als(recht, bedrag, 0)


@rule("Awir art. 16 lid 1")
def kinderopvangtoeslag_per_maand(kinderopvangtoeslag_per_jaar):
    """De kinderopvangtoeslag die u elke maand als voorschot krijgt."""
    return omlaag(kinderopvangtoeslag_per_jaar / 12)
