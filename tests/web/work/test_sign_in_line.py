"""Coming in at a working door leaves one line in the log, which is what is counted each month."""

from plein.audit.models import Act
from plein.identity.signing_in import PROVIDER, STAFF
from plein.web.doors import DESK


def lines() -> list[str]:
    found = Act.objects.filter(name__in=[STAFF, PROVIDER])
    return list(found.values_list("name", flat=True))


def test_who_came_in_stands_in_the_log_once(inside, door):
    inside.get(f"{door.prefix}account/")

    assert lines() == [STAFF if door is DESK else PROVIDER]


def test_a_page_before_somebody_is_in_leaves_no_line(client, door):
    client.get(f"{door.prefix}account/wachtwoord/vergeten/")

    assert lines() == []
