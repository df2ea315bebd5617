"""The mail of the demo fails like a real server, so that the other way can be seen."""

import pytest
from django.core import mail

from plein.delivery.actions.contacts import accept_address
from plein.delivery.actions.planning import send_word
from plein.delivery.models import DeliveryState
from plein.delivery.notices import Notice
from tests.cast import NOON, TESTS
from tests.delivery.conftest import deliver_at


@pytest.mark.parametrize(
    ("domain", "state"),
    [
        ("inwoner.example", DeliveryState.DELIVERED),
        ("weigert.example", DeliveryState.OTHER_WAY),
        ("traag.example", DeliveryState.PLANNED),
        ("storing.example", DeliveryState.PLANNED),
    ],
)
def test_each_answer_of_a_mail_server_has_its_end(fatima, settings, tmp_path, domain, state):
    settings.EMAIL_BACKEND = "plein.gateways.mail.simulator.SimulatedMail"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    accept_address(fatima, f"fatima@{domain}", by=TESTS, at=NOON)

    delivery = deliver_at(send_word(fatima, Notice.MESSAGE, key="1", at=NOON), NOON)

    assert delivery.state == state
    written = [file.read_text() for file in tmp_path.iterdir()]
    assert len(written) == (state == DeliveryState.DELIVERED)
    assert not hasattr(mail, "outbox") or mail.outbox == []
