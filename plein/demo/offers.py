"""What organisations of the demo offer residents: written by them, and read by Bas."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from plein.demo.data_files import rows
from plein.identity.models import ProviderUser, Staff
from plein.kernel.clock import local_day
from plein.offers.actions.reviewing import post_offer
from plein.offers.actions.writing import Text, send_offer, write_offer
from plein.tenants.models import Municipality, Organisation
from plein.vault.models import Recipient

ELSEWHERE = ("organisation", "municipality", "days", "waits")  # what a row holds beside the text


def add_offers(
    municipality: Municipality,
    organisations: Mapping[str, Organisation],
    staff: Mapping[str, Staff],
    at: datetime,
) -> None:
    for row in rows("offers"):
        if row["municipality"] == municipality.slug:
            _offer(row, organisations[row["organisation"]], staff["bas"], at)


def _offer(row: Mapping[str, Any], organisation: Organisation, reader: Staff, at: datetime) -> None:
    words = {key: value for key, value in row.items() if key not in ELSEWHERE}
    today, by = local_day(at), ProviderUser.objects.get(organisation=organisation)
    text = Text(**words, starts_on=today, ends_on=today + timedelta(days=row["days"]))
    recipient = Recipient.objects.get(organisation=organisation)
    written = write_offer(recipient, text, by=by.organisation_actor, at=at)
    sent = send_offer(written.offer, by=by.organisation_actor, at=at)
    if not row.get("waits"):
        post_offer(sent, by=reader, at=at)
