"""A session ends after 15 idle minutes, and after its whole term (DigiD; BIO2 5.17)."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.web.doors import DESK, RESIDENT

MINUTE = timedelta(minutes=1)


@pytest.fixture
def client(fatima, signed_in):
    return signed_in(fatima)


def status_after(client, wait: timedelta) -> int:
    with time_machine.travel(timezone.now() + wait, tick=False):
        return client.get("/overzicht/").status_code


def test_fourteen_idle_minutes_are_fine(client):
    assert status_after(client, 14 * MINUTE) == 200


def test_after_fifteen_idle_minutes_one_signs_in_again(client):
    assert status_after(client, 15 * MINUTE) == 302
    assert "U was lang weg" in client.get("/").content.decode()


def test_whoever_stays_busy_is_out_after_two_hours(client):
    for minutes in range(10, 120, 10):
        assert status_after(client, minutes * MINUTE) == 200

    assert status_after(client, 120 * MINUTE) == 302


def test_ik_ben_er_nog_starts_the_idle_time_again(client):
    with time_machine.travel(timezone.now() + 14 * MINUTE, tick=False):
        assert client.post("/blijven/", headers={"X-Requested-With": "fetch"}).status_code == 204

    assert status_after(client, 28 * MINUTE) == 200


def test_the_page_warns_before_the_end(client):
    page = client.get("/overzicht/").content.decode()

    assert f'data-idle-seconds="{RESIDENT.idle}"' in page


def test_staff_have_a_whole_day_and_the_same_idle_time():
    assert (DESK.idle, DESK.in_all) == (15 * 60, 8 * 3600)
