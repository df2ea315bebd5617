"""Mail of the demo: a file per mail in a folder, and addresses at which it goes wrong.

Behaves as Django's SMTP backend does: the same errors, for the same reasons.
"""

from collections.abc import Sequence
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

from django.core.mail import EmailMessage
from django.core.mail.backends.filebased import EmailBackend

REFUSES, SLOW, DOWN = "weigert.example", "traag.example", "storing.example"


class SimulatedMail(EmailBackend):
    """Mail to one of the three domains fails like a server of others; all else is written."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            for address in message.recipients():
                _fail_for(address)
        return super().send_messages(email_messages) or 0


def _fail_for(address: str) -> None:
    domain = address.rpartition("@")[2]
    if domain == REFUSES:
        raise SMTPRecipientsRefused({address: (550, b"5.1.1 unknown user")})
    if domain == SLOW:
        raise TimeoutError
    if domain == DOWN:
        raise SMTPServerDisconnected
