"""The steps of box 1 and of two credits: the year and the month work with the same ones."""

from typing import Any

from plein.rules.words import als, hoogste, laagste, omlaag


def belasting_over(inkomen: Any, vanaf_aow: Any, geboren_voor_1946: Any, n: Any) -> Any:
    """Each step rounded down to whole euros, as the payroll tables do."""
    grens = als(geboren_voor_1946, n.eerste_grens_geboren_voor_1946, n.eerste_grens)
    tarief = als(vanaf_aow, n.tarief_1_vanaf_aow, n.tarief_1)
    eerste = omlaag(tarief * laagste(inkomen, grens))
    tweede = omlaag(n.tarief_2 * hoogste(0, laagste(inkomen, n.tweede_grens) - grens))
    derde = omlaag(n.tarief_3 * hoogste(0, inkomen - n.tweede_grens))
    return eerste + tweede + derde


def algemene_korting_over(inkomen: Any, vanaf_aow: Any, n: Any) -> Any:
    hoogste_korting = als(vanaf_aow, n.algemene_korting_vanaf_aow, n.algemene_korting)
    deel = als(vanaf_aow, n.algemene_korting_daalt_met_vanaf_aow, n.algemene_korting_daalt_met)
    erboven = hoogste(0, inkomen - n.algemene_korting_daalt_vanaf)
    return hoogste(0, hoogste_korting - deel * erboven)


def ouderenkorting_over(inkomen: Any, vanaf_aow: Any, n: Any) -> Any:
    erboven = hoogste(0, inkomen - n.ouderen_daalt_vanaf)
    return als(vanaf_aow, hoogste(0, n.ouderen - n.ouderen_daalt_met * erboven), 0)


def arbeidskorting_over(loon: Any, vanaf_aow: Any, n: Any) -> Any:
    """Up in three steps, from fixed whole euros at the limits; then down."""
    tot_grens_1 = als(vanaf_aow, n.arbeid_deel_1_vanaf_aow, n.arbeid_deel_1) * loon
    tot_grens_2 = als(vanaf_aow, n.arbeid_bij_grens_1_vanaf_aow, n.arbeid_bij_grens_1) + als(
        vanaf_aow, n.arbeid_deel_2_vanaf_aow, n.arbeid_deel_2
    ) * (loon - n.arbeid_grens_1)
    tot_grens_3 = als(vanaf_aow, n.arbeid_bij_grens_2_vanaf_aow, n.arbeid_bij_grens_2) + als(
        vanaf_aow, n.arbeid_deel_3_vanaf_aow, n.arbeid_deel_3
    ) * (loon - n.arbeid_grens_2)
    top = als(vanaf_aow, n.arbeid_hoogste_vanaf_aow, n.arbeid_hoogste)
    daalt_met = als(vanaf_aow, n.arbeid_daalt_met_vanaf_aow, n.arbeid_daalt_met)
    daarboven = top - daalt_met * (loon - n.arbeid_grens_3)
    korting = als(
        loon <= n.arbeid_grens_1,
        tot_grens_1,
        als(
            loon <= n.arbeid_grens_2,
            tot_grens_2,
            als(loon <= n.arbeid_grens_3, laagste(top, tot_grens_3), daarboven),
        ),
    )
    return hoogste(0, korting)
