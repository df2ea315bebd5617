"""An outcome as a file for a spreadsheet."""

from django.http import HttpResponse

from plein.kernel.money import bare_euros
from plein.policy.outcome import Outcome
from plein.web.desk.policy.words import band_word, kind_word
from plein.web.sheets import csv_file

HEAD = (
    "huishouden",
    "inkomen ten opzichte van de norm",
    "huishoudens",
    "bereikt nu",
    "bereikt straks",
    "krijgt meer",
    "krijgt minder",
    "kosten per jaar nu",
    "kosten per jaar straks",
)


def sheet(outcome: Outcome, target: str) -> HttpResponse:
    """The same groups as on the page, so nothing more can be read from it."""
    rows = [
        [
            kind_word(group.kind),
            band_word(group),
            *map(str, (group.size, *group.reached, group.gain, group.lose)),
            *map(bare_euros, group.cents),
        ]
        for group in outcome.groups
    ]
    return csv_file(f"beleid-{target.replace('_', '-')}.csv", HEAD, rows)
