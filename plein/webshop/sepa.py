"""The payment file: pain.001.001.03 (ISO 20022), checked against its XSD.

The same batch gives the same bytes: every id and moment in the file follows from the batch, so
that a file that is made again is the same message to the bank.
"""

from datetime import datetime
from xml.etree.ElementTree import register_namespace, tostring

from defusedxml.ElementTree import fromstring
from sepaxml import SepaTransfer
from sepaxml.validation import try_valid_xml

from plein.kernel.clock import AMSTERDAM
from plein.tenants.models import Municipality
from plein.webshop.models import PaymentInstruction, SettlementBatch

SCHEMA = "pain.001.001.03"
_SPACE = f"urn:iso:std:iso:20022:tech:xsd:{SCHEMA}"


def payment_file(
    batch: SettlementBatch,
    instructions: list[PaymentInstruction],
    municipality: Municipality,
    made_at: datetime,
) -> bytes:
    """The file for the bank. The text to a provider holds the batch number, and no person."""
    sepa = SepaTransfer(
        {
            "name": f"Gemeente {municipality.name}",
            "IBAN": municipality.iban,
            "batch": True,
            "currency": "EUR",
        },
        schema=SCHEMA,
        clean=True,
    )
    for instruction in instructions:
        sepa.add_payment(
            {
                "name": instruction.provider.organisation.name,
                "IBAN": instruction.iban,
                "amount": instruction.amount,
                "execution_date": batch.pay_on,
                "description": f"Afrekening {batch.number} gemeente {municipality.name}",
                "endtoend_id": instruction.end_to_end_id,
            }
        )
    return _with_own_ids(sepa.export(validate=False), batch, made_at)


def _with_own_ids(xml: bytes, batch: SettlementBatch, made_at: datetime) -> bytes:
    """Replace what the library draws at random or reads from the clock."""
    register_namespace("", _SPACE)
    document = fromstring(xml)
    moment = made_at.astimezone(AMSTERDAM).strftime("%Y-%m-%dT%H:%M:%S")
    for name, text in (
        ("MsgId", batch.message_id),
        ("CreDtTm", moment),
        ("PmtInfId", f"{batch.message_id}-1"),
    ):
        for element in document.iter(f"{{{_SPACE}}}{name}"):
            element.text = text
    file: bytes = tostring(document, encoding="utf-8", xml_declaration=True)
    try_valid_xml(file, SCHEMA)
    return file
