"""What a resident takes along of the shop: budgets, orders, what was kept, and declaraties."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Resident
from plein.kernel.money import euros
from plein.vault.exporting.beside import Part
from plein.vault.exporting.contents import TAKING
from plein.webshop.export_claims import claim_rows, draft_of, sent_claims
from plein.webshop.models import Grant, Order, OrderLine, ProductVersion, VersionStatus
from plein.webshop.names import names_on

Json = dict[str, Any]


def read(resident: Resident, at: datetime) -> Json:
    """Own budgets and those of the household, and every order this resident placed."""
    orders = _orders(resident)
    lines = [line for order in orders for line in order.lines.all()]
    names = names_on(lines, purpose=TAKING, by=resident.actor, at=at)
    return {
        "budgets": [_budget(grant) for grant in _grants(resident)],
        "orders": [_order(order, names) for order in orders],
        "kept": _titles(resident.favourites.values("product")),
        "waits_for": _titles(resident.stock_wishes.values("product")),
        "claims": sent_claims(resident, at),
        "claim_draft": draft_of(resident, at),
    }


def _grants(resident: Resident) -> list[Grant]:
    own = Q(member__resident=resident)
    of_home = Q(member=None, household__members__resident=resident)
    grants = Grant.objects.filter(own | of_home).select_related("period__scheme", "budget")
    return list(grants.order_by("granted_at", "pk").distinct())


def _budget(grant: Grant) -> Json:
    return {
        "scheme": str(grant.period),
        "granted": grant.amount,
        "left": grant.budget.balance,
        "until": grant.period.last_day.isoformat(),
        "state": grant.status,
    }


def _orders(resident: Resident) -> list[Order]:
    lines = OrderLine.objects.select_related("version").order_by("pk")
    placed = resident.orders.order_by("placed_at", "pk")
    return list(placed.prefetch_related(Prefetch("lines", lines)))


def _order(order: Order, names: dict[UUID, str]) -> Json:
    return {
        "number": order.number,
        "placed_at": order.placed_at.isoformat(),
        "ordered_by": order.ordered_by,
        "lines": [
            {
                "title": line.version.title,
                "price": line.price,
                "own_share": line.own_share,
                "state": line.status,
                "name": names.get(line.pk, ""),
            }
            for line in order.lines.all()
        ],
    }


def _titles(products: QuerySet[Any, Any]) -> list[str]:
    versions = ProductVersion.objects.filter(product__in=products, status=VersionStatus.APPROVED)
    return list(versions.order_by("title").values_list("title", flat=True))


def words(found: Json) -> list[Json]:
    """The same, for people."""
    rows = [{"title": each["scheme"], "lines": _budget_lines(each)} for each in found["budgets"]]
    rows += [{"title": each["number"], "lines": _order_lines(each)} for each in found["orders"]]
    if found["kept"]:
        rows.append({"title": str(_("Wat u bewaart")), "lines": found["kept"]})
    if found["waits_for"]:
        title = str(_("Wat u wilt horen als het er weer is"))
        rows.append({"title": title, "lines": found["waits_for"]})
    return rows + claim_rows(found["claims"], found["claim_draft"])


def _budget_lines(budget: Json) -> list[str]:
    given = _("U kreeg {granted}. Er is nog {left}, tot en met {until}.")
    amounts = {"granted": euros(budget["granted"]), "left": euros(budget["left"])}
    return [str(given).format(**amounts, until=budget["until"])]


def _order_lines(order: Json) -> list[str]:
    day = order["placed_at"][:10]
    return [
        str(_("Besteld op {day}.")).format(day=day),
        *(_line_words(line) for line in order["lines"]),
    ]


def _line_words(line: Json) -> str:
    words = [euros(line["price"]), line["state"]]
    if line["name"]:
        words.append(str(_("op naam van {name}")).format(name=line["name"]))
    return f"{line['title']}: {', '.join(words)}"


PART = Part("winkel", str(_("Winkel")), read, words)
