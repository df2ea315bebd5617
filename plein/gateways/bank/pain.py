"""The payment file: pain.001.001.03 (ISO 20022), checked against its XSD.

The same order gives the same bytes: every id and moment in the file follows from it, so that a
file that is made again is the same message to the bank.
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path

import sepaxml
from lxml.etree import XMLParser, XMLSchema, fromstring, tostring
from sepaxml import SepaTransfer

from plein.gateways.bank.payment import Order, Payment
from plein.kernel.clock import AMSTERDAM

SCHEMA = "pain.001.001.03"
_SPACE = f"urn:iso:std:iso:20022:tech:xsd:{SCHEMA}"


def payment_file(order: Order, payments: Iterable[Payment]) -> bytes:
    """The file for the bank."""
    sepa = SepaTransfer(
        {"name": order.payer, "IBAN": order.iban, "batch": True, "currency": "EUR"},
        schema=SCHEMA,
        clean=True,
    )
    for payment in payments:
        sepa.add_payment(
            {
                "name": payment.name,
                "IBAN": payment.iban,
                "amount": payment.cents,
                "execution_date": order.pay_on,
                "description": payment.text,
                "endtoend_id": payment.end_to_end_id,
            }
        )
    return _with_own_ids(sepa.export(validate=False), order)


def total_of(file: bytes) -> int:
    """In cents: what a payment file asks, added up payment by payment. An empty one: 0."""
    if not file:
        return 0
    document = fromstring(file, XMLParser(resolve_entities=False, no_network=True))
    amounts = document.iter(f"{{{_SPACE}}}InstdAmt")
    return sum(int(Decimal(each.text or "0") * 100) for each in amounts)


def _with_own_ids(xml: bytes, order: Order) -> bytes:
    """Replace what the library draws at random or reads from the clock."""
    document = fromstring(xml, XMLParser(resolve_entities=False, no_network=True))
    moment = order.made_at.astimezone(AMSTERDAM).strftime("%Y-%m-%dT%H:%M:%S")
    for name, text in (
        ("MsgId", order.message_id),
        ("CreDtTm", moment),
        ("PmtInfId", f"{order.message_id}-1"),
    ):
        for element in document.iter(f"{{{_SPACE}}}{name}"):
            element.text = text
    _schema().assertValid(document)
    file: bytes = tostring(document, encoding="utf-8", xml_declaration=True)
    return file


@cache
def _schema() -> XMLSchema:
    return XMLSchema(file=str(Path(sepaxml.__file__).with_name("schemas") / f"{SCHEMA}.xsd"))
