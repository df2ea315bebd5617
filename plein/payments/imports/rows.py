"""One row: an award that runs, how somebody lives, what comes in, and what was kept for June."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from plein.identity.imports.records import Problem, Record
from plein.kernel.bsn import Bsn
from plein.kernel.iban import read_iban
from plein.kernel.months import months_between
from plein.payments.decided import BY_DECISION
from plein.payments.imports.cells import Cells, read_day
from plein.payments.living import Income, Living
from plein.payments.payee import LONGEST_NAME, Payee

COLUMNS = (
    *("nummer", "bsn", "start", "geboren", "partner_geboren", "kinderen_geboren"),
    *("huisgenoten_vanaf_27", "huisgenoten_zonder_kosten", "inrichting", "besluiten"),
    *("iban", "naam", "loon", "loon_partner", "uitkering", "uitkering_partner"),
    *("opgave", "vakantiegeld"),
)
LONGEST_NUMBER, MOST_OTHERS, MOST_CHILDREN = 60, 20, 15
ADULT = 18 * 12  # months: younger has no right to bijstand of their own (Participatiewet art. 13)
INSTITUTION = {"": (), "nee": (), "ja": ("own",), "partner": ("partner",)}
INSTITUTION["beiden"] = ("own", "partner")


@dataclass(frozen=True, slots=True)
class Row:
    """The BSN stays in memory. `reserve` is in cents."""

    line: int
    number: str
    bsn: Bsn
    starts_on: date
    living: Living
    payee: Payee
    income: Income
    asks_statement: bool
    reserve: int


def read_rows(records: Iterable[Record], until: date) -> tuple[list[Row], list[Problem]]:
    """The rows that can be read, and what is wrong in the others. `until`: begun before it."""
    rows: list[Row] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, object], int] = {}
    for record in records:
        cells = _AwardCells(record, until)
        row = cells.row()
        for column, value in (("nummer", record.cells["nummer"]), ("bsn", row and row.bsn)):
            first = seen.setdefault((column, value), record.number)
            if value and first != record.number:
                words = _("Dit staat ook in rij {first}. Haal één van de twee weg.")
                cells.complain(column, str(words).format(first=first))
        problems += cells.problems
        if row and not cells.problems:
            rows.append(row)
    return rows, problems


class _AwardCells(Cells):
    def __init__(self, record: Record, until: date) -> None:
        super().__init__(record)
        self.until = until

    def row(self) -> Row | None:
        number, bsn = self.words("nummer", LONGEST_NUMBER), self.read("bsn", Bsn)
        if bsn and bsn.reveal() in re.sub(r"[ .]", "", number):
            self.complain("nummer", _("Zet geen burgerservicenummer in het nummer."))
        starts_on = self.read("start", read_day)
        if starts_on and starts_on >= self.until:
            self.complain("start", _("Deze uitkering begint later. Haal deze rij weg."))
        living, payee = self._living(starts_on), self._payee()
        income = self._income(has_partner=bool(living and living.partner_born))
        reserve, asks = self.cents("vakantiegeld"), self.is_yes("opgave")
        if not (bsn and starts_on and living and payee):
            return None
        return Row(self.number, number, bsn, starts_on, living, payee, income, asks, reserve)

    def _living(self, starts_on: date | None) -> Living | None:
        born, partner = self.read("geboren", read_day), self.read_if("partner_geboren", read_day)
        for column, day in (("geboren", born), ("partner_geboren", partner)):
            if day and starts_on and months_between(day, starts_on) < ADULT:
                self.complain(column, _("Op de startdag jonger dan 18. Controleer de datums."))
        children = self.days("kinderen_geboren")
        if any(day >= self.until for day in children) or len(children) > MOST_CHILDREN:
            self.complain("kinderen_geboren", _("Controleer deze datums: het jaar of het aantal."))
        others = self.count("huisgenoten_vanaf_27", MOST_OTHERS)
        without_share = self.count("huisgenoten_zonder_kosten", MOST_OTHERS)
        homes, decided = self._homes(partner), self._decided(partner)
        if born is None:
            return None
        return Living(
            born=born,
            partner_born=partner,
            children=children,
            others_from_27=others,
            others_without_share=without_share,
            in_institution="own" in homes,
            partner_in_institution="partner" in homes,
            decided=decided,
        )

    def _homes(self, partner: date | None) -> tuple[str, ...]:
        found = INSTITUTION.get(self.cells["inrichting"].lower())
        if found is None or ("partner" in found and not partner):
            self.complain("inrichting", _("Schrijf nee, ja, partner of beiden."))
        return found or ()

    def _decided(self, partner: date | None) -> frozenset[str]:
        found = frozenset(filter(None, re.split(r"[ ,;]+", self.cells["besluiten"])))
        if found - BY_DECISION.keys():
            self.complain("besluiten", _("Dit besluit kennen wij niet. Kijk onder aan de pagina."))
        if not partner and any(name.endswith("_partner") for name in found):
            self.complain("besluiten", _("Er is geen partner. Haal het besluit weg."))
        return found & BY_DECISION.keys()

    def _payee(self) -> Payee | None:
        name, iban = self.words("naam", LONGEST_NAME), self.read("iban", read_iban)
        return Payee(name=name, iban=iban) if iban else None

    def _income(self, *, has_partner: bool) -> Income:
        found = Income(
            wage=self.cents("loon"),
            wage_partner=self.cents("loon_partner"),
            benefit=self.cents("uitkering"),
            benefit_partner=self.cents("uitkering_partner"),
        )
        for column in ("loon_partner", "uitkering_partner"):
            if self.cells[column] and not has_partner:
                self.complain(column, _("Er is geen partner. Maak deze cel leeg."))
        return found
