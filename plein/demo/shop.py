"""The schemes with their pots, and the products of every provider, made as people make them."""

from datetime import datetime
from functools import cache
from typing import Any

from plein.demo.data_files import read, rows
from plein.demo.pictures import draw
from plein.identity.models import Staff
from plein.kernel.actor import system
from plein.tenants.models import Municipality, Organisation
from plein.webshop.actions.catalogue import Offer, admit_provider, offer_product
from plein.webshop.actions.credits import approve_credit, propose_credit
from plein.webshop.actions.participation import admit_part
from plein.webshop.actions.reviewing import Shares, approve_product
from plein.webshop.actions.schemes import make_scheme, move_scheme
from plein.webshop.models import (
    Category,
    Fulfilment,
    ProductVersion,
    Provider,
    ProviderKind,
    Scheme,
    SchemeKind,
    SchemePeriod,
    SchemeStatus,
    SubjectKind,
)
from plein.webshop.scheme_plan import Amount, SchemePlan

DEMO = system("demo")


def add_schemes(
    municipality: Municipality, staff: dict[str, Staff], at: datetime
) -> dict[str, SchemePeriod]:
    """The open schemes of a municipality, with money in the pot, by key."""
    own = [row for row in rows("schemes") if row["municipality"] == municipality.slug]
    return {row["key"]: _add_scheme(row, staff, at) for row in own}


def _add_scheme(row: dict[str, Any], staff: dict[str, Staff], at: datetime) -> SchemePeriod:
    period = make_scheme(_plan(row), by=staff["bas"], at=at)
    move_scheme(period.scheme, SchemeStatus.OPEN, by=staff["bas"], at=at)
    credit = propose_credit(period, row["pot_cents"], by=staff["bas"], at=at)
    approve_credit(credit, by=staff["ingrid"], at=at)
    period.scheme.refresh_from_db()
    return period


def _plan(row: dict[str, Any]) -> SchemePlan:
    every = read("schemes")
    return SchemePlan(
        kind=SchemeKind(row["kind"]),
        name=row["name"],
        summary=row["summary"],
        legal_ground=row["legal_ground"],
        subject=SubjectKind(row["subject"]),
        period_name=every["period"],
        apply_from=row["apply_from"],
        apply_until=row["apply_until"],
        spend_from=every["spend_from"],
        spend_until=every["spend_until"],
        takes_claims=row.get("takes_claims", False),
        amounts=[
            Amount(
                amount["cents"],
                amount.get("age_from"),
                amount.get("age_until"),
                amount.get("school", ""),
            )
            for amount in row["amounts"]
        ],
    )


def add_providers(
    municipality: Municipality, organisations: dict[str, Organisation], at: datetime
) -> dict[str, Provider]:
    """The shops and clubs that take part in this municipality, by key."""
    return {
        row["key"]: admit_provider(
            organisations[row["key"]],
            kind=ProviderKind(row["kind"]),
            iban=row["iban"],
            address=row["address"],
            by=DEMO,
            at=at,
        )
        for row in rows("providers")
        if municipality.slug in row["municipalities"]
    }


def add_products(
    providers: dict[str, Provider],
    periods: dict[str, SchemePeriod],
    staff: dict[str, Staff],
    at: datetime,
) -> dict[str, ProductVersion]:
    """Every product that a scheme here may sell, approved into its assortment, by key."""
    contributions = {row["key"]: row.get("contribution", 0) for row in rows("providers")}
    assortments = {row["key"]: set(row["assortment"]) for row in rows("schemes")}
    products = {}
    for row in rows("products"):
        schemes = [
            period.scheme for key, period in periods.items() if assortments[key] & {*row["schemes"]}
        ]
        if schemes and row["provider"] in providers:
            provider = providers[row["provider"]]
            _take_part(provider, schemes, contributions[row["provider"]], at)
            version = offer_product(provider, _offer(row), by=DEMO, at=at)
            shares = Shares(row.get("own_share_cents", 0))
            approve_product(version, schemes, shares=shares, by=staff["bas"], at=at)
            products[row["key"]] = version
    return products


def _take_part(provider: Provider, schemes: list[Scheme], contribution: int, at: datetime) -> None:
    taken = set(provider.participations.values_list("scheme_id", flat=True))
    for scheme in schemes:
        if scheme.pk not in taken:
            admit_part(provider, scheme, contribution=contribution, by=DEMO, at=at)


def _offer(row: dict[str, Any]) -> Offer:
    return Offer(
        title=row["title"],
        description=row["description"],
        category=Category(row["category"]),
        price=row["price_cents"],
        fulfilment=Fulfilment(row["fulfilment"]),
        age_from=row.get("age_from"),
        age_until=row.get("age_until"),
        stock=row.get("stock"),
        needs_name=row.get("needs_name", ""),
        photo=_picture(row["motif"], row["tint"]),
    )


@cache
def _picture(motif: str, tint: int) -> bytes:
    return draw(motif, tint=tint)
