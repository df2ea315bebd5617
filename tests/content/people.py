"""The public test set of tips: 200 people who do not exist, as values by element of the vault.

The first 20 are told by hand, with the tips that each should see. The others are drawn by a seed,
so that everybody gets the same ones.
"""

from datetime import date, timedelta
from random import Random
from typing import Any

DAY = date(2026, 11, 24)
COUNT = 200
ADULT = "1985-06-15"
Values = dict[str, Any]


def _child(*born: str) -> list[dict[str, str]]:
    return [{"voornaam": "Kind", "geboortedatum": each} for each in born]


DEBT = [{"waarvoor": "Terugbetalen", "nog_te_betalen": 48_000}]
TOLD: dict[str, tuple[Values, set[str]]] = {
    "Katja, net gescheiden, WW stopt": (
        {
            "geboortedatum": "1998-03-14",
            "kinderen": _child("2022-02-11", "2017-04-23"),
            "echtscheiding_datum": "2026-06-24",
            "ww_einde_max": "2027-02-02",
            "ww_bruto": 122_600,
            "inschrijving_werk": {"vanaf": "2026-05-01"},
            "huur": {"kale_huur": 65_000},
        },
        {
            *("ww-stopt", "toeslag-op-lage-ww", "werk-zoeken", "huur-zonder-huurtoeslag"),
            *("kind-en-weinig-geld", "net-gescheiden", "gescheiden-met-kind"),
        },
    ),
    "van wie wij niets weten": ({}, set()),
    "volwassen, en verder niets": ({"geboortedatum": ADULT}, set()),
    "wordt over 47 dagen 18": ({"geboortedatum": "2009-01-10"}, {"wordt-18"}),
    "wordt vandaag 18": ({"geboortedatum": "2008-11-24"}, {"wordt-18", "net-18"}),
    "werd gisteren 18": ({"geboortedatum": "2008-11-23"}, {"net-18"}),
    "19 en op school": (
        {"geboortedatum": "2007-05-01", "opleiding": [{"naam": "Mbo", "vanaf": "2026-09-01"}]},
        {"net-18", "geld-voor-studie"},
    ),
    "22 zonder diploma": (
        {"geboortedatum": "2004-02-02", "startkwalificatie": False},
        {"jong-zonder-diploma"},
    ),
    "wordt vandaag 27, zonder diploma": (
        {"geboortedatum": "1999-11-24", "startkwalificatie": False},
        set(),
    ),
    "krijgt over 97 dagen AOW": ({"geboortedatum": "1960-03-01"}, {"aow-nadert"}),
    "met AOW en zorgtoeslag": (
        {
            "geboortedatum": "1950-01-01",
            "svb_uitkering": {"soort": "AOW"},
            "zorgverzekering": {"verzekeraar": "Zorg"},
            "zorgtoeslag": 12_300,
        },
        {"met-aow"},
    ),
    "weduwe": ({"geboortedatum": ADULT, "svb_uitkering": {"soort": "ANW"}}, {"nabestaande"}),
    "schulden, en een boete zonder ja": (
        {"geboortedatum": ADULT, "schuld_toeslagen": DEBT, "schuld_cjib": DEBT},
        {"hulp-bij-schulden"},
    ),
    "baby, met opvang en toeslag": (
        {
            "geboortedatum": ADULT,
            "kinderen": _child("2026-08-01"),
            "kinderopvang_contract": [{"opvang": "De Eik"}],
            "kinderopvangtoeslag": 50_000,
        },
        {"kind-pas-geboren"},
    ),
    "kinderen die op de laatste dag 4, 12 en 18 worden": (
        {"geboortedatum": ADULT, "kinderen": _child("2023-02-24", "2015-02-24", "2009-05-26")},
        {"kind-wordt-4", "kind-wordt-12", "kind-wordt-18"},
    ),
    "kinderen die dat een dag later worden": (
        {"geboortedatum": ADULT, "kinderen": _child("2023-02-25", "2015-02-25", "2009-05-27")},
        set(),
    ),
    "geboren in 1964, WW stopt over 90 dagen": (
        {"geboortedatum": "1964-12-31", "ww_einde_max": "2027-02-22"},
        {"ww-stopt", "ioaw-na-ww"},
    ),
    "geboren in 1965, WW stopt over 91 dagen": (
        {"geboortedatum": "1965-01-01", "ww_einde_max": "2027-02-23"},
        set(),
    ),
    "weinig inkomen, met een regeling": (
        {"geboortedatum": ADULT, "bri_inkomen": 1_800_000, "recht_op_minimaregeling": True},
        {"weinig-inkomen", "al-een-regeling"},
    ),
    "net verhuisd, met huurtoeslag en zonder zorgtoeslag": (
        {
            "geboortedatum": ADULT,
            "adres_sinds": "2026-10-01",
            "huur": {"kale_huur": 60_000},
            "huurtoeslag": 21_000,
            "zorgverzekering": {"verzekeraar": "Zorg"},
        },
        {"net-verhuisd", "zorg-zonder-zorgtoeslag"},
    ),
}


def people() -> dict[str, Values]:
    """By name; of the drawn ones a number."""
    told = {name: values for name, (values, _tips) in TOLD.items()}
    random = Random(2026)
    return told | {f"persoon {number}": _drawn(random) for number in range(COUNT - len(told))}


def _drawn(random: Random) -> Values:
    """Somebody of 15 to 80, of whom we know some things and not others."""

    def day(first: int, last: int) -> str:
        return (DAY + timedelta(days=random.randint(first, last))).isoformat()

    children = [day(-19 * 365, -1) for _each in range(random.randint(0, 3))]
    every: Values = {
        "geboortedatum": random.choice([day(-80 * 365, -15 * 365), day(-20 * 365, -17 * 365)]),
        "kinderen": _child(*children) or None,
        "echtscheiding_datum": random.choice([None, day(-900, 0)]),
        "ww_einde_max": random.choice([None, day(-100, 400)]),
        "ww_bruto": random.randint(30_000, 400_000),
        "inschrijving_werk": {"vanaf": day(-400, 0)},
        "startkwalificatie": random.choice([True, False]),
        "opleiding": [{"naam": "Mbo", "vanaf": day(-900, 100), "tot": day(0, 400)}],
        "huur": {"kale_huur": random.randint(30_000, 120_000)},
        "huurtoeslag": random.choice([None, 0, 21_000]),
        "zorgverzekering": {"verzekeraar": "Zorg"},
        "zorgtoeslag": random.choice([None, 12_300]),
        "kindgebonden_budget": random.choice([None, 30_000]),
        "kinderopvang_contract": random.choice([[], [{"opvang": "De Eik"}]]),
        "kinderopvangtoeslag": random.choice([None, 50_000]),
        "kinderalimentatie": random.choice([None, 25_000]),
        "bri_inkomen": random.randint(800_000, 6_000_000),
        "recht_op_minimaregeling": random.choice([True, False]),
        "svb_uitkering": random.choice([None, {"soort": "AOW"}, {"soort": "ANW"}]),
        "adres_sinds": day(-2000, 0),
        "schuld_belastingdienst": random.choice([[], DEBT]),
        "schuld_cak": random.choice([None, DEBT]),
        "schuld_cjib": random.choice([None, DEBT]),
        "datum_vestiging_nl": random.choice([None, day(-700, 0)]),
        "inburgeringsplicht": random.choice([None, {"tot": day(0, 900)}]),
    }
    return {key: value for key, value in every.items() if random.random() < 0.6}
