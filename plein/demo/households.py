"""The residents of the demo: with whom they live, what they were granted, what they ordered."""

from datetime import date, datetime
from typing import Any

from plein.demo.data_files import rows
from plein.demo.shop import DEMO
from plein.demo.shop_claims import add_claim
from plein.demo.vaults import guard, help_with, state_all
from plein.gateways.digid.simulator.cast import load_cast
from plein.identity.actions import add_member, know_resident, start_household
from plein.identity.models import Household, Member, MemberRole, Resident, School
from plein.tenants.models import Municipality
from plein.webshop.actions.grants import grant_budget
from plein.webshop.actions.orders import Choice, place_order
from plein.webshop.actions.returning import CameBack, return_line
from plein.webshop.actions.till import hand_over
from plein.webshop.models import Grant, ProductVersion, ReturnReason, SchemePeriod

TOGETHER_SINCE = date(2020, 1, 1)


class Home:
    """One household of the demo, by first name."""

    def __init__(self, row: dict[str, Any], at: datetime) -> None:
        self.row, self.at = row, at
        self.household: Household = start_household()
        self.members: dict[str, Member] = {}
        self.resident = self._adult(row["resident"], MemberRole.ADULT)
        if "partner" in row:
            self._adult(row["partner"], MemberRole.PARTNER)
        for child in row.get("children", []):
            self._add(child["name"], MemberRole.CHILD, child)

    def _adult(self, key: str, role: MemberRole) -> Resident:
        person = load_cast()[key]
        resident = know_resident(person.bsn, by=DEMO, at=self.at)
        self._add(person.name, role, self.row if role == MemberRole.ADULT else {}, resident)
        return resident

    def _add(
        self, name: str, role: MemberRole, facts: dict[str, Any], resident: Resident | None = None
    ) -> None:
        self.members[name] = add_member(
            self.household,
            name=name,
            role=role,
            start=TOGETHER_SINCE,
            resident=resident,
            birth_month=facts.get("birth"),
            school=School(facts.get("school", School.NONE)),
        )

    def grant_all(self, periods: dict[str, SchemePeriod]) -> dict[tuple[str, str | None], Grant]:
        """The budgets of this household, by scheme and first name."""
        return {
            (row["scheme"], row.get("for")): grant_budget(
                periods[row["scheme"]],
                self.household,
                self.members.get(row.get("for", "")),
                reference=f"demo-{self.row['resident']}-{row['scheme']}-{row.get('for', 'gezin')}",
                by=DEMO,
                at=self.at,
            )
            for row in self.row.get("grants", [])
        }

    def order_all(
        self, grants: dict[tuple[str, str | None], Grant], products: dict[str, ProductVersion]
    ) -> None:
        for number, row in enumerate(self.row.get("orders", [])):
            member = self.members[row["for"]]
            grant = next(grant for (_scheme, name), grant in grants.items() if name == row["for"])
            version = products[row["product"]]
            name = row["for"] if version.needs_name else ""
            order = place_order(
                [Choice(version.pk, member.pk, grant.pk, name=name)],
                household=self.household,
                resident=self.resident,
                key=f"demo-{self.resident.pk}-{number}",
                by=self.resident.actor,
                at=self.at,
            )
            if row.get("handed_over"):
                hand_over(order.pickups.get(), by=DEMO, at=self.at)
            if reason := row.get("returned"):
                came = CameBack(ReturnReason(reason), on_shelf=True)
                return_line(order.lines.get(), came, by=DEMO, at=self.at)

    def claim_all(self, grants: dict[tuple[str, str | None], Grant]) -> None:
        for row in self.row.get("claims", []):
            grant = next(grant for (_scheme, name), grant in grants.items() if name == row["for"])
            member = self.members[row["for"]]
            add_claim(row, self.household, self.resident, member, grant, self.at)


def add_households(
    municipality: Municipality,
    periods: dict[str, SchemePeriod],
    products: dict[str, ProductVersion],
    at: datetime,
) -> None:
    people = load_cast()
    for row in rows("people", "households"):
        if people[row["resident"]].municipality == municipality.slug:
            home = Home(row, at)
            grants = home.grant_all(periods)
            home.order_all(grants, products)
            home.claim_all(grants)
            state_all(home.resident, row.get("states", {}), at)
            if "helped_by" in row:
                help_with(home.resident, row["helped_by"], at)
            if "guards" in row:
                guard(home.resident, row["guards"], at)
